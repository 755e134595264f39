"""If-then plans by quarter: did they fire when their moment came?"""

import datetime as dt
from collections import Counter, defaultdict
from uuid import UUID

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Axis, DataTable, Figure, Series, only_id
from workjournal.charts.wording import joined, some_of
from workjournal.domain.action import ActionState
from workjournal.domain.history import History, PlanPoint
from workjournal.domain.quarters import Columns, columns

KEY = "plans"
TITLE = "If-then plans: fired or not"
ENDINGS = (
    (ActionState.DONE, "Fired"),
    (ActionState.NOT_MET, "Not met"),
    (ActionState.NEVER_AROSE, "Never arose"),
    (ActionState.OPEN, "Open"),
    (ActionState.DROPPED, "Dropped"),
)
"""In the order of the bars; a place in the palette each."""

MOMENT_CAME = (ActionState.DONE, ActionState.NOT_MET)

Groups = dict[tuple[int, ActionState], list[UUID]]
"""Which plans stand how, by column."""


def figure(history: History) -> Figure:
    """A group of bars a quarter (a year where the period is long), one for each way a plan stands; none for no plan.

    A plan stands where it ended, and in the last one while it is open, as it was on the period's last day.
    """
    across = columns(history.start, history.end)
    seen = [_seen(plan, history.end) for plan in history.plans]
    groups: Groups = defaultdict(list)
    for plan, (day, state) in zip(history.plans, seen, strict=True):
        groups[max(0, across.of(day)), state].append(plan.id)
    unit = across.word.lower()
    came = [state is ActionState.DONE for _, state in seen if state in MOMENT_CAME]
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle=f"By the {unit} in which each ended; those still open stand in the last",
        reading=_reading(Counter(state for _, state in seen)),
        claims=some_of(came),
        n=len(seen),
        x=Axis("category", "", -0.5, len(across.labels) - 0.5, across.labels),
        y=Axis("number", "Plans", 0, max([1, *map(len, groups.values())]), whole=True),
        series=_series(groups),
        table=DataTable((across.word, *(name for _, name in ENDINGS)), _rows(groups, across)),
    )


def _seen(plan: PlanPoint, end: dt.date) -> tuple[dt.date, ActionState]:
    ended = plan.ended or plan.date
    return (end, ActionState.OPEN) if plan.state is ActionState.OPEN or ended > end else (ended, plan.state)


def _series(groups: Groups) -> tuple[Series, ...]:
    made = []
    for colour, (state, name) in enumerate(ENDINGS):
        found = sorted((column, plans) for (column, each), plans in groups.items() if each is state)
        if found:
            points = tuple((float(column), float(len(plans))) for column, plans in found)
            told = tuple(str(len(plans)) for _, plans in found)
            ids = tuple(only_id(plans) for _, plans in found)
            made.append(Series(name, points, colour, ids=ids, told=told, form="bars"))
    return tuple(made)


def _rows(groups: Groups, across: Columns) -> tuple[tuple[str, ...], ...]:
    """A row for each column that has a plan, the latest first."""
    return tuple(
        (across.labels[column], *(str(len(groups.get((column, state), ()))) for state, _ in ENDINGS))
        for column in sorted({column for column, _ in groups}, reverse=True)
    )


def _reading(states: Counter[ActionState]) -> str:
    if not states.total():
        return "No if-then plan was made or ended in this period yet."
    fired, missed = states[ActionState.DONE], states[ActionState.NOT_MET]
    rest = [
        f"{states[state]} {words}"
        for state, words in (
            (ActionState.NEVER_AROSE, "never arose"),
            (ActionState.OPEN, "still open"),
            (ActionState.DROPPED, "dropped"),
        )
        if states[state]
    ]
    if not fired + missed:
        return f"No plan's moment came in this period; {joined(rest)}."
    if fired + missed == 1:
        came = f"The one plan whose moment came {'fired' if fired else 'did not fire'}"
    else:
        came = f"{fired} of {fired + missed} plans whose moment came fired"
    return f"{came}; {joined(rest)}." if rest else f"{came}."


CHART = Chart(KEY, TITLE, figure)
