"""Where an axis of a chart has its lines, and what is written there; pure values, no drawing."""

import datetime as dt
import math
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QDate, QLocale

from workjournal.charts.figure import Axis

_DATE_GAP, _NUMBER_GAP = 52, 44
_FEW_WEEKS = 62
_DIGITS = 10
"""Of a tick's number at most: a million is told as such, and not as a power of ten."""
_MONTH_STEPS = (1, 2, 3, 6, *range(12, 1200, 12))


class Tick(NamedTuple):
    """A value on an axis and its name."""

    at: float
    label: str


def ticks(axis: Axis, length: float, locale: QLocale) -> list[Tick]:
    """The ticks of an axis that is `length` pixels long; every category has one."""
    if axis.kind == "category":
        return [Tick(float(place), label) for place, label in enumerate(axis.labels)]
    if axis.kind == "date":
        return _dates(axis.low, axis.high, max(1, int(length / _DATE_GAP)), locale)
    return _numbers(axis, max(1, int(length / _NUMBER_GAP)), locale)


def spoken(axis: Axis, value: float, locale: QLocale) -> str:
    """A value as a reader says it: a day, a number, a category's name."""
    if axis.kind == "category":
        place = round(value)
        return axis.labels[place] if 0 <= place < len(axis.labels) else ""
    if axis.kind == "date":
        return locale.toString(_qdate(dt.date.fromordinal(round(value))), "ddd d MMM yyyy")
    return locale.toString(round(float(value), 1), "g", 6)


def _numbers(axis: Axis, most: int, locale: QLocale) -> list[Tick]:
    """Multiples of the smallest round step with at most `most` parts, or of the next one that has two: one tells nothing."""
    low, high = axis.low, axis.high
    span, least = high - low, 1.0 if axis.whole else 0.0
    if span <= 0:
        return [Tick(low, locale.toString(float(low), "g", _DIGITS))]
    steps = (max(least, _round_step(span / most / finer)) for finer in (1, 2, 4, 8))
    places = [
        [whole * step for whole in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)]
        for step in steps
    ]
    chosen = next((found for found in places if len(found) > 1), places[-1])
    return [Tick(at, locale.toString(float(at), "g", _DIGITS)) for at in chosen]


def _round_step(rough: float) -> float:
    """At least `rough`; between 1 and 10 a whole number, since what is counted has no halves."""
    power = 10.0 ** math.floor(math.log10(rough))
    parts = (1, 2, 5, 10) if power == 1 else (1, 2, 2.5, 5, 10)
    return next(part * power for part in parts if part * power >= rough - 1e-12)


def _dates(low: float, high: float, most: int, locale: QLocale) -> list[Tick]:
    """Mondays of a period of few weeks, else the first days of months or years."""
    first, last = dt.date.fromordinal(round(low)), dt.date.fromordinal(round(high))
    monday = first.toordinal() + -first.weekday() % 7
    for step in (7, 14) if (last - first).days <= _FEW_WEEKS else ():
        days = [dt.date.fromordinal(day) for day in range(monday, last.toordinal() + 1, step)]
        if days and len(days) <= most:
            return [Tick(float(day.toordinal()), locale.toString(_qdate(day), "d MMM")) for day in days]
    months = list(_months(first, last))
    apart = next((step for step in _MONTH_STEPS if len(months) / step <= most), _MONTH_STEPS[-1])
    chosen = [month for month in months if (month.year * 12 + month.month - 1) % apart == 0]
    return [Tick(float(day.toordinal()), _month(day, locale)) for day in chosen]


def _month(day: dt.date, locale: QLocale) -> str:
    """January stands for its year, so that a reader knows where one begins."""
    if day.month == 1:
        return str(day.year)
    return locale.standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)


def _months(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """The first days of months within the period."""
    month = first.replace(day=1)
    while month <= last:
        if month >= first:
            yield month
        month = (month + dt.timedelta(days=32)).replace(day=1)


def _qdate(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)
