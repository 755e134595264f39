"""The passphrase, in the small window: nothing but the field, and the way to the whole window for all else."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from workjournal.settings import Settings
from workjournal.ui import tasks
from workjournal.ui.entrance import opening_work
from workjournal.ui.entrance.attempts import Attempts
from workjournal.ui.entrance.countdown import Countdown
from workjournal.ui.entrance.opening_work import KEYRING, Outlook
from workjournal.ui.entrance.page import EntrancePage
from workjournal.ui.widgets.elided_label import ElidedLabel

_AFTER_PAINT_MS = 50


class CaptureUnlockPage(EntrancePage):
    """Asks for the passphrase of one vault; wrong ones make it wait as the entrance does."""

    name = "capture_unlock"

    painted = Signal()
    """The field is on the screen: what opening needs may load now."""

    folder_name: ElidedLabel
    passphrase: QLineEdit
    unlock: QPushButton
    by_keyring: QPushButton
    whole_window: QPushButton

    def __init__(self, settings: Settings, attempts: Attempts) -> None:
        super().__init__(settings, attempts)
        self.folder = Path()
        self._painted = False
        self.by_keyring.hide()
        self.add_reveal(self.passphrase)
        self._countdown = Countdown(self.unlock, attempts)
        self.unlock.clicked.connect(self._unlock)
        self.passphrase.returnPressed.connect(self._unlock)
        self.by_keyring.clicked.connect(self._unlock_by_keyring)
        self.whole_window.clicked.connect(lambda: self.go.emit("window"))

    def first(self) -> QWidget:
        return self.passphrase

    def secrets(self) -> tuple[QLineEdit, ...]:
        return (self.passphrase,)

    def ask_for(self, folder: Path) -> None:
        """Which vault is to be opened."""
        self.folder = folder
        self.folder_name.setText(str(folder))
        self._left = False
        self.busy(False)
        self.say("")
        self._painted = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once the field is on the screen, see in a thread what the folder allows."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(_AFTER_PAINT_MS, self, self._look)

    def failed(self, error: Exception) -> None:
        super().failed(error)
        self._countdown.tick()

    def _look(self) -> None:
        self.painted.emit()
        folder = self.folder
        tasks.run(lambda _report: opening_work.look(folder), self._looked, self)

    def _looked(self, outlook: Outlook) -> None:
        self.by_keyring.setVisible(KEYRING in outlook.kinds)
        if outlook.problem is not None:
            self.say_error(outlook.problem)

    def _unlock(self) -> None:
        if self._countdown.runs():
            self._countdown.tick()
        elif not self.passphrase.text():
            self.say(self.tr("Type the passphrase of this journal."))
            self.passphrase.setFocus()
        else:
            folder, passphrase = self.folder, self.passphrase.text()
            self.wait_for(lambda: opening_work.unlock(folder, passphrase))

    def _unlock_by_keyring(self) -> None:
        folder = self.folder
        self.wait_for(lambda: opening_work.unlock_by_keyring(folder))
