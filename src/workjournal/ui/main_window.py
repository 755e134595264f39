"""The window: the entrance, then the journal. It knows opening, locking and closing, and owns no feature."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QStackedWidget

from workjournal.settings import Settings
from workjournal.ui import errors, tasks, theme
from workjournal.ui.entrance import opening_work
from workjournal.ui.entrance.new_vault import NewVaultPage
from workjournal.ui.entrance.opening_work import Opened
from workjournal.ui.entrance.page import EntrancePage
from workjournal.ui.entrance.unlock import UnlockPage

if TYPE_CHECKING:
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
        self.workspace: Workspace | None = None
        self.unlock_page = UnlockPage()
        self.new_page = NewVaultPage()
        self._stack = QStackedWidget(self)
        for page in (self.unlock_page, self.new_page):
            page.opened.connect(self.enter)
            page.go.connect(self.turn)
            self._stack.addWidget(page)
        self.setCentralWidget(self._stack)
        self.setWindowTitle("Workjournal")
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        if settings.window:
            self.restoreGeometry(QByteArray.fromBase64(settings.window.encode()))
        self._preloading = False
        if folder is not None:
            self.unlock_page.ask_for(folder)
        self.turn("create" if folder is None else "unlock")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once the field is on the screen, load in a thread what unlocking will need."""
        super().paintEvent(event)
        if not self._preloading:
            self._preloading = True
            QTimer.singleShot(50, self._preload)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed; if that fails, the window stays, with the text in it."""
        try:
            self._leave()
        except Exception as error:  # noqa: BLE001 - shown; whatever it is, the text must not go with the window
            errors.report(error, self)
            event.ignore()
            return
        super().closeEvent(event)

    def lock(self) -> None:
        """Close the journal and come back at the unlock field, in a process that never held it.

        What cannot be saved keeps the journal open, with the text on the screen.
        """
        assert self._opened is not None
        folder = self._opened.journal.folder
        self._leave()
        self._stack.setCurrentWidget(self.unlock_page)
        self._restart(folder)

    def switch_theme(self) -> None:
        """From light to dark and back, remembered for this machine."""
        self.settings.theme = "light" if theme.current().name == "dark" else "dark"
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, self.settings.theme, self.settings.scale)
        self.settings.save()

    def _preload(self) -> None:
        if self._opened is None:
            tasks.run(lambda _report: opening_work.preload(), lambda _: None, self)

    def turn(self, where: str) -> None:
        """Show a page of the entrance: "unlock", "create", or "open" to choose a folder first."""
        if where == "open":
            chosen = QFileDialog.getExistingDirectory(self, self.tr("The folder of a journal"))
            if not chosen:
                return
            self.unlock_page.ask_for(Path(chosen))
        page: EntrancePage = self.new_page if where == "create" else self.unlock_page
        self._stack.setCurrentWidget(page)

    def enter(self, opened: Opened) -> None:
        """Show an opened journal in place of the entrance."""
        from workjournal.ui.workspace import Workspace

        self._opened = opened
        self.settings.remember(opened.journal.folder)
        self.workspace = Workspace(opened.journal)
        self.workspace.lock_asked.connect(self.lock)
        self.workspace.theme_asked.connect(self.switch_theme)
        self._stack.addWidget(self.workspace)
        self._stack.setCurrentWidget(self.workspace)
        self.workspace.start()

    def _leave(self) -> None:
        """Save, close the journal, let another window in."""
        self.settings.window = bytes(self.saveGeometry().toBase64().data()).decode()
        self.settings.save()
        if self._opened is None:
            return
        if self.workspace is not None:
            self.workspace.leave()
        tasks.wait_all()
        self._opened.journal.close()
        self._opened.lock.release()
        self._opened = None
        if self.workspace is not None:
            self._stack.removeWidget(self.workspace)
            self.workspace.deleteLater()
            self.workspace = None
