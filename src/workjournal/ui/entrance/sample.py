"""The sample journal is made when somebody wants to look around in it; until it is there, that can be given up."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from workjournal.settings import Settings
from workjournal.ui import tasks
from workjournal.ui.entrance import opening_work
from workjournal.ui.entrance.attempts import Attempts
from workjournal.ui.entrance.opening_work import Sample
from workjournal.ui.entrance.page import EntrancePage
from workjournal.ui.stoppable import Stopped, stoppable


class SamplePage(EntrancePage):
    """A bar that says how much of the year is told, and a button that gives it up."""

    name = "sample"

    progress_words: QLabel
    back: QPushButton

    def __init__(self, settings: Settings, attempts: Attempts) -> None:
        super().__init__(settings, attempts)
        self._stop: Event | None = None
        self.back.clicked.connect(self._give_up)

    def first(self) -> QWidget:
        return self.back

    def ask_for(self, folder: Path) -> None:  # noqa: ARG002 - it gets a folder of its own
        """Make it, unless it is being made."""
        if self._stop is not None:
            return
        self._stop = Event()
        self.say("")
        self.busy(True)
        self._progress(0.0, "")
        work = stoppable(opening_work.look_around, self._stop)
        tasks.run(work, self._made, self, failed=self.failed, progress=self._progress)

    def leave(self) -> None:
        if self._stop is not None:
            self._stop.set()
        super().leave()

    def failed(self, error: Exception) -> None:
        self._stop = None
        if isinstance(error, Stopped):
            self.busy(False)
            self.go.emit("back")
            return
        super().failed(error)
        self.back.setText(self.tr("Back"))

    def busy(self, busy: bool) -> None:
        """While it is made, that can be given up."""
        self.waiting.setVisible(busy)
        self.progress_words.setVisible(busy)
        self.back.setEnabled(True)
        self.back.setText(self.tr("Cancel"))

    def _made(self, sample: Sample) -> None:
        stop, self._stop = self._stop, None
        if self._left or (stop is not None and stop.is_set()):
            sample.close()
            if not self._left:
                self.go.emit("back")
            return
        self.busy(False)
        self._hand_over(sample)

    def _progress(self, fraction: float, date: str) -> None:
        self.waiting.setValue(round(1000 * fraction))
        if self._stop is None or self._stop.is_set():
            return
        day = QDate.fromString(date, Qt.DateFormat.ISODate)
        told = self.tr("Telling {month}…").format(month=QLocale().toString(day, "MMMM yyyy"))
        self.progress_words.setText(told if date else self.tr("Making an encrypted journal…"))

    def _give_up(self) -> None:
        if self._stop is None:
            self.go.emit("back")
            return
        self._stop.set()
        self.back.setEnabled(False)
        self.progress_words.setText(self.tr("Taking away what was begun…"))
