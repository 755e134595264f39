"""Making a journal: a passphrase twice, and where it is kept."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from workjournal import paths
from workjournal.journal.strength import Strength, strength
from workjournal.ui import tasks
from workjournal.ui.entrance import opening_work
from workjournal.ui.entrance.page import EntrancePage
from workjournal.ui.widgets.strength_meter import StrengthMeter


class NewVaultPage(EntrancePage):
    """Asks for what a new vault needs and makes it."""

    name = "new_vault"

    again: QLineEdit
    folder: QLineEdit
    choose: QPushButton
    make: QPushButton
    open_existing: QPushButton
    meter: StrengthMeter

    def __init__(self) -> None:
        super().__init__()
        self.folder.setText(str(paths.suggested_vault()))
        self._pause = QTimer(self, singleShot=True, interval=150)
        self._pause.timeout.connect(self._measure)
        self.passphrase.textChanged.connect(self._pause.start)
        self.passphrase.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self._create)
        self.make.clicked.connect(self._create)
        self.choose.clicked.connect(self._choose)
        self.open_existing.clicked.connect(lambda: self.go.emit("open"))
        self._show(Strength(0, "", ""))

    def secrets(self) -> tuple[QLineEdit, ...]:
        return (self.passphrase, self.again)

    def _measure(self) -> None:
        typed = self.passphrase.text()
        if not typed:
            self._show(Strength(0, "", ""))
            return
        tasks.run(lambda _report: strength(typed), self._show, self)

    def _show(self, found: Strength) -> None:
        words = (
            self.tr("Very weak"),
            self.tr("Weak"),
            self.tr("Fair"),
            self.tr("Strong"),
            self.tr("Very strong"),
        )
        if not self.passphrase.text():
            self.meter.set_strength(0, "")
            return
        told = self.tr("{word}. Takes {time} to guess offline.").format(
            word=words[found.score], time=found.time
        )
        self.meter.set_strength(found.score, told)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("An empty folder for the journal"))
        if chosen:
            self.folder.setText(chosen)

    def _create(self) -> None:
        passphrase, folder = self.passphrase.text(), self.folder.text().strip()
        if not passphrase.strip():
            self.say(self.tr("Type a passphrase."))
            self.passphrase.setFocus()
        elif passphrase != self.again.text():
            self.say(self.tr("The two passphrases are not the same."))
            self.again.setFocus()
        elif not folder:
            self.say(self.tr("Choose a folder for the journal."))
            self.folder.setFocus()
        else:
            self.wait_for(lambda: opening_work.create(Path(folder).expanduser(), passphrase))
