"""What the charts of measures share: how high they are, and which marked changes concern a measure."""

import datetime as dt
from collections.abc import Iterable, Sequence

from workjournal.charts.figure import Mark, on_axis
from workjournal.charts.wording import day, quoted
from workjournal.domain.history import ChangePoint, MeasurePoints

MOST_PANELS = 12
"""The measures drawn, those with the newest values; all are in the table."""
ROOM = 0.08
"""Of the height, above the highest and below the lowest."""
HEAD = 0.35
"""Of it, above the highest where the words of a mark stand there, so that they cover no value in a small panel."""

Values = Sequence[tuple[dt.date, float]]


def heights(numbers: Iterable[float], *, marked: bool = False) -> tuple[float, float]:
    """From a little below the lowest to a little above the highest, or to HEAD above if marked; 0 to 1 for none."""
    every = list(numbers)
    low, high = min(every, default=0.0), max(every, default=1.0)
    room = (high - low) * ROOM or abs(high) * ROOM or 1.0
    return low - room, high + room * (HEAD / ROOM if marked else 1)


def concerning(measure: MeasurePoints, changes: Iterable[ChangePoint]) -> list[ChangePoint]:
    """The changes of this measure and those of all."""
    return [change for change in changes if change.measure in {None, measure.id}]


def mark(change: ChangePoint, at: float | None = None) -> Mark:
    """Where it stands, at its day unless told otherwise: it coincides, and more is not known."""
    told = f"coincides with {quoted(change.text)} ({day(change.date)})"
    return Mark(on_axis(change.date) if at is None else at, " ".join(change.text.split()), told)


def newest(measures: Sequence[MeasurePoints]) -> list[MeasurePoints]:
    """At most MOST_PANELS of them, in their own order."""
    latest = sorted(measures, key=lambda each: each.values[-1][0], reverse=True)[:MOST_PANELS]
    return [each for each in measures if each in latest]
