"""The window: the entrance, then the journal. It knows opening, locking and closing, and owns no feature."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget
from shiboken6 import isValid

from workjournal.journal import private_folder
from workjournal.settings import Settings
from workjournal.ui import clipboard, errands, errors, machine, neighbour, put_away, tasks, theme
from workjournal.ui.entrance import opening_work
from workjournal.ui.entrance.entrance import Entrance
from workjournal.ui.entrance.opening_work import Opened, Sample
from workjournal.ui.entrance.unlock import UnlockPage
from workjournal.ui.lock_cover import LockCover
from workjournal.ui.lock_triggers import LockTriggers
from workjournal.ui.outposts import Outposts

if TYPE_CHECKING:
    from workjournal.ui.visit import Visit
    from workjournal.ui.workspace import Workspace

SMALLEST = (960, 640)
USUAL = (1440, 900)


class MainWindow(QMainWindow):
    """One window on one journal.

    `restart` replaces the process, so that a locked journal is gone from memory; tests bring their own.
    """

    def __init__(self, settings: Settings, folder: Path | None, *, restart: Callable[[Path], None]) -> None:
        super().__init__()
        self.settings = settings
        self._restart = restart
        self._opened: Opened | None = None
        self._visit: Visit | None = None
        self.workspace: Workspace | None = None
        self._cover: LockCover | None = None
        self._next: Path | None = None
        self._triggers: LockTriggers | None = None
        self._typing: QWidget | None = None
        self._locking = False
        self.entrance = Entrance(settings, folder)
        self.entrance.opened.connect(self.enter)
        self.entrance.locked.connect(restart)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.entrance)
        self.outposts = Outposts(self, self)
        self.setCentralWidget(self.outposts.around(self._stack))
        self.setWindowTitle("Workjournal")
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        if settings.window:
            self.restoreGeometry(QByteArray.fromBase64(settings.window.encode()))
        self._preloading = False

    @property
    def unlock_page(self) -> UnlockPage:
        """The page of the entrance that asks for the passphrase."""
        return self.entrance.unlock_page

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once the field is on the screen, load in a thread what unlocking will need."""
        super().paintEvent(event)
        if not self._preloading:
            self._preloading = True
            QTimer.singleShot(50, self.preload)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed; if that fails, the window stays, with the text in it. Or it goes into the tray."""
        if self.outposts.stays():
            event.ignore()
            return
        try:
            self._leave()
        except Exception as error:  # noqa: BLE001 - shown; whatever it is, the text must not go with the window
            errors.report(error, self)
            event.ignore()
            return
        super().closeEvent(event)

    def lock(self, *, by_hand: bool = True) -> None:
        """Cover the journal, keep what is typed, close, and come back at the unlock field in a fresh process.

        What cannot be kept stays in memory behind the cover. Whoever locked by hand may look at it again; once the
        lock came by itself, that takes the passphrase, since nobody knows who sits there.
        """
        if self._visit is not None:
            self._visit.end()
        elif self._opened is not None:
            self.cover(free=by_hand)
            self._finish_lock()

    def cover(self, *, free: bool) -> None:
        """Take everything of the journal off the screen, out of the accessible tree and off the clipboard, now."""
        again = self.is_covered()
        if not again:
            self._typing = QApplication.focusWidget()
        put_away.all_but(self)
        self.outposts.cover()
        clipboard.clear()
        if self._cover is None:
            self._cover = LockCover()
            self._cover.retry.connect(self._finish_lock)
            self._cover.shown_again.connect(self._uncover)
            self._cover.proved.connect(self._prove)
            self._stack.addWidget(self._cover)
        self._cover.begin(free=free and (self._cover.free or not again))
        self._stack.setCurrentWidget(self._cover)
        if self.workspace is not None and not again:
            self._stack.removeWidget(self.workspace)
            self.workspace.setParent(None)  # a hidden child would still be found by a screen reader
        self.repaint()

    def come_up(self) -> None:
        """Show the window over others: a second one was started, or it was in the tray."""
        self.outposts.hidden = False
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    def change(self, changes: Mapping[str, object]) -> None:
        """Change settings of this computer; they hold from now on and are remembered."""
        machine.change(self.settings, changes)
        if self.workspace is not None:
            if "scale" in changes:
                self.workspace.resize_all()
            self.workspace.refresh(frozenset({Settings}))
        if "idle_minutes" in changes:
            self._watch_over()

    def switch_theme(self) -> None:
        """From light to dark and back."""
        self.change({"theme": "light" if theme.is_dark() else "dark"})

    def preload(self) -> None:
        """Load in a thread what unlocking will need, and hear other programs from then on."""

        def load() -> None:
            private_folder.sweep()
            neighbour.preload()
            opening_work.preload()

        if self._opened is None:
            tasks.run(lambda _report: load(), lambda _: self.outposts.start(), self)

    def enter(self, opened: Opened) -> None:
        """Show an opened journal in place of the entrance."""
        from workjournal.ui.visit import Visit
        from workjournal.ui.workspace import Workspace

        self._opened = opened
        self.workspace = Workspace(opened.journal)
        self.workspace.lock_asked.connect(self.lock)
        self.workspace.theme_asked.connect(self.switch_theme)
        self.workspace.errand.connect(self._run_errand)
        self.workspace.commands.add(*self.outposts.commands())
        self._stack.addWidget(self.workspace)
        self._stack.setCurrentWidget(self.workspace)
        self.workspace.start()
        if isinstance(opened, Sample):
            self._visit = Visit(self, self.workspace)
        else:
            self.settings.remember(opened.journal.folder)
            self.outposts.enter(opened.journal)
        self._watch_over()

    def _run_errand(self, errand: object) -> None:
        """What a screen asks that only the window can do."""
        match errand:
            case errands.Lock():
                self.lock()
            case errands.Change(changes=changes):
                self.change(changes)
            case errands.Open() | errands.Move() | errands.Destroy() if self._visit is not None:
                self._visit.refuse()
            case errands.Open(folder=folder):
                self._next = folder
                self.lock()
            case errands.Move() | errands.Destroy():
                self._let_go(errand)

    def _let_go(self, errand: errands.Move | errands.Destroy) -> None:
        """Take the journal off the screen and out of hand; what is done with it then ends in a fresh process."""
        from workjournal.ui.departure import Departure

        if self._opened is None or self.workspace is None:
            return
        self.workspace.leave()
        tasks.cancel_all()
        tasks.wait_all()
        self.cover(free=False)
        assert self._cover is not None
        departure = Departure(self, self._opened.journal, self.settings, self._restart)
        self._cover.words.setText(departure.words_for(errand))
        self._opened.lock.release()  # it lies in the folder
        self._opened = None  # it cannot be locked any more, nor closed by closing the window
        self._close()
        departure.begin(errand)

    def _watch_over(self) -> None:
        """Lock by itself from now on."""
        if self._triggers is not None:
            self._triggers.deleteLater()
        self._triggers = None
        if self._opened is not None and self._visit is None:
            self._triggers = LockTriggers(self, self.settings.idle_minutes)
            self._triggers.fired.connect(partial(self.lock, by_hand=False))
            self._triggers.start()

    def _finish_lock(self) -> None:
        """Behind the cover: keep, close, replace the process."""
        if self._opened is None or self.workspace is None or self._cover is None or self._locking:
            return
        folder, self._locking = self._next or self._opened.journal.folder, True
        try:
            tasks.cancel_all()
            tasks.wait_all()
            self.outposts.keep()
            self.workspace.lock()
        except Exception as error:  # noqa: BLE001 - told on the cover; whatever it is, the text must not go
            self._cover.say_trouble(error)
            return
        finally:
            self._locking = False
        with suppress(Exception):  # everything is kept, and what remains open ends with the process
            self._close()
        self._stack.setCurrentWidget(self.entrance)
        self._cover.begin(free=False)
        self._restart(folder)

    def is_covered(self) -> bool:
        """Whether it is being locked, or could not be."""
        return self._cover is not None and self._stack.currentWidget() is self._cover

    def _uncover(self) -> None:
        """The one whose journal it is wants it back."""
        if self.workspace is None or self._cover is None or self._opened is None:
            return
        self._next = None
        self.outposts.enter(self._opened.journal)
        self._cover.begin(free=False)
        self._stack.addWidget(self.workspace)
        self._stack.setCurrentWidget(self.workspace)
        self.workspace.show_all_again()
        if self._typing is not None and isValid(self._typing) and self.workspace.isAncestorOf(self._typing):
            self._typing.setFocus()

    def _prove(self, passphrase: str) -> None:
        if self._opened is not None and self._cover is not None:
            ways_in, cover = self._opened.journal.ways_in, self._cover
            tasks.run(
                lambda _report: ways_in.confirm(passphrase),
                lambda _: self._uncover(),
                self,
                failed=cover.refuse,
            )

    def _leave(self) -> None:
        self.entrance.leave()
        self.close_journal()

    def close_journal(self) -> None:
        """Save, close the journal, let another window in."""
        if self._opened is not None:
            self.outposts.keep()
            if self.workspace is not None:
                self.workspace.upkeep.stop()
            tasks.cancel_all()  # an import or a chart may take a minute, and nothing is painted meanwhile
            tasks.wait_all()
            if self.workspace is not None:
                self.workspace.leave()
            tasks.wait_all()
        clipboard.clear()
        self._close()

    def _close(self) -> None:
        self.settings.window = bytes(self.saveGeometry().toBase64().data()).decode()
        self.settings.save()
        self.outposts.leave()
        if self._opened is not None:
            self._opened.journal.close()
            self._opened.lock.release()
            self._opened = None
        self._watch_over()
        if self.workspace is not None:
            self._stack.removeWidget(self.workspace)
            self.workspace.deleteLater()
            self.workspace = self._visit = None
