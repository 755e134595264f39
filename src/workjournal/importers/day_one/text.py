r"""Day One's Markdown as plain Markdown: its escapes where they are needed, its embeds where they belong.

Day One writes a backslash before nearly every mark that a person typed ("well\-known\."), which says to Markdown
what the mark alone says nearly everywhere. Nothing is escaped in code. An embed is "![](dayone-moment://ID)" for a
photo and "![](dayone-moment:/video/ID)" for another kind. A soft line break may be U+2028, and an empty line may hold
a zero-width space.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

from workjournal.importers.day_one.escapes import Paragraph, is_needed


class Embed(NamedTuple):
    """A place in the text where a file is shown; `kind` is "" or as Day One calls it: "video"."""

    label: str
    address: str
    kind: str
    identifier: str


_TOKEN = re.compile(
    r"\\(?:[^\w\s]|_)"
    r"|(?P<ticks>`+)"
    r"|!?\[(?P<label>[^\[\]\n]{0,1000})\]\((?P<address>dayone-[a-z]{3,6}:[^\s()]{1,200})\)"
    r"|\]\((?P<target>(?:\\.|[^\\\s)`])*)"
)
_ADDRESS = re.compile(
    r"dayone-(?:moment:/(?P<kind>[A-Za-z]*)/|(?P<old>photo|video|audio|pdf)://)(?P<id>[\w-]+)"
)
_IN_TARGET = re.compile(r"\\([^\w\s()<>\\]|_)")
_FENCE = re.compile(r"[ \t>]*+(?:(?P<ticks>`{3,}+)[^`]*+$|(?P<waves>~{3,}+))")
_ITEM = re.compile(r"[ \t>]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)")
_EMPTY_LINE = re.compile(r"^\u200b+$", re.MULTILINE)
_DEFINITION = re.compile(r"^[ \t>]{0,20}\[[^\]\n]{1,1000}\]:", re.MULTILINE)


def converted(text: str, shown: Callable[[Embed], str | None]) -> str:
    """The text with needless escapes gone, and what `shown` gives in the place of each embed, if it gives anything."""
    text = _EMPTY_LINE.sub("", text.replace("\u2028", "\n").replace("\u2029", "\n"))
    if "\\" not in text and "dayone-" not in text:
        return text
    has_definitions = _DEFINITION.search(text) is not None
    return "\n".join(
        block if is_code else _prose(block, has_definitions, shown)
        for is_code, block in _blocks(text.split("\n"))
    )


def _blocks(lines: list[str]) -> Iterator[tuple[bool, str]]:
    """Runs of lines, each with whether it is code or empty, so that it stays as it is."""
    fence = ""
    in_list = False
    prose: list[str] = []
    for line in lines:
        if fence:
            mark = line.strip(" \t>")
            if len(mark) >= len(fence) and not mark.strip(fence[0]):
                fence = ""
            yield True, line
            continue
        opening = _FENCE.match(line)
        indented = line.startswith(("    ", "\t")) and not (prose or in_list)
        if opening is None and line.strip() and not indented:
            if not prose or _ITEM.match(line):  # a line right after another goes on with what that is
                in_list = _ITEM.match(line) is not None or (in_list and line[0] in " \t")
            prose.append(line)
            continue
        if prose:
            yield False, "\n".join(prose)
            prose = []
        fence = opening["ticks"] or opening["waves"] if opening else ""
        yield True, line
    if prose:
        yield False, "\n".join(prose)


def _prose(block: str, has_definitions: bool, shown: Callable[[Embed], str | None]) -> str:
    paragraph = Paragraph(block, has_definitions)
    ticks = _ticks(block)
    parts: list[str] = []
    done = line = 0
    while found := _TOKEN.search(block, done):
        line = block.rfind("\n", done, found.start()) + 1 or line
        parts.append(block[done : found.start()])
        done = found.end()
        if found["ticks"]:
            done = _end_of_code(ticks.get(len(found["ticks"]), []), done, len(found["ticks"]))
            said = block[found.start() : done]
            line = said.rfind("\n") + 1 + found.start() if "\n" in said else line
        elif found["address"]:
            said = _embedded(found, shown)
        elif found["target"] is not None:
            said = "](" + _IN_TARGET.sub(r"\1", found["target"])
        else:
            said = found[0] if is_needed(paragraph, found.start(), line) else found[0][1:]
        parts.append(said)
    return "".join((*parts, block[done:]))


def _ticks(block: str) -> dict[int, list[int]]:
    """Where runs of backticks of each length begin."""
    places: dict[int, list[int]] = {}
    for run in re.finditer("`+", block):
        places.setdefault(len(run[0]), []).append(run.start())
    return places


def _end_of_code(places: list[int], start: int, length: int) -> int:
    """Where the code that begins at `start` ends, after as many backticks; it is no code where there are none."""
    at = bisect_left(places, start)
    return places[at] + length if at < len(places) else start


def _embedded(found: re.Match[str], shown: Callable[[Embed], str | None]) -> str:
    address = _ADDRESS.fullmatch(found["address"])
    if address is None:
        return found[0]
    embed = Embed(
        found["label"].strip(), found["address"], address["kind"] or address["old"] or "", address["id"]
    )
    said = shown(embed)
    return found[0] if said is None else said
