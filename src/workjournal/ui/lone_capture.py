"""The program for one capture, where none runs for the journal: unlock, write, and it is gone again."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from workjournal.settings import Settings
from workjournal.ui import clipboard, errors, neighbour, put_away, tasks
from workjournal.ui.capture.window import CaptureWindow
from workjournal.ui.entrance import opening_work
from workjournal.ui.entrance.attempts import Attempts
from workjournal.ui.entrance.opening_work import Opened
from workjournal.ui.lock_triggers import LockTriggers
from workjournal.ui.main_window import MainWindow

RETRY_MS = 5000


class LoneCapture(QObject):
    """Holds the journal from the unlocking to the save. Asked to come up as a whole window, it becomes one."""

    def __init__(
        self, app: QApplication, settings: Settings, folder: Path, restart: Callable[[Path], None]
    ) -> None:
        super().__init__(app)
        self._app, self._settings, self._folder, self._restart = app, settings, folder, restart
        self._opened: Opened | None = None
        self._triggers: LockTriggers | None = None
        self._over = self._locking = False
        self.main: MainWindow | None = None
        self._neighbour = neighbour.Neighbour(self, self._answer)
        self.window = CaptureWindow(settings, Attempts())
        self.window.opened.connect(self._enter)
        self.window.left.connect(self._end)
        self.window.window_asked.connect(self._grow)
        self.window.unlock_page.painted.connect(self._preload)

    def begin(self) -> None:
        """Show the passphrase field."""
        self._app.setQuitOnLastWindowClosed(False)  # what follows a save is the backup
        self.window.ask_for(self._folder)
        self.window.come_up()

    def _preload(self) -> None:
        def load() -> None:
            neighbour.preload()
            opening_work.preload()

        tasks.run(lambda _report: load(), lambda _: self._listen(), self)

    def _listen(self) -> None:
        if self._opened is None and not self._over:
            self._neighbour.listen(self._folder, holder=False)

    def _enter(self, opened: Opened) -> None:
        from workjournal.ui.screen_drafts import ScreenDrafts

        journal = opened.journal
        journal.drafts = ScreenDrafts(journal.drafts, read_only=journal.read_only)
        self._opened = opened
        self._settings.remember(journal.folder)
        self._neighbour.listen(journal.folder, holder=True)
        self._triggers = LockTriggers(self.window, self._settings.idle_minutes)
        self._triggers.fired.connect(self._lock)
        self._triggers.start()
        self.window.write(journal)

    def _answer(self, message: str) -> bool:
        """What another program asks for; whether that was possible."""
        if self._over or self._locking:
            return False
        if message == neighbour.LOCK:
            QTimer.singleShot(0, self, self._lock)  # the answer first
        elif message == neighbour.RAISE:
            QTimer.singleShot(0, self, self._grow)
        else:
            self.window.come_up()
        return True

    def _lock(self) -> None:
        """Nobody is there: keep what is typed and end. What cannot be kept stays in memory, out of sight."""
        self._locking = True
        self.window.hide()
        put_away.all_but(self.window)
        clipboard.clear()
        if not self.window.close():
            QTimer.singleShot(RETRY_MS, self, self._lock)

    def _end(self) -> None:
        """The window is closed: let other windows in, make the day's backup, and go."""
        if self._over:
            return
        opened = self._give_up()
        if opened is None:
            self._app.quit()
            return
        journal = opened.journal
        opened.close()
        tasks.run(
            lambda _report: journal.back_up_if_due(),
            lambda _trouble: self._app.quit(),
            self,
            failed=self._failed,
            essential=True,
        )

    def _failed(self, error: Exception) -> None:
        """What was written is safe; the next window tells what hinders its backup."""
        del error
        self._app.quit()

    def _give_up(self) -> Opened | None:
        """Hold the journal no more; whoever gets it goes on with it."""
        self._over = True
        self._neighbour.close()
        if self._triggers is not None:
            self._triggers.deleteLater()
            self._triggers = None
        self.window.let_go()
        opened, self._opened = self._opened, None
        return opened

    def _grow(self) -> None:
        """Become the whole program, with what is typed in its small window."""
        writing = self.window.sheet is not None and bool(self.window.sheet.text.text)
        with errors.inline(lambda _: None):
            self.window.keep()
            opened = self._give_up()
            self.window.close()
            self._app.setQuitOnLastWindowClosed(True)
            self.main = MainWindow(self._settings, self._folder, restart=self._restart)
            if opened is not None:
                self.main.enter(opened)
            self.main.come_up()
            if writing:
                self.main.outposts.capture()
