"""Words of one line with their looks, as Markdown with every mark escaped that Day One escapes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

_MARKS = re.compile(r"[!-/:-@\[-`{-~]")
_OBJECT = "\ufffc"
"""Stands in a text where an object was; the object is told by itself."""


@dataclass(frozen=True)
class Span:
    text: str
    attributes: Mapping[str, Any]

    @property
    def look(self) -> tuple[bool, bool, bool, bool, str]:
        """Code, bold, italic, struck through, where it leads to. A highlight has no Markdown."""
        attributes = self.attributes
        names = ("inlineCode", "bold", "italic", "strikethrough")
        code, bold, italic, struck = (attributes.get(name) is True for name in names)
        link = attributes.get("linkURL")
        if attributes.get("autolink") is True and not link:
            link = self.text
        return code, bold, italic, struck, link if isinstance(link, str) else ""


def attributes_of(node: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a node says of its words; nothing where that is no mapping."""
    attributes = node.get("attributes")
    return attributes if isinstance(attributes, dict) else {}


def markdown(spans: Iterable[Span]) -> str:
    """One line of them, without spaces before it: Markdown takes many of these for code."""
    return "".join(
        _marked("".join(span.text for span in same).replace(_OBJECT, ""), *look)
        for look, same in groupby(spans, key=lambda span: span.look)
    ).lstrip(" \t")


def escaped(text: str) -> str:
    """Every mark with a backslash before it."""
    return _MARKS.sub(r"\\\g<0>", text)


def coded(text: str) -> str:
    """As code within a line."""
    ticks = "`" * (longest_run(text) + 1)
    space = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{ticks}{space}{text}{space}{ticks}"


def fenced(text: str) -> str:
    """As a block of code."""
    fence = "`" * max(3, longest_run(text) + 1)
    return f"{fence}\n{text}\n{fence}"


def linked(words: str, address: str) -> str:
    """A link; words are Markdown."""
    target = re.sub(r"[\s<>]", lambda found: f"%{ord(found[0]):02X}", address)
    return f"[{words}](<{target}>)" if re.search(r"[()\\]", target) else f"[{words}]({target})"


def longest_run(text: str) -> int:
    """Of backticks."""
    return max(map(len, re.findall("`+", text)), default=0)


def _marked(text: str, code: bool, bold: bool, italic: bool, struck: bool, link: str) -> str:
    inner = text.strip()
    if not inner:
        return text
    start = text[: len(text) - len(text.lstrip())]
    end = text[len(text.rstrip()) :]
    if link == inner and ":" in link and not re.search(r"[\s<>]", link):
        return f"{start}<{link}>{end}"
    said = coded(inner) if code else escaped(inner)
    for holds, mark in ((struck, "~~"), (italic, "*"), (bold, "**")):
        said = f"{mark}{said}{mark}" if holds else said
    return f"{start}{linked(said, link) if link else said}{end}"
