"""A search as it is typed, changed in place: a filter put in or taken out, the last word completed.

Words, phrases and filters are told apart as domain/query.py reads them; nothing else of the line is touched.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from workjournal.domain.query import FILTERS

_QUOTES = '"“”„«»'
_PIECE = re.compile(
    rf"(?P<minus>-?)(?:(?P<name>{'|'.join(FILTERS)}):)?"
    rf"(?:(?P<open>[{_QUOTES}])(?P<quoted>[^{_QUOTES}]*)(?P<close>[{_QUOTES}]?)(?(name)|\*?)|(?P<plain>\S*))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Piece:
    """A word, a phrase or a filter at `start` to `end` of a line.

    `name` is the filter's, or ""; `ended` tells that its quotation is closed, or that something follows.
    """

    start: int
    end: int
    left_out: bool
    name: str
    value: str
    ended: bool


def pieces(line: str) -> Iterator[Piece]:
    """What a line consists of, in its order."""
    at = 0
    while at < len(line):
        found = _PIECE.match(line, at)
        if line[at].isspace() or found is None or found.end() == at:
            at += 1
            continue
        at = found.end()
        yield Piece(
            found.start(),
            at,
            bool(found["minus"]),
            (found["name"] or "").lower(),
            found["plain"] if found["open"] is None else found["quoted"],
            bool(found["close"]) or at < len(line),
        )


def values(line: str, name: str) -> tuple[str, ...]:
    """What is asked for by a filter; not what it leaves out."""
    return tuple(
        piece.value for piece in pieces(line) if piece.name == name and piece.value and not piece.left_out
    )


def without(line: str, names: Collection[str]) -> str:
    """The line without these filters, those that leave out excepted."""
    kept, at = "", 0
    for piece in pieces(line):
        if piece.name in names and not piece.left_out:
            kept += line[at : piece.start].rstrip() if at or piece.start else ""
            at = piece.end
    return (kept + line[at:]).strip() if at else line


def with_filter(line: str, names: Collection[str], name: str, value: str) -> str:
    """The line with one filter in place of all that are called so; "" for the value takes them out."""
    rest = without(line, names)
    if not value:
        return rest
    pending = next((piece for piece in reversed(tuple(pieces(rest))) if not piece.ended), None)
    if pending is not None and rest[pending.start :].lstrip("-").startswith(tuple(_QUOTES)):
        rest += '"'  # what is put behind an unfinished quotation would belong to it
    return f"{rest} {written(name, value)}".lstrip()


def written(name: str, value: str) -> str:
    """A filter as one types it."""
    quoted = not value or any(letter.isspace() or letter in _QUOTES for letter in value)
    inner = re.sub(f"[{_QUOTES}]", " ", value)
    return f'{name}:"{inner}"' if quoted else f"{name}:{value}"


def unfinished(line: str) -> Piece | None:
    """The last word or filter, if one is still at it; None behind a space or the end of a quotation."""
    last = None
    for last in pieces(line):  # noqa: B007 - the last of them is wanted
        pass
    return last if last is not None and not last.ended else None


def completed(line: str, instead: str) -> str:
    """The line with `instead` in place of its unfinished last piece, which keeps its minus; ready for what follows."""
    last = unfinished(line)
    start, minus = (last.start, "-" * last.left_out) if last is not None else (len(line), "")
    return f"{line[:start]}{minus}{instead}" + ("" if instead.endswith(":") else " ")
