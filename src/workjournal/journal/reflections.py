"""Reflections, and what they leave."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from workjournal.domain import methods
from workjournal.domain.action import Action, ActionKind, ActionState
from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Lesson
from workjournal.domain.links import LESSON_REFLECTION, REFLECTION_EPISODE
from workjournal.domain.methods.method import Method
from workjournal.domain.nudges import commitments
from workjournal.domain.period import Period
from workjournal.domain.reflection import Depth, Reflection
from workjournal.journal.methods import Methods
from workjournal.journal.service import Service, fetch

PLACE = "reflection:"
"""Drafts of reflections are kept under this and what they are about."""


def draft_place(about: UUID | Period | None) -> str:
    """Where the draft of a reflection on an episode, a goal, a period or nothing in particular is kept."""
    return f"{PLACE}{about.key if isinstance(about, Period) else about or 'new'}"


class Reflections(Service[Reflection]):
    """The verbs for reflections."""

    noun = Reflection

    def keep(
        self,
        reflection: Reflection,
        *,
        asked: Method | None = None,
        episodes: Iterable[UUID] | None = None,
        lessons: Iterable[Lesson] = (),
        actions: Iterable[Action] = (),
    ) -> Reflection:
        """Save a reflection with the lessons and actions it leaves, all or nothing.

        Args:
            reflection: new or changed.
            asked: the form as it was shown; None for the method it names, as that is now.
            episodes: what it is about; None: as before.
            lessons: new or changed.
            actions: new or changed. Commitments among the answers become actions by themselves.

        Raises:
            UnknownMethod, UnknownPrompt, Missing, NoSuchThing
        """
        form = asked or self._form_of(reflection)
        form.check_answers(reflection.answers)
        reflection.asked = None if form in methods.METHODS else form.as_json()
        with self.store.writing() as session:
            before = session.scalar(select(Reflection.answers).where(Reflection.id == reflection.id)) or {}
            session.add(reflection)
            if episodes is not None:
                reflection.episodes = [fetch(session, Episode, episode_id) for episode_id in episodes]
            session.flush()
            for lesson in lessons:
                lesson.reflection_id = lesson.reflection_id or reflection.id
                session.add(lesson)
            for action in actions:
                action.reflection_id = reflection.id
                session.add(action)
            session.flush()
            self._commit(session, reflection, form, before)
        return reflection

    def rate_depth(self, reflection_id: UUID, depth: Depth | None) -> Reflection:
        """Keep how far the writer thinks it went; None takes that back."""
        with self.store.writing() as session:
            reflection = fetch(session, Reflection, reflection_id)
            reflection.depth = depth
        return reflection

    def _form_of(self, reflection: Reflection) -> Method:
        known, is_new = Methods(self.store), reflection.version is None
        return known.find(reflection.method) if is_new and not reflection.asked else known.asked(reflection)

    def _commit(self, session: Session, reflection: Reflection, form: Method, before: dict[str, str]) -> None:
        """Let actions follow the lines of commitments: new ones are made, open ones of lines taken out put away."""
        wanted, earlier = commitments(form, reflection.answers), commitments(form, before)
        if not wanted and not earlier:
            return
        query = select(Action).where(Action.reflection_id == reflection.id)
        known = {action.text: action for action in session.scalars(query.order_by(Action.id.desc()))}
        # A line that stays leaves its action alone: it may be reworded, put away, or taken over by a later review.
        for text in [text for text in wanted if text not in earlier]:
            action = known.get(text)
            if action is not None and action.state is ActionState.OPEN:
                action.trashed_at = None
            else:
                _commit_to(session, reflection, text)
        for text in earlier:
            action = known.get(text)
            if text not in wanted and action is not None and action.state is ActionState.OPEN:
                action.trashed_at = self.store.clock()

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

    def of_goal(self, goal_id: UUID) -> list[Reflection]:
        """Those on one goal, oldest first."""
        with self.store.reading() as session:
            query = select(Reflection).where(Reflection.goal_id == goal_id, Reflection.trashed_at.is_(None))
            return list(session.scalars(query.order_by(Reflection.id)))

    def left_by(self, reflection_id: UUID) -> tuple[list[Lesson], list[Action]]:
        """The lessons a reflection left, those merged into another one too, and the actions; oldest first."""
        with self.store.reading() as session:
            left = or_(
                Lesson.reflection_id == reflection_id, Lesson.also_from.any(Reflection.id == reflection_id)
            )
            lessons = select(Lesson).where(left, Lesson.trashed_at.is_(None)).order_by(Lesson.id)
            actions = select(Action).where(Action.reflection_id == reflection_id, Action.trashed_at.is_(None))
            return list(session.scalars(lessons)), list(session.scalars(actions.order_by(Action.id)))

    def lessons_left(self, reflections: Iterable[Reflection]) -> dict[UUID, int]:
        """How many lessons each of these left; those that left none are absent."""
        wanted = [reflection.id for reflection in reflections]
        source, living = LESSON_REFLECTION.c.reflection_id, Lesson.trashed_at.is_(None)
        own = select(Lesson.reflection_id, Lesson.id).where(Lesson.reflection_id.in_(wanted), living)
        merged = select(source, Lesson.id).join(Lesson, Lesson.id == LESSON_REFLECTION.c.lesson_id)
        left = own.union(merged.where(source.in_(wanted), living)).subquery()
        query = select(left.c.reflection_id, func.count()).group_by(left.c.reflection_id)
        with self.store.reading() as session:
            rows = session.execute(query)
            return {reflection_id: count for reflection_id, count in rows}  # noqa: C416 - rows are tuples only to SQLAlchemy


def _commit_to(session: Session, reflection: Reflection, text: str) -> None:
    """Make an action of a commitment, unless one of the same words is open; an earlier review's becomes this one's."""
    until = reflection.period.after().end if reflection.period else None
    alike = select(Action).where(
        Action.text == text,
        Action.kind == ActionKind.ACTION,  # what was asked of somebody is no commitment of one's own
        Action.state == ActionState.OPEN,
        Action.trashed_at.is_(None),
    )
    there = session.scalars(alike.order_by(Action.id.desc())).first()
    if there is None:
        session.add(Action(date=reflection.date, text=text, due=until, reflection_id=reflection.id))
        return
    origin = session.get(Reflection, there.reflection_id) if there.reflection_id else None
    before, now = origin.period if origin else None, reflection.period
    if before is not None and now is not None and before.end <= now.end:
        there.reflection_id, there.due = reflection.id, until
