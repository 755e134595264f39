"""Recalling lessons: which are due, how well it went, when each comes back."""

import datetime as dt
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from workjournal.domain.lesson import Lesson, LessonState, Recall
from workjournal.domain.spacing import MOST_A_DAY, RETENTION, Grade, check_retention, graded, replayed
from workjournal.journal.preferences import LESSONS_A_DAY, Preferences
from workjournal.journal.preferences import RETENTION as RETENTION_KEY
from workjournal.journal.service import fetch
from workjournal.store.store import Store


class Recalls:
    """The verbs for recalls. A lesson's schedule is always what its recalls, replayed in order, make of it."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def due(self, today: dt.date) -> list[Lesson]:
        """What is to be recalled today, the longest overdue first: a day's most, less what was recalled today."""
        most = self.most_a_day()
        with self.store.reading() as session:
            left = most - self._done(session, today)
            query = select(Lesson).where(*_is_due(today)).order_by(Lesson.due, Lesson.id)
            return list(session.scalars(query.limit(left))) if left > 0 else []

    def waiting(self, today: dt.date) -> int:
        """How many are due in all, those beyond a day's most too."""
        with self.store.reading() as session:
            return session.scalar(select(func.count()).select_from(Lesson).where(*_is_due(today))) or 0

    def next_day(self, today: dt.date) -> dt.date | None:
        """The day after today on which lessons come back; None while there is none to come."""
        with self.store.reading() as session:
            if session.scalar(select(func.count()).select_from(Lesson).where(*_is_due(today))):
                return today + dt.timedelta(days=1)
            kept = (Lesson.trashed_at.is_(None), Lesson.state != LessonState.RETIRED)
            return session.scalar(select(func.min(Lesson.due)).where(*kept))

    def done_on(self, day: dt.date) -> int:
        """How many lessons were recalled on a day."""
        with self.store.reading() as session:
            return self._done(session, day)

    def recall(self, lesson_id: UUID, grade: Grade, today: dt.date, answer: str = "") -> Recall:
        """Keep an attempt to remember a lesson, with the words that came to mind, and set the day it comes back."""
        retention = self.retention()
        with self.store.writing() as session:
            lesson = fetch(session, Lesson, lesson_id)
            recall = Recall(lesson_id=lesson.id, date=today, grade=grade, answer=answer)
            session.add(recall)
            reschedule(session, lesson, today, retention)
            if grade is not Grade.AGAIN:
                lesson.advance(LessonState.RECALLED)
        return recall

    def take_back(self, recall_id: UUID, today: dt.date, state: LessonState | None = None) -> Lesson:
        """As if it had not been recalled, with the state it had before; the attempt goes into the trash."""
        retention = self.retention()
        with self.store.writing() as session:
            recall = fetch(session, Recall, recall_id)
            recall.trashed_at = recall.trashed_at or self.store.clock()
            lesson = fetch(session, Lesson, recall.lesson_id)
            reschedule(session, lesson, today, retention)
            if lesson.state is LessonState.RECALLED:  # it may have come further since
                lesson.state = state or lesson.state
        return lesson

    def of(self, lesson_id: UUID) -> list[Recall]:
        """The attempts at a lesson, oldest first."""
        with self.store.reading() as session:
            return list(session.scalars(_of(lesson_id)))

    def returns(self, lesson: Lesson, today: dt.date) -> dict[Grade, dt.date]:
        """The day a lesson would come back on, for each grade given today."""
        retention = self.retention()
        return {grade: graded(lesson.memory, grade, today, retention).due for grade in Grade}

    def most_a_day(self) -> int:
        """How many lessons come back on one day at most."""
        return int(Preferences(self.store).get(LESSONS_A_DAY) or MOST_A_DAY)

    def retention(self) -> int:
        """How surely lessons are to be remembered, in per cent."""
        return int(Preferences(self.store).get(RETENTION_KEY) or RETENTION)

    def set_retention(self, per_cent: int) -> None:
        """From the next recall of each lesson on.

        Raises:
            RetentionOutOfRange
        """
        check_retention(per_cent)
        Preferences(self.store).set(RETENTION_KEY, str(per_cent))

    @staticmethod
    def _done(session: Session, day: dt.date) -> int:
        done = select(func.count(Recall.lesson_id.distinct()))
        return session.scalar(done.where(Recall.date == day, Recall.trashed_at.is_(None))) or 0


def reschedule(session: Session, lesson: Lesson, today: dt.date, retention: int) -> None:
    """Set the day a lesson comes back from its recalls, after these changed."""
    session.flush()
    recalls = [(recall.date, recall.grade) for recall in session.scalars(_of(lesson.id))]
    lesson.remember(replayed(recalls, today, retention))


def _of(lesson_id: UUID) -> Select[Recall]:
    query = select(Recall).where(Recall.lesson_id == lesson_id, Recall.trashed_at.is_(None))
    return query.order_by(Recall.date, Recall.id)


def _is_due(today: dt.date) -> tuple[ColumnElement[bool], ...]:
    """See `Lesson.is_due`."""
    return (
        Lesson.trashed_at.is_(None),
        Lesson.state != LessonState.RETIRED,
        or_(Lesson.due <= today, func.coalesce(Lesson.recalled_on, Lesson.date) > today),
    )
