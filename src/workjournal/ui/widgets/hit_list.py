"""What a search found: a row each, with the words that were looked for marked; more of them come as one scrolls."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.marked_text import paint_marked
from workjournal.ui.widgets.row_list import Row, RowDelegate, RowList
from workjournal.ui.widgets.spot_list import Index, RowModel


@dataclass(frozen=True)
class HitRow(Row):
    """A row whose `title_marks` and `marks` are the places (start, end) in title and second line."""

    title_marks: tuple[tuple[int, int], ...] = ()
    marks: tuple[tuple[int, int], ...] = ()


class _HitDelegate(RowDelegate):
    def _paint_words(self, painter: QPainter, words: QRect, rect: QRect, row: Row) -> None:
        if not isinstance(row, HitRow):
            super()._paint_words(painter, words, rect, row)
            return
        tokens, line = theme.current(), theme.px(20)
        title = QRect(words.left(), words.center().y() - line + 1, words.width(), line)
        if not row.second:
            title = words
        font = theme.font(theme.BODY, theme.REGULAR if row.title_marks else theme.MEDIUM)
        paint_marked(painter, self._mirror(rect, title), row.title, row.title_marks, font, tokens.text)
        if row.second:
            below = self._mirror(rect, title.translated(0, line))
            paint_marked(painter, below, row.second, row.marks, theme.font(theme.SMALL), tokens.text2)


class HitRows(RowModel):
    """Rows of which more may be had."""

    wanted = Signal(int)
    """More than so many rows are wanted; answer with `extend`, at once or later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._more = self._asked = False

    def show(self, rows: Sequence[Row], *, more: bool) -> None:
        """Show these; `more` tells that there are others."""
        self._more, self._asked = more, False
        self.set_rows(rows)

    def extend(self, rows: Sequence[Row], *, more: bool) -> None:
        """Show a longer list; the rows that were there stay where they begin it."""
        before = len(self.rows)
        if [row.id for row in rows[:before]] != [row.id for row in self.rows]:
            self.show(rows, more=more)
            return
        self._more, self._asked = more, False
        if len(rows) > before:
            self.beginInsertRows(QModelIndex(), before, len(rows) - 1)
            self.rows = rows
            self.endInsertRows()

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not self._asked and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:  # noqa: ARG002 - a list has no parents
        self._asked = True
        self.wanted.emit(len(self.rows))


class HitList(RowList):
    """A RowList over HitRows."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits = HitRows(self)
        self._hits.wanted.connect(self.wanted)
        self.use_model(self._hits)
        self.setItemDelegate(_HitDelegate(self))
        self.setLayoutMode(QListView.LayoutMode.SinglePass)

    def start(self, rows: Sequence[Row], *, more: bool) -> None:
        """Show something else, from its beginning."""
        self._hits.show(rows, more=more)
        self.scrollToTop()

    def renew(self, rows: Sequence[Row], *, more: bool) -> None:
        """Show the same read again, or more of it; place and choice stay as they were."""
        before, place = self.current_id(), self.verticalScrollBar().value()
        self._hits.extend(rows, more=more)
        if before is not None and self.current_id() != before:
            self.choose(before)
        self.verticalScrollBar().setValue(place)
