"""The list of backups, newest first, by month if there are many."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from workjournal.journal.copies.folders import Copy
from workjournal.ui import form, words
from workjournal.ui.guards import copy_words
from workjournal.ui.widgets.row_list import RowList, grouped

FEW, MANY = 7, 10
"""So many rows are shown whole, more of them scroll; from so many on they are grouped by month."""


class CopiesCard(QFrame):
    """The chosen one stays chosen while it is there."""

    chosen = Signal(object)
    """A copy, or None."""
    opened = Signal()
    """Enter, or a click: on with the chosen one."""
    removal_asked = Signal()

    count: QLabel
    schedule: QLabel
    copies: RowList

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copies: Sequence[Copy] = ()
        form.fill(self, "copies_card")
        self.copies.selectionModel().currentChanged.connect(lambda: self.chosen.emit(self.copy()))
        self.copies.opened.connect(lambda _: self.opened.emit())
        self.copies.trashed.connect(lambda _: self.removal_asked.emit())

    def copy(self) -> Copy | None:
        """The chosen one."""
        path = self.copies.current_id()
        return next((copy for copy in self._copies if copy.path == path), None)

    def show_copies(self, copies: Sequence[Copy], today: dt.date) -> None:
        """Show these."""
        at = self.copies.verticalScrollBar().value()
        month = _month if len(copies) >= MANY else lambda _: ""
        rows = [copy_words.row(copy, today, group=month(copy)) for copy in copies]
        self._copies = copies
        self.copies.set_rows(grouped(rows))
        self.copies.set_fit(len(rows) <= FEW)
        if len(rows) > FEW:
            self.copies.setFixedHeight(self.copies.sizeHintForRow(0) * (2 * FEW + 1) // 2)
        self.copies.verticalScrollBar().setValue(at)
        if self.copy() is None and copies:
            self.copies.choose(copies[0].path)
        number = self.tr("%n backup(s)", "", len(copies))
        self.count.setText(f"{number} · {copy_words.size(sum(copy.size for copy in copies))}")
        self.chosen.emit(self.copy())


def _month(copy: Copy) -> str:
    return words.dated(copy.made.astimezone().date(), "MMMM yyyy")
