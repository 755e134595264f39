"""Reflections, and what they leave."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import func, select

from workjournal.domain.action import Action
from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Lesson
from workjournal.domain.links import REFLECTION_EPISODE
from workjournal.domain.methods import method
from workjournal.domain.reflection import Reflection
from workjournal.journal.service import Service, fetch


class Reflections(Service[Reflection]):
    """The verbs for reflections."""

    noun = Reflection

    def keep(
        self,
        reflection: Reflection,
        *,
        episodes: Iterable[UUID] | None = None,
        lessons: Iterable[Lesson] = (),
        actions: Iterable[Action] = (),
    ) -> Reflection:
        """Save a reflection on these episodes (None: as before) with the lessons and actions it leaves, all or nothing.

        Raises:
            UnknownMethod, UnknownPrompt, Missing, NoSuchThing
        """
        method(reflection.method).check_answers(reflection.answers)
        with self.store.writing() as session:
            session.add(reflection)
            if episodes is not None:
                reflection.episodes = [fetch(session, Episode, episode_id) for episode_id in episodes]
            session.flush()
            for lesson in lessons:
                lesson.reflection_id = reflection.id
                session.add(lesson)
            for action in actions:
                action.reflection_id = reflection.id
                session.add(action)
        return reflection

    def newest(self, *, limit: int = 50, skip: int = 0) -> list[Reflection]:
        """Newest first, after the first `skip`."""
        with self.store.reading() as session:
            query = select(Reflection).where(Reflection.trashed_at.is_(None))
            return list(
                session.scalars(
                    query.order_by(Reflection.date.desc(), Reflection.id.desc()).limit(limit).offset(skip)
                )
            )

    def of_episode(self, episode_id: UUID) -> list[Reflection]:
        """Those on one episode, oldest first."""
        link = REFLECTION_EPISODE.c
        with self.store.reading() as session:
            query = select(Reflection).join(REFLECTION_EPISODE, link.reflection_id == Reflection.id)
            query = query.where(link.episode_id == episode_id, Reflection.trashed_at.is_(None))
            return list(session.scalars(query.order_by(Reflection.id)))

    def left_by(self, reflection_id: UUID) -> tuple[list[Lesson], list[Action]]:
        """The lessons and actions a reflection left."""
        with self.store.reading() as session:
            lessons = select(Lesson).where(Lesson.reflection_id == reflection_id, Lesson.trashed_at.is_(None))
            actions = select(Action).where(Action.reflection_id == reflection_id, Action.trashed_at.is_(None))
            return list(session.scalars(lessons)), list(session.scalars(actions))

    def lessons_left(self, reflections: Iterable[Reflection]) -> dict[UUID, int]:
        """How many lessons each of these left; those that left none are absent."""
        wanted = [reflection.id for reflection in reflections]
        query = select(Lesson.reflection_id, func.count()).group_by(Lesson.reflection_id)
        with self.store.reading() as session:
            rows = session.execute(query.where(Lesson.reflection_id.in_(wanted), Lesson.trashed_at.is_(None)))
            return {reflection_id: count for reflection_id, count in rows if reflection_id}
