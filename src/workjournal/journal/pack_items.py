"""What a pack of a period could hold: the things themselves as short rows with their ticks."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workjournal.domain.action import Action, ActionKind, ActionState, Owner
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.goal import Goal, GoalState
from workjournal.domain.lesson import Lesson
from workjournal.domain.pack import evenly

TELLING = frozenset({Kind.WIN, Kind.CHALLENGE, Kind.DECISION})
MOST_LESSONS = 4
MOST_EARLIER = 5
MOST_ASKS = 3
MOST_COMMITMENTS = 3


@dataclass(frozen=True)
class PackItem:
    """An offered thing: its section, what it is called, whether the worker ticked it, whether we would suggest it."""

    id: UUID
    section: str
    title: str
    note: str
    ticked: bool
    suggested: bool


@dataclass(frozen=True)
class PeriodThings:
    """Everything a pack of a period could draw on (both days inclusive), oldest first."""

    start: dt.date
    end: dt.date
    episodes: tuple[Episode, ...]
    goals: tuple[Goal, ...]
    lessons: tuple[Lesson, ...]
    actions: tuple[Action, ...]

    @classmethod
    def load(cls, session: Session, start: dt.date, end: dt.date) -> "PeriodThings":
        """Read them: goals that ran in the period, actions open in it, the rest by their day."""
        episodes = select(Episode).where(Episode.trashed_at.is_(None), Episode.date.between(start, end))
        goals = select(Goal).where(
            Goal.trashed_at.is_(None), Goal.state != GoalState.PLANNED, Goal.start <= end
        )
        goals = goals.where(Goal.closed.is_(None) | (Goal.closed >= start))
        lessons = select(Lesson).where(Lesson.trashed_at.is_(None), Lesson.date.between(start, end))
        actions = select(Action).where(Action.trashed_at.is_(None), Action.date <= end)
        actions = actions.where(Action.ended.is_(None) | (Action.ended >= start))
        return cls(
            start,
            end,
            tuple(session.scalars(episodes.order_by(Episode.date, Episode.time, Episode.id))),
            tuple(session.scalars(goals.order_by(Goal.start, Goal.id))),
            tuple(session.scalars(lessons.order_by(Lesson.date, Lesson.id))),
            tuple(session.scalars(actions.order_by(Action.date, Action.id))),
        )


def offered(things: PeriodThings, audience: Audience) -> list[PackItem]:
    """Everything that may be shown, each in one section, in the order of the pack's sections."""
    asks = [action for action in things.actions if action.kind is not ActionKind.ACTION]
    plans = [action for action in things.actions if action.kind is ActionKind.ACTION]
    earlier = [
        action
        for action in plans
        if action.date < things.start or action.ended or action.owner is Owner.MANAGER
    ]
    upcoming = [action for action in plans if action not in earlier]
    open_asks = [ask for ask in asks if ask.state is ActionState.OPEN]
    return [
        *_rows(
            "since-last-time",
            earlier,
            [a for a in earlier if a.date < things.start][-MOST_EARLIER:],
            audience,
        ),
        *_episodes(things.episodes, audience),
        *_goals(things.goals, audience),
        *_lessons(things.lessons, audience),
        *_rows("asks", asks, open_asks[-MOST_ASKS:], audience),
        *_rows("commitments", upcoming, upcoming[-MOST_COMMITMENTS:], audience),
    ]


def _episodes(episodes: Sequence[Episode], audience: Audience) -> list[PackItem]:
    telling = [episode for episode in episodes if episode.kind in TELLING] or list(episodes)
    suggested = {episode.id for episode in evenly([e for e in telling if e.result] or telling)}
    return [
        PackItem(
            episode.id,
            "highlights",
            episode.title,
            f"{episode.date.isoformat()} · {episode.kind.value}",
            audience in episode.audiences,
            episode.id in suggested,
        )
        for episode in episodes
    ]


def _goals(goals: Sequence[Goal], audience: Audience) -> list[PackItem]:
    return [
        PackItem(goal.id, "goals", goal.title, goal.state.value, audience in goal.audiences, suggested=True)
        for goal in goals
    ]


def _lessons(lessons: Sequence[Lesson], audience: Audience) -> list[PackItem]:
    applied = [lesson for lesson in lessons if lesson.applications] or list(lessons)
    suggested = {lesson.id for lesson in evenly(applied, MOST_LESSONS)}
    return [
        PackItem(
            lesson.id,
            "lessons",
            lesson.text,
            lesson.state.value,
            audience in lesson.audiences,
            lesson.id in suggested,
        )
        for lesson in lessons
    ]


def _rows(
    section: str, actions: list[Action], likely: Iterable[Action], audience: Audience
) -> list[PackItem]:
    suggested = {action.id for action in likely}
    return [
        PackItem(
            action.id,
            section,
            action.text,
            f"{action.owner.value} · {action.state.value}",
            audience in action.audiences,
            action.id in suggested,
        )
        for action in actions
    ]
