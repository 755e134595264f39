"""Lessons that fit what is being written, at the point of work: quick enough to follow typing."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Table, literal, or_, select, union
from sqlalchemy.orm import Session

from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.lesson import Application, Lesson, LessonState
from workjournal.domain.likeness import shared, stems, telling
from workjournal.domain.links import (
    EPISODE_PERSON,
    EPISODE_SKILL,
    EPISODE_TAG,
    LESSON_GOAL,
    LESSON_REFLECTION,
    LESSON_SKILL,
    REFLECTION_EPISODE,
)
from workjournal.domain.reflection import Reflection
from workjournal.journal.service import label_id
from workjournal.store import lesson_words
from workjournal.store.store import Store

MOST = 3
"""Lessons shown beside the writing: more would be read by nobody."""
LOOKED_AT = 40
"""So many of the best by their words are weighed."""
LABELLED = 12
"""And so many of those with most labels in common, whose words, if they fit, are among the best anyway."""
ENOUGH = 1.0
"""A lesson is shown from this weight on: a skill in common, two weaker labels, or two telling words."""
MOST_AT_ONCE = 100
"""SQLite joins no more than 500 queries into one, whatever somebody has put on an episode."""
WEIGHTS = {"skill": 1.0, "person": 0.6, "challenge": 0.6, "tag": 0.5}
WORD = 0.5
InCommon = dict[UUID, tuple[tuple[str, str], ...]]
_LOOKED_INTO = frozenset({Lesson, Application, Reflection, Episode, Goal, Tag, Person, Skill})
"""A save of anything else, such as the draft of what is being written, changes nothing that is known here."""
_LINKS: tuple[tuple[str, type[Tag | Person | Skill], Table], ...] = (
    ("skill", Skill, EPISODE_SKILL),
    ("person", Person, EPISODE_PERSON),
    ("tag", Tag, EPISODE_TAG),
)
_SOURCES: tuple[tuple[Any, Any], ...] = (
    (Lesson.id, Lesson.reflection_id),
    (LESSON_REFLECTION.c.lesson_id, LESSON_REFLECTION.c.reflection_id),
)
"""Which lesson came from which reflection: left by it, or merged with one that was."""


@dataclass(frozen=True, kw_only=True)
class Writing:
    """What is being written: its text so far, the names of its labels, its kinds of challenge."""

    text: str = ""
    skills: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    challenges: tuple[str, ...] = ()

    def labels(self) -> Iterator[tuple[str, str]]:
        """Each label with its sort."""
        for sort, names in (("skill", self.skills), ("person", self.people), ("tag", self.tags)):
            yield from ((sort, name) for name in names if name.strip())


@dataclass(frozen=True)
class Match:
    """A lesson that fits, and why: the labels and the words it has in common with what is being written."""

    lesson: Lesson
    labels: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class _Known:
    """What the last labels have in common with which lessons, and which rest: it seldom changes while a text is typed."""

    labels: Writing
    in_common: InCommon
    resting: frozenset[UUID]


class Matching:
    """Reads lessons with where they came from and where they were used."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._known: _Known | None = None
        store.subscribe(self._forget)

    def lessons(self, writing: Writing, *, most: int = MOST, without: Collection[UUID] = ()) -> list[Match]:
        """The lessons that fit best, the best first; neither retired ones nor those in `without`.

        By labels in common with the lesson, the episodes it came from and those it was used in; by kinds of challenge
        of its goals; and by words, ranked by BM25.
        """
        words = telling(writing.text)
        wanted = stems(words)
        with self.store.reading() as session:
            known = self._known_of(session, writing)
            hidden = known.resting.union(without)
            fits = lesson_words.closest(session, words, LOOKED_AT, hidden)
            labelled = [found for found in known.in_common if found not in hidden]
            labelled.sort(key=lambda found: -_weight(known.in_common[found], 0, fits.get(found, 0.0)))
            near = {*fits, *labelled[:LABELLED]}
            lessons = session.execute(
                select(Lesson.id, Lesson.text, Lesson.trigger).where(Lesson.id.in_(near))
            )
            weighed = []
            for found, text, trigger in lessons:
                common = tuple(shared(wanted, f"{text} {trigger}"))
                labels = known.in_common.get(found, ())
                if _weight(labels, len(common)) >= ENOUGH:
                    weighed.append(
                        (_weight(labels, len(common), fits.get(found, 0.0)), found, labels, common)
                    )
            weighed.sort(reverse=True)
            best = {found: (labels, common) for _, found, labels, common in weighed[:most]}
            loaded = {each.id: each for each in session.scalars(select(Lesson).where(Lesson.id.in_(best)))}
        return [
            Match(loaded[found], tuple(name for _, name in labels), common)
            for found, (labels, common) in best.items()
        ]

    def _known_of(self, session: Session, writing: Writing) -> _Known:
        labels, known = replace(writing, text=""), self._known
        if known is None or known.labels != labels:
            known = self._known = _Known(labels, _in_common(session, writing), _resting(session))
        return known

    def _forget(self, changed: frozenset[type]) -> None:
        if changed & _LOOKED_INTO:
            self._known = None


def _resting(session: Session) -> frozenset[UUID]:
    """The lessons that are never shown: retired ones and those in the trash."""
    at_rest = or_(Lesson.trashed_at.is_not(None), Lesson.state == LessonState.RETIRED)
    return frozenset(session.scalars(select(Lesson.id).where(at_rest)))


def _weight(labels: Sequence[tuple[str, str]], words: int, fit: float = 0.0) -> float:
    """Labels and words by their weights; how well the words fit (BM25, above 0) decides between equals."""
    return sum(WEIGHTS[sort] for sort, _ in labels) + WORD * words + fit / (1 + fit)


def _in_common(session: Session, writing: Writing) -> InCommon:
    """For each lesson, the labels and kinds of challenge it has in common: their sorts and names."""
    queries = [query for sort, name in writing.labels() for query in _with_label(sort, name)]
    if writing.challenges:
        queries += _with_challenge(session, frozenset(writing.challenges))
    found: dict[UUID, dict[tuple[str, str], None]] = {}
    for first in range(0, len(queries), MOST_AT_ONCE):
        for lesson_id, sort, name in session.execute(union(*queries[first : first + MOST_AT_ONCE])):
            found.setdefault(lesson_id, {})[sort, name] = None
    return {lesson_id: tuple(labels) for lesson_id, labels in found.items()}


def _with_label(sort: str, name: str) -> Iterator[Select[UUID, str, str]]:
    label, link = next((label, link) for known, label, link in _LINKS if known == sort)
    column, said = link.c[f"{sort}_id"], (literal(sort), literal(name))
    wanted = label_id(label, name)
    for came_from, reflection in _SOURCES:
        about = select(came_from, *said).join(
            REFLECTION_EPISODE, REFLECTION_EPISODE.c.reflection_id == reflection
        )
        yield about.join(link, link.c.episode_id == REFLECTION_EPISODE.c.episode_id).where(column == wanted)
    used = select(Application.lesson_id, *said).where(Application.trashed_at.is_(None))
    yield used.join(link, link.c.episode_id == Application.episode_id).where(column == wanted)
    if sort == "skill":
        yield select(LESSON_SKILL.c.lesson_id, *said).where(LESSON_SKILL.c.skill_id == wanted)


def _with_challenge(session: Session, challenges: frozenset[str]) -> Iterator[Select[UUID, str, str]]:
    """By the goals that have one of these kinds of challenge."""
    goals = session.execute(select(Goal.id, Goal.challenges).where(Goal.trashed_at.is_(None))).all()
    for name in sorted(challenges):
        wanted = [goal_id for goal_id, known in goals if name in known]
        said = (literal("challenge"), literal(name))
        yield select(LESSON_GOAL.c.lesson_id, *said).where(LESSON_GOAL.c.goal_id.in_(wanted))
        for came_from, reflection in _SOURCES:
            left = select(came_from, *said).join(Reflection, Reflection.id == reflection)
            yield left.where(Reflection.goal_id.in_(wanted))
            on_the_way = select(came_from, *said).join(
                REFLECTION_EPISODE, REFLECTION_EPISODE.c.reflection_id == reflection
            )
            on_the_way = on_the_way.join(Episode, Episode.id == REFLECTION_EPISODE.c.episode_id)
            yield on_the_way.where(Episode.goal_id.in_(wanted))
