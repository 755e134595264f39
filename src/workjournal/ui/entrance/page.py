"""What the pages before a journal have in common: a card in the middle, a wait, a problem said in its place."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QPushButton, QWidget

from workjournal.errors import JournalError
from workjournal.ui import errors, form, icons, tasks
from workjournal.ui.entrance.opening_work import Opened


class EntrancePage(QWidget):
    """A form with a passphrase, a line for problems and a bar for waiting."""

    name = ""
    opened = Signal(object)
    """An Opened journal."""
    go = Signal(str)
    """ "open" (choose a folder), "unlock" or "create"."""

    passphrase: QLineEdit
    problem: QLabel
    waiting: QProgressBar

    def __init__(self) -> None:
        super().__init__()
        form.fill(self, self.name)
        self.waiting.setVisible(False)
        self.problem.setVisible(False)
        self._reveal = QAction(icons.icon("eye"), self.tr("Show the passphrase"), self)
        self._reveal.setCheckable(True)
        self._reveal.toggled.connect(self._show_typed)
        self.passphrase.addAction(self._reveal, QLineEdit.ActionPosition.TrailingPosition)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is in the first field."""
        super().showEvent(event)
        self.passphrase.setFocus()

    def secrets(self) -> tuple[QLineEdit, ...]:
        """The fields in which a passphrase is typed."""
        return (self.passphrase,)

    def say(self, problem: str) -> None:
        """Show what is wrong, or nothing."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def wait_for(self, work: Callable[[], Opened]) -> None:
        """Do the slow part in a thread; a problem is said on the page, with the passphrase left to be mended."""
        self.say("")
        self._busy(busy=True)
        tasks.run(lambda _report: work(), self._done, self, failed=self._failed)

    def _done(self, opened: Opened) -> None:
        self._busy(busy=False)
        self._forget()
        self.opened.emit(opened)

    def _failed(self, error: Exception) -> None:
        self._busy(busy=False)
        if not isinstance(error, JournalError):
            errors.report(error, self)
            return
        self.say(str(error))
        self.passphrase.setFocus()
        self.passphrase.selectAll()

    def _busy(self, *, busy: bool) -> None:
        self.waiting.setVisible(busy)
        for child in (*self.findChildren(QLineEdit), *self.findChildren(QPushButton)):
            child.setEnabled(not busy)

    def _forget(self) -> None:
        for field in self.secrets():
            field.clear()

    def _show_typed(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in self.secrets():
            field.setEchoMode(mode)
