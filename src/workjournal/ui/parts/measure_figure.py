"""The run chart of a measure: its values in the order of their days, where it began, its target, what changed.

A plain one: it says what was, and nothing of chance or cause.
"""

import datetime as dt
import statistics
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QCoreApplication

from workjournal.charts.figure import Axis, DataTable, Figure, Link, Mark, Series, on_axis
from workjournal.domain.measure import MarkedChange, Measure
from workjournal.journal.measures import Value
from workjournal.ui.parts.goal_words import day
from workjournal.ui.parts.measure_value import with_unit

KEY = "measure"
MOST_LINKED = 400
"""From so many values on the points lie too close for a line between them to say anything."""
_GAP = 3
"""So many times the usual distance of two values apart, they are not joined: what lies between is not known."""
_ROOM = 0.08
"""Of the height, above the highest and below the lowest."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("MeasureFigure", text)


def figure(
    measure: Measure, values: Sequence[Value], changes: Sequence[MarkedChange], today: dt.date
) -> Figure:
    """The chart of a measure; `values` and `changes` are the oldest first."""
    drawn = _since_the_first(values, changes)
    days = [value.date for value in values] + [change.date for change in drawn]
    first, last = (min(days), max(days)) if days else (today, today)
    if first == last:
        first, last = first - dt.timedelta(days=3), last + dt.timedelta(days=3)
    low, high = _heights(measure, values, marked=bool(drawn))
    return Figure(
        key=KEY,
        title=_tr("{name}, value by value").format(name=measure.name),
        subtitle=measure.unit,
        reading=_reading(measure, values),
        n=len(values),
        x=Axis("date", "", on_axis(first), on_axis(last)),
        y=Axis("number", "", low, high),
        series=(*_levels(measure, first, last), *_points(measure, values)) if values else (),
        links=_links(values),
        marks=tuple(_mark(change) for change in drawn),
        table=_table(values, drawn),
    )


def _since_the_first(values: Sequence[Value], changes: Sequence[MarkedChange]) -> list[MarkedChange]:
    """Changes that have something before them or on their day: an earlier one parts nothing."""
    return [change for change in changes if values and change.date >= values[0].date]


def _heights(measure: Measure, values: Sequence[Value], *, marked: bool) -> tuple[float, float]:
    """From below the lowest to above the highest; twice as far above where words of marks stand there."""
    numbers = [value.value for value in values]
    numbers += [level for level in (measure.baseline, measure.target) if level is not None]
    low, high = min(numbers, default=0.0), max(numbers, default=1.0)
    room = (high - low) * _ROOM or abs(high) * _ROOM or 1.0
    return low - room, high + room * (2 if marked else 1)


def _levels(measure: Measure, first: dt.date, last: dt.date) -> list[Series]:
    """Where it began, and where it should get: lines across, each with its value beside it."""
    found = ((_tr("Baseline"), measure.baseline, 1), (_tr("Target"), measure.target, 2))
    return [
        Series(
            name,
            ((on_axis(first), level), (on_axis(last), level)),
            place,
            "none",
            "dash",
            label=with_unit(level, measure),
        )
        for name, level, place in found
        if level is not None
    ]


def _points(measure: Measure, values: Sequence[Value]) -> list[Series]:
    """Those typed in or imported, and those of check-ins, each with a marker of its own."""
    by_hand = [value for value in values if not value.from_check_in]
    looks = [value for value in values if value.from_check_in]
    logged = _series(measure, by_hand, Series(_tr("Logged"), (), 0, "circle"))
    checked = _series(measure, looks, Series(_tr("From check-ins"), (), 3, "square"))
    return [series for series in (logged, checked) if series.points]


def _series(measure: Measure, values: Sequence[Value], bare: Series) -> Series:
    return replace(
        bare,
        points=tuple((on_axis(value.date), value.value) for value in values),
        ids=tuple(str(value.thing) for value in values),
        told=tuple(with_unit(value.value, measure) for value in values),
    )


def _links(values: Sequence[Value]) -> tuple[Link, ...]:
    """From each value to the next, but not over a gap."""
    if len(values) > MOST_LINKED:
        return ()
    apart = [(later.date - earlier.date).days for earlier, later in pairwise(values)]
    usual = statistics.median([days for days in apart if days] or [1])
    return tuple(
        Link((on_axis(earlier.date), earlier.value), (on_axis(later.date), later.value))
        for (earlier, later), days in zip(pairwise(values), apart, strict=True)
        if days <= _GAP * usual
    )


def _mark(change: MarkedChange) -> Mark:
    words = " ".join(change.text.split())
    told = _tr("coincides with “{change}” ({day})").format(change=words, day=day(change.date))
    return Mark(on_axis(change.date), words, told)


def _reading(measure: Measure, values: Sequence[Value]) -> str:
    """One sentence: the first and the last value, and how the last stands to the target."""
    if not values:
        return _tr("Log a first value, and it is drawn here.")
    last = values[-1]
    words = _tr("{value} on {day}").format(value=with_unit(last.value, measure), day=day(last.date))
    if len(values) > 1:
        words = _tr("From {value} on {day} to {last}").format(
            value=with_unit(values[0].value, measure), day=day(values[0].date), last=words
        )
    if measure.target is None:
        return f"{words}."
    met = bool(measure.reaches_target(last.value))
    target = _tr("the target of {value} is reached") if met else _tr("the target of {value} is not reached")
    return f"{words}; {target.format(value=with_unit(measure.target, measure))}."


def _table(values: Sequence[Value], changes: Sequence[MarkedChange]) -> DataTable:
    """One row a value; a marked change stands at the first value from its day on, and one after all in a row alone."""
    rows, waiting = [], list(changes)
    for value in values:
        since = [change for change in waiting if change.date <= value.date]
        waiting = waiting[len(since) :]
        origin = _tr("Check-in") if value.from_check_in else _tr("Logged")
        rows.append((value.date.isoformat(), format(value.value, ".15g"), origin, _names(since)))
    rows += [(change.date.isoformat(), "–", "–", _names([change])) for change in waiting]
    return DataTable((_tr("Day"), _tr("Value"), _tr("From"), _tr("Coincides with")), tuple(rows))


def _names(changes: Sequence[MarkedChange]) -> str:
    return "; ".join(" ".join(change.text.split()) for change in changes)
