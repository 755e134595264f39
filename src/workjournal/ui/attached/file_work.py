"""What is under way with files: one piece of work after the other, how far it is, and the way to give it up."""

from collections import deque
from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from workjournal.ui import tasks
from workjournal.ui.stoppable import Stopped, stoppable
from workjournal.ui.tasks import Report, Task

SHOWN_AFTER_MS = 400
"""Most files are taken in before that; a line that flashes up would only unsettle."""
_FINE = 1000


class FileWork(QFrame):
    """Hidden while nothing takes long. It never takes the keyboard: one goes on writing meanwhile."""

    failed = Signal(object)
    """The exception with which a piece of work ended."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._waiting: deque[tuple[str, Callable[[Report], Any], Callable[[Any], object]]] = deque()
        self._task: Task | None = None
        self._stop = Event()
        self._delay = QTimer(self, interval=SHOWN_AFTER_MS, singleShot=True)
        self._delay.timeout.connect(self.show)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setProperty("role", "caption")
        self.words.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setMaximum(_FINE)
        self.bar.setTextVisible(False)
        self.stop = QPushButton(self.tr("Cancel"), self)
        self.stop.clicked.connect(self._give_up)
        column, row = QVBoxLayout(), QHBoxLayout(self)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addLayout(column, 1)
        row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def is_busy(self) -> bool:
        """Whether something is under way; what was given up for a lock is not."""
        return self._task is not None and not self._task.cancelled

    def run(self, words: str, work: Callable[[Report], Any], then: Callable[[Any], object]) -> None:
        """Do it in a thread, after what is under way already; `then` gets the result unless it is given up.

        Args:
            words: what is done: "Encrypting…".
            work: tells its report how far it is, and the name of the file it is at.
            then: on the GUI thread.
        """
        self._waiting.append((words, work, then))
        if not self.is_busy():
            self._begin()

    def _begin(self) -> None:
        self._task = None
        if not self._waiting:
            self._delay.stop()
            self.hide()
            return
        words, work, then = self._waiting.popleft()
        self._stop = Event()
        self._say(words, 0.0, "")
        self.stop.setEnabled(True)
        if not self.isVisible():
            self._delay.start()
        self._task = tasks.run(
            stoppable(work, self._stop),
            partial(self._done, then),
            self,
            failed=self._failed,
            progress=partial(self._say, words),
        )

    def _say(self, words: str, fraction: float, name: str) -> None:
        if not self._stop.is_set():
            told = f"{words} {name}" if name else words
            self.words.setText(told)
            self.bar.setAccessibleName(told)
        self.bar.setValue(round(_FINE * fraction))

    def _give_up(self) -> None:
        """What waits is given up too."""
        self._waiting.clear()
        self._stop.set()
        self.stop.setEnabled(False)
        self.words.setText(self.tr("Leaving everything as it was…"))

    def _done(self, then: Callable[[Any], object], result: object) -> None:
        self._begin()
        then(result)

    def _failed(self, error: Exception) -> None:
        self._begin()
        if not isinstance(error, Stopped):
            self.failed.emit(error)
