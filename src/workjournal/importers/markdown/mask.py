"""Which part of a Markdown text is prose, so that no sign in code is taken for a tag or a link. All of it in linear time."""

import io
import re
from collections import defaultdict
from collections.abc import Iterator

HIDDEN = "\0"
"""Stands for each letter that is no prose; no text that was read has it itself."""
_FENCE = re.compile(r"(?:[ \t>]|[-*+][ \t]|[0-9]{1,9}[.)][ \t])*+(`{3,}+|~{3,}+)([^\n]*)")
_FENCE_END = re.compile(r"[ \t>]*+(`{3,}+|~{3,}+)[ \t]*+")
_TICKS = re.compile(r"`++")
_PARAGRAPH_END = re.compile(r"\n[ \t]*+\n")
_LETTER = re.compile(r"[^\n]")
_MATH = re.compile(r"\$(?![\s$])[^$\n]*+(?<!\s)\$")


def without_code(text: str) -> str:
    """The text, as long as it was, with code blocks and code in lines hidden."""
    if "`" not in text and "~~~" not in text:
        return text
    return "".join(_without_inline(piece) if is_prose else hide(piece) for is_prose, piece in _blocks(text))


def without_notes(text: str) -> str:
    """The same of comments in HTML and of formulas, in which Obsidian sees no tags."""
    text = _without_between(_without_between(text, "<!--", "-->"), "$$", "$$")
    return _MATH.sub(lambda found: hide(found[0]), text) if "$" in text else text


def hide(piece: str) -> str:
    return _LETTER.sub(HIDDEN, piece)


def _blocks(text: str) -> Iterator[tuple[bool, str]]:
    """Prose and fenced code in turn; a fence that is not closed goes on to the end (CommonMark 4.5)."""
    fence = ""
    gathered: list[str] = []
    for line in io.StringIO(text, newline="\n"):
        bare = line.rstrip("\n")
        found = (_FENCE_END.fullmatch if fence else _FENCE.fullmatch)(bare)
        opens = found is not None and not fence and not (found[1][0] == "`" and "`" in found[2])
        if found is not None and opens:
            yield True, "".join(gathered)
            gathered, fence = [line], found[1]
            continue
        gathered.append(line)
        if found is not None and fence and found[1][0] == fence[0] and len(found[1]) >= len(fence):
            yield False, "".join(gathered)
            gathered, fence = [], ""
    yield not fence, "".join(gathered)


def _without_inline(text: str) -> str:
    """Code between two runs of as many backticks, within a paragraph (CommonMark 6.1)."""
    if "`" not in text:
        return text
    pieces: list[str] = []
    start = 0
    for found in _PARAGRAPH_END.finditer(text):
        pieces.append(_without_ticked(text[start : found.end()]))
        start = found.end()
    pieces.append(_without_ticked(text[start:]))
    return "".join(pieces)


def _without_ticked(paragraph: str) -> str:
    runs = [found.span() for found in _TICKS.finditer(paragraph)]
    if len(runs) < 2:
        return paragraph
    waiting: defaultdict[int, list[int]] = defaultdict(
        list
    )  # places of the runs of that length, the next one last
    for place in range(len(runs) - 1, -1, -1):
        begin, end = runs[place]
        waiting[end - begin].append(place)
    pieces: list[str] = []
    done = place = 0
    while place < len(runs):
        begin, end = runs[place]
        same = waiting[end - begin]
        while same and same[-1] <= place:
            same.pop()
        if not same:
            place += 1
            continue
        pieces += (paragraph[done:begin], hide(paragraph[begin : runs[same[-1]][1]]))
        done, place = runs[same[-1]][1], same[-1] + 1
    return "".join((*pieces, paragraph[done:]))


def _without_between(text: str, opening: str, closing: str) -> str:
    pieces: list[str] = []
    done = 0
    while (begin := text.find(opening, done)) >= 0:
        end = text.find(closing, begin + len(opening))
        if end < 0:
            break
        pieces += (text[done:begin], hide(text[begin : end + len(closing)]))
        done = end + len(closing)
    return "".join((*pieces, text[done:]))
