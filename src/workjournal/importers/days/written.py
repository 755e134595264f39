"""Days and times as people and programs write them in fields, cells and the names of files."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from workjournal.importers import zones
from workjournal.importers.days.times import COMPACT_TIME, LONGEST, TIME, clock, offset, short
from workjournal.importers.days.words import MONTH, WEEKDAY, month_of
from workjournal.importers.texts import NotReadable

UNIX_FROM, MILLISECONDS_FROM = 10**8, 10**11
"""Figures from here on are seconds, and milliseconds, since 1970 (from 1973 on)."""


class Order(StrEnum):
    """What comes first in 03/04/2024."""

    DAY = "day first"
    MONTH = "month first"


@dataclass(frozen=True)
class When:
    """A moment by the writer's clock.

    Attributes:
        time: None where only the day was written.
        zone: "+02:00", "Europe/Dublin", or "".
        is_whole: whether this is all that was written. An instant was, that this clock shows.
    """

    date: dt.date
    time: dt.time | None = None
    zone: str = ""
    is_whole: bool = True


_YEAR_FIRST = r"(?P<year>[0-9]{4})(?P<sign>[-/._ ])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})(?![0-9])"
_COMPACT = r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
_YEAR_LAST = r"(?P<first>[0-9]{1,2})(?P<sign>[-/._])[ ]?(?P<second>[0-9]{1,2})(?P=sign)[ ]?(?P<year>[0-9]{4}|[0-9]{2})(?![0-9])"
_DAY_WORD = rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|\.)?[-/ ]+(?:of +)?(?P<name>{MONTH})[-/., ]+(?P<year>[0-9]{{4}})(?![0-9])"
_WORD_DAY = (
    rf"(?P<name>{MONTH})[-., ]+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?[-, ]+(?P<year>[0-9]{{4}})(?![0-9])"
)
_DAYS = tuple(
    re.compile(rf"(?:{WEEKDAY}[,.]?[ ]+(?:the +)?)?{form}", re.IGNORECASE)
    for form in (_YEAR_FIRST, _YEAR_LAST, _DAY_WORD, _WORD_DAY, _COMPACT)
)
_BETWEEN = re.compile(rf"(?:T| at | um |[ ,@]| - |, *{WEEKDAY}\b)[ ,]*", re.IGNORECASE)
_NUMERIC = re.compile(r"(?<![0-9])([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9])")


def when(value: Any, order: Order | None = None, zone: str = "") -> When:
    """The moment that a value tells: a day or an instant of YAML, seconds since 1970, or a text.

    Args:
        order: for what can be read in two ways.
        zone: of the writer, where the source tells it apart.

    Raises:
        NotReadable: why not.
    """
    if isinstance(value, dt.datetime):
        return _shown(value, zone) if value.tzinfo else _local(value, zone)
    if isinstance(value, dt.date):
        return When(value, zone=zone)
    if isinstance(value, list) and len(value) == 1:  # [[2024-06-16]] without quotation marks
        return when(value[0], order, zone)
    if isinstance(value, str | int) and not isinstance(value, bool):
        text = str(value).strip().strip("\"'[]<>").strip()
        if len(text) <= LONGEST:
            return _written(text, order, zone)
    raise NotReadable(f"“{short(value)}” is no day")


def leading_day(text: str, order: Order | None = None) -> tuple[dt.date, str] | None:
    """The day a text begins with, its year in four figures, and what follows it; None for any other text."""
    for form in _DAYS:
        found = form.match(text[:LONGEST])
        if found and len(found["year"]) < 4:
            continue
        try:
            day = _day(found, order) if found else None
        except NotReadable:
            continue
        if found and day:
            return day, text[found.end() :]
    return None


def order_of(written: Sequence[str]) -> tuple[Order, bool] | None:
    """How days such as 03/04/2024 are meant, by all of them together, and whether that is certain; None without any.

    Where none of them has a figure above 12, they are read so that they lie closer together; a clock with am and pm
    speaks for the month first.
    """
    found = [(match, text) for text in written if (match := _NUMERIC.search(text[:LONGEST]))]
    pairs = [(int(match[1]), int(match[3]), int(match[4])) for match, _ in found]
    if not pairs:
        return None
    day, month = sum(first > 12 for first, _, _ in pairs), sum(second > 12 for _, second, _ in pairs)
    if day or month:
        return (Order.DAY if day >= month else Order.MONTH), not (day and month)
    day_span = _span([(year, second, first) for first, second, year in pairs])
    month_span = _span([(year, first, second) for first, second, year in pairs])
    if day_span != month_span:
        return (Order.DAY if day_span < month_span else Order.MONTH), False
    halves = any(re.search(r"[0-9] ?[ap]\.?m", text[:LONGEST], re.IGNORECASE) for _, text in found)
    return (Order.MONTH if halves else Order.DAY), False


def date_of(year: int, month: int, day: int) -> dt.date | None:
    """That day, or None where no calendar has it."""
    try:
        return dt.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _written(text: str, order: Order | None, zone: str) -> When:
    if text.isascii() and text.isdigit() and len(text) != 8:
        return _counted(text, zone)
    for form in _DAYS:
        found = form.match(text)
        day = _day(found, order)
        moment = _behind(text[found.end() :], day, zone) if found and day else None
        if moment:
            return moment
    raise NotReadable(f"“{short(text)}” is no day")


def _behind(rest: str, day: dt.date, zone: str) -> When | None:
    """The day with the time that stands behind it; None where anything else does."""
    between = _BETWEEN.match(rest)
    behind = rest[between.end() :] if between else rest
    if not behind.strip():
        return When(day, zone=zone)
    found = (TIME.fullmatch(behind) or COMPACT_TIME.fullmatch(behind)) if between else None
    time = clock(found) if found else None
    return _at(day, time, found, zone) if found and time is not None else None


def _counted(text: str, zone: str) -> When:
    """Seconds since 1970, or the days of a spreadsheet since 30 December 1899; or figures of a day and a time."""
    if len(text) in {12, 14} and (day := _day(_DAYS[-1].match(text), None)):
        found = COMPACT_TIME.fullmatch(text[8:])
        if found and (time := clock(found)) is not None:
            return When(day, time, zone)
    number = int(text)
    if len(text) == 5 and number >= 20_000:
        return When(dt.date(1899, 12, 30) + dt.timedelta(days=number), zone=zone, is_whole=False)
    seconds = number / 1000 if number >= MILLISECONDS_FROM else number
    if UNIX_FROM <= number < MILLISECONDS_FROM * 100:
        return _shown(dt.datetime.fromtimestamp(seconds, dt.UTC), zone)
    raise NotReadable(f"“{short(text)}” is no day")


def _day(found: re.Match[str] | None, order: Order | None) -> dt.date | None:
    """Raises: NotReadable for one that may be two days."""
    if found is None:
        return None
    parts = found.groupdict()
    year = int(parts["year"])
    if "first" in parts:
        return _year_last(found[0], (int(parts["first"]), int(parts["second"]), year), parts["sign"], order)
    month = month_of(parts["name"]) if "name" in parts else int(parts["month"])
    return date_of(year, month, int(parts["day"]))


def _year_last(text: str, parts: tuple[int, int, int], sign: str, order: Order | None) -> dt.date | None:
    first, second, year = parts
    year += 0 if year > 99 else 2000 if year < 69 else 1900
    day_first, month_first = date_of(year, second, first), date_of(year, first, second)
    if sign == "." or order is Order.DAY:
        return day_first or (None if sign == "." else month_first)
    if order is Order.MONTH:
        return month_first or day_first
    if day_first and month_first and day_first != month_first:
        raise NotReadable(f"“{text}” may be {day_first} or {month_first}")
    return day_first or month_first


def _at(day: dt.date, time: dt.time, found: re.Match[str], zone: str) -> When:
    if not found["zone"]:
        return When(day, time, zone, is_whole=not found.groupdict().get("fraction"))
    return _shown(dt.datetime.combine(day, time, offset(found["zone"])), zone)


def _local(moment: dt.datetime, zone: str) -> When:
    time = moment.time().replace(microsecond=0)
    return When(moment.date(), time, zone, is_whole=not moment.microsecond)


def _shown(moment: dt.datetime, zone: str) -> When:
    """By the clock it was written with; what is in UTC was written by a program, for this computer's or the told zone."""
    try:
        if zone or not moment.utcoffset():
            there, zone = zones.local(moment, zone)
        else:
            there = moment.replace(tzinfo=None, microsecond=0)
            zone = f"{moment:%z}"[:3] + ":" + f"{moment:%z}"[3:5]
    except (OverflowError, ValueError, OSError) as error:
        raise NotReadable(f"“{moment}” is out of every calendar") from error
    return When(there.date(), there.time(), zone, is_whole=False)


def _span(days: list[tuple[int, int, int]]) -> int:
    found = [each.toordinal() for parts in days if (each := date_of(*parts))]
    return max(found) - min(found) if found else 0
