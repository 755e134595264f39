"""An action: something agreed or intended, with an end."""

import datetime as dt
import enum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from workjournal.domain.entity import Audience, Entity, check_text


class Owner(enum.StrEnum):
    """Whose move it is."""

    ME = "me"
    MANAGER = "manager"


class ActionKind(enum.StrEnum):
    """An action, something asked of the manager, or an idea for a better procedure."""

    ACTION = "action"
    ASK = "ask"
    IMPROVEMENT = "improvement"


class ActionState(enum.StrEnum):
    """Where it stands.

    An if-then plan ends in one of three ways: it fired (done), its "if" came and the "then" was not done (not met), or
    its "if" never arose.
    """

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    NOT_MET = "not-met"
    NEVER_AROSE = "never-arose"


PLAN_ENDINGS = (ActionState.DONE, ActionState.NOT_MET, ActionState.NEVER_AROSE)
"""How an if-then plan can end; it may be dropped like any action."""


class Action(Entity, kw_only=True, repr=False, eq=False):
    """Something to be done, by whom, by when, and where it came from."""

    __tablename__ = "action"
    __table_args__ = (
        Index("ix_action_open", "due", sqlite_where=sql("state = 'open' AND trashed_at IS NULL")),
    )
    TEXTS = ("text", "if_then")

    date: Mapped[dt.date] = mapped_column(index=True)
    text: Mapped[str]
    kind: Mapped[ActionKind] = mapped_column(default=ActionKind.ACTION)
    owner: Mapped[Owner] = mapped_column(default=Owner.ME)
    due: Mapped[dt.date | None] = mapped_column(default=None)
    if_then: Mapped[str] = mapped_column(default="")
    state: Mapped[ActionState] = mapped_column(default=ActionState.OPEN)
    ended: Mapped[dt.date | None] = mapped_column(default=None)
    audiences: Mapped[frozenset[Audience]] = mapped_column(default=frozenset())
    reflection_id: Mapped[UUID | None] = mapped_column(ForeignKey("reflection.id"), default=None, index=True)
    goal_id: Mapped[UUID | None] = mapped_column(ForeignKey("goal.id"), default=None, index=True)
    pack_id: Mapped[UUID | None] = mapped_column(ForeignKey("pack.id"), default=None, index=True)
    """The pack in whose meeting it was agreed."""

    def check(self) -> None:
        """Raises: Missing without its text."""
        check_text("The action", self.text, "Say what will be done.")

    def is_due(self, today: dt.date) -> bool:
        """Whether it is open and its day has come."""
        return self.state is ActionState.OPEN and self.due is not None and self.due <= today

    def end(self, state: ActionState, today: dt.date) -> None:
        """Close it, or open it again; the day is kept."""
        self.state = state
        self.ended = None if state is ActionState.OPEN else today
