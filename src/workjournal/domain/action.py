"""An action: something agreed or intended, with an end."""

import datetime as dt
import enum
from uuid import UUID

from sqlalchemy import ForeignKey
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
    """Where it stands; "never arose" is for an if-then plan whose "if" did not come."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    NEVER_AROSE = "never-arose"


class Action(Entity, kw_only=True, repr=False, eq=False):
    """Something to be done, by whom, by when, and where it came from."""

    __tablename__ = "action"
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

    def check(self) -> None:
        """Raises: Missing without its text."""
        check_text("The action", self.text, "Say what will be done.")

    def end(self, state: ActionState, today: dt.date) -> None:
        """Close it, or open it again; the day is kept."""
        self.state = state
        self.ended = None if state is ActionState.OPEN else today
