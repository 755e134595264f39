"""Before and after the last marked change: what the measures were on either side, and nothing of why."""

import datetime as dt
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Axis, DataTable, Figure, Series
from workjournal.charts.measuring import Values, concerning, heights, mark, newest
from workjournal.charts.wording import counted, day, exact, joined, quoted, rounded
from workjournal.domain.history import ChangePoint, History, MeasurePoints

KEY = "around_change"
TITLE = "Before and after a change"
MOST = 8
"""Values on either side: enough for a median, near enough to the change."""
FEWEST = 3
"""Values on either side under which a median would be one of two, or the one."""


@dataclass(frozen=True)
class Sides:
    """The values of a measure before a change, and from its day on, the oldest first."""

    measure: MeasurePoints
    before: Values
    after: Values

    @property
    def is_apart(self) -> bool:
        """Whether all values after lie above, or all below, those before."""
        before, after = ([value for _, value in side] for side in (self.before, self.after))
        return self.is_told and (min(after) > max(before) or max(after) < min(before))

    @property
    def is_told(self) -> bool:
        """Whether each side has enough values for a median."""
        return min(len(self.before), len(self.after)) >= FEWEST


def figure(history: History) -> Figure:
    """A panel for each measure that the last marked change of the period concerns; it coincides, and no more is said.

    Changes marked on one day are one. The values stand in their order, not at their days, so that measures of
    different rhythm stand under each other; the day is in the table.
    """
    changes = _last(history)
    concerned = [measure for measure in history.measures if concerning(measure, changes)]
    every = [
        sides
        for measure in concerned
        if (sides := _sides(measure, changes[0], history)).before or sides.after
    ]
    drawn = newest([sides.measure for sides in every])
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle=f"At most {MOST} values on either side, in their order, and their medians",
        reading=_reading(changes, every),
        claims=_claims(changes, every),
        n=sum(len(sides.before) + len(sides.after) for sides in every),
        x=_axis(),
        y=Axis("number", "", *heights(())),
        series=(),
        table=DataTable(
            ("Measure", "Side", "Date", "Value", "Median of the side"),
            tuple(row for sides in every for row in _rows(sides)),
        ),
        panels=tuple(_panel(sides, changes) for sides in every if sides.measure in drawn),
    )


def _last(history: History) -> list[ChangePoint]:
    """The changes of the last day of the period that has one."""
    within = [change for change in history.changes if history.start <= change.date <= history.end]
    return [change for change in within if change.date == within[-1].date]


def _sides(measure: MeasurePoints, change: ChangePoint, history: History) -> Sides:
    """Before begins at the change before, if there is one: what changed then is no part of what this one is held to."""
    earlier = [each.date for each in concerning(measure, history.changes) if each.date < change.date]
    since = max(earlier, default=dt.date.min)
    before = [value for value in measure.values if since <= value[0] < change.date]
    after = [value for value in measure.values if value[0] >= change.date]
    return Sides(measure, before[-MOST:], after[:MOST])


def _axis() -> Axis:
    return Axis("number", "Values before and after", -MOST - 0.5, MOST + 0.5)


def _panel(sides: Sides, changes: Sequence[ChangePoint]) -> Figure:
    measure = sides.measure
    own = concerning(measure, changes)
    return Figure(
        key=KEY,
        title=measure.name,
        subtitle=measure.unit,
        reading=_panel_reading(sides, own),
        claims=_claims(own, [sides]),
        n=len(sides.before) + len(sides.after),
        x=_axis(),
        y=Axis("number", "", *heights((value for _, value in (*sides.before, *sides.after)), marked=True)),
        series=tuple(_series(sides)),
        table=DataTable(("Side", "Date", "Value", "Median of the side"), tuple(r[1:] for r in _rows(sides))),
        marks=tuple(mark(change, 0.0) for change in own),
    )


def _series(sides: Sides) -> list[Series]:
    """The values at −1, −2 … before and 1, 2 … after, with a line across each side at its median."""
    unit, made = sides.measure.unit, []
    for name, values, first, colour in (
        ("Before", sides.before, -len(sides.before), 1),
        ("After", sides.after, 1, 0),
    ):
        if not values:
            continue
        points = tuple((float(x), value) for x, (_, value) in enumerate(values, first))
        told = tuple(f"{exact(value, unit)}, {day(date)}" for date, value in values)
        ids = (str(sides.measure.id),) * len(points)
        made.append(Series(name, points, colour, "circle" if colour == 0 else "square", ids=ids, told=told))
        if len(values) >= FEWEST:
            middle = _median(values)
            ends = ((points[0][0], middle), (points[-1][0], middle))
            label = rounded(middle, unit)
            made.append(Series(f"Median {name.lower()}", ends, colour, "none", "dash", label=label))
    return made


def _median(values: Values) -> float:
    return statistics.median(value for _, value in values)


def _rows(sides: Sides) -> list[tuple[str, ...]]:
    unit = sides.measure.unit
    return [
        (
            sides.measure.name,
            name,
            date.isoformat(),
            exact(value, unit),
            rounded(_median(values), unit) if len(values) >= FEWEST else "–",
        )
        for name, values in (("before", sides.before), ("after", sides.after))
        for date, value in values
    ]


def _words(changes: Sequence[ChangePoint]) -> str:
    return f"{joined([quoted(change.text) for change in changes])} ({day(changes[0].date)})"


def _claims(changes: Sequence[ChangePoint], every: Sequence[Sides]) -> tuple[str, ...]:
    """Which change it is, and the measures whose values lie apart; () where none can be compared."""
    if not any(sides.is_told for sides in every):
        return ()
    return (changes[0].date.isoformat(), *(str(sides.measure.id) for sides in every if sides.is_apart))


def _medians(sides: Sides, changes: Sequence[ChangePoint]) -> str:
    """As in "The median of On-time picks was 82 % before and 90 % after, and their values overlap; …"."""
    unit, name = sides.measure.unit, sides.measure.name
    before, after = (rounded(_median(values), unit) for values in (sides.before, sides.after))
    if before == after and not sides.is_apart:
        return f"The median of {name} is the same before and after {_words(changes)}: {before}."
    overlap = "and their values do not overlap" if sides.is_apart else "and their values overlap"
    return (
        f"The median of {name} was {before} before and {after} after, {overlap}; "
        f"this coincides with {_words(changes)}."
    )


def _panel_reading(sides: Sides, changes: Sequence[ChangePoint]) -> str:
    if sides.is_told:
        return _medians(sides, changes)
    have = f"{counted(len(sides.before), 'value')} before and {len(sides.after)} after"
    return f"Too few to compare: {sides.measure.name} has {have} {_words(changes)}."


def _reading(changes: Sequence[ChangePoint], every: Sequence[Sides]) -> str:
    if not changes:
        return "No change was marked in this period."
    if not every:
        return f"No measure that {_words(changes)} concerns has a value yet."
    if len(every) == 1:
        return _panel_reading(every[0], concerning(every[0].measure, changes))
    told = [sides for sides in every if sides.is_told]
    if not told:
        return f"Too few values before or after {_words(changes)} to compare any of {len(every)} measures."
    apart = sum(sides.is_apart for sides in told)
    few = f", {len(every) - len(told)} more had too few values" if len(told) < len(every) else ""
    of = f"Of {counted(len(told), 'measure')}"
    if not apart:
        return f"{of}, none had all values after {_words(changes)} apart from those before{few}."
    said = f"{of}, {apart} had all values after apart from those before{few}"
    return f"{said}; this coincides with {_words(changes)}."


CHART = Chart(KEY, TITLE, figure)
