"""Confidence before and after each closed goal, with where it really was before."""

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Axis, DataTable, Figure, Link, Series
from workjournal.domain.goal import OPEN_STATES
from workjournal.domain.history import GoalPoint, History

KEY = "confidence"
TITLE = "Confidence before and after"
MOST_GOALS = 12
"""The newest goals drawn; all are in the table."""


def figure(history: History) -> Figure:
    """One line a goal, from "before" to "after"; "really before" is the worker's later view of the start.

    Looking back corrects response shift: before the work one does not know what one does not know
    (Howard 1980, the retrospective pretest).
    """
    goals = [
        goal
        for goal in history.goals
        if goal.confidence_before is not None or goal.confidence_after is not None
    ]
    drawn = goals[-MOST_GOALS:][::-1]
    pairs = [(goal.confidence_before, goal.confidence_after) for goal in drawn]
    links = tuple(
        Link((float(before), float(place)), (float(after), float(place)))
        for place, (before, after) in enumerate(pairs)
        if before is not None and after is not None
    )
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle="By goal, 0 to 100, in your own rating",
        reading=_reading(goals),
        claims=tuple(sorted({_change(rise) for rise in _rises(goals)})),
        n=len(goals),
        x=Axis("number", "Confidence", 0, 100),
        y=Axis("category", "", -0.5, max(len(drawn), 1) - 0.5, tuple(goal.title for goal in drawn)),
        series=_series(drawn),
        links=links,
        table=DataTable(
            ("Goal", "State", "Before", "Really before", "After"),
            tuple(_row(goal) for goal in reversed(goals)),
        ),
    )


def _series(drawn: list[GoalPoint]) -> tuple[Series, ...]:
    columns = (
        ("Before", "confidence_before", 1, "square"),
        ("Really before", "confidence_really_before", 2, "triangle"),
        ("After", "confidence_after", 0, "circle"),
    )
    series = []
    for name, field, place, marker in columns:
        rated = [(row, goal, getattr(goal, field)) for row, goal in enumerate(drawn)]
        known = [(row, goal, value) for row, goal, value in rated if value is not None]
        if known:
            points = tuple((float(value), float(row)) for row, _, value in known)
            ids = tuple(str(goal.id) for _, goal, _ in known)
            series.append(Series(name, points, place, marker, ids=ids))  # type: ignore[arg-type]
    return tuple(series)


def _rises(goals: list[GoalPoint]) -> list[int]:
    """By how much it was higher after each goal that has both."""
    return [
        goal.confidence_after - goal.confidence_before
        for goal in goals
        if goal.confidence_after is not None and goal.confidence_before is not None
    ]


def _change(rise: int) -> str:
    return "rose" if rise > 0 else "fell" if rise < 0 else "stayed the same"


def _reading(goals: list[GoalPoint]) -> str:
    rises = _rises(goals)
    if not goals:
        return "No goal has a confidence rating in this period yet."
    if not rises:
        return "No rated goal was closed in this period, so there is no before and after yet."
    higher = sum(rise > 0 for rise in rises)
    closed = "the one closed goal" if len(rises) == 1 else f"{higher} of {len(rises)} closed goals"
    if len(rises) == 1:
        return f"Confidence {_change(rises[0])} over {closed}."
    return f"Confidence was higher after than before in {closed}."


def _row(goal: GoalPoint) -> tuple[str, ...]:
    ratings = (goal.confidence_before, goal.confidence_really_before, goal.confidence_after)
    state = goal.state.value if goal.state not in OPEN_STATES else f"{goal.state.value}, still open"
    return (goal.title, state, *("–" if rating is None else str(rating) for rating in ratings))


CHART = Chart(KEY, TITLE, figure)
