"""Everything that a pack of a period could draw on, and all of it that no pack may show."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from workjournal.domain.action import Action
from workjournal.domain.attachment import Attachment
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import Goal, GoalState
from workjournal.domain.label import Skill
from workjournal.domain.lesson import Lesson
from workjournal.domain.links import REFLECTION_EPISODE
from workjournal.domain.pack import Pack, Rewording
from workjournal.domain.pulse import Pulse
from workjournal.domain.reflection import Reflection
from workjournal.domain.skill_record import Credential, SkillRating

Shown = Episode | Goal | Lesson | Action | Credential
DRAWABLE = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp", "image/tiff")
"""The media types of pictures that a pack can show."""


@dataclass(frozen=True)
class PackThings:
    """Read for one audience and period (both days inclusive), each kind oldest first.

    `pictures` are ids and names by episode; `told` is the day on which a thing was in a pack for the audience last;
    `meetings` are the packs for it that were followed by a meeting; `wordings` what was reworded for it.
    """

    start: dt.date
    end: dt.date
    episodes: tuple[Episode, ...]
    goals: tuple[Goal, ...]
    lessons: tuple[Lesson, ...]
    actions: tuple[Action, ...]
    credentials: tuple[Credential, ...] = ()
    ratings: Mapping[str, tuple[SkillRating, ...]] = field(default_factory=dict)
    """Of the period, by the name of the skill."""
    pictures: Mapping[UUID, tuple[tuple[UUID, str], ...]] = field(default_factory=dict)
    told: Mapping[UUID, dt.date] = field(default_factory=dict)
    meetings: frozenset[UUID] = frozenset()
    wordings: Mapping[tuple[UUID, str], Rewording] = field(default_factory=dict)
    reflections: tuple[Reflection, ...] = ()
    """On the period's episodes and goals, and on the period: none of their answers may be found."""
    pulse_notes: tuple[str, ...] = ()
    """Of whatever day: nothing of the pulse is ever shown, and it is looked for before a pack is written."""
    private: tuple[str, ...] = ()
    """Private notes, pre-mortems and reasons of forecasts, of whatever day, in the trash or not."""
    meeting_notes: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[Shown, ...]:
        """Everything with texts that may be told."""
        return (*self.episodes, *self.goals, *self.lessons, *self.actions, *self.credentials)

    @classmethod
    def load(cls, session: Session, start: dt.date, end: dt.date, audience: Audience) -> "PackThings":
        """Read them: goals that ran in the period, actions open in it, the rest by their day."""
        packs = list(session.scalars(select(Pack).where(Pack.trashed_at.is_(None)).order_by(Pack.date)))
        shared = [pack for pack in packs if pack.audience is audience]
        last = _last_meeting(shared, start, end) if audience is Audience.MANAGER else ()
        of_audience = select(Rewording).where(Rewording.audience == audience)
        return cls(
            start,
            end,
            _episodes(session, start, end, last),
            tuple(session.scalars(_goals(start, end))),
            _lessons(session, start, end),
            _actions(session, start, end, last),
            credentials=_credentials(session, start, end),
            ratings=_ratings(session, start, end),
            pictures=_pictures(session, start, end),
            told={UUID(thing): pack.date for pack in shared for thing in pack.items},
            meetings=frozenset(pack.id for pack in shared if pack.met),
            wordings={(each.thing_id, each.field): each for each in session.scalars(of_audience)},
            reflections=_reflections(session, start, end),
            pulse_notes=tuple(session.scalars(select(Pulse.note).where(Pulse.note != "").order_by(Pulse.id))),
            private=tuple(text for query in _PRIVATE for text in session.scalars(query)),
            meeting_notes=tuple(pack.notes for pack in packs if pack.notes.strip()),
        )


_PRIVATE = [
    select(column).where(column != "").order_by(owner.id)
    for owner, column in (
        (Episode, Episode.private_note),
        (Goal, Goal.premortem),
        (Goal, Goal.prevention),
        (Forecast, Forecast.reasons),
    )
]


def _last_meeting(shared: Sequence[Pack], start: dt.date, end: dt.date) -> tuple[UUID, ...]:
    """The pack whose meeting came last, as long as no other pack was about the days after it.

    What came of it goes into the next pack though it was held, or agreed actions were done, before its first day.
    """
    met = [pack for pack in shared if pack.met and pack.met <= end]
    last = max(met, key=lambda pack: (pack.met or pack.date, pack.id), default=None)
    if last is None or last.met is None:
        return ()
    between = (pack for pack in shared if pack.id > last.id and last.met <= pack.period_end < start)
    return () if any(between) else (last.id,)


def _episodes(session: Session, start: dt.date, end: dt.date, last: tuple[UUID, ...]) -> tuple[Episode, ...]:
    heard = and_(Episode.pack_id.in_(last), Episode.date <= end)
    found = select(Episode).where(Episode.trashed_at.is_(None), or_(Episode.date.between(start, end), heard))
    return tuple(session.scalars(found.order_by(Episode.date, Episode.time, Episode.id)))


def _goals(start: dt.date, end: dt.date) -> Select[Any]:
    running = (Goal.trashed_at.is_(None), Goal.state != GoalState.PLANNED, Goal.start <= end)
    return (
        select(Goal)
        .where(*running, Goal.closed.is_(None) | (Goal.closed >= start))
        .order_by(Goal.start, Goal.id)
    )


def _lessons(session: Session, start: dt.date, end: dt.date) -> tuple[Lesson, ...]:
    found = select(Lesson).where(Lesson.trashed_at.is_(None), Lesson.date.between(start, end))
    return tuple(session.scalars(found.order_by(Lesson.date, Lesson.id)))


def _actions(session: Session, start: dt.date, end: dt.date, last: tuple[UUID, ...]) -> tuple[Action, ...]:
    found = select(Action).where(Action.trashed_at.is_(None), Action.date <= end)
    found = found.where(or_(Action.ended.is_(None), Action.ended >= start, Action.pack_id.in_(last)))
    return tuple(session.scalars(found.order_by(Action.date, Action.id)))


def _credentials(session: Session, start: dt.date, end: dt.date) -> tuple[Credential, ...]:
    """Those that were valid on a day of the period, of skills in use."""
    skills = select(Skill.id).where(Skill.trashed_at.is_(None))
    found = select(Credential).where(Credential.skill_id.in_(skills), Credential.trashed_at.is_(None))
    found = found.where(or_(Credential.issued.is_(None), Credential.issued <= end))
    found = found.where(or_(Credential.expires.is_(None), Credential.expires >= start))
    return tuple(session.scalars(found.order_by(Credential.issued, Credential.id)))


def _ratings(session: Session, start: dt.date, end: dt.date) -> dict[str, tuple[SkillRating, ...]]:
    found = (
        select(Skill.name, SkillRating)
        .join(Skill, Skill.id == SkillRating.skill_id)
        .where(SkillRating.trashed_at.is_(None), Skill.trashed_at.is_(None))
        .where(SkillRating.date.between(start, end))
        .order_by(Skill.name, SkillRating.date, SkillRating.id)
    )
    by_skill: dict[str, list[SkillRating]] = {}
    for name, rating in session.execute(found):
        by_skill.setdefault(name, []).append(rating)
    return {name: tuple(ratings) for name, ratings in by_skill.items()}


def _pictures(session: Session, start: dt.date, end: dt.date) -> dict[UUID, tuple[tuple[UUID, str], ...]]:
    of_period = (Episode.trashed_at.is_(None), Episode.date.between(start, end))
    found = (
        select(Attachment.episode_id, Attachment.id, Attachment.name)
        .join(Episode, Episode.id == Attachment.episode_id)
        .where(*of_period, Attachment.trashed_at.is_(None), Attachment.media_type.in_(DRAWABLE))
        .order_by(Attachment.id)
    )
    pictures: dict[UUID, tuple[tuple[UUID, str], ...]] = {}
    for episode_id, attachment_id, name in session.execute(found):
        pictures[episode_id] = (*pictures.get(episode_id, ()), (attachment_id, name))
    return pictures


def _reflections(session: Session, start: dt.date, end: dt.date) -> tuple[Reflection, ...]:
    about = (
        select(REFLECTION_EPISODE.c.reflection_id)
        .join(Episode, Episode.id == REFLECTION_EPISODE.c.episode_id)
        .where(Episode.trashed_at.is_(None), Episode.date.between(start, end))
    )
    goals = _goals(start, end).with_only_columns(Goal.id).order_by(None)
    theirs = or_(Reflection.id.in_(about), Reflection.goal_id.in_(goals), Reflection.date.between(start, end))
    found = select(Reflection).where(Reflection.trashed_at.is_(None), theirs)
    return tuple(session.scalars(found.order_by(Reflection.date, Reflection.id)))
