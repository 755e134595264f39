"""The list of journals opened lately, with the menu of each: another colour, off the list."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton

from workjournal.settings import COLOURS, Recent, Settings
from workjournal.ui.widgets.journal_list import JournalList, JournalRow, dot


class RecentJournals(QObject):
    """Fills the list from the settings and changes them; the folders themselves are never touched."""

    chosen = Signal(object)
    """The path of the journal to be opened next."""
    dropped = Signal(str)
    """The path of a journal that is off the list now."""

    def __init__(self, settings: Settings, view: JournalList, menu: QToolButton) -> None:
        super().__init__(view)
        self._settings, self._view, self._button = settings, view, menu
        self._missing: frozenset[str] = frozenset()
        view.opened.connect(self.chosen)
        view.trashed.connect(self.drop)
        view.menu.connect(lambda path, where: self.menu(path).popup(where))
        menu.clicked.connect(self._menu_of_current)
        self.show()

    def has_others(self, folder: Path) -> bool:
        """Whether there are journals besides the one in this folder."""
        return any(one.path != _absolute(folder) for one in self._settings.recent)

    def knows(self, folder: Path) -> bool:
        """Whether it is on the list."""
        return any(one.path == _absolute(folder) for one in self._settings.recent)

    def choose(self, folder: Path) -> None:
        """Make it the current row; none is, where it is not on the list."""
        if not self._view.choose(_absolute(folder)):
            self._view.setCurrentIndex(QModelIndex())

    def mark_missing(self, paths: frozenset[str]) -> None:
        """Grey those that are not there now; a stick may be plugged in later, so they stay on the list."""
        self._missing = paths
        self.show()

    def show(self) -> None:
        """Show the settings' list."""
        self._view.set_rows([self._row(one) for one in self._settings.recent])

    def drop(self, path: str) -> None:
        """Take it off the list and go to the next one."""
        self._settings.forget(path)
        self.show()
        self.dropped.emit(path)
        if self._settings.recent:
            self.chosen.emit(self._settings.recent[0].path)

    def drop_folder(self, folder: Path) -> None:
        """As `drop`, by its folder."""
        self.drop(_absolute(folder))

    def menu(self, path: str) -> QMenu:
        """What can be done with a row."""
        made = QMenu(self._view)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        colours = made.addMenu(self.tr("Colour"))
        now = next((one.colour for one in self._settings.recent if one.path == path), 0)
        for colour in range(COLOURS):
            choice = colours.addAction(dot(colour), self.tr("Colour {number}").format(number=colour + 1))
            choice.setCheckable(True)
            choice.setChecked(colour == now)
            choice.triggered.connect(partial(self._recolour, path, colour))
        made.addSeparator()
        made.addAction(self.tr("Take it off this list (the folder stays)")).triggered.connect(
            partial(self.drop, path)
        )
        return made

    def _menu_of_current(self) -> None:
        path = self._view.current_id()
        if isinstance(path, str):
            self.menu(path).popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def _recolour(self, path: str, colour: int) -> None:
        self._settings.recolour(path, colour)
        self.show()

    def _row(self, one: Recent) -> JournalRow:
        folder = Path(one.path)
        note = self.tr("Not found") if one.path in self._missing else ""
        return JournalRow(one.path, folder.name or one.path, _short(folder.parent), one.colour, note)


def _absolute(folder: Path) -> str:
    """As the list has it; without asking a disk that may be gone."""
    return os.path.abspath(folder)  # noqa: PTH100 - Path.absolute keeps the dots


def _short(folder: Path) -> str:
    """A folder as people say it."""
    home = Path.home()
    return f"~/{folder.relative_to(home)}" if folder != home and folder.is_relative_to(home) else str(folder)
