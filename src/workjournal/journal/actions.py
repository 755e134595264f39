"""Actions: what was agreed or intended, until it is done or dropped."""

import datetime as dt
from uuid import UUID

from sqlalchemy import select

from workjournal.domain.action import Action, ActionState
from workjournal.journal.service import Service, fetch


class Actions(Service[Action]):
    """The verbs for actions."""

    noun = Action

    def open(self) -> list[Action]:
        """Those still to be done, the first due first, those without a day last."""
        with self.store.reading() as session:
            query = select(Action).where(Action.trashed_at.is_(None), Action.state == ActionState.OPEN)
            return list(session.scalars(query.order_by(Action.due.is_(None), Action.due, Action.id)))

    def touched_in(self, start: dt.date, end: dt.date) -> list[Action]:
        """Those agreed before the period ended and not closed before it began, oldest first."""
        with self.store.reading() as session:
            query = select(Action).where(Action.trashed_at.is_(None), Action.date <= end)
            query = query.where(Action.ended.is_(None) | (Action.ended >= start))
            return list(session.scalars(query.order_by(Action.date, Action.id)))

    def end(self, action_id: UUID, state: ActionState, today: dt.date) -> Action:
        """Close an action, or open it again."""
        with self.store.writing() as session:
            action = fetch(session, Action, action_id)
            action.end(state, today)
        return action
