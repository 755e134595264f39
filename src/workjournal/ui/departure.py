"""A journal leaves its folder, behind the cover: moved to another place, or destroyed for good.

It is closed by then, so whatever comes of it ends in a fresh process.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.journal.relocating import MovedInPart
from workjournal.settings import Recent, Settings
from workjournal.ui import errors, tasks
from workjournal.ui.errands import Destroy, Move
from workjournal.ui.widgets.message_dialog import MessageDialog


class Departure(QObject):
    """Cancelled by nobody: what was begun is brought to its end, or leaves all as it was.

    `restart` gets the vault to come back to; an empty path where there is none.
    """

    def __init__(
        self, window: QWidget, journal: Journal, settings: Settings, restart: Callable[[Path], object]
    ) -> None:
        super().__init__(window)
        self._window, self._journal, self._settings = window, journal, settings
        self._folder, self._restart = journal.folder, restart

    def words_for(self, errand: Move | Destroy) -> str:
        """What the cover says meanwhile."""
        if isinstance(errand, Move):
            return self.tr("Moving the journal…")
        return self.tr("Deleting the journal…")

    def begin(self, errand: Move | Destroy) -> None:
        """Do it in a thread."""
        journal = self._journal
        if isinstance(errand, Move):
            target = errand.target
            tasks.run(
                lambda report: journal.move(target, report),
                self._moved,
                self,
                failed=self._failed,
                essential=True,
            )
        else:
            confirm = errand.confirm
            tasks.run(
                lambda _report: journal.destroy(confirm),
                self._destroyed,
                self,
                failed=self._failed,
                essential=True,
            )

    def _moved(self, now: Path) -> None:
        """Under its new path, with the colour it had."""
        old, new = str(self._folder.resolve()), str(now.resolve())
        colour = next((one.colour for one in self._settings.recent if one.path == old), Recent(new).colour)
        self._settings.forget(old)
        self._settings.remember(now)
        self._settings.recolour(new, colour)
        self._end(now)

    def _destroyed(self, strangers: list[str]) -> None:
        self._forget()
        if not strangers:
            self._end(self._last())
            return
        told = self.tr(
            "The journal is gone. In {folder} there are files that are not Workjournal's, so they stay: {names}."
        )
        told = told.format(folder=self._folder, names=", ".join(strangers))
        dialog = MessageDialog.tell(self._window, told, self.tr("Deleted for good"))
        dialog.finished.connect(lambda _: self._end(self._last()))

    def _failed(self, error: Exception) -> None:
        """Say why, and come back where the journal still is."""
        if isinstance(error, MovedInPart):
            self._settings.remember(Path(str(error.fields["target"])))
        there = (self._folder / "vault.json").exists()
        if not there:
            self._forget()
        if not isinstance(error, JournalError):
            errors.report(error, self._window)
            return
        dialog = MessageDialog.tell(self._window, str(error))
        dialog.finished.connect(lambda _: self._end(self._folder if there else self._last()))

    def _forget(self) -> None:
        self._settings.forget(str(self._folder.resolve()))

    def _last(self) -> Path:
        return Path(self._settings.last_vault)

    def _end(self, vault: Path) -> None:
        if self._window.isVisible():  # closed meanwhile, it stays closed
            self._restart(vault)
