"""Taking an import back and bringing it back again, in a Task each, with what came of it."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workjournal.errors import JournalError
from workjournal.journal.imports import Undone
from workjournal.journal.journal import Journal
from workjournal.ui import errors, tasks
from workjournal.ui.transfer.telling import TELLING

T = TypeVar("T")


class IntakeDeeds(QObject):
    """One at a time."""

    busy = Signal(bool)
    told = Signal(UUID, str, int)
    """The id of the import, what came of it in a sentence, and how many things stay that could be taken too."""
    refused = Signal(str)

    def __init__(self, journal: Journal, over: QWidget) -> None:
        super().__init__(over)
        self._journal, self._over, self._is_busy = journal, over, False

    def undo(self, intake_id: UUID, *, changed: bool = False) -> None:
        """Put what it brought into the trash; with `changed`, that too which has become the user's own."""
        imports = self._journal.imports
        self._run(lambda: imports.undo(intake_id, changed=changed), partial(self._undone, intake_id))

    def redo(self, intake_id: UUID) -> None:
        """Take it out of the trash again."""
        imports = self._journal.imports
        self._run(
            lambda: imports.redo(intake_id),
            lambda number: self.told.emit(intake_id, TELLING.redone(number), 0),
        )

    def _undone(self, intake_id: UUID, what: Undone) -> None:
        self.told.emit(intake_id, TELLING.undone(what), what.kept)

    def _run(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        if self._is_busy:
            return
        self._set_busy(busy=True)
        tasks.run(lambda _report: work(), partial(self._end, then), self, failed=self._failed, essential=True)

    def _end(self, then: Callable[[T], object], result: T) -> None:
        self._set_busy(busy=False)
        then(result)

    def _failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if isinstance(error, JournalError):
            self.refused.emit(str(error))
        else:
            errors.report(error, self._over)

    def _set_busy(self, *, busy: bool) -> None:
        self._is_busy = busy
        self.busy.emit(busy)
