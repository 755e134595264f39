"""What is said of goals in the terminal: what speaks against a start, and how a forecast turned out."""

import datetime as dt

from workjournal.cli.printing import note, short
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import OPEN_STATES, Goal, GoalState
from workjournal.domain.readiness import LITTLE, STRETCHING, Concern

_CONCERNS = {
    Concern.NO_FEEDBACK: (
        f"It is hard ({STRETCHING} or more), and nobody is named who gives feedback: without it a great stretch "
        "teaches less and less."
    ),
    Concern.LITTLE_SLACK: (
        f"It is hard, and there is little room for it (under {LITTLE}): think about what can wait meanwhile, or "
        "begin smaller."
    ),
    Concern.FEW_SUCCESSES: (
        f"It is hard, and little of the kind went well of late (under {LITTLE}): those who can least afford a "
        "great stretch choose it most. A smaller one first may carry further."
    ),
}
BROKEN = "changed since: its seal is broken"
MISSING = "its seal is missing, so it may have been changed"


def say_concerns(goal: Goal, *, kept: bool = True) -> None:
    """Tell on standard error what speaks against starting it as things stand; it stands in no way."""
    found = goal.concerns()
    for concern in found:
        note(f"Careful: {_CONCERNS[concern]}")
    if kept and Concern.NO_FEEDBACK in found:
        note(f"  workjournal goal edit {short(goal.id)} --feedback-from NAME")


def forecast(each: Forecast, *, started: bool) -> str:
    """A forecast with its day, its seal and its reasons; where the goal has started there must be a seal."""
    words = f"{each.probability} %"
    if each.by:
        words += f" by {each.by.isoformat()}"
    return f"{words}, {_seal(each, started=started)}" + (f"\n{each.reasons}" if each.reasons else "")


def came_true(goal: Goal, today: dt.date) -> str:
    """Whether it was reached by its day, as far as that can be told; "" for a goal that never started."""
    reached = goal.came_true(max(today, goal.closed or today))  # a clock may have been set back
    if goal.start is None and goal.state in OPEN_STATES:
        return ""
    if reached is None:
        return "cannot be told yet"
    if reached:
        return "yes"
    if goal.state is GoalState.ACHIEVED:
        return "no: it was reached after its day"
    return "no: its day has passed" if goal.state in OPEN_STATES else "no"


def next_look(goal: Goal, today: dt.date) -> str:
    """When it asks to be looked at again, or why it does not; "" for a goal that is not running."""
    if goal.state is not GoalState.ACTIVE:
        return ""
    if goal.paused_on:
        return f"paused since {goal.paused_on.isoformat()}"
    day = goal.next_check_in(today)
    if day is None:
        return "not asked for"
    return f"{day.isoformat()}, due" if day <= today else day.isoformat()


def rhythm(days: int) -> str:
    """How often it asks for a check-in."""
    return {0: "asks for no check-in", 1: "every day"}.get(days, f"every {days} days")


def _seal(each: Forecast, *, started: bool) -> str:
    """A digest without its time is broken, too."""
    if each.sealed_at is None and each.is_intact():
        return MISSING if started else "not sealed yet"
    if each.sealed_at is None or not each.is_intact():
        return BROKEN
    return f"sealed on {each.sealed_at.astimezone().date().isoformat()}, intact"
