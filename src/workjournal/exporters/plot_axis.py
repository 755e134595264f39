"""An axis on the unit interval: where a value is, and a few round ticks with their names."""

import datetime as dt
import math
from collections.abc import Iterable
from typing import Any

from workjournal.charts.figure import Axis
from workjournal.exporters.letters import short
from workjournal.exporters.wording import wording

MOST_TICKS = 7
LONGEST_LABEL = 60
"""Letters of a category's name; what is longer ends in an ellipsis."""

Tick = dict[str, Any]


class Scale:
    """An axis that is wide enough for every value, even where the figure said less."""

    def __init__(self, axis: Axis, values: Iterable[float]) -> None:
        self._axis = axis
        known = [axis.low, axis.high, *(value for value in values if math.isfinite(value))]
        self._low, self._high = min(known), max(known)
        self.foot = self.place(axis.low)
        """Where bars stand."""

    def place(self, value: float) -> float:
        """From 0 to 1; the middle where the axis is a single value wide."""
        span = self._high - self._low
        return (value - self._low) / span if span else 0.5

    def held(self, value: float) -> float:
        """The same for what may lie outside, which then sticks to the end."""
        return min(1.0, max(0.0, self.place(min(self._high, max(self._low, value)))))

    def length(self, room: float) -> float:
        """How long a piece of the axis is, 0 to 1."""
        span = self._high - self._low
        return min(1.0, room / span) if span else 1.0

    def ticks(self, language: str) -> list[Tick]:
        """Where a grid line is drawn and what it is called."""
        named = {"number": self._numbers, "date": self._dates, "category": self._categories}[self._axis.kind](
            language
        )
        return [{"at": self.place(value), "label": label} for value, label in named]

    def _categories(self, _language: str) -> list[tuple[float, str]]:
        return [(float(place), short(label, LONGEST_LABEL)) for place, label in enumerate(self._axis.labels)]

    def _numbers(self, _language: str) -> list[tuple[float, str]]:
        step = _step(self._high - self._low, whole=self._axis.whole)
        first, last = math.ceil(self._low / step - 1e-9), math.floor(self._high / step + 1e-9)
        return [(whole * step, _number(whole * step)) for whole in range(first, last + 1)]

    def _dates(self, language: str) -> list[tuple[float, str]]:
        first, last = (dt.date.fromordinal(round(value)) for value in (self._low, self._high))
        months = wording(language).months
        for step in (1, 2):
            days = [first + dt.timedelta(days=gone) for gone in range(0, (last - first).days + 1, step)]
            if len(days) <= MOST_TICKS:
                return [(float(day.toordinal()), f"{day.day} {months[day.month - 1]}") for day in days]
        mondays = [dt.date.fromordinal(day) for day in range(_monday(first), last.toordinal() + 1, 7)]
        for step in (1, 2):
            if len(mondays[::step]) <= MOST_TICKS:
                return [
                    (float(day.toordinal()), f"{day.day} {months[day.month - 1]}") for day in mondays[::step]
                ]
        firsts = [month for month in _months(first, last) if month >= first]
        apart = next(
            step for step in (1, 2, 3, 6, *range(12, 100_000, 12)) if len(firsts) / step <= MOST_TICKS
        )
        chosen = [month for month in firsts if (month.year * 12 + month.month - 1) % apart == 0]
        return [(float(day.toordinal()), f"{months[day.month - 1]} {day.year}") for day in chosen]


def _step(span: float, *, whole: bool) -> float:
    """The roundest step that gives about four parts; a whole number where what is counted has no halves."""
    if span <= 0:
        return 1.0
    rough = span / 4
    power = 10.0 ** math.floor(math.log10(rough))
    parts = (1, 2, 5, 10) if whole else (1, 2, 2.5, 5, 10)
    step = next(part * power for part in parts if part * power >= rough - 1e-12)
    return max(1.0, step) if whole else step


def _number(value: float) -> str:
    """Whole numbers in groups of three, which a German and an English reader take alike."""
    return f"{value:,.0f}".replace(",", "\u00a0") if value == round(value) else f"{value:g}"


def _monday(day: dt.date) -> int:
    """The ordinal of the first Monday on or after a day."""
    return day.toordinal() + -day.weekday() % 7


def _months(first: dt.date, last: dt.date) -> list[dt.date]:
    """The first of each month from that of `first` to that of `last`."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    places = [first.year * 12 + first.month - 1 + gone for gone in range(count)]
    return [dt.date(place // 12, place % 12 + 1, 1) for place in places]
