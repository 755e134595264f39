"""The rows of a file that were left out: line, reason and text, to be read and copied."""

import csv
import io
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QRect, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workjournal.domain.sheet import BadRow
from workjournal.ui import theme
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.widgets.spot_list import Index

_HEADERS = (
    QT_TRANSLATE_NOOP("BadRows", "Line"),
    QT_TRANSLATE_NOOP("BadRows", "Why it is left out"),
    QT_TRANSLATE_NOOP("BadRows", "How it stands in the file"),
)
_TEXT = 220
_MEASURED = 200
"""So many rows are made as tall as their reason; measuring 50,000 would take seconds."""


def as_text(rows: Sequence[BadRow]) -> str:
    """The rows with their headings as a spreadsheet takes them from the clipboard: tabs between the cells."""
    text = io.StringIO()
    headers = [QCoreApplication.translate("BadRows", each) for each in _HEADERS]
    lines = [[str(row.line), row.reason, row.text] for row in rows]
    csv.writer(text, delimiter="\t", lineterminator="\n").writerows([headers, *lines])
    return text.getvalue()


class _Model(QAbstractTableModel):
    def __init__(self, rows: Sequence[BadRow], parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = rows

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("BadRows", _HEADERS[section])
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return (str(row.line), row.reason, row.text)[index.column()]
        return self._side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column == 0 else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class BadRows(QTableView):
    """A table of BadRow. Ctrl+C copies the chosen rows, or all of them where none is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[BadRow] = ()
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
        self.verticalHeader().setMinimumSectionSize(theme.px(34))
        self.verticalHeader().setDefaultSectionSize(theme.px(52))
        self.horizontalHeader().setHighlightSections(False)
        # Once all columns are as wide as they become.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._measure)
        self.horizontalHeader().sectionResized.connect(lambda *_: self._later.start())

    def show_rows(self, rows: Sequence[BadRow]) -> None:
        """Show these, in their order."""
        old, self._rows = self.model(), rows
        self.setModel(_Model(rows, self))
        if old is not None:
            old.deleteLater()
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(2, theme.px(_TEXT))
        self._later.start()

    def sizeHintForColumn(self, column: int) -> int:
        """Lines are as wide as the last of them; Qt would measure a thousand, several times over."""
        if column or not self._rows:
            return super().sizeHintForColumn(column)
        widest = max(range(len(self._rows)), key=lambda place: self._rows[place].line)
        return self.sizeHintForIndex(self.model().index(widest, 0)).width()

    def rows(self) -> Sequence[BadRow]:
        return self._rows

    def copy(self, *, every: bool = False) -> None:
        """Put the chosen rows on the clipboard; all of them where none is chosen, or with `every`."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = [self._rows[place] for place in chosen] if chosen and not every else self._rows
        QGuiApplication.clipboard().setText(as_text(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _measure(self) -> None:
        """Make rows as tall as their words; Qt's own measure forgets the padding, and the last line is cut off."""
        metrics, wraps = (
            QFontMetrics(self.font()),
            int(Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextWordWrap),
        )
        for place, row in enumerate(self._rows[:_MEASURED]):
            heights = [
                metrics.boundingRect(
                    QRect(0, 0, self.columnWidth(column) - theme.px(24), 0), wraps, words
                ).height()
                for column, words in ((1, row.reason), (2, row.text))
            ]
            self.setRowHeight(place, max(heights) + theme.px(16))
