"""What changed between two wordings of a text, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

_PIECES = re.compile(r"\n|[^\S\n]+|[\w’'-]+|[^\w\s]")
_MOST_PAIRS = 4_000_000
"""Words of one wording times words of the other, between which single words are compared; beyond, only the whole."""


class Change(StrEnum):
    """What happened to a piece of text."""

    KEPT = "kept"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True)
class Piece:
    """Some text that was kept, taken out or put in."""

    change: Change
    text: str


@dataclass(frozen=True)
class Difference:
    """The pieces in the order of the text, what was taken out before what took its place."""

    pieces: tuple[Piece, ...]

    def words(self, change: Change) -> int:
        """How many words were kept, taken out or put in."""
        return sum(
            len(re.findall(r"\w+(?:[’'-]\w+)*", each.text)) for each in self.pieces if each.change is change
        )


def difference(before: str, after: str) -> Difference:
    """Compare two wordings: by their lines first, then by the words of lines that differ (difflib)."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Change.KEPT, "".join(old[a:b])))
        else:
            pieces += _words("".join(old[a:b]), "".join(new[c:d]))
    return Difference(tuple(_joined(pieces)))


def _words(before: str, after: str) -> Iterator[Piece]:
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    if len(old) * len(new) > _MOST_PAIRS:
        yield from (Piece(Change.OUT, before), Piece(Change.IN, after))
        return
    for tag, a, b, c, d in _readable(old, SequenceMatcher(None, old, new, autojunk=False).get_opcodes()):
        if tag == "equal":
            yield Piece(Change.KEPT, "".join(old[a:b]))
        else:
            yield from (Piece(Change.OUT, "".join(old[a:b])), Piece(Change.IN, "".join(new[c:d])))


def _readable(
    old: Sequence[str], codes: Sequence[tuple[str, int, int, int, int]]
) -> list[tuple[str, int, int, int, int]]:
    """The same changes, without single blanks that stayed between words that did not: nobody reads those as kept."""
    kept = [
        not (tag == "equal" and 0 < place < len(codes) - 1 and not "".join(old[a:b]).strip(" \t"))
        for place, (tag, a, b, _, _) in enumerate(codes)
    ]
    edges = [place for place, (tag, *_) in enumerate(codes) if tag == "equal" and kept[place]]
    made = []
    for start, end in pairwise((-1, *edges, len(codes))):
        between = codes[start + 1 : end]
        if between:
            made.append(("replace", between[0][1], between[-1][2], between[0][3], between[-1][4]))
        if end < len(codes):
            made.append(codes[end])
    return made


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbours of a kind as one, empty ones left out."""
    waiting: Piece | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if waiting is not None and waiting.change is piece.change:
            waiting = Piece(piece.change, waiting.text + piece.text)
            continue
        if waiting is not None:
            yield waiting
        waiting = piece
    if waiting is not None:
        yield waiting
