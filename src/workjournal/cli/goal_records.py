"""Goals as JSON values, with their forecasts and check-ins, and what else belongs to one."""

import datetime as dt
from typing import Any

from workjournal.cli.plain import Record, ids, plain, recorded
from workjournal.domain.action import Action
from workjournal.domain.check_in import CheckIn
from workjournal.domain.episode import Episode
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import Goal
from workjournal.journal.journal import Journal

_GOAL = (
    *("title", "why", "performance", "conditions", "criterion", "skills", "challenges", "difficulty"),
    *("slack", "successes", "feedback_from", "support", "wish", "outcome", "obstacle", "plan"),
    *("premortem", "prevention", "forecast", "revisions", "measure", "rhythm_days", "snoozed_until"),
    *("paused_on", "next_check_in", "overdue", "came_true", "concerns"),
    *("confidence_before", "confidence_after", "confidence_really_before", "start", "due", "closed"),
    *("state", "reason", "audiences", "check_ins"),
)
_CHECK_IN = (
    *("date", "progress", "confidence", "measure_value", "measure", "changed", "feedback", "help_needed"),
)


def goal(thing: Goal, today: dt.date) -> Record:
    """A goal with its forecasts and check-ins, and how it stands on that day."""
    started = thing.start is not None
    own: dict[str, Any] = {
        "forecast": thing.forecast and forecast(thing.forecast, started=started),
        "revisions": [forecast(each, started=started) for each in thing.revisions],
        "measure": thing.measure_id,
        "next_check_in": thing.next_check_in(today),
        "overdue": thing.is_overdue(today),
        "came_true": thing.came_true(today),
        "concerns": [concern.value for concern in thing.concerns()],
        "check_ins": [check_in(each) for each in sorted(thing.check_ins, key=_by_day)],
    }
    return recorded(thing, _GOAL, **own)


def whole_goal(journal: Journal, thing: Goal) -> Record:
    """A goal with the ids of its evidence, lessons, actions and reflections, too."""
    return {
        **goal(thing, journal.today()),
        "evidence": ids(journal.evidence.of(thing.id)),
        "lessons": ids(journal.lessons.of_goal(thing.id)),
        "actions": ids(actions_of(journal, thing)),
        "reflections": ids(journal.reflections.of_goal(thing.id)),
    }


def actions_of(journal: Journal, thing: Goal) -> list[Action]:
    """The actions a goal has, by itself and by what was reflected on it, oldest first."""
    every = journal.actions.touched_in(dt.date.min, dt.date.max)
    sources = journal.actions.sources(every)
    goals = {key: source.goal.id for key, source in sources.items() if source.goal is not None}
    return [each for each in every if goals.get(each.id) == thing.id]


def forecast(thing: Forecast, *, started: bool) -> Record:
    """A forecast, and whether its seal is whole."""
    return {
        "probability": thing.probability,
        "reasons": plain(thing.reasons),
        "by": plain(thing.by),
        "sealed_at": plain(thing.sealed_at),
        "intact": thing.holds() if started else thing.is_intact(),
    }


def check_in(thing: CheckIn) -> Record:
    """A check-in."""
    return recorded(thing, _CHECK_IN, measure=thing.measure_id)


def offered(thing: Episode) -> Record:
    """An episode that may be evidence."""
    return recorded(thing, ("date", "title", "kind", "skills"))


def _by_day(check_in: CheckIn) -> tuple[dt.date, str]:
    return check_in.date, str(check_in.created_at)
