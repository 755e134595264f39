"""Making a journal beside this one: out of a backup, or of what can still be read of a damaged one."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from workjournal.errors import JournalError
from workjournal.ui import form, tab_order
from workjournal.ui.dialogs.question import Question
from workjournal.ui.stoppable import Stopped, stoppable
from workjournal.ui.tasks import Report
from workjournal.ui.window_words import in_the_window


@dataclass(frozen=True)
class Made:
    """What became of it: the new folder, what to say, and what is not as it was, a line each."""

    folder: Path
    told: str
    lost: tuple[str, ...] = ()


@dataclass(frozen=True)
class Making:
    """What the dialog needs to know and to do.

    Attributes:
        heading: what is done.
        words: what it means.
        verb: on the button.
        target: the folder that is suggested.
        asks: whether a passphrase or recovery code is needed.
        work: gets the folder, what was typed, and the report.
    """

    heading: str
    words: str
    verb: str
    target: Path
    asks: bool
    work: Callable[[Path, str, Report], Made]


class BesideDialog(Question):
    """Settles with the new folder if it is to be opened. While it works, Cancel leaves nothing behind."""

    words: QLabel
    target: QLineEdit
    choose: QPushButton
    secret_part: QWidget
    secret: QLineEdit
    working: QWidget
    progress_words: QLabel
    bar: QProgressBar
    ended: QWidget
    ended_words: QLabel
    lost: QPlainTextEdit

    def __init__(self, parent: QWidget | None, making: Making) -> None:
        super().__init__(parent)
        form.fill(self, "beside")
        self._making = making
        self._stop = Event()
        self._made: Made | None = None
        self.heading.setText(making.heading)
        self.words.setText(making.words)
        self.agree.setText(making.verb)
        self.target.setText(str(making.target))
        self.secret_part.setVisible(making.asks)
        for later in (self.working, self.ended):
            later.hide()
        self.lost.setTabChangesFocus(True)
        self.choose.clicked.connect(self._choose)
        self.target.returnPressed.connect(self.go_on)
        self.secret.returnPressed.connect(self.go_on)
        self.begin()

    def first(self) -> QWidget:
        return self.secret if self._making.asks else self.agree

    def go_on(self) -> None:
        if self._made is not None:
            self.settle(self._made.folder)
            return
        typed, secret, make = self.target.text().strip(), self.secret.text(), self._making.work
        if not typed:
            self.say(self.tr("Say where the new journal is to be."), self.target)
            return
        if self._making.asks and not secret:
            self.say(self.tr("Type the passphrase or recovery code."), self.secret)
            return
        target = Path(typed).expanduser().absolute()
        self._stop = Event()
        at = self.secret if self._making.asks else self.target
        work = stoppable(lambda report: make(target, secret, report), self._stop)
        self.carry_out(work, self._finish, at, lambda fraction, _text: self._progress(fraction))

    def busy(self, *, busy: bool) -> None:
        super().busy(busy=busy)
        self.waiting.hide()  # the other bar tells more
        self.working.setVisible(busy)
        self.cancel.setEnabled(True)
        if busy:
            self._progress(0.0)
            self.cancel.setFocus()

    def reject(self) -> None:
        """While it works: give it up, which leaves nothing behind."""
        if not self.is_busy():
            super().reject()
            return
        self._stop.set()
        self.cancel.setEnabled(False)
        self.progress_words.setText(self.tr("Taking away what was begun…"))

    def failed(self, at: QWidget, error: Exception) -> None:
        if isinstance(error, Stopped):
            self.busy(busy=False)
            at.setFocus()
        elif isinstance(error, JournalError):
            self.busy(busy=False)
            self.say(in_the_window(str(error)), at)
        else:
            super().failed(at, error)

    def _progress(self, fraction: float) -> None:
        self.bar.setValue(round(1000 * fraction))
        if not self._stop.is_set():
            told = self.tr("Copying and comparing: {percent} %")
            self.progress_words.setText(told.format(percent=round(100 * fraction)))

    def _finish(self, made: Made) -> None:
        self._made = made
        self.secret.clear()
        self.fields.hide()
        self.words.setText(made.told)
        self.ended_words.setText(
            self.tr(
                "“Open it” locks this journal and asks for what opens the new one. This one stays as it is."
            )
        )
        self.lost.setPlainText("\n\n".join(made.lost))
        self.lost.setVisible(bool(made.lost))
        self.ended.show()
        self.cancel.setText(self.tr("Close"))
        self.agree.setText(self.tr("Open it"))
        tab_order.chain(self)
        self.agree.setFocus()
        self.fit()

    def _choose(self) -> None:
        """A folder that already holds something gets the new one into it."""
        suggested = Path(self.target.text())
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("An empty folder for the new journal"), str(suggested.parent)
        )
        if chosen:
            folder = Path(chosen)
            taken = any(folder.iterdir())
            self.target.setText(str(folder / suggested.name if taken else folder))
