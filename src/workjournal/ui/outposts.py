"""What of the program lies outside its window: an ear for other programs, the small window, the tray, reminders."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from workjournal.domain.reminding import Snooze
from workjournal.settings import Settings
from workjournal.ui import neighbour
from workjournal.ui.capture.window import CaptureWindow
from workjournal.ui.commands import Command
from workjournal.ui.entrance.opening_work import Opened
from workjournal.ui.entrance.unlock import UnlockPage
from workjournal.ui.reminders import Notice, Reminders
from workjournal.ui.tray import Tray
from workjournal.ui.widgets.band import Band

if TYPE_CHECKING:
    from workjournal.journal.journal import Journal
    from workjournal.ui.workspace import Workspace


class Home(Protocol):
    """What they need of the window."""

    settings: Settings
    workspace: "Workspace | None"

    @property
    def unlock_page(self) -> UnlockPage: ...

    def come_up(self) -> None: ...

    def preload(self) -> None: ...

    def enter(self, opened: Opened) -> None: ...

    def is_covered(self) -> bool: ...

    def cover(self, *, free: bool) -> None: ...

    def lock(self, *, by_hand: bool = True) -> None: ...


class Outposts(QObject):
    """Belongs to the window and does what is asked from outside of it, with the window's journal or its passphrase field."""

    def __init__(self, window: QMainWindow, home: Home) -> None:
        """`home` is the window, too: as what it can do."""
        super().__init__(window)
        self._window, self._home = window, home
        self._journal: Journal | None = None
        self._quitting = False
        self.hidden = False
        """Whether the window is out of sight and the program only in the tray."""
        self.capture_window: CaptureWindow | None = None
        self.tray: Tray | None = None
        self.band: Band | None = None
        self._above = QVBoxLayout()
        self._neighbour = neighbour.Neighbour(self, self.answer)
        self.reminders = Reminders(self, home.settings)
        self.reminders.due.connect(self._remind)
        self.reminders.ask.connect(self._ask)

    def around(self, content: QWidget) -> QWidget:
        """The content of the window, with room above it for what is to be said."""
        whole = QWidget(self._window)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._above)
        column.addWidget(content, 1)
        return whole

    def start(self) -> None:
        """The window has been painted, or works without being shown: hear a second window on the vault asked for."""
        folder = self._home.unlock_page.folder
        if self._journal is None and folder != Path():
            self._neighbour.listen(folder, holder=False)
        self.reminders.start()
        if self.tray is None:
            self.tray = tray = Tray(self._window)
            tray.capture.connect(self.capture)
            tray.open.connect(self._home.come_up)
            tray.lock.connect(self._home.lock)
            tray.quit.connect(self._quit)
            tray.put_off.connect(self._put_off)
            tray.set_unlocked(unlocked=self._journal is not None)
        self.tray.show()

    def start_hidden(self) -> None:
        """The program was in the tray before it locked, and goes on there; without a tray it is minimised."""
        self._home.preload()
        self.start()
        if self.tray is not None and self.tray.show():
            QApplication.setQuitOnLastWindowClosed(False)
            self.hidden = True
        else:
            self._window.showMinimized()

    def enter(self, journal: "Journal") -> None:
        """The journal is open."""
        self._journal = journal
        self._neighbour.listen(journal.folder, holder=True)
        self.reminders.enter(journal)
        if self.tray is not None:
            self.tray.set_unlocked(unlocked=True)
        if self.capture_window is not None and self.capture_window.isVisible():
            self.capture_window.write(journal)
        self.start()

    def answer(self, message: str) -> bool:
        """Do what another program asks for; whether that was possible."""
        if message == neighbour.CAPTURE:
            return self.capture()
        if message == neighbour.RAISE:
            self._home.come_up()
        elif self._journal is not None:
            self._home.cover(free=False)
            # The answer first: locking ends this process.
            QTimer.singleShot(0, self._window, partial(self._home.lock, by_hand=False))
        return True

    def commands(self) -> tuple[Command, ...]:
        """For the palette and the menu."""
        doing, program = (QApplication.translate("Workspace", group) for group in ("Do", "Program"))
        return (
            Command("capture-window", self.tr("Capture in the small window"), "square-pen", "", self.capture, doing),
            Command("capture-key", self.tr("Capture from anywhere by a key"), "keyboard", "", self._explain, program),
            Command("reminders", self.tr("Reminders and the tray"), "bell", "", self.set_up, program),
        )  # fmt: skip

    def capture(self) -> bool:
        """Bring up the small window; whether that may be now."""
        if self._home.is_covered():
            return False
        folder = self._home.unlock_page.folder
        unlocked = (
            self._home.workspace is not None
        )  # the sample journal is nothing to write real work into unseen
        if self._journal is None and (unlocked or folder == Path()):
            self._home.come_up()
            return True
        if self.capture_window is None:
            self.capture_window = made = CaptureWindow(self._home.settings, self._home.unlock_page.attempts)
            made.opened.connect(self._opened)
            made.saved.connect(self._saved)
            made.window_asked.connect(self._come_up)
        if self._journal is not None:
            self.capture_window.write(self._journal)
        else:
            self.capture_window.ask_for(folder)
        self.capture_window.come_up()
        return True

    def keep(self) -> None:
        """Have what is typed outside the window safe; raises what hinders that."""
        if self.capture_window is not None:
            self.capture_window.keep()

    def cover(self) -> None:
        """Nothing of the journal is to be seen or told any more."""
        self.reminders.leave()
        self._say_nothing()

    def leave(self) -> None:
        """The journal is about to be closed."""
        self._neighbour.close()
        self.reminders.leave()
        self._say_nothing()
        if self.capture_window is not None:
            self.capture_window.close()
            self.capture_window.let_go()
        self._journal = None
        if self.tray is not None:
            self.tray.set_unlocked(unlocked=False)

    def stays(self) -> bool:
        """The window is being closed: whether it only goes out of sight, and the program stays in the tray."""
        stays = self._home.settings.stay_in_tray and not self._quitting
        if not stays or self.tray is None or not self.tray.show():
            QApplication.setQuitOnLastWindowClosed(True)
            if self.tray is not None:
                self.tray.hide()
            return False
        QApplication.setQuitOnLastWindowClosed(False)
        self._window.hide()
        self.hidden = True
        return True

    def set_up(self) -> None:
        """Show the settings that say when to remind, and what closing the window means."""
        self._home.come_up()
        if self._home.workspace is not None:
            self._home.workspace.go("settings", "reminders")

    def _explain(self) -> None:
        from workjournal.ui.dialogs.capture_key import CaptureKeyDialog

        CaptureKeyDialog(self._window).open()

    def _opened(self, opened: Opened) -> None:
        self._home.unlock_page.forget()
        self._home.enter(opened)  # comes back to `enter`
        if self.capture_window is not None:
            self.capture_window.activateWindow()

    def _saved(self, told: str, episode: UUID) -> None:
        journal, space = self._journal, self._home.workspace
        if journal is not None and space is not None:
            space.toast.say(told, lambda: journal.episodes.trash(episode))
        self._say_nothing()

    def _come_up(self) -> None:
        if self.capture_window is not None:
            self.capture_window.close()
        self._home.come_up()

    def _quit(self) -> None:
        self._quitting = True
        if self._window.close():
            QApplication.quit()
        self._quitting = False

    def _remind(self, notice: Notice) -> None:
        words = f"{notice.heading}. {notice.words}" if notice.words else notice.heading
        self._say(words, "bell")
        assert self.band is not None
        self.band.add_answer(self.tr("Write"), self.capture)
        for snooze, answer in (
            (Snooze.HALF_HOUR, self.tr("In 30 minutes")),
            (Snooze.HOUR, self.tr("In an hour")),
            (Snooze.TOMORROW, self.tr("Tomorrow")),
        ):
            self.band.add_answer(answer, partial(self._put_off, snooze))
        self.band.add_answer(self.tr("Not today"), self._say_nothing)
        if self._window.isActiveWindow():
            return
        if self.tray is not None and self.tray.show():
            self.tray.tell(notice)
        else:
            QApplication.alert(self._window)

    def _ask(self) -> None:
        asked = self.tr("Shall Workjournal remind you at the end of your working days?")
        also = self.tr("A key of your own can bring up a small window to write in.")
        self._say(f"{asked} {also}", "bell")
        assert self.band is not None
        self.band.add_answer(self.tr("Choose when…"), self.set_up)
        self.band.add_answer(self.tr("Choose a key…"), self._explain)
        self.band.add_answer(self.tr("No"), self._say_nothing)

    def _put_off(self, snooze: Snooze) -> None:
        self.reminders.put_off(snooze)
        self._say_nothing()

    def _say(self, words: str, icon: str) -> None:
        self._say_nothing()
        self.band = Band(words, icon=icon, parent=self._window)
        self.band.answered.connect(self._say_nothing)
        self._above.setContentsMargins(12, 10, 12, 10)
        self._above.addWidget(self.band)

    def _say_nothing(self) -> None:
        if self.band is not None:
            self.band.hide()
            self._above.removeWidget(self.band)
            self.band.deleteLater()
            self.band = None
            self._above.setContentsMargins(0, 0, 0, 0)
        if self.tray is not None:
            self.tray.set_pending(pending=False)
