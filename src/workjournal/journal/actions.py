"""Actions: what was agreed or intended, until it is done or dropped."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from workjournal.domain.action import Action, ActionState
from workjournal.domain.goal import Goal
from workjournal.domain.reflection import Reflection
from workjournal.journal.service import Service, fetch


class Source(NamedTuple):
    """What an action came from: a reflection, and the goal that this or the action itself is about."""

    reflection: Reflection | None
    goal: Goal | None


class Actions(Service[Action]):
    """The verbs for actions."""

    noun = Action

    def open(self) -> list[Action]:
        """Those still to be done, the first due first, those without a day last."""
        with self.store.reading() as session:
            query = select(Action).where(Action.trashed_at.is_(None), Action.state == ActionState.OPEN)
            return list(session.scalars(query.order_by(Action.due.is_(None), Action.due, Action.id)))

    def due(self, today: dt.date) -> list[Action]:
        """The open ones whose day has come, the longest overdue first; read by an index."""
        with self.store.reading() as session:
            query = select(Action).where(Action.state == ActionState.OPEN, Action.trashed_at.is_(None))
            return list(session.scalars(query.where(Action.due <= today).order_by(Action.due, Action.id)))

    def closed(self, *, limit: int = 50, skip: int = 0) -> list[Action]:
        """Those that ended, the last one first."""
        with self.store.reading() as session:
            query = select(Action).where(Action.trashed_at.is_(None), Action.state != ActionState.OPEN)
            query = query.order_by(Action.ended.desc(), Action.id.desc())
            return list(session.scalars(query.limit(limit).offset(skip)))

    def touched_in(self, start: dt.date, end: dt.date) -> list[Action]:
        """Those agreed before the period ended and not closed before it began, oldest first."""
        with self.store.reading() as session:
            query = select(Action).where(Action.trashed_at.is_(None), Action.date <= end)
            query = query.where(Action.ended.is_(None) | (Action.ended >= start))
            return list(session.scalars(query.order_by(Action.date, Action.id)))

    def of_goal(self, goal_id: UUID) -> list[Action]:
        """Those about a goal, by themselves or since a reflection on it left them, oldest first."""
        reflected = select(Reflection.id).where(Reflection.goal_id == goal_id)
        by_reflection = Action.goal_id.is_(None) & Action.reflection_id.in_(reflected)
        with self.store.reading() as session:
            query = select(Action).where(
                Action.trashed_at.is_(None), (Action.goal_id == goal_id) | by_reflection
            )
            return list(session.scalars(query.order_by(Action.date, Action.id)))

    def sources(self, actions: Iterable[Action]) -> dict[UUID, Source]:
        """What each of these came from, in two queries for all; one written down by hand is absent."""
        actions = list(actions)
        wanted = {action.reflection_id for action in actions} - {None}
        with self.store.reading() as session:
            query = select(Reflection).where(Reflection.id.in_(wanted))
            reflections = {each.id: each for each in session.scalars(query)} if wanted else {}
            about = {each.goal_id for each in actions} | {each.goal_id for each in reflections.values()}
            goals = {
                each.id: each for each in session.scalars(select(Goal).where(Goal.id.in_(about - {None})))
            }
        found = {}
        for action in actions:
            reflection = reflections.get(action.reflection_id) if action.reflection_id else None
            goal_id = action.goal_id or (reflection.goal_id if reflection else None)
            if reflection is not None or goal_id is not None:
                found[action.id] = Source(reflection, goals.get(goal_id) if goal_id else None)
        return found

    def end(self, action_id: UUID, state: ActionState, today: dt.date) -> Action:
        """Close an action, or open it again."""
        with self.store.writing() as session:
            action = fetch(session, Action, action_id)
            action.end(state, today)
        return action
