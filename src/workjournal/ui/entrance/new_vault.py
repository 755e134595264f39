"""Making a journal: a passphrase twice, where it is kept, and whether this computer's keychain may open it."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workjournal import paths
from workjournal.settings import Settings
from workjournal.ui import tab_order, tasks
from workjournal.ui.entrance import opening_work
from workjournal.ui.entrance.attempts import Attempts
from workjournal.ui.entrance.opening_work import Opened
from workjournal.ui.entrance.page import EntrancePage
from workjournal.ui.parts.new_passphrase import NewPassphrase

_AFTER_PAINT_MS = 50
_SETTLES_MS = 250


class NewVaultPage(EntrancePage):
    """Asks for what a new vault needs and makes it."""

    name = "new_vault"

    secret_place: QVBoxLayout
    folder: QLineEdit
    choose: QPushButton
    synced: QFrame
    synced_words: QLabel
    elsewhere: QPushButton
    keyring_box: QWidget
    by_keyring: QCheckBox
    keyring_words: QLabel
    make: QPushButton
    back: QPushButton

    def __init__(self, settings: Settings, attempts: Attempts) -> None:
        super().__init__(settings, attempts)
        self.new = NewPassphrase(self.make, self.tr("Create anyway"), self.say)
        self.passphrase, self.again, self.meter = self.new.passphrase, self.new.again, self.new.meter
        self.secret_place.addWidget(self.new)
        tab_order.chain(self.card)
        self.add_reveal(self.passphrase)
        self._painted = False
        self._better: Path | None = None
        self._pause = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._pause.timeout.connect(self._look_at_folder)
        self.synced.hide()
        self.keyring_box.hide()
        self.folder.setText(str(paths.suggested_vault()))
        self.folder.textChanged.connect(self._pause.start)
        self.new.entered.connect(self._create)
        self.make.clicked.connect(self._create)
        self.choose.clicked.connect(self._choose)
        self.elsewhere.clicked.connect(self._go_elsewhere)
        self.back.clicked.connect(partial(self.go.emit, "back"))

    def first(self) -> QWidget:
        return self.passphrase

    def secrets(self) -> tuple[QLineEdit, ...]:
        return self.new.secrets()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once the fields are on the screen, ask the keyring and the folder in threads."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(_AFTER_PAINT_MS, self, self._look_around)

    def _look_around(self) -> None:
        tasks.run(lambda _report: opening_work.keyring_ready(), self._offer_keyring, self)
        self._look_at_folder()

    def _offer_keyring(self, keyring: str) -> None:
        self.keyring_box.setVisible(bool(keyring))
        words = self.tr("Quicker and weaker: whoever gets into your login gets in here. Kept by {keyring}.")
        self.keyring_words.setText(words.format(keyring=keyring))

    def _look_at_folder(self) -> None:
        typed = self.folder.text().strip()
        folder = _meant(typed)
        tasks.run(lambda _report: opening_work.synced(folder), partial(self._warn, typed), self)

    def _warn(self, typed: str, found: tuple[str, Path | None]) -> None:
        client, self._better = found
        if typed != self.folder.text().strip():
            return
        self.synced.setVisible(bool(client))
        words = self.tr(
            "{client} copies this folder to its servers and can mix up two states of the journal. "
            "A folder that nobody syncs is safer."
        )
        self.synced_words.setText(words.format(client=client))
        self.elsewhere.setVisible(self._better is not None)
        self.elsewhere.setToolTip(str(self._better or ""))

    def _go_elsewhere(self) -> None:
        if self._better is not None:
            self.folder.setText(str(self._better))
            self.synced.hide()
            self.make.setFocus()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("An empty folder for the journal"))
        if chosen:
            self.folder.setText(chosen)

    def _create(self) -> None:
        if self.card.isEnabled():
            self.say("")
            self.new.settle(self._create_with)

    def _create_with(self, passphrase: str) -> None:
        folder = self.folder.text().strip()
        if not folder:
            self.say(self.tr("Choose a folder for the journal."))
            self.folder.setFocus()
            return
        keyring = self.by_keyring.isChecked() and not self.keyring_box.isHidden()
        where = _meant(folder)
        self.wait_for(lambda: opening_work.create(where, passphrase, keyring=keyring), self._made)

    def _made(self, created: Opened) -> None:
        self.busy(False)
        self.new.forget()
        self.created.emit(created)


def _meant(typed: str) -> Path:
    """A folder as typed; "~" is home, and whatever else begins with it stays as it is."""
    return Path(os.path.expanduser(typed))  # noqa: PTH111 - pathlib's raises for a home nobody has
