"""Lessons that say the same: found by their words, merged into one, and taken apart again."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workjournal.domain.entity import Audience
from workjournal.domain.lesson import Lesson, LessonState, Recall
from workjournal.domain.likeness import shared, stems, telling
from workjournal.domain.reflection import Reflection
from workjournal.errors import JournalError
from workjournal.journal.recalls import Recalls, reschedule
from workjournal.journal.service import fetch
from workjournal.store import lesson_words
from workjournal.store.store import Store

LIKELY = 0.5
"""Two lessons are offered as duplicates when they share half of the telling words of the shorter one."""
LOOKED_AT = 40


class SameLesson(JournalError):
    """A lesson cannot be merged with itself. Choose another one."""


class InTheTrash(JournalError):
    """A lesson in the trash cannot be merged. Take it out of there first."""


@dataclass(frozen=True)
class Merged:
    """What is needed to take two lessons apart again: how the kept one was before, and what moved over to it.

    `judged` are uses of the kept one for which the duplicate's use in the same episode told whether it worked.
    """

    kept: UUID
    duplicate: UUID
    detail: str
    trigger: str
    state: LessonState
    audiences: frozenset[Audience]
    moved: tuple[UUID, ...]
    judged: tuple[UUID, ...]
    skills: tuple[UUID, ...]
    goals: tuple[UUID, ...]
    sources: tuple[UUID, ...]


class Merging:
    """The verbs for duplicates."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def alike(self, lesson_id: UUID, *, most: int = 5) -> list[Lesson]:
        """The lessons that may say the same, the likeliest first; retired ones too."""
        with self.store.reading() as session:
            words = telling(fetch(session, Lesson, lesson_id).text)
            near = lesson_words.closest(session, words, LOOKED_AT)
            others = session.scalars(
                select(Lesson).where(Lesson.id.in_(near.keys() - {lesson_id}), Lesson.trashed_at.is_(None))
            )
            likely = {other: _likeness(words, other.text) for other in others}
        found = [other for other in likely if likely[other] >= LIKELY]
        return sorted(found, key=lambda other: (-likely[other], -near[other.id]))[:most]

    def merge(self, kept_id: UUID, duplicate_id: UUID, today: dt.date) -> Merged:
        """Let one lesson stand for both: uses, recalls, skills, goals and sources go over, the duplicate into the trash.

        Its words are quoted in the detail of the kept one, so that emptying the trash loses none; they are then for
        nobody whom only one of the two was for.

        Raises:
            SameLesson, InTheTrash, NoSuchThing
        """
        if kept_id == duplicate_id:
            raise SameLesson
        retention = Recalls(self.store).retention()
        with self.store.writing() as session:
            kept, duplicate = fetch(session, Lesson, kept_id), fetch(session, Lesson, duplicate_id)
            if kept.trashed_at or duplicate.trashed_at:
                raise InTheTrash
            merged = Merged(
                kept=kept.id,
                duplicate=duplicate.id,
                detail=kept.detail,
                trigger=kept.trigger,
                state=kept.state,
                audiences=kept.audiences,
                moved=tuple(_move(session, kept, duplicate)),
                judged=tuple(_judge(kept, duplicate)),
                skills=tuple(skill.id for skill in kept.skills),
                goals=tuple(goal.id for goal in kept.goals),
                sources=tuple(source.id for source in kept.also_from),
            )
            if quoted := _quoted(kept, duplicate):
                kept.detail = "\n\n".join(filter(None, (kept.detail, quoted)))
                kept.audiences &= duplicate.audiences
            kept.trigger = kept.trigger or duplicate.trigger
            kept.skills = list(dict.fromkeys([*kept.skills, *duplicate.skills]))
            kept.goals = list(dict.fromkeys([*kept.goals, *duplicate.goals]))
            sources = [*kept.also_from, *sources_of(session, duplicate)]
            kept.also_from = [each for each in dict.fromkeys(sources) if each.id != kept.reflection_id]
            if duplicate.state is not LessonState.RETIRED:
                kept.take_up(duplicate.state)
                kept.advance(duplicate.state)
            duplicate.trashed_at = duplicate.trashed_at or self.store.clock()
            reschedule(session, kept, today, retention)
        return merged

    def part(self, merged: Merged, today: dt.date) -> None:
        """Take two merged lessons apart again, as they were."""
        retention = Recalls(self.store).retention()
        with self.store.writing() as session:
            kept, duplicate = fetch(session, Lesson, merged.kept), fetch(session, Lesson, merged.duplicate)
            for use in [use for use in kept.applications if use.id in merged.moved]:
                kept.applications.remove(use)
                duplicate.applications.append(use)
            for recall in session.scalars(select(Recall).where(Recall.id.in_(merged.moved))):
                recall.lesson_id = duplicate.id
            for use in [use for use in kept.applications if use.id in merged.judged]:
                use.worked = None
            kept.detail, kept.trigger = merged.detail, merged.trigger
            kept.state, kept.audiences = merged.state, merged.audiences
            kept.skills = [skill for skill in kept.skills if skill.id in merged.skills]
            kept.goals = [goal for goal in kept.goals if goal.id in merged.goals]
            kept.also_from = [source for source in kept.also_from if source.id in merged.sources]
            duplicate.trashed_at = None
            for lesson in (kept, duplicate):
                reschedule(session, lesson, today, retention)


def sources_of(session: Session, lesson: Lesson) -> list[Reflection]:
    """The reflections that left a lesson, or a duplicate that was merged into it; the first one first."""
    first = session.get(Reflection, lesson.reflection_id) if lesson.reflection_id else None
    return [*([first] if first else []), *lesson.also_from]


def _move(session: Session, kept: Lesson, duplicate: Lesson) -> Iterator[UUID]:
    """Uses and recalls go over; where both were used in the same episode the kept one's use stays."""
    used = {use.episode_id for use in kept.applied()}
    for use in [use for use in duplicate.applications if use.episode_id not in used]:
        duplicate.applications.remove(use)
        kept.applications.append(use)
        yield use.id
    for recall in session.scalars(select(Recall).where(Recall.lesson_id == duplicate.id)):
        recall.lesson_id = kept.id
        yield recall.id


def _judge(kept: Lesson, duplicate: Lesson) -> Iterator[UUID]:
    """Of uses in the same episode, let the duplicate's tell whether it worked where the kept one's does not."""
    told = {use.episode_id: use.worked for use in duplicate.applied() if use.worked is not None}
    for use in kept.applied():
        if use.worked is None and use.episode_id in told:
            use.worked = told[use.episode_id]
            yield use.id


def _quoted(kept: Lesson, duplicate: Lesson) -> str:
    """What the duplicate says and the kept one does not, as a quotation in Markdown."""
    texts = [
        duplicate.text if duplicate.text != kept.text else "",
        duplicate.trigger if kept.trigger and duplicate.trigger != kept.trigger else "",
        duplicate.detail if duplicate.detail != kept.detail else "",
    ]
    lines = "\n\n".join(text for text in texts if text).splitlines()
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _likeness(words: list[str], text: str) -> float:
    """Which share of the telling words of the shorter text the two have in common, 0–1."""
    shorter = min(len(words), len(telling(text)))
    return len(shared(stems(words), text)) / shorter if shorter else 0.0
