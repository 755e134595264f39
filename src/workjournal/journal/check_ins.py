"""Check-ins one by one, and the ask that each leaves where help is needed: it follows its check-in while it is open."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workjournal.domain.action import Action, ActionKind, ActionState, Owner
from workjournal.domain.check_in import CheckIn
from workjournal.journal.service import Service, fetch


class CheckIns(Service[CheckIn]):
    """To correct a check-in, or take it back. An ask that was reworded, agreed on or ended since is left alone."""

    noun = CheckIn

    def save(self, thing: CheckIn) -> CheckIn:
        """Keep a corrected check-in; its ask says what it says now.

        Raises:
            OutOfRange, NotFinite, Missing, EditedElsewhere
        """
        with self.store.writing() as session:
            before = session.scalar(select(CheckIn.help_needed).where(CheckIn.id == thing.id))
            ask = _ask(session, thing, before or "")
            session.add(thing)
            if ask is None:
                if not (before or "").strip():
                    leave_ask(session, thing)
            elif thing.help_needed.strip():
                ask.text, ask.date = thing.help_needed, thing.date
            else:
                ask.trashed_at = self.store.clock()
        return thing

    def trash(self, thing_id: UUID) -> CheckIn:
        """Take it back, with its ask."""
        with self.store.writing() as session:
            check_in = fetch(session, CheckIn, thing_id)
            ask = None if check_in.trashed_at else _ask(session, check_in, check_in.help_needed)
            check_in.trashed_at = check_in.trashed_at or self.store.clock()
            if ask is not None:
                ask.trashed_at = check_in.trashed_at
        return check_in

    def restore(self, thing_id: UUID) -> CheckIn:
        """Let it count again, with its ask."""
        with self.store.writing() as session:
            check_in = fetch(session, CheckIn, thing_id)
            ask = _ask(session, check_in, check_in.help_needed, in_trash=True)
            if ask is not None and check_in.trashed_at and ask.trashed_at == check_in.trashed_at:
                ask.trashed_at = None
            check_in.trashed_at = None
        return check_in


def leave_ask(session: Session, check_in: CheckIn) -> None:
    """Let help that is needed be asked of the manager, in the next review pack."""
    if check_in.help_needed.strip():
        ask = Action(date=check_in.date, text=check_in.help_needed, kind=ActionKind.ASK, owner=Owner.MANAGER)
        ask.goal_id = check_in.goal_id
        session.add(ask)


def _ask(session: Session, check_in: CheckIn, words: str, *, in_trash: bool = False) -> Action | None:
    """The open ask that says these words for the same goal, if it is still as the check-in left it."""
    if not words.strip():
        return None
    query = select(Action).where(
        Action.goal_id == check_in.goal_id,
        Action.kind == ActionKind.ASK,
        Action.text == words,
        Action.state == ActionState.OPEN,
        Action.trashed_at.is_not(None) if in_trash else Action.trashed_at.is_(None),
    )
    return session.scalars(query.order_by(Action.id.desc())).first()
