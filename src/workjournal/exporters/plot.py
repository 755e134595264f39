"""A figure's values on a unit square, with ticks and colours: all that is left for the template is to draw."""

import datetime as dt
import math
from collections.abc import Iterable
from typing import Any

from workjournal.charts.figure import Axis, Figure, Series
from workjournal.exporters.wording import wording

COLOURS = ("#0F6B63", "#C77700", "#6B45C6", "#8C1D2B", "#5596D8")
"""The light chart palette of shared/look/look.md, by a series' place."""
MOST_TICKS = 7
LONGEST_LABEL = 60
LONGEST_MARK = 28
"""Letters of a category's name and of a direct label; what is longer ends in an ellipsis."""

COVERED = 0.015
COVERED_STEP = 0.28
"""Parts of the width in which one marker covers another, and of a row by which the later one is lowered."""

Plot = dict[str, Any]
Place = tuple[float, float]


def plot(figure: Figure, language: str) -> Plot | None:
    """Axes, series and links with places from 0 to 1, y upwards; None where there is nothing to draw yet."""
    if not any(series.points for series in figure.series):
        return None
    points = [point for series in figure.series for point in series.points]
    across = _Scale(figure.x, [x for x, _ in points])
    up = _Scale(figure.y, [y for _, y in points])

    def at(point: tuple[float, float]) -> tuple[float, float]:
        return across.place(point[0]), up.place(point[1])

    drawn = [one for one in figure.series if one.points]
    places = [[at(point) for point in one.points] for one in drawn]
    return {
        "x": {"title": figure.x.title, "ticks": across.ticks(language)},
        "y": {
            "ticks": up.ticks(language),
            "rows": len(figure.y.labels) if figure.y.kind == "category" else 0,
        },
        "series": [_series(one, points) for one, points in zip(drawn, _apart(places, figure.y), strict=True)],
        "links": [[at(link.start), at(link.end)] for link in figure.links],
    }


def _apart(places: list[list[Place]], y: Axis) -> list[list[Place]]:
    """A point that would cover one of an earlier series is lowered within its category's row, where height says nothing."""
    if y.kind != "category":
        return places
    step = COVERED_STEP / max(len(y.labels), 1)
    taken: list[Place] = []
    moved = []
    for points in places:
        row = [(x, up - step * any(abs(x - a) < COVERED and up == b for a, b in taken)) for x, up in points]
        moved.append(row)
        taken += points
    return moved


def short(text: str, most: int) -> str:
    """One line of at most `most` letters; an ellipsis says where it was cut."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    words = cut.rsplit(" ", 1)[0]
    return (words if len(words) > most / 2 else cut).rstrip(" ,;:–-") + "…"


def _series(one: Series, points: list[tuple[float, float]]) -> Plot:
    return {
        "name": short(one.name, LONGEST_MARK),
        "label": short(one.label, LONGEST_MARK),
        "colour": COLOURS[one.place % len(COLOURS)],
        "marker": one.marker,
        "line": one.line,
        "points": points,
    }


class _Scale:
    """An axis that is wide enough for every value, even where the figure said less."""

    def __init__(self, axis: Axis, values: Iterable[float]) -> None:
        self._axis = axis
        self._low = min(axis.low, *values)
        self._high = max(axis.high, *values)

    def place(self, value: float) -> float:
        """From 0 to 1; the middle where the axis is a single value wide."""
        span = self._high - self._low
        return (value - self._low) / span if span else 0.5

    def ticks(self, language: str) -> list[Plot]:
        """Where a grid line is drawn and what it is called."""
        named = {"number": self._numbers, "date": self._dates, "category": self._categories}[self._axis.kind](
            language
        )
        return [{"at": self.place(value), "label": label} for value, label in named]

    def _categories(self, _language: str) -> list[tuple[float, str]]:
        return [(float(place), short(label, LONGEST_LABEL)) for place, label in enumerate(self._axis.labels)]

    def _numbers(self, _language: str) -> list[tuple[float, str]]:
        step = _step(self._high - self._low)
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


def _step(span: float) -> float:
    """The roundest step that gives about four parts."""
    if span <= 0:
        return 1.0
    rough = span / 4
    power = 10.0 ** math.floor(math.log10(rough))
    return next(round_ * power for round_ in (1, 2, 2.5, 5, 10) if round_ * power >= rough - 1e-12)


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
