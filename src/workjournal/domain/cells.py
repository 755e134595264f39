"""What is written in a cell, as a day, a number or a rating; what can mean two things is refused with both of them."""

import datetime as dt
import math
import re
from typing import NoReturn

from workjournal.domain.sheet_text import shown
from workjournal.errors import JournalError

EARLIEST, LATEST = 1900, 2100
"""The years in which work is measured; any other is a slip of the key."""
_LONGEST = 60
"""No day and no number is longer; it also keeps the patterns below from long work on long texts."""


class EmptyCell(JournalError):
    """The {what} is empty."""


class NotADay(JournalError):
    """“{text}” is not a day. Write it as 2026-04-03."""


class NoSuchDay(JournalError):
    """There is no such day as “{text}”."""


class AmbiguousDay(JournalError):
    """“{text}” is ambiguous, for some put the day first and some the month. Write it as {first}, or {second} if that is meant."""


class UnusualDay(JournalError):
    """“{text}” is not how days are read here. Write it as {day}."""


class YearOutOfRange(JournalError):
    """“{text}” is not in the years from 1900 to 2100."""


class NotANumber(JournalError):
    """“{text}” is not a number."""


class NumberWithUnit(JournalError):
    """“{text}” has “{unit}” beside the number. Leave it out: only the number belongs here."""


class DecimalComma(JournalError):
    """“{text}” has a decimal comma, but in this file commas are between the cells. Write it as {number}."""


class AmbiguousNumber(JournalError):
    """“{text}” is ambiguous: the mark before the last three digits can be for thousands or for decimals. Write it as {large}, or {small}0 if that is meant."""


class NumberTooLarge(JournalError):
    """“{text}” is too large for a number."""


class NotALevel(JournalError):
    """A level is from 0 to 100 in steps of 5, not “{text}”."""


_TIME = (
    r"(?:(?:T|,? )(?:[01]?[0-9]|2[0-4])[:.][0-5][0-9](?:[:.][0-5][0-9](?:[.,][0-9]+)?)?"
    r" ?(?:Z|UTC|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_ISO = re.compile(rf"(?P<year>[0-9]{{4}})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}}){_TIME}")
_DOTTED = re.compile(rf"(?P<day>[0-9]{{1,2}})\. ?(?P<month>[0-9]{{1,2}})\. ?(?P<year>[0-9]{{4}}){_TIME}")
_YEAR_LAST = re.compile(rf"([0-9]{{1,2}})([/-])([0-9]{{1,2}})\2([0-9]{{4}}){_TIME}")
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})([/.-])([0-9]{{1,2}})\2([0-9]{{1,2}}){_TIME}")

_GROUP_SPACE = re.compile("[\u00a0\u2009\u202f'’]")
"""What stands between thousands beside a plain space; no country uses it for decimals."""
_PLAIN = re.compile(
    r"(?P<sign>[+-]?)(?=[.,]?[0-9])(?P<whole>[0-9]*)(?:(?P<mark>[.,])(?P<part>[0-9]+))?(?P<power>[eE][+-]?[0-9]+)?"
)
_GROUPED = re.compile(
    r"(?P<sign>[+-]?)(?P<whole>[1-9][0-9]{0,2}(?P<group>[ .,])[0-9]{3}(?:(?P=group)[0-9]{3})*)"
    r"(?:(?!(?P=group))(?P<mark>[.,])(?P<part>[0-9]+))?(?P<power>)"
)
_WITH_UNIT = re.compile(r"(?P<before>[^0-9.,+()-]*)[+-]?[0-9](?:[0-9 .,]*[0-9])?(?P<after>[^0-9.,+()-]*)")


def day(text: str) -> dt.date:
    """A day written as 2026-04-03, with or without a time behind it, or as 3.4.2026.

    Raises:
        EmptyCell, NotADay, NoSuchDay, YearOutOfRange
        AmbiguousDay: 03/04/2026 is in April for some and in March for others.
        UnusualDay: there is one way to read it, but the file's next row may be ambiguous.
    """
    text = _filled(text, "day")
    if len(text) > _LONGEST:
        raise NotADay(text=shown(text, 40))
    found = _ISO.fullmatch(text) or _DOTTED.fullmatch(text)
    if not found:
        _refuse_day(text)
    read = _date(found["year"], found["month"], found["day"])
    if read is None:
        raise NoSuchDay(text=shown(text, 40))
    if not EARLIEST <= read.year <= LATEST:
        raise YearOutOfRange(text=shown(text, 40))
    return read


def number(text: str, decimal_comma: bool) -> float:
    """A finite number; thousands may be apart where that can mean nothing else. A comma is decimal where it may be.

    Raises:
        EmptyCell, NotANumber, NumberWithUnit, DecimalComma, NumberTooLarge
        AmbiguousNumber: 1,234 is about one or about a thousand; so is 1.234 where commas may be decimal.
    """
    text = _filled(text, "number")
    tidy = _GROUP_SPACE.sub(" ", text.replace("\u2212", "-"))
    if len(tidy) > _LONGEST:
        raise NotANumber(text=shown(text, 40))
    plain, grouped = _PLAIN.fullmatch(tidy), _GROUPED.fullmatch(tidy)
    found = plain or grouped
    if not found:
        _refuse_number(text, tidy)
    whole = re.sub(r"[ .,]", "", found["whole"])
    digits = f"{found['sign']}{whole or '0'}.{found['part'] or '0'}"
    if plain and grouped and (decimal_comma or found["mark"] == ","):
        raise AmbiguousNumber(text=text, large=digits.replace(".", ""), small=digits)
    if found["mark"] == "," and not decimal_comma:
        raise DecimalComma(text=text, number=digits)
    value = float(f"{digits}{found['power'] or ''}")
    if not math.isfinite(value):
        raise NumberTooLarge(text=text)
    return value + 0.0  # -0 is 0


def rating(text: str) -> int:
    """A level of oneself or of a role: 0–100 in steps of 5, for a coarser scale hides change (shared/product.md).

    Raises:
        EmptyCell, NotALevel, and those of a number
    """
    value = number(_filled(text, "level"), decimal_comma=True)
    if not 0 <= value <= 100 or value % 5:
        raise NotALevel(text=text.strip())
    return int(value)


def _filled(text: str, what: str) -> str:
    text = text.strip()
    if not text:
        raise EmptyCell(what=what)
    return text


def _date(year: str, month: str, day_of_month: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day_of_month))
    except ValueError:
        return None


def _refuse_day(text: str) -> NoReturn:
    """Tell how it is to be written: once for each day it can be."""
    if found := _YEAR_LAST.fullmatch(text):
        first, _, second, year = found.groups()
        orders = [(year, second, first), (year, first, second)]
    elif found := _YEAR_FIRST.fullmatch(text):
        year, _, month, day_of_month = found.groups()
        orders = [(year, month, day_of_month)]
    else:
        raise NotADay(text=shown(text, 40))
    days = list(dict.fromkeys(read for order in orders if (read := _date(*order))))
    if not days:
        raise NoSuchDay(text=shown(text, 40))
    if len(days) == 2:
        raise AmbiguousDay(text=text, first=days[0], second=days[1])
    raise UnusualDay(text=text, day=days[0])


def _refuse_number(text: str, tidy: str) -> NoReturn:
    """Tell the unit where there is one."""
    found = _WITH_UNIT.fullmatch(tidy)
    unit = f"{found['before']} {found['after']}".strip() if found else ""
    if unit:
        raise NumberWithUnit(text=shown(text, 40), unit=shown(unit, 20))
    raise NotANumber(text=shown(text, 40))
