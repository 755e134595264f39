"""Which kinds of challenge the goals of each quarter brought; what is blank is an invitation, not a gap."""

import datetime as dt
from collections import defaultdict
from uuid import UUID

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Axis, Cell, DataTable, Figure, only_id
from workjournal.charts.wording import counted, joined
from workjournal.domain.goal import CHALLENGES
from workjournal.domain.history import GoalPoint, History
from workjournal.domain.quarters import Columns, columns

KEY = "challenges"
TITLE = "Kinds of challenge"
MOST_STEP = 4
NAMED = 2
"""So many of the kinds not met are named in the reading: a few are an invitation, all would be a list of duties."""

Groups = dict[tuple[int, str], list[UUID]]
"""The goals of each column and kind; none is empty."""


def figure(history: History) -> Figure:
    """A square for each kind and quarter in which a goal of that kind ran; warmer where several did."""
    across = columns(history.start, history.end)
    goals = [goal for goal in history.goals if goal.challenges and _ran(goal, history)]
    kinds = _kinds(goals)
    groups = _groups(goals, history, across)
    met = {kind for _, kind in groups}
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle="Goals that ran, by kind of challenge; what is blank is an invitation",
        reading=_reading(len(goals), met),
        claims=tuple(sorted(met)),
        n=len(goals),
        x=Axis("category", "", -0.5, len(across.labels) - 0.5, across.labels),
        y=Axis("category", "", -0.5, len(kinds) - 0.5, kinds[::-1]),
        series=(),
        cells=tuple(
            _cell(x, len(kinds) - 1 - row, groups[x, kind])
            for row, kind in enumerate(kinds)
            for x in range(len(across.labels))
            if (x, kind) in groups
        ),
        table=DataTable(
            ("Kind of challenge", *across.labels),
            tuple(_row(kind, groups, across) for kind in kinds) if goals else (),
        ),
    )


def _groups(goals: list[GoalPoint], history: History, across: Columns) -> Groups:
    groups: Groups = defaultdict(list)
    for goal in goals:
        for x in range(*_quarters(goal, history, across)):
            for kind in dict.fromkeys(goal.challenges):
                groups[x, kind].append(goal.id)
    return groups


def _cell(x: int, y: int, goals: list[UUID]) -> Cell:
    return Cell(x, y, min(len(goals), MOST_STEP), counted(len(goals), "goal"), only_id(goals))


def _row(kind: str, groups: Groups, across: Columns) -> tuple[str, ...]:
    counts = (len(groups.get((x, kind), ())) for x in range(len(across.labels)))
    return (kind, *(str(count or "–") for count in counts))


def _ran(goal: GoalPoint, history: History) -> bool:
    first, last = _days(goal, history)
    return goal.start is not None and first <= last


def _days(goal: GoalPoint, history: History) -> tuple[dt.date, dt.date]:
    """The first and the last day of the period on which it ran."""
    return max(goal.start or history.start, history.start), min(goal.closed or history.end, history.end)


def _quarters(goal: GoalPoint, history: History, across: Columns) -> tuple[int, int]:
    first, last = _days(goal, history)
    return across.of(first), across.of(last) + 1


def _kinds(goals: list[GoalPoint]) -> tuple[str, ...]:
    """Those of the list in its order, and after them any a goal has kept the words of."""
    return tuple(dict.fromkeys((*CHALLENGES, *(kind for goal in goals for kind in goal.challenges))))


def _reading(n: int, met: set[str]) -> str:
    if not n:
        return "No goal that ran in this period names a kind of challenge yet; each of them is an invitation."
    blank = [kind for kind in CHALLENGES if kind not in met]
    bring = "One goal brings" if n == 1 else f"{n} goals bring"
    own = len(met.difference(CHALLENGES))
    of_own = f" and {own} of your own" if own else ""
    kinds = (
        f"{len(CHALLENGES) - len(blank)} of the {len(CHALLENGES)} kinds of challenge{of_own} in this period"
    )
    if not blank:
        return f"{bring} {kinds}."
    if len(blank) == 1:
        return f"{bring} {kinds}; the blank one, {blank[0]}, is an invitation."
    such = "" if len(blank) <= NAMED else "such as "
    return f"{bring} {kinds}; the blank ones, {such}{joined(blank[:NAMED])}, are invitations."


CHART = Chart(KEY, TITLE, figure)
