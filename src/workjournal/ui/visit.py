"""Looking around in the sample journal: the window says so all the time, and nothing of it is left afterwards."""

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from workjournal.errors import JournalError
from workjournal.ui import errors

if TYPE_CHECKING:
    from workjournal.ui.entrance.entrance import Entrance
    from workjournal.ui.workspace import Workspace


class NothingKept(JournalError):
    """The sample journal is gone as soon as you leave it, so this cannot be done with it. Create a journal of your own for that."""


class Home(Protocol):
    """What it needs of the window."""

    entrance: "Entrance"

    def close_journal(self) -> None: ...


class Visit(QObject):
    """Ends where it began, or with a journal of one's own. Lives as long as the workspace."""

    def __init__(self, home: Home, space: "Workspace") -> None:
        super().__init__(space)
        self._home = home
        space.upkeep.spare()
        space.bands.stand(
            self.tr("Sample journal — nothing here is kept."),
            (self.tr("Create my own journal"), partial(self.end, "create")),
            (self.tr("Leave"), self.end),
        )

    def end(self, page: str = "back") -> None:
        """Throw the sample away and turn to a page of the entrance; no passphrase leads back into it."""
        self._home.close_journal()
        self._home.entrance.turn(page)

    def refuse(self) -> None:
        """Say that what was asked for cannot be done here."""
        errors.report(NothingKept())
