"""How closed goals ended, by how difficult they were; with how much feedback there was, and the kind of challenge."""

from collections import Counter
from typing import Literal

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Axis, DataTable, Figure, Series
from workjournal.charts.wording import counted, some_of
from workjournal.domain.goal import GoalState
from workjournal.domain.history import GoalPoint, History

KEY = "stretch_map"
TITLE = "Stretch map"
OUTCOMES = (GoalState.ABANDONED, GoalState.MISSED, GoalState.PARTLY, GoalState.ACHIEVED)
"""From the lowest row up."""
Marker = Literal["circle", "square", "triangle", "diamond"]
MARKERS: tuple[Marker, ...] = ("circle", "square", "triangle", "diamond")
"""No more kinds than there are markers have a series of their own, so that none is told by its colour alone."""
OTHER = "other"
UNNAMED = "no kind named"
ASIDE = (0.0, 0.14, -0.14, 0.28, -0.28)
"""Parts of a row by which goals of equal difficulty and outcome are moved apart; height within a row says nothing."""


def figure(history: History) -> Figure:
    """One point a goal: to the right the harder, upwards the better it ended, larger with feedback in more check-ins.

    Feedback is shown beside difficulty since it is what offsets the diminishing returns of stretch (DeRue & Wellman
    2009). A goal's colour is its first kind of challenge.
    """
    closed = [
        goal
        for goal in history.goals
        if goal.state in OUTCOMES and goal.closed is not None and history.start <= goal.closed <= history.end
    ]
    goals = [goal for goal in closed if goal.difficulty is not None]
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle="Closed goals by own rating of difficulty; larger with feedback in more check-ins",
        reading=_reading(goals, len(closed) - len(goals)),
        claims=_claims(goals),
        n=len(goals),
        x=Axis("number", "Difficulty", 0, 100),
        y=Axis("category", "", -0.5, len(OUTCOMES) - 0.5, tuple(state.value for state in OUTCOMES)),
        series=_series(goals),
        table=DataTable(
            ("Goal", "Ended as", "Difficulty", "Check-ins", "With feedback", "First kind of challenge"),
            tuple(_row(goal) for goal in goals),
        ),
    )


def _series(goals: list[GoalPoint]) -> tuple[Series, ...]:
    names = _names(goals)
    places = _places(goals)
    series = []
    for place, name in enumerate(dict.fromkeys(names.values())):
        of = [
            (goal, where)
            for goal, where in zip(goals, places, strict=True)
            if names[_challenge(goal)] == name
        ]
        series.append(
            Series(
                name.capitalize(),
                tuple(where for _, where in of),
                place,
                MARKERS[place],
                ids=tuple(str(goal.id) for goal, _ in of),
                told=tuple(_told(goal) for goal, _ in of),
                sizes=tuple(_share(goal) for goal, _ in of),
            )
        )
    return tuple(series)


def _names(goals: list[GoalPoint]) -> dict[str, str]:
    """What each kind of challenge is drawn as, the most frequent first; those for which no colour is left are "other"."""
    kinds = [kind for kind, _ in Counter(_challenge(goal) for goal in goals).most_common()]
    own = len(kinds) if len(kinds) <= len(MARKERS) else len(MARKERS) - 1
    return {kind: kind if place < own else OTHER for place, kind in enumerate(kinds)}


def _places(goals: list[GoalPoint]) -> list[tuple[float, float]]:
    taken: Counter[tuple[int, int]] = Counter()
    places = []
    for goal in goals:
        at = (goal.difficulty or 0, OUTCOMES.index(goal.state))
        places.append((float(at[0]), at[1] + ASIDE[taken[at] % len(ASIDE)]))
        taken[at] += 1
    return places


def _challenge(goal: GoalPoint) -> str:
    return goal.challenges[0] if goal.challenges else UNNAMED


def _share(goal: GoalPoint) -> float:
    """In what part of its check-ins somebody had said something; none without check-ins."""
    return goal.feedback / goal.looks if goal.looks else 0.0


def _told(goal: GoalPoint) -> str:
    ended = f"{goal.title}: {goal.state.value}, {_challenge(goal)}"
    if not goal.looks:
        return f"{ended}, no check-ins"
    return f"{ended}, feedback in {goal.feedback} of {counted(goal.looks, 'check-in')}"


def _row(goal: GoalPoint) -> tuple[str, ...]:
    numbers = (str(goal.difficulty), str(goal.looks), str(goal.feedback))
    return (goal.title, goal.state.value, *numbers, _challenge(goal))


def _claims(goals: list[GoalPoint]) -> tuple[str, ...]:
    """How the one ended, of what difficulty; of several whether any or all were achieved, and the hardest that was."""
    if len(goals) == 1:
        return (goals[0].state.value, str(goals[0].difficulty))
    achieved = [goal.difficulty or 0 for goal in goals if goal.state is GoalState.ACHIEVED]
    hardest = [str(max(achieved))] if achieved else []
    return (*some_of(goal.state is GoalState.ACHIEVED for goal in goals), *hardest)


def _reading(goals: list[GoalPoint], unrated: int) -> str:
    if not goals:
        return "No goal that was closed in this period has a difficulty rating yet."
    if unrated:
        missing = f"; {unrated} more without a rating {'is' if unrated == 1 else 'are'} not on the map"
    else:
        missing = ""
    if len(goals) == 1:
        ended = "reached partly" if goals[0].state is GoalState.PARTLY else goals[0].state.value
        return f"The one closed goal with a difficulty rating, {goals[0].difficulty}, was {ended}{missing}."
    achieved = [goal.difficulty or 0 for goal in goals if goal.state is GoalState.ACHIEVED]
    of = f"of {len(goals)} closed goals with a difficulty rating"
    if not achieved:
        return f"None {of} was achieved{missing}."
    if len(achieved) == 1:
        return f"One {of} was achieved, at {achieved[0]}{missing}."
    return f"{len(achieved)} {of} were achieved, the hardest at {max(achieved)}{missing}."


CHART = Chart(KEY, TITLE, figure)
