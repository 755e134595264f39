"""The unlock field: what one sees first, every day."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QToolButton, QWidget

from workjournal.errors import JournalError
from workjournal.settings import Settings
from workjournal.ui import tasks
from workjournal.ui.entrance import opening_work
from workjournal.ui.entrance.attempts import Attempts
from workjournal.ui.entrance.countdown import Countdown
from workjournal.ui.entrance.opening_work import DROP, KEYRING, MEND, RESTORE, Opened, Outlook
from workjournal.ui.entrance.page import EntrancePage
from workjournal.ui.entrance.recent_journals import RecentJournals
from workjournal.ui.widgets.elided_label import ElidedLabel
from workjournal.ui.widgets.journal_list import JournalList

_AFTER_PAINT_MS = 50


class UnlockPage(EntrancePage):
    """Asks for the passphrase of one vault, out of those opened lately."""

    name = "unlock"

    pane: QFrame
    split: QFrame
    journals: JournalList
    journal_menu: QToolButton
    folder_name: ElidedLabel
    read_only: QFrame
    read_only_gap: QWidget
    passphrase: QLineEdit
    ways_out: QWidget
    restore: QPushButton
    mend: QPushButton
    drop: QPushButton
    unlock: QPushButton
    by_keyring: QPushButton
    forgot: QPushButton
    open_other: QPushButton
    create_new: QPushButton

    def __init__(self, settings: Settings, attempts: Attempts) -> None:
        super().__init__(settings, attempts)
        self.folder = Path()
        self._painted = False
        self.add_reveal(self.passphrase)
        self._countdown = Countdown(self.unlock, attempts)
        self.recent = RecentJournals(settings, self.journals, self.journal_menu)
        self.recent.chosen.connect(self._choose)
        self.recent.dropped.connect(self._dropped)
        self.unlock.clicked.connect(self._unlock)
        self.passphrase.returnPressed.connect(self._unlock)
        self.by_keyring.clicked.connect(self._unlock_by_keyring)
        self.mend.clicked.connect(self._mend)
        self.drop.clicked.connect(lambda: self.recent.drop_folder(self.folder))
        for button, page in (
            (self.restore, "restore"),
            (self.forgot, "recover"),
            (self.open_other, "open"),
            (self.create_new, "create"),
        ):
            button.clicked.connect(partial(self.go.emit, page))
        self._show_outlook(Outlook())
        self._show_recent()

    def first(self) -> QWidget:
        return self.passphrase

    def secrets(self) -> tuple[QLineEdit, ...]:
        return (self.passphrase,)

    def ask_for(self, folder: Path) -> None:
        """Which vault is to be opened."""
        if folder == self.folder:
            return
        self.folder = folder
        self._show_recent()
        self.folder_name.setText(str(folder))
        self.forget()
        self.say("")
        self._show_outlook(Outlook())
        self.recent.choose(folder)
        if self._painted:
            self._look()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once the field is on the screen, see in a thread what the folder allows."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(_AFTER_PAINT_MS, self, self._look)

    def failed(self, error: Exception) -> None:
        super().failed(error)
        self._countdown.tick()
        if isinstance(error, JournalError) and (ways := opening_work.ways_out(error, self.folder)):
            self._offer(ways)

    def _look(self) -> None:
        folder = self.folder
        tasks.run(lambda _report: opening_work.look(folder), partial(self._looked, folder), self)
        paths = [one.path for one in self.settings.recent]
        tasks.run(lambda _report: opening_work.missing(paths), self.recent.mark_missing, self.journals)

    def _looked(self, folder: Path, outlook: Outlook) -> None:
        if folder == self.folder and self.card.isEnabled():
            self._show_outlook(outlook)

    def _show_outlook(self, outlook: Outlook) -> None:
        """What is there without a key: the ways in that can be offered, or what is wrong."""
        self.read_only.setVisible(outlook.read_only)
        self.read_only_gap.setVisible(outlook.read_only)
        self.by_keyring.setVisible(KEYRING in outlook.kinds)
        self.ways_out.hide()
        if outlook.problem is not None:
            self.say_error(outlook.problem)
            self._offer(outlook.ways_out)

    def _offer(self, ways: tuple[str, ...]) -> None:
        """The ways out of what went wrong, as far as they exist here."""
        offered = (
            (self.restore, RESTORE in ways and "restore" in self.reachable),
            (self.mend, MEND in ways),
            (self.drop, DROP in ways and self.recent.knows(self.folder)),
        )
        for button, offer in offered:
            button.setVisible(offer)
        self.ways_out.setVisible(any(offer for _, offer in offered))

    def _show_recent(self) -> None:
        """The list appears once there is something to choose between."""
        others = self.recent.has_others(self.folder)
        self.pane.setVisible(others)
        self.split.setVisible(others)

    def _dropped(self, path: str) -> None:
        """With the last one gone from the list it is as at the first start."""
        self._show_recent()
        if not self.settings.recent and Path(path) == self.folder.absolute():
            self.go.emit("begin")

    def _choose(self, path: str) -> None:
        self.ask_for(Path(path))
        self.passphrase.setFocus()

    def _unlock(self) -> None:
        self._open(opening_work.unlock)

    def _mend(self) -> None:
        """An earlier header is tried with the passphrase in the field."""
        self._open(opening_work.mend_and_unlock)

    def _open(self, way: Callable[[Path, str], Opened]) -> None:
        if self._countdown.runs():
            self._countdown.tick()
        elif not self.passphrase.text():
            self.say(self.tr("Type the passphrase of this journal."))
            self.passphrase.setFocus()
        else:
            folder, passphrase = self.folder, self.passphrase.text()
            self.wait_for(lambda: way(folder, passphrase))

    def _unlock_by_keyring(self) -> None:
        folder = self.folder
        self.wait_for(lambda: opening_work.unlock_by_keyring(folder))
