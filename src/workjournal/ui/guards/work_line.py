"""Slow work under way on a page: what it is, how far it is, and the way to give it up."""

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QProgressBar, QPushButton, QWidget
from shiboken6 import isValid

from workjournal.errors import JournalError
from workjournal.ui import errors, form, tasks
from workjournal.ui.stoppable import Stopped, stoppable
from workjournal.ui.tasks import Report, Task

T = TypeVar("T")


class WorkLine(QFrame):
    """Hidden while there is nothing to wait for. One work at a time."""

    busy = Signal(bool)
    """It began or ended, whatever came of it."""
    failed = Signal(str)
    """What a person can mend, in words."""

    words: QLabel
    bar: QProgressBar
    stop: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._stop = Event()
        self._before: QWidget | None = None
        form.fill(self, "work_line")
        self.stop.clicked.connect(self._give_up)
        self.hide()

    def is_busy(self) -> bool:
        """Whether something is under way; what was given up for a lock is not."""
        return self._task is not None and not self._task.cancelled

    def run(
        self,
        words: str,
        work: Callable[[Report], T],
        then: Callable[[T], object],
        refused: Callable[[JournalError], object] | None = None,
    ) -> None:
        """Do it in a thread; `then` gets the result unless it is given up, `refused` what `failed` tells otherwise."""
        if self.is_busy():
            return
        self._stop = Event()
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setValue(0)
        self.stop.setEnabled(True)
        self.show()
        self._before = QApplication.focusWidget()
        if self._before is not None:
            self.stop.setFocus()
        self._task = tasks.run(
            stoppable(work, self._stop),
            partial(self._done, then),
            self,
            failed=partial(self._failed, refused or self._tell),
            progress=lambda fraction, _text: self.bar.setValue(round(1000 * fraction)),
        )
        self.busy.emit(True)

    def renew(self) -> None:
        """After a lock that did not come about: what it ended is over here too."""
        if self._task is not None and self._task.cancelled:
            self._end()

    def _give_up(self) -> None:
        self._stop.set()
        self.words.setText(self.tr("Leaving everything as it was…"))

    def _end(self) -> None:
        """The keyboard goes back to where it was, unless it went elsewhere meanwhile."""
        self._task = None
        waited = self.stop.hasFocus() or QApplication.focusWidget() is None
        self.hide()
        self.busy.emit(False)
        if waited and self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def _done(self, then: Callable[[T], object], result: T) -> None:
        self._end()
        then(result)

    def _tell(self, error: JournalError) -> None:
        self.failed.emit(str(error))

    def _failed(self, refused: Callable[[JournalError], object], error: Exception) -> None:
        self._end()
        if isinstance(error, JournalError):
            refused(error)
        elif not isinstance(error, Stopped):
            errors.report(error, self)
