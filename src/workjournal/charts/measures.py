"""Measures as process-behaviour charts: what comes and goes as usual, and what stands out of it."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Axis, DataTable, Figure, Series, Zone, on_axis
from workjournal.charts.measuring import concerning, heights, mark, newest
from workjournal.charts.wording import counted, exact, joined, quoted, rounded, times
from workjournal.domain.history import ChangePoint, History, MeasurePoints
from workjournal.domain.xmr import FEWEST, NEAR, OF, RUN, Phase, Rule, Signal, phases, signals

KEY = "measures"
TITLE = "Measures and their natural limits"
MOST_NAMED = 3
"""Measures named in the reading."""
HEADERS = ("Measure", "Date", "Value", "Lower limit", "Centre", "Upper limit", "Signal", "Coincides with")
RULES = {
    Rule.BEYOND: "outside the natural limits",
    Rule.RUN: f"{RUN} in a row on one side of the centre",
    Rule.NEAR: f"{NEAR} of {OF} nearer to a limit than to the centre",
}

BY = {Rule.BEYOND: "", Rule.RUN: "by ", Rule.NEAR: "by "}
"""What joins a rule to how often it was met, as in "twice by 8 in a row on one side of the centre"."""


@dataclass(frozen=True)
class Course:
    """A measure's values up to the period's end with their phases, and where in them the period begins."""

    measure: MeasurePoints
    changes: tuple[ChangePoint, ...]
    phases: tuple[Phase, ...]
    signals: dict[int, tuple[Rule, ...]]
    first: int

    @property
    def values(self) -> tuple[tuple[dt.date, float], ...]:
        """Those of the period."""
        return self.measure.values[self.first :]

    @property
    def out(self) -> list[int]:
        """The places among all of the period's values at which a rule was met."""
        return [place for place in sorted(self.signals) if place >= self.first]

    def phase(self, index: int) -> Phase:
        """The phase of a value by its place among all."""
        return next(each for each in self.phases if index < each.end_index)


def figure(history: History) -> Figure:
    """A panel a measure with a value in the period: XmR limits from each marked change on, from the values before too.

    Limits and rules are Wheeler's (domain/xmr.py); a phase under six values has none, and its panel says so.
    """
    courses = [course for measure in history.measures if (course := _course(measure, history)).values]
    drawn = newest([course.measure for course in courses])
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle="Limits begin anew at a marked change; about one value in a hundred stands out by chance",
        reading=_reading(courses),
        claims=_claims(courses),
        n=sum(len(course.values) for course in courses),
        x=Axis("date", "", on_axis(history.start), on_axis(history.end)),
        y=Axis("number", "", *heights(())),
        series=(),
        table=DataTable(HEADERS, tuple(row for course in courses for row in _rows(course))),
        panels=tuple(_panel(course, history) for course in courses if course.measure in drawn),
    )


def _course(measure: MeasurePoints, history: History) -> Course:
    days = [day for day, _ in measure.values]
    numbers = np.array([value for _, value in measure.values], dtype=np.float64)
    changes = concerning(measure, history.changes)
    parts = phases(days, numbers, changes)
    found: dict[int, tuple[Rule, ...]] = {}
    for part in parts:
        for signal in _signals(numbers[part.start_index : part.end_index], part):
            place = part.start_index + signal.index
            found[place] = (*found.get(place, ()), signal.rule)
    first = sum(day < history.start for day in days)
    return Course(measure, tuple(changes), tuple(parts), found, first)


def _signals(numbers: np.ndarray, part: Phase) -> list[Signal]:
    return signals(numbers, part.limits) if part.limits else []


def _panel(course: Course, history: History) -> Figure:
    measure = course.measure
    zones, centres = _limits(course, history)
    levels = [line for line in (measure.baseline, measure.target) if line is not None]
    marks = tuple(mark(change) for change in course.changes if change.date >= history.start)
    edges = (edge for zone in zones for edge in (zone.bottom, zone.top))
    low, high = heights([*(value for _, value in course.values), *levels, *edges], marked=bool(marks))
    return Figure(
        key=KEY,
        title=measure.name,
        subtitle=_subtitle(measure),
        reading=_panel_reading(course),
        claims=_claims([course]),
        n=len(course.values),
        x=Axis("date", "", on_axis(history.start), on_axis(history.end)),
        y=Axis("number", "", low, high),
        series=(*centres, *_levels(measure, history), *_points(course)),
        table=DataTable(HEADERS, tuple(_rows(course))),
        marks=marks,
        zones=zones,
    )


def _limits(course: Course, history: History) -> tuple[tuple[Zone, ...], list[Series]]:
    """The natural limits of each phase that reaches into the period, and its centre line; words beside the latest."""
    zones, centres = [], []
    for part, after in zip(course.phases, (*course.phases[1:], None), strict=True):
        if part.limits is None or part.end_index <= course.first:
            continue
        begin = course.measure.values[part.start_index][0]
        left = on_axis(max(history.start, part.change.date if part.change else begin))
        right = on_axis(after.change.date if after and after.change else history.end)
        found, is_last = part.limits, part is course.phases[-1]
        zones.append(Zone(left, right, found.low, found.high, "Natural limits" if is_last else ""))
        ends = ((left, found.centre), (right, found.centre))
        beside = rounded(found.centre, course.measure.unit) if is_last else ""
        centres.append(Series("Centre", ends, 0, "none", "dash", label=beside))
    return tuple(zones), centres


def _levels(measure: MeasurePoints, history: History) -> list[Series]:
    found = (("Baseline", measure.baseline, 1), ("Target", measure.target, 2))
    first, last = on_axis(history.start), on_axis(history.end)
    return [
        Series(name, ((first, level), (last, level)), place, "none", "dash")
        for name, level, place in found
        if level is not None
    ]


def _subtitle(measure: MeasurePoints) -> str:
    """As in "%, baseline 80, target 95"; they are no labels, which a panel has no room for."""
    levels = (("baseline", measure.baseline), ("target", measure.target))
    told = [f"{name} {exact(level)}" for name, level in levels if level is not None]
    return ", ".join(part for part in (measure.unit, *told) if part)


def _points(course: Course) -> list[Series]:
    """Every value, and those at which a rule was met once more, with a marker of their own."""
    unit, first, behind = course.measure.unit, course.first, str(course.measure.id)
    told = [(on_axis(date), value, exact(value, unit)) for date, value in course.values]
    made = [
        Series(
            "Value",
            tuple((x, y) for x, y, _ in told),
            ids=(behind,) * len(told),
            told=tuple(words for *_, words in told),
        )
    ]
    marked = [(*told[place - first], course.signals[place]) for place in course.out]
    if marked:
        points = tuple((x, y) for x, y, *_ in marked)
        words = tuple(f"{value}, {_rules(rules)}" for *_, value, rules in marked)
        made.append(Series("Signal", points, 3, "diamond", ids=(behind,) * len(points), told=words))
    return made


def _rules(rules: Sequence[Rule]) -> str:
    return joined([RULES[rule] for rule in rules])


def _rows(course: Course) -> list[tuple[str, ...]]:
    """A row a value; a change stands at the first value from its day on."""
    rows: list[tuple[str, ...]] = []
    for place, (date, value) in enumerate(course.values, course.first):
        part = course.phase(place)
        found = part.limits
        edges = (
            ("–",) * 3 if found is None else (rounded(found.low), rounded(found.centre), rounded(found.high))
        )
        rules = _rules(course.signals.get(place, ())) or "–"
        changed = part.change.text if part.change and place == part.start_index else "–"
        rows.append((course.measure.name, date.isoformat(), exact(value), *edges, rules, changed))
    return rows


def _panel_reading(course: Course) -> str:
    name, last = course.measure.name, course.phases[-1]
    values = counted(len(course.values), "value")
    met = Counter(rule for place in course.out for rule in course.signals[place])
    told = joined([f"{times(met[rule])} {BY[rule]}{RULES[rule]}" for rule in Rule if met[rule]])
    out = f"{name} stood out at {len(course.out)} of {values}: {told}"
    if last.limits is None:
        since = f" since {quoted(last.change.text)}" if last.change else ""
        have = counted(last.end_index - last.start_index, "value")
        few = f"{have}{since}, and they need {FEWEST}"
        return (
            f"{out}; too few for limits now, with {few}."
            if told
            else f"Too few for limits: {name} has {few}."
        )
    return f"{out}." if told else f"{name} comes and goes within its natural limits, in {values}."


def _claims(courses: Sequence[Course]) -> tuple[str, ...]:
    """Which measures stood out, of one alone by which rules and whether there are limits now.

    At how many places is a figure: limits are worked out anew with every value, and places come and go at their edge.
    """
    with_limits = [course for course in courses if course.phases[-1].limits]
    if len(courses) == 1:
        met = {rule for place in courses[0].out for rule in courses[0].signals[place]}
        return (*sorted(met), *("limits" for _ in with_limits))
    out = (str(course.measure.id) for course in courses if course.out)
    return ("limits", *out) if with_limits else ()


def _reading(courses: Sequence[Course]) -> str:
    if not courses:
        return "No measure has a value in this period yet."
    if len(courses) == 1:
        return _panel_reading(courses[0])
    few = sum(course.phases[-1].limits is None for course in courses)
    if few == len(courses):
        return (
            f"Too few for limits: all {few} measures have fewer than {FEWEST} values since their last change."
        )
    said = _stood_out([course for course in courses if course.out], courses)
    need = f"{few} of {len(courses)} measures {'has' if few == 1 else 'have'} too few values for limits"
    return f"{said}; {need}." if few else f"{said}."


def _stood_out(out: Sequence[Course], courses: Sequence[Course]) -> str:
    values = counted(sum(len(course.values) for course in courses), "value")
    if not out:
        return f"Nothing stood out of the usual coming and going in {values}"
    names = [course.measure.name for course in out[:MOST_NAMED]]
    more = [f"{len(out) - MOST_NAMED} more"] if len(out) > MOST_NAMED else []
    places = sum(len(course.out) for course in out)
    return f"{places} of {values} stood out of the usual coming and going, in {joined([*names, *more])}"


CHART = Chart(KEY, TITLE, figure)
