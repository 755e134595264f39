"""The unlock field: what one sees first, every day."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from workjournal.ui.entrance import opening_work
from workjournal.ui.entrance.page import EntrancePage
from workjournal.ui.widgets.elided_label import ElidedLabel


class UnlockPage(EntrancePage):
    """Asks for the passphrase of one vault."""

    name = "unlock"

    folder_name: ElidedLabel
    unlock: QPushButton
    open_other: QPushButton
    create_new: QPushButton

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path()
        self.unlock.clicked.connect(self._unlock)
        self.passphrase.returnPressed.connect(self._unlock)
        self.open_other.clicked.connect(lambda: self.go.emit("open"))
        self.create_new.clicked.connect(lambda: self.go.emit("create"))

    def ask_for(self, folder: Path) -> None:
        """Which vault is to be opened."""
        self.folder = folder
        self.folder_name.setText(str(folder))
        self.say("")

    def _unlock(self) -> None:
        if not self.passphrase.text():
            self.say(self.tr("Type the passphrase of this journal."))
            return
        folder, passphrase = self.folder, self.passphrase.text()
        self.wait_for(lambda: opening_work.unlock(folder, passphrase))
