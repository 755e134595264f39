"""Day One's rich text as the Markdown that Day One itself makes of it, for entries that were exported without.

A JSON text (or the value itself) with "contents", a list of nodes: {"text", "attributes"} or {"embeddedObjects"}.
A line goes from one line end to the next, across nodes; what its first letter says in attributes.line holds for all of
it. Unknown attributes are to be ignored. Described in docs/rtjson-format.md of github.com/Automattic/DayOne-Cli.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from workjournal.importers.day_one.objects import markdown_of
from workjournal.importers.day_one.spans import Span, attributes_of, fenced, markdown
from workjournal.importers.texts import NotReadable, cleaned, from_json

_DEEPEST_LIST = 20
_BLOCKS = ("header", "listStyle", "quote", "codeBlock")
_LINE_END = re.compile("[\n\u2028\u2029]")


@dataclass
class _Line:
    style: Mapping[str, Any] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    whole: str = ""
    """Markdown of an embedded object, which is a block by itself."""

    def add(self, text: str, attributes: Mapping[str, Any], style: Mapping[str, Any]) -> None:
        """More words; the first ones decide on the style of all."""
        if not self.spans:
            self.style = style
        if text:
            self.spans.append(Span(text, attributes))

    @property
    def kind(self) -> str:
        """Lines of one kind that follow each other are one block."""
        if self.whole:
            return "object"
        if self.style.get("codeBlock"):
            return "code"
        if self.style.get("listStyle") in _LISTS:
            return "list of " + str(self.style["listStyle"])
        if self.style.get("quote"):
            return "quote"
        if not any(span.text.strip() for span in self.spans):
            return "empty"
        return "heading" if _number(self.style.get("header")) else "words"


def from_rich_text(value: object) -> str:
    """Markdown with Day One's escapes and embeds, see `day_one_text`; a text that is no rich text is its own words."""
    if isinstance(value, str):
        words = cleaned(value)
        try:
            value = from_json(words)
        except NotReadable:
            return words
        if not isinstance(value, dict):
            return words
    nodes = value.get("contents", value.get("nodes")) if isinstance(value, dict) else None
    lines = _lines([node for node in nodes if isinstance(node, dict)] if isinstance(nodes, list) else [])
    return "\n".join(_spaced(lines)).strip("\n")


def _lines(nodes: list[dict[str, Any]]) -> Iterator[_Line]:
    line = _Line()
    for node in nodes:
        attributes, text, objects = attributes_of(node), node.get("text"), node.get("embeddedObjects")
        style = attributes.get("line")
        style = style if isinstance(style, dict) else {}
        if line.spans and style != line.style and _begins_a_line(style, line.style):
            yield line
            line = _Line()
        for count, part in enumerate(_LINE_END.split(cleaned(text) if isinstance(text, str) else "")):
            if count:
                yield line
                line = _Line()
            line.add(part, attributes, style)
        if isinstance(objects, list):
            yield from [line] if line.spans else []
            line = _Line()
            yield from (_Line(whole=said) for each in objects if (said := markdown_of(each)))
    yield from [line] if line.spans else []


def _begins_a_line(style: Mapping[str, Any], before: Mapping[str, Any]) -> bool:
    """Whether words of that style begin a line where no line end says so, as other programs write them.

    Words without a style go on with the line; a style behind such words is a new line's where it is one of a block.
    """
    return bool(style) and (bool(before) or any(style.get(name) for name in _BLOCKS))


def _spaced(lines: Iterable[_Line]) -> Iterator[str]:
    """The lines, with an empty one between blocks of different kinds."""
    before = ""
    for kind, group in groupby(lines, key=lambda line: line.kind):
        if before and "empty" not in (before, kind):
            yield ""
        before = kind
        block = list(group)
        if kind in ("heading", "object"):
            for count, line in enumerate(block):
                yield from ([""] if count else [])
                yield line.whole or "#" * min(_number(line.style.get("header")), 6) + " " + markdown(
                    line.spans
                )
        elif kind == "code":
            yield fenced("\n".join("".join(span.text for span in line.spans) for line in block))
        elif kind.startswith("list"):
            yield from _list(block)
        else:
            for line in block:
                level = max(1, min(_number(line.style.get("indentLevel")), _DEEPEST_LIST))
                yield ("> " * level if kind == "quote" else "") + markdown(line.spans)


def _list(lines: list[_Line]) -> Iterator[str]:
    level, counts = 0, [0] * (_DEEPEST_LIST + 2)
    for line in lines:
        # A level more than the line before has would be code to Markdown.
        level = max(1, min(_number(line.style.get("indentLevel")), level + 1, _DEEPEST_LIST))
        counts[level] = _number(line.style.get("listIndex")) or counts[level] + 1
        counts[level + 1] = 0
        mark = _LISTS[line.style["listStyle"]]
        if line.style["listStyle"] == "checkbox":
            mark = "- [x] " if line.style.get("checked") is True else mark
        quote = "> " if line.style.get("quote") else ""
        yield quote + "    " * (level - 1) + mark.format(counts[level]) + markdown(line.spans)


_LISTS = {"bulleted": "- ", "numbered": "{}. ", "checkbox": "- [ ] "}


def _number(value: object) -> int:
    """A count as it is written: 2, 2.0 or "2"; 0 for anything else."""
    if isinstance(value, bool):
        return 0
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 9:
        return int(value)
    return int(value) if isinstance(value, int | float) and 0 < value < 10**9 else 0
