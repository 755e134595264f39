"""The entrance: the pages before a journal, one at a time, each made when it is first turned to.

To add one: an EntrancePage with its form, and its class in PAGES under the name that others `go` to.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from workjournal.settings import Settings
from workjournal.ui.entrance.attempts import Attempts
from workjournal.ui.entrance.opening_work import Created, Opened
from workjournal.ui.entrance.page import EntrancePage
from workjournal.ui.entrance.unlock import UnlockPage

if TYPE_CHECKING:
    from workjournal.ui.entrance.new_vault import NewVaultPage
    from workjournal.ui.lock_triggers import LockTriggers


def _begin() -> type[EntrancePage]:
    from workjournal.ui.entrance.begin import BeginPage

    return BeginPage


def _create() -> type[EntrancePage]:
    from workjournal.ui.entrance.new_vault import NewVaultPage

    return NewVaultPage


def _recover() -> type[EntrancePage]:
    from workjournal.ui.entrance.recover import RecoverPage

    return RecoverPage


def _recovery_code() -> type[EntrancePage]:
    from workjournal.ui.entrance.recovery_code import RecoveryCodePage

    return RecoveryCodePage


def _restore() -> type[EntrancePage]:
    from workjournal.ui.entrance.restore import RestorePage

    return RestorePage


def _sample() -> type[EntrancePage]:
    from workjournal.ui.entrance.sample import SamplePage

    return SamplePage


PAGES: dict[str, Callable[[], type[EntrancePage]]] = {
    "begin": _begin,
    "unlock": lambda: UnlockPage,
    "create": _create,
    "recover": _recover,
    "recovery_code": _recovery_code,
    "restore": _restore,
    "sample": _sample,
}
"""By the name one goes to; what is seldom needed is imported when it is."""


class Entrance(QStackedWidget):
    """Turns between the pages and hands over the journal that one of them opened."""

    opened = Signal(object)
    """An Opened journal."""
    locked = Signal(Path)
    """A journal that was open here and not yet entered was closed, since nobody was there: its folder."""

    def __init__(self, settings: Settings, folder: Path | None) -> None:
        super().__init__()
        EntrancePage.reachable.update(PAGES)
        self._settings, self._folder = settings, folder
        self._attempts = Attempts()
        self._pages: dict[str, EntrancePage] = {}
        self._triggers: LockTriggers | None = None
        self.turn("back")

    @property
    def unlock_page(self) -> UnlockPage:
        """The page that asks for the passphrase."""
        page = self.page("unlock")
        assert isinstance(page, UnlockPage)
        return page

    @property
    def new_page(self) -> "NewVaultPage":
        """The page that makes a journal."""
        from workjournal.ui.entrance.new_vault import NewVaultPage

        page = self.page("create")
        assert isinstance(page, NewVaultPage)
        return page

    def page(self, name: str) -> EntrancePage:
        """A page by its name; made now, if it was not yet."""
        if name not in self._pages:
            made = PAGES[name]()(self._settings, self._attempts)
            made.opened.connect(self._hand_over)
            made.holding.connect(self._watch_over)
            made.go.connect(self.turn)
            made.created.connect(self._offer_code)
            self._pages[name] = made
            self.addWidget(made)
        return self._pages[name]

    def turn(self, where: str) -> None:
        """Show a page; "open" asks for a folder first and shows the unlock page for it; "back" is where one began."""
        if "unlock" in self._pages and self.unlock_page.folder != Path():
            self._folder = self.unlock_page.folder
        if where == "back":
            where = "begin" if self._folder is None else "unlock"
        if where == "open":
            chosen = QFileDialog.getExistingDirectory(self, self.tr("The folder of a journal"))
            if not chosen:
                return
            self._folder, where = Path(chosen), "unlock"
        if where == "begin":
            self._folder = None
            if "unlock" in self._pages:
                self.unlock_page.folder = Path()
        page = self.page(where)
        page.ask_for(self._folder or Path())
        self.setCurrentWidget(page)

    def leave(self) -> None:
        """The window closes: nothing stays open behind it."""
        self._stop_watching()
        for page in self._pages.values():
            page.leave()

    def _hand_over(self, opened: Opened) -> None:
        self._stop_watching()
        self.opened.emit(opened)

    def _watch_over(self) -> None:
        """A code or an open journal is on the screen: nobody else may find it there."""
        from workjournal.ui.lock_triggers import LockTriggers

        self._stop_watching()
        self._triggers = LockTriggers(self.window(), self._settings.idle_minutes)
        self._triggers.fired.connect(self._lock)
        self._triggers.start()

    def _stop_watching(self) -> None:
        if self._triggers is not None:
            self._triggers.deleteLater()
            self._triggers = None

    def _lock(self) -> None:
        held = next((held for page in self._pages.values() if (held := page.held())), None)
        if held is not None:
            folder = held.journal.folder
            self.leave()
            self.unlock_page.ask_for(folder)
            self.setCurrentWidget(self.unlock_page)
            self.locked.emit(folder)

    def _offer_code(self, created: Created) -> None:
        from workjournal.ui.entrance.recovery_code import RecoveryCodePage

        page = self.page("recovery_code")
        assert isinstance(page, RecoveryCodePage)
        page.offer(created)
        self.setCurrentWidget(page)
