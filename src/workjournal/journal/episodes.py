"""Episodes: capture, edit, list."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from uuid import UUID

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import Session

from workjournal.domain.attachment import Attachment
from workjournal.domain.episode import HARD, Episode, Kind
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.links import REFLECTION_EPISODE
from workjournal.domain.reflection import Reflection
from workjournal.journal import attachments
from workjournal.journal.attachment_sources import FileSource
from workjournal.journal.copying_out import copy_out
from workjournal.journal.episode_filter import EpisodeFilter, newest_ids
from workjournal.journal.service import Service, fetch, named
from workjournal.journal.taking_in import largest, take_in
from workjournal.store.integrity import Report, unheard

BATCH = 500
FADES_AFTER_DAYS = 14
"""How long a missing reflection is offered; later, too little is remembered to be worth it."""


class Episodes(Service[Episode]):
    """The verbs for episodes."""

    noun = Episode

    def add(
        self,
        episode: Episode,
        *,
        tags: Iterable[str] | None = None,
        people: Iterable[str] | None = None,
        skills: Iterable[str] | None = None,
    ) -> Episode:
        """Keep a new or changed episode with the labels of these names; None leaves its labels as they are."""
        with self.store.writing() as session:
            session.add(episode)
            if tags is not None:
                episode.tags = named(session, Tag, tags)
            if people is not None:
                episode.people = named(session, Person, people)
            if skills is not None:
                episode.skills = named(session, Skill, skills)
        return episode

    def newest(self, wanted: EpisodeFilter | None = None, *, limit: int = 50, skip: int = 0) -> list[Episode]:
        """Up to `limit` episodes, newest first, after the first `skip`."""
        with self.store.reading() as session:
            return _load(session, newest_ids(wanted or EpisodeFilter()).limit(limit).offset(skip))

    def count(self, wanted: EpisodeFilter | None = None) -> int:
        """How many there are; read from an index alone."""
        ids = newest_ids(wanted or EpisodeFilter()).order_by(None).subquery()
        with self.store.reading() as session:
            return session.scalar(select(func.count()).select_from(ids)) or 0

    def on(self, day: dt.date) -> list[Episode]:
        """The episodes of one day, latest first."""
        return self.newest(EpisodeFilter(start=day, end=day), limit=1000)

    def per_day(self, start: dt.date, end: dt.date) -> dict[dt.date, int]:
        """How many episodes each day has; days without any are absent."""
        with self.store.reading() as session:
            rows = session.execute(
                select(Episode.date, func.count())
                .where(Episode.trashed_at.is_(None), Episode.date.between(start, end))
                .group_by(Episode.date)
            )
            return {day: number for day, number in rows}  # noqa: C416 - rows are tuples only to SQLAlchemy

    def reflected(self, episodes: Iterable[Episode]) -> set[UUID]:
        """Which of these have been reflected on."""
        wanted = [episode.id for episode in episodes]
        link = REFLECTION_EPISODE.c
        query = select(link.episode_id).join(Reflection, Reflection.id == link.reflection_id)
        with self.store.reading() as session:
            found = query.where(link.episode_id.in_(wanted), Reflection.trashed_at.is_(None))
            return set(session.scalars(found))

    def awaiting_reflection(self, today: dt.date, *, limit: int = 20) -> list[Episode]:
        """Recent challenges, decisions and hard work that nobody has looked back on yet, newest first."""
        hard = Episode.kind.in_([Kind.CHALLENGE, Kind.DECISION]) | (Episode.difficulty >= HARD)
        link = REFLECTION_EPISODE.c
        reflected = exists().where(
            link.episode_id == Episode.id,
            Reflection.id == link.reflection_id,
            Reflection.trashed_at.is_(None),
        )
        recent = EpisodeFilter(start=today - dt.timedelta(days=FADES_AFTER_DAYS), end=today)
        with self.store.reading() as session:
            return _load(session, newest_ids(recent).where(hard, ~reflected).limit(limit))

    def in_earlier_years(self, day: dt.date, *, years: int = 5) -> list[Episode]:
        """What happened on this day of the year before, one a year, newest first."""
        days = [_same_day(day, day.year - back) for back in range(1, years + 1)]
        with self.store.reading() as session:
            query = select(Episode).where(Episode.date.in_(days), Episode.trashed_at.is_(None))
            query = query.order_by(Episode.date, Episode.time, Episode.id)  # the latest of a day stays
            by_year = {episode.date.year: episode for episode in session.scalars(query)}
            return [by_year[year] for year in sorted(by_year, reverse=True)]

    def attach(self, episode_id: UUID, file: Path, report: Report = unheard) -> Attachment:
        """Keep a copy of a file with an episode; see `taking_in.take_in`.

        Raises:
            FileUnreadable, AttachmentTooLarge, NoSuchThing, ObjectUnwritable
        """
        return take_in(self.store, episode_id, FileSource(file), largest(self.store), report)

    def attachments(self, episode_id: UUID) -> Sequence[Attachment]:
        """The files kept with an episode, without their content."""
        with self.store.reading() as session:
            query = select(Attachment).where(
                Attachment.episode_id == episode_id, Attachment.trashed_at.is_(None)
            )
            return session.scalars(query.order_by(Attachment.id)).all()

    def attachment_content(self, attachment_id: UUID) -> bytes:
        """The bytes of a file kept with an episode, as they were attached.

        Raises:
            NoSuchThing, AttachmentDamaged
        """
        return attachments.content_of(self.store, attachment_id)

    def copy_attachment(self, attachment_id: UUID, target: Path, report: Report = unheard) -> None:
        """Write a file kept with an episode out of the journal, unencrypted, because the user asked for it.

        Raises:
            NoSuchThing, AttachmentDamaged, CopyUnwritable
        """
        copy_out(self.store, attachment_id, target, report)

    def detach(self, attachment_id: UUID) -> None:
        """Put a file into the trash."""
        with self.store.writing() as session:
            fetch(session, Attachment, attachment_id).trashed_at = self.store.clock()

    def reattach(self, attachment_id: UUID) -> None:
        """Take a file out of the trash."""
        with self.store.writing() as session:
            fetch(session, Attachment, attachment_id).trashed_at = None

    def attached(self, episodes: Iterable[Episode]) -> dict[UUID, list[Attachment]]:
        """The files of many episodes at once, without their content; an episode without any is absent."""
        wanted = [episode.id for episode in episodes]
        by_episode: dict[UUID, list[Attachment]] = {}
        with self.store.reading() as session:
            for first in range(0, len(wanted), BATCH):
                query = select(Attachment).where(Attachment.episode_id.in_(wanted[first : first + BATCH]))
                query = query.where(Attachment.trashed_at.is_(None)).order_by(Attachment.id)
                for attachment in session.scalars(query):
                    by_episode.setdefault(attachment.episode_id, []).append(attachment)
        return by_episode


def _same_day(day: dt.date, year: int) -> dt.date:
    """The day of that year; the last of February for a 29th that year has not got."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def _load(session: Session, ids: Select[UUID]) -> list[Episode]:
    """The episodes of those ids, in that order: the texts of one page, and of no other."""
    wanted = list(session.scalars(ids))
    found: dict[UUID, Episode] = {}
    for first in range(0, len(wanted), BATCH):  # the driver takes only so many parameters
        query = select(Episode).where(Episode.id.in_(wanted[first : first + BATCH]))
        found.update((episode.id, episode) for episode in session.scalars(query))
    return [found[episode_id] for episode_id in wanted]
