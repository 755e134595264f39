"""Actions in a column: what is to be done in up to two lines, below it when it is due and where it came from."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.paged_list import PagedList
from workjournal.ui.widgets.painting import elided, lines
from workjournal.ui.widgets.row_list import Row, RowDelegate
from workjournal.ui.widgets.spot_list import Index

_HEIGHT, _LINE = 84, 20


class _Delegate(RowDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - all are alike
        return QSize(theme.px(200), theme.px(_HEIGHT))

    def _paint_words(self, painter: QPainter, words: QRect, rect: QRect, row: Row) -> None:
        tokens, font, high = theme.current(), theme.font(theme.BODY, theme.SEMIBOLD), theme.px(_LINE)
        texts = lines(row.title, font, words.width())
        top = words.center().y() - high * (len(texts) + 1) // 2 + 1
        line = QRect(words.left(), top, words.width(), high)
        for text in texts:
            elided(painter, self._seen(rect, line), text, font, tokens.text)
            line.translate(0, high)
        elided(painter, self._seen(rect, line), row.second, theme.font(theme.SMALL), tokens.text2)

    def _seen(self, rect: QRect, line: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), rect, line)


class ActionList(PagedList):
    """A PagedList whose titles have two lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
