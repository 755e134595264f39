"""What is seen in place of a journal that is being locked; nearly always for a blink."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QWidget

from workjournal import faults
from workjournal.errors import JournalError
from workjournal.ui import form, theme

RETRY_MS = 5000
_WIDE = 420


class LockCover(QWidget):
    """Opaque. Where the writing could not be kept it says why, tries again by itself, and knows a way back.

    Whoever locked by hand gets back by a button; after a lock that came by itself, or one that followed, by the
    passphrase alone: somebody else may sit at the screen.
    """

    retry = Signal()
    """Lock again: what was in the way may be gone."""
    shown_again = Signal()
    """The one who locked wants the journal back."""
    proved = Signal(str)
    """The passphrase with which somebody wants it back; answer with `refuse` if it is wrong."""

    card: QFrame
    words: QLabel
    problem: QLabel
    ways: QFrame
    again: QPushButton
    passphrase_label: QLabel
    passphrase: QLineEdit
    refused: QLabel
    show_again: QPushButton

    def __init__(self) -> None:
        super().__init__()
        form.fill(self, "lock_cover")
        self._free = False
        self._soon = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._soon.timeout.connect(self._retry)
        self.again.clicked.connect(self.retry)
        self.passphrase.returnPressed.connect(self._ask_back)
        self.show_again.clicked.connect(self._ask_back)
        self.begin(free=False)

    @property
    def free(self) -> bool:
        """Whether the way back needs no passphrase."""
        return self._free

    def begin(self, *, free: bool) -> None:
        """Cover something that is being kept just now."""
        self._free = free
        self._soon.stop()
        self.card.setFixedWidth(theme.px(_WIDE))
        self.words.setText(self.tr("Keeping what you wrote…"))
        self.problem.hide()
        self.ways.hide()
        self.refused.hide()
        self.passphrase.clear()
        self._busy(busy=False)

    def say_trouble(self, error: Exception) -> None:
        """It could not be kept; it stays behind the cover."""
        self.words.setText(
            self.tr(
                "What you typed could not be kept yet. It is still here, behind this page, and keeping it is tried again and again."
            )
        )
        self.problem.setText(self._words_of(error))
        self.problem.show()
        self.ways.show()
        self.passphrase_label.setVisible(not self._free)
        self.passphrase.setVisible(not self._free)
        (self.show_again if self._free else self.passphrase).setFocus()
        self._soon.start()

    def refuse(self, error: Exception) -> None:
        """The passphrase was wrong, or could not be compared."""
        self._busy(busy=False)
        self.refused.setText(self._words_of(error))
        self.refused.show()
        self.passphrase.selectAll()
        self.passphrase.setFocus()
        self._soon.start()

    def _words_of(self, error: Exception) -> str:
        if isinstance(error, JournalError):
            return str(error)
        return self.tr("Workjournal made a mistake (code {code}).").format(code=faults.code(error))

    def _retry(self) -> None:
        if self.passphrase.text():  # not while somebody types
            self._soon.start()
        else:
            self.retry.emit()

    def _ask_back(self) -> None:
        if self._free:
            self.shown_again.emit()
        elif self.passphrase.text():
            self._busy(busy=True)
            self._soon.stop()
            self.proved.emit(self.passphrase.text())

    def _busy(self, *, busy: bool) -> None:
        for widget in (self.again, self.passphrase, self.show_again):
            widget.setEnabled(not busy)
