"""The numbers behind a chart, to be read without seeing it."""

import csv
import datetime as dt
import io
import re

from PySide6.QtCore import QAbstractTableModel, QDate, QLocale, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workjournal.charts.figure import DataTable
from workjournal.ui import theme
from workjournal.ui.widgets.spot_list import Index

_FIRST = 180
"""Pixels that the first column of a wide table has if it needs them."""
_LOOKED_AT = 50
"""Rows that say how wide a column is, and on which side it stands: a table may have thousands."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DECIMAL = re.compile(r"-?\d+\.\d+")
_NUMBER = re.compile(r"[-−+]?\d+(\.\d+)?( ?%)?|–")


def as_csv(table: DataTable) -> str:
    """The table as comma-separated values, days as ISO 8601."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([table.headers, *table.rows])
    return text.getvalue()


class TableModel(QAbstractTableModel):
    """A DataTable; days and decimals are shown as the locale writes them, numbers at the trailing edge."""

    def __init__(self, table: DataTable, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table, self._locale = table, locale
        self._sides: dict[int, Qt.AlignmentFlag] = {}

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._table.headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._table.headers[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self._table.rows[index.row()][index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._shown(cell)
        return self._side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _shown(self, cell: str) -> str:
        if _DECIMAL.fullmatch(cell):
            return self._locale.toString(float(cell), "g", len(cell))
        if not _DAY.fullmatch(cell):
            return cell
        day = dt.date.fromisoformat(cell)
        return self._locale.toString(QDate(day.year, day.month, day.day), "d MMM yyyy")

    def _side(self, column: int) -> Qt.AlignmentFlag:
        if column not in self._sides:  # asked for with every cell
            numbers = all(_NUMBER.fullmatch(row[column]) for row in self._table.rows[:_LOOKED_AT])
            side = Qt.AlignmentFlag.AlignRight if numbers else Qt.AlignmentFlag.AlignLeft
            self._sides[column] = side | Qt.AlignmentFlag.AlignVCenter
        return self._sides[column]


class FigureTable(QTableView):
    """A table of a figure: rows are read and copied, not changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(32))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setResizeContentsPrecision(_LOOKED_AT)

    def show_table(self, table: DataTable) -> None:
        """Show these rows; the first column takes what the others leave."""
        old = self.model()
        self.setModel(TableModel(table, self.locale(), self))
        if old is not None:
            old.deleteLater()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The first column takes what the others leave, but is never too narrow to tell its rows apart."""
        header = self.horizontalHeader()
        if not header.count():
            return
        least = min(max(self.sizeHintForColumn(0), header.sectionSizeHint(0)), theme.px(_FIRST))
        others = sum(header.sectionSize(place) for place in range(1, header.count()))
        if self.viewport().width() - others >= least:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        else:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(0, least)
