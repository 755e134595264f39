"""The fields of a goal's plan: what the options give, what a draft keeps, and the goal made of it.

A draft has the names and JSON values of the window's own, so that either goes on with it.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from workjournal.cli import naming
from workjournal.cli.options import (
    AUDIENCE,
    CLEARED,
    DAY,
    RATING,
    RHYTHM,
    Command,
    Value,
    chosen,
    option,
    or_none,
    several,
    ticked,
)
from workjournal.domain.entity import Audience
from workjournal.domain.goal import Goal, GoalState
from workjournal.domain.rhythm import WEEKLY
from workjournal.journal.journal import Journal

TEXTS = (
    *("why", "performance", "conditions", "criterion", "feedback_from", "support"),
    *("wish", "outcome", "obstacle", "plan", "premortem", "prevention"),
)
RATINGS = ("difficulty", "slack", "successes", "confidence_before")
Fields = dict[str, Any]


def plan_options(*, clearable: bool) -> Callable[[Command], Command]:
    """The options for every field of a plan; `clearable` ones take "none" too."""

    def maybe(value: Value) -> Value:
        return or_none(value) if clearable else value

    options = (
        option("--why", text="What makes it worth it."),
        option("--performance", text="What you will be able to do."),
        option("--conditions", text="Under which conditions."),
        option("--criterion", text="How one can tell that it is met."),
        several("--skill skill_names", text="A skill it stretches."),
        several("--challenge challenges", maybe(Value(str, "TEXT")), "A kind of challenge."),
        option("--difficulty", maybe(RATING), "How hard it will be."),
        option("--slack", maybe(RATING), "How much room there is for it."),
        option("--successes", maybe(RATING), "How well comparable things went of late."),
        option("--feedback-from", text="Who gives feedback."),
        option("--support", text="What support you have."),
        option("--wish", text="The wish."),
        option("--outcome", text="The best outcome."),
        option("--obstacle", text="The obstacle in you."),
        option("--plan", text="If the obstacle comes, then I will …"),
        option("--premortem", text="It is the due date and it failed: why?"),
        option("--prevention", text="What you change in the plan because of that."),
        option("--probability", maybe(RATING), "The forecast, in %; sealed when the goal starts."),
        option("--reasons", text="Why that probability."),
        option("--confidence confidence_before", maybe(RATING), "Your confidence before it."),
        option("--due", maybe(DAY), "When it is due."),
        option("--rhythm rhythm_days", RHYTHM, "Days between two check-ins, at most 92; 0 asks for none."),
        option("--measure", maybe(Value(str, "NAME")), "The measure that shows it."),
        several("--share audiences", maybe(AUDIENCE), "Tick it for an audience."),
    )

    def decorate(command: Command) -> Command:
        for each in reversed(options):
            command = each(command)
        return command

    return decorate


def is_given(given: Mapping[str, Any]) -> bool:
    """Whether any option was."""
    return any(value not in {None, ()} for value in given.values())


def empty() -> Fields:
    """The fields of a goal of which nothing was said yet."""
    return of_goal(Goal(title=""))


def of_goal(goal: Goal) -> Fields:
    """The fields as a goal has them."""
    forecast = goal.forecast
    return {
        "title": goal.title,
        **{name: getattr(goal, name) for name in (*TEXTS, *RATINGS)},
        "challenges": list(goal.challenges),
        "skill_names": [skill.name for skill in goal.skills],
        "due": goal.due.isoformat() if goal.due else None,
        "rhythm_days": goal.rhythm_days,
        "measure_id": str(goal.measure_id) if goal.measure_id else None,
        "audiences": sorted(goal.audiences),
        "probability": forecast.probability if forecast else None,
        "reasons": forecast.reasons if forecast else "",
    }


def take(journal: Journal, fields: Fields, given: Mapping[str, Any]) -> None:
    """Set what the options give.

    Raises:
        NoSuchName, AmbiguousId
    """
    for name in ("title", *TEXTS, *RATINGS, "rhythm_days", "probability", "reasons"):
        if given.get(name) is not None:
            fields[name] = chosen(given[name])
    for name in ("challenges", "skill_names"):
        if given.get(name):
            fields[name] = [each for each in given[name] if each is not CLEARED and each.strip()]
    if given.get("audiences"):
        fields["audiences"] = sorted(ticked(given["audiences"]))
    if given.get("due") is not None:
        due = chosen(given["due"])
        fields["due"] = due.isoformat() if due else None
    if given.get("measure") is not None:
        name = chosen(given["measure"])
        fields["measure_id"] = str(naming.measure(journal, name).id) if name else None


def put(fields: Mapping[str, Any], goal: Goal) -> None:
    """Set a goal's own fields; its forecast and its skills are kept by `keep`."""
    goal.title = str(fields.get("title") or "")
    for name in TEXTS:
        setattr(goal, name, str(fields.get(name) or ""))
    for name in RATINGS:
        setattr(goal, name, fields.get(name))
    goal.challenges = list(fields.get("challenges") or [])
    due, measure, rhythm = fields.get("due"), fields.get("measure_id"), fields.get("rhythm_days")
    goal.due = dt.date.fromisoformat(due) if due else None
    goal.measure_id = UUID(measure) if measure else None
    goal.rhythm_days = WEEKLY if rhythm is None else int(rhythm)
    goal.audiences = frozenset(Audience(each) for each in fields.get("audiences") or ())


def keep(journal: Journal, goal: Goal, fields: Mapping[str, Any]) -> Goal:
    """Keep a goal as the fields say, with its forecast while that can still be changed.

    Raises:
        Missing, NoRhythm, OutOfRange
    """
    put(fields, goal)
    skills = list(fields.get("skill_names") or [])
    if goal.state is not GoalState.PLANNED:
        return journal.goals.add(goal, skills=skills)
    reasons = str(fields.get("reasons") or "")
    return journal.goals.plan(goal, skills=skills, probability=fields.get("probability"), reasons=reasons)
