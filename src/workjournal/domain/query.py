"""What a person looks for: words, phrases, beginnings of words, what must not be there, and filters.

    harbour "capacity plan" deleg* -rota kind:challenge tag:planning from:2026-01 has:attachment is:unreflected

Everything may be quoted, a minus leaves out, and an unfinished quotation ends where the line does, since people look at
results while they type.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from workjournal.domain.entity import one_line
from workjournal.domain.episode import Kind
from workjournal.errors import JournalError

THINGS = {
    "episode": "episode",
    "reflection": "reflection",
    "lesson": "lesson",
    "goal": "goal",
    "check-in": "check_in",
    "action": "action",
    "attachment": "attachment",
    "pack": "pack",
    "forecast": "forecast",
    "recall": "recall",
    "skill": "skill",
    "rating": "skill_rating",
    "credential": "credential",
    "measure": "measure",
    "reading": "reading",
    "change": "marked_change",
    "pulse": "pulse",
    "profile": "role_profile",
    "need": "role_target",
    "method": "own_method",
}
"""The sorts of things that are found, and the table of each."""
KINDS = (*Kind, *THINGS)
HAS = ("attachment", "reflection", "link", "note", "goal", "lesson")
IS = ("unreflected", "shared", "open", "done")
LABELS = ("tag", "person", "skill", "goal")
DAYS = ("from", "to", "on")
FILTERS = ("kind", *LABELS, *DAYS, "has", "is")
_KNOWN: dict[str, tuple[str, ...]] = {"kind": KINDS, "has": HAS, "is": IS}
_NEAR_DAYS = ("today", "yesterday")
_QUOTES = '"“”„«»'
_FILTER = re.compile(rf"({'|'.join(FILTERS)}):", re.IGNORECASE)
_STRANGE = re.compile(r"([^\W\d_]{2,}):[^\s/]")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_UNFINISHED_DAY = re.compile(r"[0-9]{0,3}|[0-9]{4}-(?:[01]|[0-9]{2}-[0-3]?)?")
MOST_SHOWN = 40
MOST_PIECES = 60
"""Words, phrases and filters of one line."""


class UnknownValue(JournalError):
    """At letter {place}: “{name}:” does not know “{value}”. It knows {known}."""


class NotADay(JournalError):
    """At letter {place}: “{value}” after “{name}:” is no day. Write a year, a month or a day (2026, 2026-03 or 2026-03-14), today or yesterday."""


class NothingAfter(JournalError):
    """At letter {place}: something is missing after “{name}:”. It takes {known}."""


class TooMany(JournalError):
    """At letter {place}: that is more than a search can hold at once, which is {most} words, phrases and filters."""


@dataclass(frozen=True)
class Term:
    """Words that follow each other; with `is_open` the last one may go on. `at` is its place in the line, from 0."""

    words: str
    is_open: bool = False
    left_out: bool = False
    at: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Filter:
    """One of kind, tag, person, skill, goal, has and is, with its value."""

    name: str
    value: str
    left_out: bool = False
    at: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Days:
    """From `start` to `end`, both included; None is without end."""

    start: dt.date | None
    end: dt.date | None
    left_out: bool = False


@dataclass(frozen=True)
class Query:
    """Every term, filter and period must hold, or must not where it is left out; of kinds one is enough.

    `line` is what was typed.
    """

    terms: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()
    days: tuple[Days, ...] = ()
    line: str = field(default="", compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return not (self.terms or self.filters or self.days)

    @property
    def strange(self) -> tuple[str, ...]:
        """What looks like the name of a filter in front of a word, and is none: "status" of status:open."""
        found = (_STRANGE.match(term.words) for term in self.terms if not term.left_out)
        return tuple(dict.fromkeys(each[1] for each in found if each is not None))


@dataclass(frozen=True)
class _Piece:
    """A word, a phrase or a filter as it was typed; `ended` tells that something follows it, be it a space."""

    at: int
    left_out: bool
    name: str
    value: str
    is_quoted: bool
    star: bool
    ended: bool


def parse(line: str, today: dt.date, *, typing: bool = False) -> Query:
    """The query of a typed line.

    Args:
        line: as it was typed.
        today: what "today" means in it.
        typing: whether somebody is still at its last word: then that may go on, and an unfinished filter counts for
            nothing yet.

    Raises:
        UnknownValue, NotADay, NothingAfter, TooMany
    """
    terms, filters, days = list[Term](), list[Filter](), list[Days]()
    for number, piece in enumerate(_pieces(line)):
        if number == MOST_PIECES:
            raise TooMany(place=piece.at + 1, most=MOST_PIECES)
        going_on = typing and not piece.ended
        if not piece.name:
            terms.append(
                Term(piece.value, piece.star or (going_on and not piece.left_out), piece.left_out, piece.at)
            )
        elif going_on and _is_unfinished(piece):
            continue
        elif piece.name in DAYS:
            days.append(_days(piece, today))
        else:
            filters.append(Filter(piece.name, _value(piece), piece.left_out, piece.at))
    return Query(tuple(terms), tuple(filters), tuple(days), line)


def _pieces(line: str) -> Iterator[_Piece]:
    at = 0
    while at < len(line):
        if line[at].isspace():
            at += 1
            continue
        begin = at
        left_out = line[at] == "-"
        at += left_out
        named = _FILTER.match(line, at)
        name = named[1].lower() if named else ""
        at = named.end() if named else at
        value, at, ended, is_quoted = _read(line, at)
        star = not name and (line.startswith("*", at) if is_quoted else value.endswith("*"))
        at += star and is_quoted
        value = value if is_quoted or name else value.rstrip("*")
        if value or name:
            yield _Piece(begin, left_out, name, value, is_quoted, star, ended or at < len(line))


def _read(line: str, at: int) -> tuple[str, int, bool, bool]:
    """A word or what is in quotation marks from `at` on: it, what is behind it, whether it ended, whether it is quoted."""
    if line[at : at + 1] and line[at] in _QUOTES:
        end = next((place for place in range(at + 1, len(line)) if line[place] in _QUOTES), None)
        if end is None:
            return line[at + 1 :], len(line), False, True
        return line[at + 1 : end], end + 1, True, True
    end = next((place for place in range(at, len(line)) if line[place].isspace()), len(line))
    return line[at:end], end, end < len(line), False


def _is_unfinished(piece: _Piece) -> bool:
    value = piece.value.strip().lower()
    if not value:
        return True
    if piece.name in DAYS:
        return bool(_UNFINISHED_DAY.fullmatch(value)) or _begins(value, _NEAR_DAYS)
    return piece.name in _KNOWN and _begins(value, _KNOWN[piece.name])


def _begins(value: str, known: tuple[str, ...]) -> bool:
    return value not in known and any(each.startswith(value) for each in known)


def _value(piece: _Piece) -> str:
    known = _KNOWN.get(piece.name)
    value = one_line(piece.value)
    if not value:
        raise NothingAfter(place=piece.at + 1, name=piece.name, known=_listed(known) if known else "a name")
    if known is None:
        return value
    if value.lower() not in known:
        raise UnknownValue(place=piece.at + 1, name=piece.name, value=_shown(value), known=_listed(known))
    return value.lower()


def _days(piece: _Piece, today: dt.date) -> Days:
    value = piece.value.strip().lower()
    if not value:
        raise NothingAfter(
            place=piece.at + 1, name=piece.name, known="a year, a month, a day, today or yesterday"
        )
    found = _interval(value, today)
    if found is None:
        raise NotADay(place=piece.at + 1, name=piece.name, value=_shown(piece.value))
    start, end = found
    return Days(None if piece.name == "to" else start, None if piece.name == "from" else end, piece.left_out)


def _interval(value: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """The first and the last day that is meant."""
    if value in _NEAR_DAYS:
        day = today - dt.timedelta(days=value == "yesterday")
        return day, day
    matched = _DAY.fullmatch(value)
    if not matched:
        return None
    year, month, day_of_month = (int(part) if part else None for part in matched.groups())
    assert year is not None
    try:
        start = dt.date(year, 1 if month is None else month, 1 if day_of_month is None else day_of_month)
    except ValueError:
        return None
    if day_of_month is not None:
        return start, start
    last = month or 12
    return start, dt.date(year, last, calendar.monthrange(year, last)[1])


def _listed(known: tuple[str, ...]) -> str:
    return f"{', '.join(known[:-1])} and {known[-1]}"


def _shown(value: str) -> str:
    return value if len(value) <= MOST_SHOWN else value[: MOST_SHOWN - 1] + "…"
