"""Which reflection method fits, and why: one line each. The user may always take another one.

Rules in the order in which they count; where each comes from is in the method's own file.
"""

from dataclasses import dataclass

from workjournal.domain.episode import HARD, Episode, Kind, Setting
from workjournal.domain.goal import OPEN_STATES, Goal, GoalState
from workjournal.domain.methods import (
    after_action_full,
    after_action_short,
    carl,
    five_whys,
    gibbs,
    kolb,
    period_review,
    premortem,
    probe_card,
    what_so_what,
    woop,
)
from workjournal.domain.methods.method import Method
from workjournal.domain.period import Interval, Period

DRAINING = 25
"""An episode that left no more energy than this, the lowest quarter of the scale, was an emotional one.

A rule of ours: Gibbs (1988) names no bound.
"""
POOR = 40
"""An outcome rated below this was a failure in the writer's own eyes."""
_FINDABLE = frozenset({Setting.CLEAR, Setting.COMPLICATED})
"""Where cause and effect can be found by looking for them (Snowden & Boone 2007)."""
_FAILED = frozenset({GoalState.MISSED, GoalState.ABANDONED})
_ENDS = {
    Interval.WEEK: "The end of a week.",
    Interval.MONTH: "The end of a month.",
    Interval.QUARTER: "The end of a quarter.",
}


@dataclass(frozen=True)
class Offer:
    """A method, the reason for it, and whether its questions are better asked from a step back."""

    method: Method
    reason: str
    distanced: bool = False


FREE = Offer(what_so_what.METHOD, "Three minutes at the end of the day.")


def for_episode(episode: Episode, goal: Goal | None = None) -> Offer:
    """For an episode, and the goal it was work on: by setting, energy, the goal's end, kind and difficulty."""
    hard = (episode.difficulty or 0) >= HARD
    if episode.setting is Setting.COMPLEX:
        return Offer(probe_card.METHOD, "A complex setting is probed, not explained afterwards.")
    if episode.energy is not None and episode.energy <= DRAINING:
        return Offer(
            gibbs.METHOD, "It took a lot out of you, so feelings come before the analysis.", distanced=True
        )
    if goal is not None and goal.state not in OPEN_STATES:
        return Offer(after_action_full.METHOD, "The goal it belongs to has ended.", goal.state in _FAILED)
    if episode.kind is Kind.CHALLENGE and hard and episode.setting in _FINDABLE:
        return Offer(five_whys.METHOD, "Hard, in a setting where causes can be found.", distanced=True)
    if episode.kind is Kind.CHALLENGE:
        reason = "A challenge; seen from a step back it is easier to learn from."
        return Offer(after_action_short.METHOD, reason, distanced=True)
    return _by_kind(episode, hard=hard)


def for_goal(goal: Goal) -> Offer:
    """For a goal: a plan before it starts, a look back at its end."""
    if goal.state is GoalState.PLANNED and not goal.plan.strip():
        return Offer(woop.METHOD, "It has no if-then plan yet.")
    if goal.state is GoalState.PLANNED:
        return Offer(premortem.METHOD, "It has not started yet: what would make it fail?")
    if goal.state in _FAILED:
        return Offer(
            after_action_full.METHOD, "It did not come off, so look at it from a step back.", distanced=True
        )
    if goal.state in OPEN_STATES:
        return Offer(after_action_short.METHOD, "It is under way.")
    return Offer(after_action_full.METHOD, "It has ended.")


def for_period(period: Period) -> Offer:
    """For a week, a month or a quarter."""
    return Offer(period_review.METHOD, _ENDS[period.interval])


def is_failure(outcome_quality: int | None) -> bool:
    """Whether the writer rates the outcome so low that the distanced wording is worth offering."""
    return outcome_quality is not None and outcome_quality < POOR


def _by_kind(episode: Episode, *, hard: bool) -> Offer:
    if episode.kind is Kind.LEARNING:
        return Offer(kolb.METHOD, "Something learned is worth trying out.")
    if episode.kind is Kind.WIN and hard:
        return Offer(after_action_full.METHOD, "Hard work that came off: find out what to keep.")
    if episode.kind is Kind.WIN and episode.result.strip():
        return Offer(carl.METHOD, "A win with a result makes an evidence story.")
    if hard:
        return Offer(after_action_short.METHOD, "Hard work, while the details are fresh.")
    return Offer(after_action_short.METHOD, "It fits any episode.")
