"""A table of sentences, to be read and copied: its cells break into lines."""

import csv
import io
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QRect, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.spot_list import Index

Cells = Sequence[str]
_MEASURED = 200
"""So many rows are made as tall as their words; measuring 50,000 would take seconds."""
_ROW, _HEADER, _PAD = 34, 36, 24


def as_text(headers: Cells, rows: Sequence[Cells]) -> str:
    """The rows with their headings as a spreadsheet takes them from the clipboard: tabs between the cells."""
    text = io.StringIO()
    csv.writer(text, delimiter="\t", lineterminator="\n").writerows([headers, *rows])
    return text.getvalue()


class _Model(QAbstractTableModel):
    def __init__(self, headers: Cells, rows: Sequence[Cells], numbers: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.headers, self.rows, self._numbers = headers, rows, numbers

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.headers[section]
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self.rows[index.row()][index.column()]
        return self._side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        number = self._numbers and column == 0
        side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class WrappedTable(QTableView):
    """One column takes the room that the others leave. Ctrl+C copies the chosen rows, or all where none is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = _Model((), (), False, self)
        self._highest, self._wrapping = 0, list[int]()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(theme.px(_ROW))
        self.verticalHeader().setDefaultSectionSize(theme.px(52))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setResizeContentsPrecision(50)
        # Once all columns are as wide as they become.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._measure)
        self.horizontalHeader().sectionResized.connect(lambda *_: self._later.start())

    def show_table(
        self,
        headers: Cells,
        rows: Sequence[Cells],
        *,
        widths: Mapping[int, int],
        numbers: bool = False,
        highest: int = 0,
    ) -> None:
        """Show these rows, in their order.

        Args:
            headers: of the columns.
            rows: a cell for each of them.
            widths: of columns, in pixels, or 0 for as wide as what is in them; the others share the rest.
            numbers: the first column is one of numbers.
            highest: it is as tall as its rows up to so many pixels, and scrolls from there on; 0 leaves its height.
        """
        old, self._shown = self.model(), _Model(headers, rows, numbers, self)
        self._highest = highest
        self._wrapping = [column for column in range(len(headers)) if widths.get(column, 1)]
        self.setModel(self._shown)
        if old is not None:
            old.deleteLater()
        header = self.horizontalHeader()
        for column in range(len(headers)):
            if column not in widths:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            elif widths[column]:
                self.setColumnWidth(column, theme.px(widths[column]))
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._later.start()

    def table(self) -> Sequence[Cells]:
        """What is shown."""
        return self._shown.rows

    def copy(self, *, every: bool = False) -> None:
        """Put the chosen rows on the clipboard; all of them where none is chosen, or with `every`."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = [self._shown.rows[place] for place in chosen] if chosen and not every else self._shown.rows
        QGuiApplication.clipboard().setText(as_text(self._shown.headers, rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _measure(self) -> None:
        """Make rows as tall as their words; Qt's own measure forgets the padding, and the last line is cut off."""
        metrics = QFontMetrics(self.font())
        wraps = int(Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextWordWrap)
        whole = theme.px(_HEADER)
        for place, row in enumerate(self._shown.rows[:_MEASURED]):
            heights = [
                metrics.boundingRect(
                    QRect(0, 0, self.columnWidth(column) - theme.px(_PAD), 0), wraps, row[column]
                ).height()
                for column in self._wrapping
            ]
            self.setRowHeight(place, max(heights, default=0) + theme.px(16))
            whole += self.rowHeight(place)
        if self._highest:
            self.setFixedHeight(min(whole + 4, theme.px(self._highest)))
