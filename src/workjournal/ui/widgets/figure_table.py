"""The numbers behind a chart, to be read without seeing it."""

import csv
import datetime as dt
import io
import re
from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractTableModel, QDate, QEvent, QLocale, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from workjournal.charts.figure import DataTable
from workjournal.ui import theme
from workjournal.ui.widgets.spot_list import Index

_TELLING, _FIRST = 140, 180
"""Pixels in which the first column still tells rows apart; and those it has, if it needs them, in a scrolled table."""
_LEAST = 76
"""Pixels to which a column of words is narrowed where there is little room."""
_LOOKED_AT = 50
"""Rows that say how wide a column is, and on which side it stands: a table may have thousands."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DECIMAL = re.compile(r"-?\d+\.\d+")
_NUMBER = re.compile(r"[-−+]?\d+(\.\d+)?( ?%)?|–|")


def as_csv(table: DataTable) -> str:
    """The table as comma-separated values, days as ISO 8601."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([table.headers, *table.rows])
    return text.getvalue()


class TableModel(QAbstractTableModel):
    """A DataTable; days and decimals are shown as the locale writes them, numbers at the trailing edge."""

    def __init__(self, table: DataTable, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table, self._locale, self._headers = table, locale, table.headers
        self._sides: dict[int, Qt.AlignmentFlag] = {}

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._table.headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._table.headers[section]
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def break_headers(self, columns: Collection[int]) -> None:
        """Write the headers of these columns in two lines, as long as each other as far as that goes."""
        self._headers = tuple(
            _in_two(header) if column in columns else header
            for column, header in enumerate(self._table.headers)
        )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._headers) - 1)

    def can_shrink(self, column: int) -> bool:
        """Whether what is in a column still tells something when it is cut off: words do, numbers do not."""
        return bool(self._side(column) & Qt.AlignmentFlag.AlignLeft) and not any(
            _DAY.fullmatch(row[column]) for row in self._table.rows[:_LOOKED_AT]
        )

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
        self._shown = TableModel(DataTable((), ()), self.locale(), self)
        self._shared_for: int | None = None
        """The width for which the columns were made."""
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(32))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setResizeContentsPrecision(_LOOKED_AT)

    def show_table(self, table: DataTable) -> None:
        """Show these rows."""
        old = self.model()
        self._shown = TableModel(table, self.locale(), self)
        self.setModel(self._shown)
        if old is not None:
            old.deleteLater()
        self._shared_for = None
        self._share()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._shared_for = None
            self._share()

    def _share(self) -> None:
        """The first column takes what the others leave.

        Where they need more than there is, headers take two lines, then words are cut off, the longest first; what is
        still too wide is scrolled, and the first column is wide enough to tell rows apart.
        """
        wide, count = self.viewport().width(), self.horizontalHeader().count()
        if not self.isVisible() or not count or self._shared_for == wide:
            return  # it looks at many cells: not as long as nobody sees it
        self._shared_for = wide
        contents = [self.sizeHintForColumn(column) for column in range(count)]
        whole = self._headers(())
        widths = [max(pair) for pair in zip(contents, whole, strict=True)]
        if sum(widths) > wide:
            broken = {column for column in range(count) if whole[column] > contents[column]}
            widths = self._narrowed(contents, self._headers(range(count)), wide)
            self._shown.break_headers(broken | {c for c in range(count) if whole[c] > widths[c]})
        widths[0] = max(widths[0], wide - sum(widths[1:]))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def _headers(self, broken: Collection[int]) -> list[int]:
        """The width of each header, those of some in two lines."""
        self._shown.break_headers(broken)
        header = self.horizontalHeader()
        return [header.sectionSizeHint(column) for column in range(header.count())]

    def _narrowed(self, contents: list[int], headers: list[int], wide: int) -> list[int]:
        """Widths of columns with words cut off as far as that is needed, if it helps."""
        full = [max(pair) for pair in zip(contents, headers, strict=True)]
        least = [
            max(theme.px(_LEAST), headers[column]) if self._shown.can_shrink(column) else full[column]
            for column in range(len(full))
        ]
        least[0] = max(least[0], min(full[0], theme.px(_TELLING)))
        narrow = _shrunk(full, least, wide)
        if sum(narrow) <= wide:
            return narrow
        return [min(full[0], theme.px(_FIRST)), *full[1:]]  # it is scrolled in any case


def _shrunk(widths: list[int], least: Sequence[int], room: int) -> list[int]:
    """The widest of those that are wider than they must be give way together, until all have room or none can."""
    made, over = list(widths), sum(widths) - room
    while over > 0:
        wider = [column for column, width in enumerate(made) if width > least[column]]
        if not wider:
            break
        most = max(made[column] for column in wider)
        widest = [column for column in wider if made[column] == most]
        below = max(
            [least[column] for column in widest] + [made[column] for column in wider if made[column] < most]
        )
        step = min(most - below, -(-over // len(widest)))
        for column in widest:
            made[column] -= step
        over -= step * len(widest)
    return made


def _in_two(header: str) -> str:
    words = header.split()
    if len(words) < 2:
        return header
    ways = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    return "\n".join(min(ways, key=lambda way: max(map(len, way))))
