"""Lessons: kept, applied in later work, retired."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from workjournal.domain.episode import Episode
from workjournal.domain.label import Skill
from workjournal.domain.lesson import Application, Lesson, LessonState
from workjournal.journal.service import Service, fetch, named


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

    def apply(self, lesson_id: UUID, episode_id: UUID, *, worked: bool | None = None) -> Application:
        """Note that a lesson was used in an episode; saying it again changes only whether it worked."""
        with self.store.writing() as session:
            lesson = fetch(session, Lesson, lesson_id)
            fetch(session, Episode, episode_id)
            application = next(
                (known for known in lesson.applications if known.episode_id == episode_id), None
            )
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
