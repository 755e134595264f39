"""The Actions screen in tests: what is kept for it, and what it shows."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from workjournal.domain.action import Action
from workjournal.journal.journal import Journal
from workjournal.ui.screens.actions import ActionsScreen
from workjournal.ui.widgets.row_list import Row

IF_THEN = "If a date is asked for, then I name the range first"
Told = list[tuple[str, Callable[[], object]]]
"""What was said in toasts, each with its way back."""


def kept(journal: Journal, text: str, days: int | None = None, **fields: object) -> UUID:
    """Keep an action that is due in so many days; its id."""
    due = None if days is None else journal.today() + dt.timedelta(days=days)
    action = Action(date=journal.today(), text=text, due=due)
    for name, value in fields.items():
        setattr(action, name, value)
    return journal.actions.save(action).id


def rows(screen: ActionsScreen) -> list[Row]:
    return [row for row in screen.actions_.rows() if isinstance(row, Row)]


def titles(screen: ActionsScreen) -> list[str]:
    return [row.title for row in rows(screen)]
