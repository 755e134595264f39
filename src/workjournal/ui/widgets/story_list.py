"""What happened on the way of something, along a line: the newest first, each with all that was said."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Property, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from workjournal.ui import icons, theme
from workjournal.ui.widgets.chip import chip_size, paint_chip
from workjournal.ui.widgets.painting import elided, focus_ring, rounded
from workjournal.ui.widgets.row_list import RowChip
from workjournal.ui.widgets.spot_list import ROW, AnyRow, Index, SpotDelegate, SpotList

_DAY, _NODE, _TEXT, _GAP, _FIRST, _MENU = 56, 78, 104, 18, 26, 28
_WRAP = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class StoryRow:
    """One thing that happened.

    Attributes:
        id: what the signals carry.
        day: as shown, "5 Nov".
        title: first line, in semibold.
        said: below it, each text with the word before it; "" for none.
        icon, tone: of the node on the line.
        chip: at the end of the first line.
        menu: whether something can be done with it beside opening it.
    """

    id: object
    day: str
    title: str
    said: tuple[tuple[str, str], ...] = ()
    icon: str = "circle"
    tone: str = ""
    chip: RowChip | None = None
    menu: bool = False

    def spoken(self) -> str:
        said = (f"{label}: {text}" if label else text for label, text in self.said)
        parts = (self.day, self.title, self.chip.text if self.chip else "", *said)
        return ", ".join(part for part in parts if part)


class _Delegate(SpotDelegate):
    def __init__(self, view: SpotList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: StoryRow = index.data(ROW)
        width = option.rect.width() or self._view.viewport().width()
        high = theme.px(_FIRST) + sum(self._block(*said, width) for said in row.said)
        return QSize(width, high + theme.px(_GAP))

    def spots(self, rect: QRect, row: AnyRow) -> Mapping[str, QRect]:
        if not isinstance(row, StoryRow) or not row.menu:
            return {}
        side = theme.px(_MENU)
        spot = QRect(rect.right() - side, rect.top() + (theme.px(_FIRST) - side) // 2, side, side)
        return {"menu": self._mirror(rect, spot)}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: StoryRow = index.data(ROW)
        tokens, rect = theme.current(), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = rect.adjusted(theme.px(_TEXT - 8), -1, 0, -theme.px(_GAP // 2))
        if rect.contains(self._view.pointer):
            rounded(painter, self._mirror(rect, body), theme.RADIUS_M, tokens.hover)
        when = QRect(rect.left(), rect.top(), theme.px(_DAY), theme.px(_FIRST))
        small = theme.font(theme.SMALL, tabular=True)
        elided(painter, self._mirror(rect, when), row.day, small, tokens.text2, trailing=True)
        self._paint_node(painter, rect, row, last=index.row() == index.model().rowCount() - 1)
        self._paint_first(painter, rect, row)
        self._paint_said(painter, rect, row)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            focus_ring(painter, self._mirror(rect, body), theme.RADIUS_M)
        painter.restore()

    def _paint_node(self, painter: QPainter, rect: QRect, row: StoryRow, *, last: bool) -> None:
        tokens, side = theme.current(), theme.px(_FIRST)
        spot = self._mirror(rect, QRect(rect.left() + theme.px(_NODE) - side // 2, rect.top(), side, side))
        if not last:
            x = spot.center().x() + 0.5
            painter.setPen(QPen(QColor(tokens.border), 2))
            painter.drawLine(QPointF(x, spot.bottom() + 3), QPointF(x, rect.bottom() - 1))
        ink, ground = tokens.tone(row.tone)
        rounded(painter, spot, side / 2, ground)
        icons.paint(painter, icons.centred(spot, theme.px(14)), row.icon, ink)

    def _paint_first(self, painter: QPainter, rect: QRect, row: StoryRow) -> None:
        tokens, right = theme.current(), rect.right() - theme.px(8)
        for spot in self.spots(rect, row).values():
            if spot.contains(self._view.pointer):
                rounded(painter, spot, theme.RADIUS_S, tokens.accent_soft)
            icons.paint(painter, icons.centred(spot, theme.px(16)), "ellipsis", tokens.text2)
            right -= theme.px(_MENU)
        left = rect.left() + theme.px(_TEXT)
        if row.chip is not None:
            size = chip_size(row.chip.text, row.chip.icon)
            top = rect.top() + (theme.px(_FIRST) - size.height()) // 2
            spot = QRect(right - size.width(), top, size.width(), size.height())
            if spot.left() > left + theme.px(80):
                self._paint_chip(painter, self._mirror(rect, spot), row.chip)
                right = spot.left() - theme.px(8)
        line = QRect(left, rect.top(), right - left, theme.px(_FIRST))
        elided(
            painter,
            self._mirror(rect, line),
            row.title,
            theme.font(theme.BODY, theme.SEMIBOLD),
            tokens.text,
        )

    def _paint_chip(self, painter: QPainter, spot: QRect, chip: RowChip) -> None:
        direction = self._view.layoutDirection()
        paint_chip(painter, spot, chip.text, icon=chip.icon, tone=chip.tone, direction=direction)

    def _paint_said(self, painter: QPainter, rect: QRect, row: StoryRow) -> None:
        tokens, top = theme.current(), rect.top() + theme.px(_FIRST)
        left, wide = rect.left() + theme.px(_TEXT), self._room(rect.width())
        for label, text in row.said:
            start = top
            if label:
                above = QRect(left, top + theme.px(4), wide, theme.px(18))
                elided(painter, self._mirror(rect, above), label, theme.font(theme.CAPTION), tokens.text3)
                start = above.bottom() + 1
            below = QRect(left, start, wide, self._high(text, rect.width()))
            painter.setFont(theme.font(theme.BODY))
            painter.setPen(QColor(tokens.text if label else tokens.text2))
            painter.drawText(self._mirror(rect, below), _WRAP | int(Qt.AlignmentFlag.AlignLeading), text)
            top += self._block(label, text, rect.width())

    def _block(self, label: str, text: str, width: int) -> int:
        return (theme.px(4 + 18) if label else 0) + self._high(text, width)

    def _high(self, text: str, width: int) -> int:
        room = QRect(0, 0, self._room(width), 100_000)
        return QFontMetrics(theme.font(theme.BODY)).boundingRect(room, _WRAP, text).height()

    def _room(self, width: int) -> int:
        return max(40, width - theme.px(_TEXT + 8))

    def _mirror(self, rect: QRect, spot: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), rect, spot)


class StoryList(SpotList):
    """As tall as its rows: what is shown are tens, not thousands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.set_fit(True)

    fit: bool = Property(bool, lambda self: self._fit, SpotList.set_fit)  # type: ignore[assignment] # a property of Qt reads as its value
