"""Episodes as they are printed, with what hangs on them: read in few queries, however many they are."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workjournal.domain.attachment import Attachment
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Application, Lesson
from workjournal.domain.links import LESSON_REFLECTION, REFLECTION_EPISODE
from workjournal.domain.reflection import Reflection
from workjournal.exporters.entries_sheet import PrintedEntry, PrintedLesson, PrintedReflection
from workjournal.journal.methods import Methods
from workjournal.journal.service import NoSuchThing
from workjournal.store.integrity import Report

BATCH = 250
"""Things that are read at once; the driver takes only so many parameters."""


@dataclass(frozen=True)
class Wanted:
    """What is read beside the episodes themselves."""

    reflections: bool
    private_notes: bool


class PrintedEntries:
    """Reads in one session."""

    def __init__(self, session: Session, methods: Methods, wanted: Wanted, report: Report) -> None:
        self._session, self._methods, self._wanted, self._report = session, methods, wanted, report

    def of(self, ids: Sequence[UUID]) -> tuple[PrintedEntry, ...]:
        """These episodes from the first day on; a reflection on several of them stands at the last of those.

        Raises:
            NoSuchThing
        """
        episodes = sorted(self._episodes(ids), key=_when)
        titles = {episode.id: episode.title for episode in episodes}
        order = {episode.id: place for place, episode in enumerate(episodes)}
        about = self._reflections_of(ids) if self._wanted.reflections else {}
        lessons = self._lessons_of(about) if self._wanted.reflections else {}
        applied = self._applied(ids) if self._wanted.reflections else {}
        files, goals = self._files(ids), self._goals(episodes)
        by_episode: dict[UUID, list[PrintedReflection]] = {}
        for reflection, on in about.items():
            home = max(on, key=order.__getitem__)
            for episode_id in on:
                told = self._reflection(reflection, lessons.get(reflection.id, ()))
                if episode_id != home:
                    told = PrintedReflection(method=told.method, day=told.day, told_at=titles[home])
                by_episode.setdefault(episode_id, []).append(told)
        return tuple(
            self._entry(
                each,
                goals.get(each.goal_id, "") if each.goal_id else "",
                files.get(each.id, ()),
                applied.get(each.id, ()),
                by_episode.get(each.id, ()),
            )
            for each in episodes
        )

    def reviews(self, start: dt.date, end: dt.date) -> tuple[PrintedReflection, ...]:
        """The reviews of weeks, months and quarters that lie in these days."""
        query = select(Reflection).where(
            Reflection.period_start >= start, Reflection.period_end <= end, Reflection.trashed_at.is_(None)
        )
        found = self._session.scalars(query.order_by(Reflection.period_end, Reflection.id)).all()
        lessons = self._lessons_of(found)
        return tuple(self._reflection(each, lessons.get(each.id, ())) for each in found)

    def _episodes(self, ids: Sequence[UUID]) -> Iterator[Episode]:
        for done, batch in _batches(ids):
            self._report(done / len(ids), "")
            query = select(Episode).where(Episode.id.in_(batch), Episode.trashed_at.is_(None))
            found = self._session.scalars(query).all()
            missed = set(batch) - {episode.id for episode in found}
            if missed:
                raise NoSuchThing(noun="episode", id=min(missed))
            yield from found

    def _reflections_of(self, ids: Sequence[UUID]) -> dict[Reflection, list[UUID]]:
        """Each reflection and those of the episodes that it is about, oldest first."""
        link = REFLECTION_EPISODE.c
        found: dict[Reflection, list[UUID]] = {}
        for _, batch in _batches(ids):
            query = select(Reflection, link.episode_id).join(
                REFLECTION_EPISODE, link.reflection_id == Reflection.id
            )
            query = query.where(link.episode_id.in_(batch), Reflection.trashed_at.is_(None))
            for reflection, episode_id in self._session.execute(query):
                found.setdefault(reflection, []).append(episode_id)
        return dict(sorted(found.items(), key=lambda pair: (pair[0].date, pair[0].id)))

    def _lessons_of(self, reflections: Iterable[Reflection]) -> dict[UUID, list[PrintedLesson]]:
        """What each reflection left; of one that was merged, what it was merged into."""
        found: dict[UUID, dict[UUID, PrintedLesson]] = {}
        also = LESSON_REFLECTION.c
        for _, batch in _batches([each.id for each in reflections]):
            own = select(Lesson.reflection_id, Lesson).where(Lesson.reflection_id.in_(batch))
            merged = select(also.reflection_id, Lesson).join(LESSON_REFLECTION, also.lesson_id == Lesson.id)
            for query in (own, merged.where(also.reflection_id.in_(batch))):
                rows = self._session.execute(query.where(Lesson.trashed_at.is_(None)).order_by(Lesson.id))
                for reflection_id, lesson in rows:
                    found.setdefault(reflection_id, {})[lesson.id] = _lesson(lesson)
        return {reflection_id: list(left.values()) for reflection_id, left in found.items()}

    def _applied(self, ids: Sequence[UUID]) -> dict[UUID, list[PrintedLesson]]:
        found: dict[UUID, list[PrintedLesson]] = {}
        for _, batch in _batches(ids):
            query = select(Application.episode_id, Lesson).join(Lesson, Lesson.id == Application.lesson_id)
            query = query.where(Application.episode_id.in_(batch), Application.trashed_at.is_(None))
            for episode_id, lesson in self._session.execute(
                query.where(Lesson.trashed_at.is_(None)).order_by(Lesson.id)
            ):
                found.setdefault(episode_id, []).append(_lesson(lesson))
        return found

    def _files(self, ids: Sequence[UUID]) -> dict[UUID, list[str]]:
        """The names of what is attached."""
        found: dict[UUID, list[str]] = {}
        for _, batch in _batches(ids):
            query = select(Attachment.episode_id, Attachment.name).where(
                Attachment.episode_id.in_(batch), Attachment.trashed_at.is_(None)
            )
            for episode_id, name in self._session.execute(query.order_by(Attachment.id)):
                found.setdefault(episode_id, []).append(name)
        return found

    def _goals(self, episodes: Iterable[Episode]) -> dict[UUID, str]:
        wanted = sorted({each.goal_id for each in episodes if each.goal_id})
        rows = [
            row
            for _, batch in _batches(wanted)
            for row in self._session.execute(select(Goal.id, Goal.title).where(Goal.id.in_(batch)))
        ]
        return {goal_id: title for goal_id, title in rows}  # noqa: C416 - rows are tuples only to SQLAlchemy

    def _entry(
        self,
        episode: Episode,
        goal: str,
        files: Iterable[str],
        applied: Iterable[PrintedLesson],
        reflections: Iterable[PrintedReflection],
    ) -> PrintedEntry:
        return PrintedEntry(
            day=episode.date,
            time=episode.time,
            title=episode.title,
            kind=episode.kind,
            # A captured sentence is its title already.
            story="" if " ".join(episode.story.split()).rstrip(".") == episode.title else episode.story,
            result=episode.result,
            private_note=episode.private_note if self._wanted.private_notes else "",
            people=tuple(person.name for person in episode.people),
            tags=tuple(tag.name for tag in episode.tags),
            skills=tuple(skill.name for skill in episode.skills),
            role=episode.role,
            goal=goal,
            difficulty=episode.difficulty,
            energy=episode.energy,
            files=tuple(files),
            link=episode.source_link,
            lessons=tuple(applied),
            reflections=tuple(reflections),
        )

    def _reflection(self, reflection: Reflection, lessons: Iterable[PrintedLesson]) -> PrintedReflection:
        asked = self._methods.asked(reflection)
        answers = [
            (prompt.distanced if reflection.distanced and prompt.distanced else prompt.text, answer)
            for prompt in asked.prompts
            if (answer := reflection.answers.get(prompt.key, "")).strip()
        ]
        start, end = reflection.period_start, reflection.period_end
        return PrintedReflection(
            method=asked.name,
            day=reflection.date,
            period=(start, end) if start and end else None,
            answers=tuple(answers),
            evidence=reflection.evidence,
            decision=reflection.decision_quality,
            outcome=reflection.outcome_quality,
            lessons=tuple(lessons),
        )


def _lesson(lesson: Lesson) -> PrintedLesson:
    return PrintedLesson(lesson.text, lesson.detail, lesson.trigger)


def _when(episode: Episode) -> tuple[dt.date, dt.time, UUID]:
    return episode.date, episode.time or dt.time.min, episode.id


def _batches(ids: Sequence[UUID] | Collection[UUID]) -> Iterator[tuple[int, list[UUID]]]:
    """Some at a time, and how many came before them."""
    listed = list(ids)
    for first in range(0, len(listed), BATCH):
        yield first, listed[first : first + BATCH]
