"""The check-ins of a goal along a line: day, numbers, and everything that was said."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.painting import elided, focus_ring
from workjournal.ui.widgets.spot_list import ROW, Index, SpotDelegate, SpotList

_DAY, _NODE, _TEXT, _GAP = 56, 70, 90, 20
_WRAP = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class CheckInRow:
    """A check-in: its day as shown, its numbers in a line, and what was said with the word before it."""

    id: object
    day: str
    numbers: str
    said: tuple[tuple[str, str], ...] = ()

    def spoken(self) -> str:
        parts = (self.day, self.numbers, *(f"{label}: {text}" for label, text in self.said))
        return ", ".join(part for part in parts if part)


class _Delegate(SpotDelegate):
    def __init__(self, view: SpotList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: CheckInRow = index.data(ROW)
        width = option.rect.width() or self._view.viewport().width()
        high = theme.px(22) + sum(self._block(text, width) for _, text in row.said)
        return QSize(width, high + theme.px(_GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: CheckInRow = index.data(ROW)
        tokens, rect = theme.current(), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        when = QRect(rect.left(), rect.top(), theme.px(_DAY), theme.px(22))
        small = theme.font(theme.SMALL, tabular=True)
        elided(painter, self._mirror(rect, when), row.day, small, tokens.text2, trailing=True)
        self._paint_node(painter, rect, last=index.row() == index.model().rowCount() - 1)
        words = rect.adjusted(theme.px(_TEXT), 0, 0, 0)
        first = QRect(words.left(), words.top(), words.width(), theme.px(22))
        strong = theme.font(theme.BODY, theme.SEMIBOLD)
        elided(painter, self._mirror(rect, first), row.numbers, strong, tokens.text)
        top = first.bottom() + 1
        for label, text in row.said:
            above = QRect(words.left(), top + theme.px(4), words.width(), theme.px(18))
            elided(painter, self._mirror(rect, above), label, theme.font(theme.CAPTION), tokens.text3)
            below = QRect(words.left(), above.bottom() + 1, words.width(), self._high(text, rect.width()))
            painter.setFont(theme.font(theme.BODY))
            painter.setPen(QColor(tokens.text))
            painter.drawText(self._mirror(rect, below), _WRAP | int(Qt.AlignmentFlag.AlignLeading), text)
            top += self._block(text, rect.width())
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            focus_ring(painter, rect.adjusted(0, -1, 0, -theme.px(_GAP // 2)), theme.RADIUS_M)
        painter.restore()

    def _paint_node(self, painter: QPainter, rect: QRect, *, last: bool) -> None:
        tokens, radius = theme.current(), theme.px(5)
        x = self._mirror(rect, QRect(rect.left() + theme.px(_NODE), 0, 1, 1)).left()
        node = QPointF(x, rect.top() + theme.px(11))
        if not last:
            painter.setPen(QPen(QColor(tokens.border), 2))
            painter.drawLine(QPointF(x, node.y() + radius + 3), QPointF(x, rect.bottom() + theme.px(3)))
        painter.setPen(QPen(QColor(tokens.accent), 2.5))
        painter.setBrush(QColor(tokens.surface))
        painter.drawEllipse(node, radius, radius)

    def _block(self, text: str, width: int) -> int:
        return theme.px(4 + 18) + self._high(text, width)

    def _high(self, text: str, width: int) -> int:
        room = QRect(0, 0, max(40, width - theme.px(_TEXT)), 100_000)
        return QFontMetrics(theme.font(theme.BODY)).boundingRect(room, _WRAP, text).height()

    def _mirror(self, rect: QRect, spot: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), rect, spot)


class CheckInList(SpotList):
    """As tall as its rows: a goal has tens of check-ins, not thousands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.set_fit(True)

    fit: bool = Property(bool, lambda self: self._fit, SpotList.set_fit)  # type: ignore[assignment] # a property of Qt reads as its value
