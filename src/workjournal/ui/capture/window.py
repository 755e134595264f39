"""The small window that stays on top: the passphrase where it is needed, then the text."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from workjournal.settings import Settings
from workjournal.ui import theme
from workjournal.ui.capture.unlock import CaptureUnlockPage
from workjournal.ui.entrance.attempts import Attempts

if TYPE_CHECKING:
    from workjournal.journal.journal import Journal
    from workjournal.ui.capture.page import CaptureSheet

SIZE = (560, 360)


class CaptureWindow(QWidget):
    """Ctrl+Return saves and closes; Esc keeps what is typed as a draft in the vault and closes.

    Whoever makes it opens and closes the journal; it is handed one by `write`, and lets go of it by `let_go`.
    """

    opened = Signal(object)
    """The Opened journal whose passphrase was typed here; hand it back with `write`."""
    saved = Signal(str, UUID)
    """What to say, and the episode."""
    left = Signal()
    """It was closed, with or without a save."""
    window_asked = Signal()
    """Somebody needs more than this window."""

    def __init__(self, settings: Settings, attempts: Attempts) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.setWindowTitle(self.tr("Capture"))
        self.setProperty("role", "page")
        self.sheet: CaptureSheet | None = None
        self._journal: Journal | None = None
        self.unlock_page = CaptureUnlockPage(settings, attempts)
        self.unlock_page.opened.connect(self.opened)
        self.unlock_page.go.connect(lambda _page: self.window_asked.emit())
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.unlock_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
        self.resize(theme.px(SIZE[0]), theme.px(SIZE[1]))

    def ask_for(self, folder: Path) -> None:
        """Show the passphrase field of a vault."""
        self.unlock_page.ask_for(folder)
        self._stack.setCurrentWidget(self.unlock_page)

    def write(self, journal: "Journal") -> None:
        """Show the field for the text, with what was left in it."""
        from workjournal.ui.capture.page import CaptureSheet

        if self.sheet is None or journal is not self._journal:
            self.let_go()
            self._journal, self.sheet = journal, CaptureSheet(journal)
            self.sheet.saved.connect(self._saved)
            self._stack.addWidget(self.sheet)
        elif not self.isVisible():
            self.sheet.resume()
        self._stack.setCurrentWidget(self.sheet)
        self.sheet.text.setFocus()

    def keep(self) -> None:
        """Have what is typed safe in the vault; raises what hinders that."""
        if self.sheet is not None:
            self.sheet.keep()

    def let_go(self) -> None:
        """The journal is about to be closed: know nothing of it any more."""
        if self.sheet is not None:
            self._stack.removeWidget(self.sheet)
            self.sheet.setParent(None)
            self.sheet.deleteLater()
        self.sheet = self._journal = None

    def come_up(self) -> None:
        """Show it over all others, with the keyboard in its field."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        shown = self._stack.currentWidget()
        (self.unlock_page.passphrase if shown is self.unlock_page else self.sheet.text).setFocus()  # type: ignore[union-attr]

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing that is typed goes with the window: it stays where the draft cannot be kept."""
        if self.sheet is not None and not self.sheet.try_to_keep():
            event.ignore()
            return
        self.unlock_page.leave()
        super().closeEvent(event)
        self.left.emit()

    def _saved(self, told: str, episode: UUID) -> None:
        self.saved.emit(told, episode)
        self.close()
