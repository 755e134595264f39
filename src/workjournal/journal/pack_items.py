"""What a pack of a period could hold: the things themselves as short rows with their ticks."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workjournal.domain.action import Action, ActionKind, Owner
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.goal import Goal, GoalState
from workjournal.domain.lesson import Lesson
from workjournal.domain.pack import evenly
from workjournal.domain.pulse import Pulse

TELLING = frozenset({Kind.WIN, Kind.CHALLENGE, Kind.DECISION})
MOST = {"since-last-time": 5, "highlights": 8, "goals": 4, "lessons": 4, "asks": 3, "commitments": 3}
"""How many of each a reader takes in on one or two pages; more can be ticked by hand."""


@dataclass(frozen=True)
class PackItem:
    """An offered thing: its section, what it is called, and whether it is ticked.

    `shared` says that the worker ticked the thing itself for the audience; `telling` that it says something by
    itself, so that it is proposed before others.
    """

    id: UUID
    section: str
    title: str
    note: str
    shared: bool
    telling: bool
    ticked: bool = False


@dataclass(frozen=True)
class PeriodThings:
    """Everything a pack of a period could draw on (both days inclusive), oldest first."""

    start: dt.date
    end: dt.date
    episodes: tuple[Episode, ...]
    goals: tuple[Goal, ...]
    lessons: tuple[Lesson, ...]
    actions: tuple[Action, ...]
    pulse_notes: tuple[str, ...]
    """Of whatever day: nothing of the pulse is ever shown, and it is looked for before a pack is written."""

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
            tuple(session.scalars(select(Pulse.note).where(Pulse.note != "").order_by(Pulse.id))),
        )


def offered(things: PeriodThings, audience: Audience) -> list[PackItem]:
    """Everything that may be shown, each in one section, in the order of the pack's sections."""
    sections: dict[str, list[Action]] = {"since-last-time": [], "asks": [], "commitments": []}
    for action in things.actions:
        sections[_section(action, things.start)].append(action)
    return [
        *(_action(action, "since-last-time", audience) for action in sections["since-last-time"]),
        *(_episode(episode, audience) for episode in things.episodes),
        *(_goal(goal, audience) for goal in things.goals),
        *(_lesson(lesson, audience) for lesson in things.lessons),
        *(_action(action, "asks", audience) for action in sections["asks"]),
        *(_action(action, "commitments", audience) for action in sections["commitments"]),
    ]


def proposed(items: Sequence[PackItem]) -> list[PackItem]:
    """The same items, with a handful of each section ticked.

    Of what the worker ticked for the audience, or of everything where nothing was, an even spread over the period.
    """
    nothing_shared = not any(item.shared for item in items)
    ticked: set[UUID] = set()
    for section, most in MOST.items():
        open_to = [item for item in items if item.section == section and (item.shared or nothing_shared)]
        telling = [item for item in open_to if item.telling]
        ticked.update(item.id for item in evenly(telling if nothing_shared and telling else open_to, most))
    return [replace(item, ticked=item.id in ticked) for item in items]


def _section(action: Action, start: dt.date) -> str:
    """What was agreed before, or is over, or is the manager's move, is told first; the rest is asked for or planned."""
    if action.ended or action.date < start:
        return "since-last-time"
    if action.kind is not ActionKind.ACTION or action.owner is Owner.MANAGER:
        return "asks"
    return "commitments"


def _episode(episode: Episode, audience: Audience) -> PackItem:
    note = f"{episode.date.isoformat()} · {episode.kind.value}"
    telling = episode.kind in TELLING and bool(episode.result.strip())
    shared = audience in episode.audiences
    return PackItem(episode.id, "highlights", episode.title, note, shared, telling)


def _goal(goal: Goal, audience: Audience) -> PackItem:
    return PackItem(goal.id, "goals", goal.title, goal.state.value, audience in goal.audiences, telling=True)


def _lesson(lesson: Lesson, audience: Audience) -> PackItem:
    shared = audience in lesson.audiences
    return PackItem(lesson.id, "lessons", lesson.text, lesson.state.value, shared, bool(lesson.applied()))


def _action(action: Action, section: str, audience: Audience) -> PackItem:
    note = f"{action.owner.value} · {action.state.value}"
    return PackItem(action.id, section, action.text, note, audience in action.audiences, telling=True)
