"""Lessons: kept, applied in later work, retired."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, func, select

from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.label import Skill
from workjournal.domain.lesson import Application, Lesson, LessonState
from workjournal.domain.links import LESSON_GOAL, LESSON_REFLECTION
from workjournal.domain.reflection import Reflection
from workjournal.journal.merging import sources_of
from workjournal.journal.service import Service, fetch, named


class LessonLine(NamedTuple):
    """What a list says of a lesson: thousands of them are read in a few milliseconds."""

    id: UUID
    text: str
    trigger: str
    state: LessonState
    applied: int
    worked: int


class Lessons(Service[Lesson]):
    """The verbs for lessons."""

    noun = Lesson

    def add(self, lesson: Lesson, *, skills: Iterable[str] | None = None) -> Lesson:
        """Keep a new or changed lesson; None leaves its skills as they are."""
        with self.store.writing() as session:
            session.add(lesson)
            if skills is not None:
                lesson.skills = named(session, Skill, skills)
        return lesson

    def all(self, *, retired: bool = False) -> list[Lesson]:
        """Newest first; the retired ones only when asked for."""
        with self.store.reading() as session:
            query = select(Lesson).where(Lesson.trashed_at.is_(None))
            if not retired:
                query = query.where(Lesson.state != LessonState.RETIRED)
            return list(session.scalars(query.order_by(Lesson.date.desc(), Lesson.id.desc())))

    def lines(self) -> list[LessonLine]:
        """All of them, the retired ones too, newest first."""
        used = select(
            Application.lesson_id,
            func.count().label("applied"),
            func.count().filter(Application.worked.is_(True)).label("worked"),
        )
        uses = used.where(Application.trashed_at.is_(None)).group_by(Application.lesson_id).subquery()
        counted = (func.coalesce(uses.c.applied, 0), func.coalesce(uses.c.worked, 0))
        query = select(Lesson.id, Lesson.text, Lesson.trigger, Lesson.state, *counted)
        query = query.outerjoin(uses, uses.c.lesson_id == Lesson.id).where(Lesson.trashed_at.is_(None))
        with self.store.reading() as session:
            rows = session.execute(query.order_by(Lesson.date.desc(), Lesson.id.desc()))
            return [LessonLine(*row) for row in rows]

    def apply(self, lesson_id: UUID, episode_id: UUID, *, worked: bool | None = None) -> Application:
        """Note that a lesson was used in an episode; saying it again changes only whether it worked."""
        with self.store.writing() as session:
            lesson = fetch(session, Lesson, lesson_id)
            fetch(session, Episode, episode_id)
            known = [use for use in lesson.applications if use.episode_id == episode_id]
            # After a merge there may be one that was taken back beside the one that counts.
            application = min(known, key=lambda use: use.trashed_at is not None, default=None)
            if application is None:
                application = Application(lesson_id=lesson_id, episode_id=episode_id)
                lesson.applications.append(application)
            application.worked = worked
            application.trashed_at = None
            lesson.advance(LessonState.APPLIED)
        return application

    def unapply(self, lesson_id: UUID, episode_id: UUID) -> None:
        """Take back that a lesson was used in an episode."""
        with self.store.writing() as session:
            for application in fetch(session, Lesson, lesson_id).applications:
                if application.episode_id == episode_id:
                    application.trashed_at = application.trashed_at or self.store.clock()

    def applied_in(self, episode_id: UUID) -> list[Lesson]:
        """The lessons used in an episode."""
        with self.store.reading() as session:
            query = select(Lesson).join(Application).where(Application.episode_id == episode_id)
            query = query.where(Application.trashed_at.is_(None), Lesson.trashed_at.is_(None))
            return list(session.scalars(query.order_by(Lesson.id)))

    def sources(self, lesson_id: UUID) -> list[Reflection]:
        """The reflections that left it, or a duplicate of it; one from the trash too."""
        with self.store.reading() as session:
            return sources_of(session, fetch(session, Lesson, lesson_id))

    def take_into(self, lesson_id: UUID, goal_id: UUID) -> Lesson:
        """Let a goal build on a lesson; saying it again changes nothing."""
        with self.store.writing() as session:
            lesson, goal = fetch(session, Lesson, lesson_id), fetch(session, Goal, goal_id)
            if goal not in lesson.goals:
                lesson.goals.append(goal)
        return lesson

    def take_out_of(self, lesson_id: UUID, goal_id: UUID) -> None:
        """Take back that a goal builds on a lesson."""
        with self.store.writing() as session:
            lesson = fetch(session, Lesson, lesson_id)
            lesson.goals = [goal for goal in lesson.goals if goal.id != goal_id]

    def of_goal(self, goal_id: UUID) -> list[Lesson]:
        """The lessons a goal builds on."""
        with self.store.reading() as session:
            query = select(Lesson).where(Lesson.goals.any(Goal.id == goal_id), Lesson.trashed_at.is_(None))
            return list(session.scalars(query.order_by(Lesson.id)))

    def left_by_goal(self, goal_id: UUID) -> list[Lesson]:
        """The lessons that reflections on a goal left, those merged into another one too; oldest first."""
        reflected = select(Reflection.id).where(
            Reflection.goal_id == goal_id, Reflection.trashed_at.is_(None)
        )
        merged = Lesson.also_from.any(Reflection.id.in_(reflected))
        with self.store.reading() as session:
            query = select(Lesson).where(Lesson.reflection_id.in_(reflected) | merged)
            return list(session.scalars(query.where(Lesson.trashed_at.is_(None)).order_by(Lesson.id)))

    def goals_of(self, lesson_id: UUID) -> list[Goal]:
        """The goals that build on a lesson."""
        with self.store.reading() as session:
            query = select(Goal).where(Goal.id.in_(_goals_of(lesson_id)), Goal.trashed_at.is_(None))
            return list(session.scalars(query.order_by(Goal.id)))

    def joined(self) -> tuple[dict[UUID, list[UUID]], dict[UUID, list[UUID]]]:
        """By lesson: the reflections that left a duplicate merged into it, and the goals that build on it."""
        found: tuple[dict[UUID, list[UUID]], dict[UUID, list[UUID]]] = ({}, {})
        with self.store.reading() as session:
            for links, other, joined in (
                (LESSON_REFLECTION, LESSON_REFLECTION.c.reflection_id, found[0]),
                (LESSON_GOAL, LESSON_GOAL.c.goal_id, found[1]),
            ):
                for lesson_id, other_id in session.execute(select(links.c.lesson_id, other).order_by(other)):
                    joined.setdefault(lesson_id, []).append(other_id)
        return found

    def used_between(self, start: dt.date, end: dt.date) -> list[tuple[Lesson, bool | None]]:
        """The lessons used in episodes of these days (inclusive), each once, and whether it worked the last time."""
        with self.store.reading() as session:
            uses = session.execute(
                select(Application.lesson_id, Application.worked)
                .join(Episode, Episode.id == Application.episode_id)
                .where(Application.trashed_at.is_(None), Episode.trashed_at.is_(None))
                .where(Episode.date.between(start, end))
                .order_by(Episode.date, Episode.time, Episode.id)
            )
            worked = {lesson_id: worked for lesson_id, worked in uses}  # noqa: C416 - rows are tuples only to SQLAlchemy
            query = select(Lesson).where(Lesson.id.in_(worked), Lesson.trashed_at.is_(None))
            return [(lesson, worked[lesson.id]) for lesson in session.scalars(query.order_by(Lesson.id))]

    def retire(self, lesson_id: UUID) -> Lesson:
        """Put a lesson to rest; it stays readable."""
        with self.store.writing() as session:
            lesson = fetch(session, Lesson, lesson_id)
            lesson.advance(LessonState.RETIRED)
        return lesson

    def take_up(self, lesson_id: UUID, state: LessonState | None = None) -> Lesson:
        """Use a retired lesson again."""
        with self.store.writing() as session:
            lesson = fetch(session, Lesson, lesson_id)
            lesson.take_up(state)
        return lesson


def _goals_of(lesson_id: UUID) -> Select[UUID]:
    return select(LESSON_GOAL.c.goal_id).where(LESSON_GOAL.c.lesson_id == lesson_id)
