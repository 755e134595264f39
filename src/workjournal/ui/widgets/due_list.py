"""Rows for a narrow place: title and second line take two lines each where they need them, so rows differ in height."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.painting import elided, lines
from workjournal.ui.widgets.row_list import Row, RowDelegate, RowList
from workjournal.ui.widgets.spot_list import ROW, Index

_PAD, _LEAD, _GAP, _LINE, _AROUND = 14, 38, 12, 20, 20


class _Delegate(RowDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        width = option.rect.width() or self._view.viewport().width()
        rect = QRect(0, 0, width, theme.px(_LINE))
        ends = [spot.width() + theme.px(_PAD) for spot in self.spots(rect, row).values()] or [theme.px(_PAD)]
        lead = _LEAD + _GAP if row.icon or row.block else 0
        room = width - theme.px(_PAD + lead) - sum(ends) - theme.px(6)
        titles, seconds = self._broken(row, room)
        return QSize(width, theme.px(_LINE) * (len(titles) + len(seconds)) + theme.px(_AROUND))

    def _broken(self, row: Row, room: int) -> tuple[list[str], list[str]]:
        title = lines(row.title, theme.font(theme.BODY, theme.SEMIBOLD), room)
        return title, lines(row.second, theme.font(theme.SMALL), room) if row.second else []

    def _paint_words(self, painter: QPainter, words: QRect, rect: QRect, row: Row) -> None:
        tokens, high = theme.current(), theme.px(_LINE)
        titles, seconds = self._broken(row, words.width())
        top = words.center().y() - high * (len(titles) + len(seconds)) // 2 + 1
        line = QRect(words.left(), top, words.width(), high)
        for text in titles:
            elided(painter, self._seen(rect, line), text, theme.font(theme.BODY, theme.SEMIBOLD), tokens.text)
            line.translate(0, high)
        for text in seconds:
            elided(painter, self._seen(rect, line), text, theme.font(theme.SMALL), tokens.text2)
            line.translate(0, high)

    def _seen(self, rect: QRect, line: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), rect, line)


class DueList(RowList):
    """A RowList for a few rows with an icon; in a form, set `fit`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(False)
