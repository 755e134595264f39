"""The saved searches, in a list: run, rename, remove."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QLabel, QMenu

from workjournal.journal.journal import Journal
from workjournal.ui import icons
from workjournal.ui.widgets.row_list import Row, RowList


class SavedSearches(QObject):
    """Fills a list; `none` is shown in its place while there are none."""

    chosen = Signal(str)
    """The line of one that is to be run."""
    rename_asked = Signal(str)
    toast = Signal(str, object)

    def __init__(self, journal: Journal, rows: RowList, none: QLabel) -> None:
        super().__init__(rows)
        self._journal, self._rows, self._none = journal, rows, none
        rows.opened.connect(self._take)
        rows.menu.connect(self._open_menu)
        rows.action.connect(self._ask_name)
        rows.trashed.connect(self._remove)

    def refresh(self, chosen: object = None) -> None:
        """Read them again, and make the one of that name current."""
        known = self._journal.search.saved()
        action = "" if self._journal.read_only else self.tr("Rename")
        self._rows.set_rows([Row(each.name, each.name, each.query, "star", action=action) for each in known])
        self._rows.setVisible(bool(known))
        self._none.setVisible(not known)
        self._rows.choose(chosen)

    def _take(self, name: object) -> None:
        self.chosen.emit(self._journal.search.named(str(name)).query)

    def _ask_name(self, name: object) -> None:
        if not self._journal.read_only:
            self.rename_asked.emit(str(name))

    def _remove(self, name: object) -> None:
        if self._journal.read_only:
            return
        gone = self._journal.search.named(str(name))
        self._journal.search.drop(gone.name)
        self.refresh()
        told = self.tr("Search “{name}” removed").format(name=gone.name)
        self.toast.emit(told, lambda: self._journal.search.save(gone.name, gone.query))

    def _open_menu(self, name: object, where: QPoint) -> None:
        menu = QMenu(self._rows)
        for icon, text, act in (
            ("search", self.tr("Search"), self._take),
            ("pencil", self.tr("Rename"), self._ask_name),
            ("trash-2", self.tr("Remove"), self._remove),
        ):
            menu.addAction(icons.icon(icon), text).triggered.connect(lambda _=False, act=act: act(name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)
