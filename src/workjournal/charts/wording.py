"""How charts write days, numbers and quoted words."""

import datetime as dt
import math
from collections.abc import Iterable

FEW = 10
"""Below so many, per cent would sound more exact than they are; from here on the count would become a target."""
PLACES = 4
"""Significant figures of what was worked out; a value that was typed in keeps all of its own."""


def day(date: dt.date) -> str:
    """As in "3 March 2026"."""
    return f"{date.day} {date:%B} {date.year}"


def exact(value: float, unit: str = "") -> str:
    """A value as it was typed in, with its unit: "12.5 days"."""
    return _with(format(value, ".15g"), unit)


def rounded(value: float, unit: str = "") -> str:
    """A value that was worked out, to four figures but never short of its whole ones: "97.33 %", "123457"."""
    places = PLACES - 1 - math.floor(math.log10(abs(value))) if value else 0
    near = round(value, min(max(places, 0), 12))
    return _with(format(near, ".15g"), unit)


def quoted(text: str) -> str:
    """Somebody's words on one line, in quotation marks, without the full stop at their end."""
    return f"“{' '.join(text.split()).rstrip('.')}”"


def counted(number: int, noun: str) -> str:
    """As in "1 lesson", "2 lessons"; for nouns whose plural ends in s."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def times(number: int) -> str:
    """As in "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def share_of(some: int, every: int, nouns: str) -> str:
    """As in "2 of 3 episodes" of a few, in "67 % of the episodes" of more."""
    if every < FEW:
        return f"{some} of {every} {nouns}"
    part = 100 * some / every
    share = "under 1" if 0 < part < 1 else "over 99" if 99 < part < 100 else f"{part:.0f}"
    return f"{share} % of the {nouns}"


def some_of(each: Iterable[bool]) -> tuple[str, ...]:
    """Of how many it is true, as a claim without a count: of none, some or all of them; () for nothing at all."""
    known = list(each)
    return (("all",) if all(known) else ("some",) if any(known) else ("none",)) if known else ()


def joined(parts: list[str]) -> str:
    """As in "a", "a and b", "a, b and c"."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def _with(number: str, unit: str) -> str:
    return f"{number} {unit}" if unit else number
