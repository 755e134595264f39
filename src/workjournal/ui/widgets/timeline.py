"""A day as a line of cards: when, what, of which kind, and whether it was reflected on."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Property, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from workjournal.ui import icons, theme
from workjournal.ui.widgets.chip import chip_size, paint_chip
from workjournal.ui.widgets.painting import elided, focus_ring, lines, rounded
from workjournal.ui.widgets.spot_list import ROW, AnyRow, Index, SpotDelegate, SpotList

_TIME, _NODE, _CARD, _GAP, _PAD = 42, 58, 76, 12, 16


@dataclass(frozen=True)
class TimelineRow:
    """One card.

    Attributes:
        id: what the signals carry.
        time: as shown, "16:40".
        title: first line.
        excerpt: shown in at most two lines.
        kind: word on the kind chip, "" for none; kind_icon and tone go with it.
        tags: words of the chips below.
        action: what is still to do, "Reflect"; action_icon goes with it.
        state: instead of an action, what is done, "Reflected".
    """

    id: object
    time: str
    title: str
    excerpt: str = ""
    kind: str = ""
    kind_icon: str = ""
    tone: str = ""
    tags: tuple[str, ...] = ()
    action: str = ""
    action_icon: str = "notebook-pen"
    state: str = ""

    def spoken(self) -> str:
        parts = (self.time, self.title, self.kind, self.excerpt, *self.tags, self.state)
        return ", ".join(part for part in parts if part)


class _Cards(SpotDelegate):
    def __init__(self, view: SpotList) -> None:
        super().__init__(view)
        self._view = view
        self._broken: dict[tuple[str, int, float], list[str]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: TimelineRow = index.data(ROW)
        view = option.widget or self._view
        width = option.rect.width() or (
            view.viewport().width() if isinstance(view, SpotList) else view.width()
        )
        rows = len(self._excerpt(row, width))
        high = theme.px(_PAD + 26 + 6) + rows * self._line() + (theme.px(10) if rows else 0)
        if row.tags or row.action or row.state:
            high += theme.px(28)
        return QSize(width, high + theme.px(14) + theme.px(_GAP))

    def spots(self, rect: QRect, row: AnyRow) -> Mapping[str, QRect]:
        if not isinstance(row, TimelineRow):
            return {}
        card, side = self._card(rect), theme.px(32)
        menu = QRect(card.right() - theme.px(_PAD - 6) - side, card.top() + theme.px(12), side, side)
        found = {"menu": menu}
        if row.action:
            wide = QFontMetrics(theme.font(theme.BODY, theme.SEMIBOLD)).horizontalAdvance(row.action)
            wide += theme.px(18 + 6 + 20)
            high = theme.px(32)
            found["action"] = QRect(
                card.right() - theme.px(_PAD + 4) - wide, card.bottom() - theme.px(12) - high + 2, wide, high
            )
        return {name: self._mirror(rect, spot) for name, spot in found.items()}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: TimelineRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, tokens = option.rect, theme.current()
        card = self._card(rect)
        self._paint_line(
            painter, rect, row, first=index.row() == 0, last=index.row() == index.model().rowCount() - 1
        )
        seen = self._mirror(rect, card)
        rounded(painter, seen, theme.RADIUS_L, tokens.surface, tokens.border)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            focus_ring(painter, seen, theme.RADIUS_L)
        self._paint_words(painter, rect, row)
        self._paint_foot(painter, rect, row)
        painter.restore()

    def _paint_line(
        self, painter: QPainter, rect: QRect, row: TimelineRow, *, first: bool, last: bool
    ) -> None:
        tokens = theme.current()
        when = QRect(rect.left(), rect.top() + theme.px(_PAD), theme.px(_TIME), theme.px(20))
        font = theme.font(theme.SMALL, tabular=True)
        elided(painter, self._mirror(rect, when), row.time, font, tokens.text2, trailing=True)
        node = QPointF(
            self._mirror(rect, QRect(rect.left() + theme.px(_NODE), 0, 1, 1)).left(), when.center().y() + 1
        )
        end = self._card(rect).bottom() if last else rect.bottom() + 1
        painter.setPen(QPen(QColor(tokens.border), 2))
        painter.drawLine(QPointF(node.x(), node.y() + theme.px(8)), QPointF(node.x(), end))
        if not first:
            painter.drawLine(QPointF(node.x(), rect.top()), QPointF(node.x(), node.y() - theme.px(8)))
        painter.setPen(QPen(QColor(tokens.tone(row.tone)[0]), 2.5))
        painter.setBrush(QColor(tokens.window))
        painter.drawEllipse(node, theme.px(5.5), theme.px(5.5))

    def _paint_words(self, painter: QPainter, rect: QRect, row: TimelineRow) -> None:
        tokens, card = theme.current(), self._card(rect)
        spots = self.spots(rect, row)
        menu = self._mirror(rect, spots["menu"])
        self._hover(painter, spots["menu"], tokens.hover)
        icons.paint(painter, icons.centred(spots["menu"], theme.px(16)), "ellipsis", tokens.text2)
        right = menu.left() - theme.px(8)
        if row.kind:
            size = chip_size(row.kind, row.kind_icon)
            chip = QRect(right - size.width(), card.top() + theme.px(_PAD), size.width(), size.height())
            seen, direction = self._mirror(rect, chip), self._view.layoutDirection()
            paint_chip(painter, seen, row.kind, icon=row.kind_icon, tone=row.tone, direction=direction)
            right = chip.left() - theme.px(8)
        left = card.left() + theme.px(_PAD)
        title = QRect(left, card.top() + theme.px(_PAD), right - left, theme.px(26))
        font = theme.font(theme.HEADING, theme.SEMIBOLD)
        elided(painter, self._mirror(rect, title), row.title, font, tokens.text)
        for place, text in enumerate(self._excerpt(row, rect.width())):
            top = title.bottom() + 1 + theme.px(6) + place * self._line()
            line = QRect(left, top, card.right() - theme.px(_PAD) - left, self._line())
            elided(painter, self._mirror(rect, line), text, theme.font(theme.BODY), tokens.text2)

    def _paint_foot(self, painter: QPainter, rect: QRect, row: TimelineRow) -> None:
        tokens, card, direction = theme.current(), self._card(rect), self._view.layoutDirection()
        top = card.bottom() - theme.px(14 + 26) + 1
        right = card.right() - theme.px(_PAD + 2)
        font = theme.font(theme.BODY, theme.SEMIBOLD)
        side = theme.px(18)
        if row.action:
            spot = self.spots(rect, row)["action"]
            self._hover(painter, spot, tokens.accent_soft)
            inner = spot.adjusted(theme.px(10), 0, -theme.px(10), 0)
            mark = QRect(inner.left(), inner.center().y() - side // 2 + 1, side, side)
            icons.paint(painter, QStyle.visualRect(direction, inner, mark), row.action_icon, tokens.accent)
            words = QStyle.visualRect(direction, inner, inner.adjusted(side + theme.px(6), 0, 4, 0))
            elided(painter, words, row.action, font, tokens.accent)
            right = self._mirror(rect, spot).left()
        elif row.state:
            font = theme.font(theme.SMALL)
            wide = QFontMetrics(font).horizontalAdvance(row.state) + 4
            words = QRect(right - wide, top, wide, theme.px(26))
            elided(painter, self._mirror(rect, words), row.state, font, tokens.text2)
            mark = QRect(words.left() - theme.px(5) - side, top + (theme.px(26) - side) // 2, side, side)
            icons.paint(painter, self._mirror(rect, mark), "circle-check", tokens.ok)
            right = mark.left()
        left = card.left() + theme.px(_PAD)
        for tag in row.tags:
            size = chip_size(tag)
            if left + size.width() > right - theme.px(8):
                break
            chip = self._mirror(rect, QRect(left, top, size.width(), size.height()))
            paint_chip(painter, chip, tag, direction=direction)
            left += size.width() + theme.px(6)

    def _hover(self, painter: QPainter, spot: QRect, ground: str) -> None:
        if spot.contains(self._view.pointer):
            rounded(painter, spot, theme.RADIUS_S, ground)

    def _card(self, rect: QRect) -> QRect:
        return rect.adjusted(theme.px(_CARD), 0, 0, -theme.px(_GAP))

    def _mirror(self, rect: QRect, spot: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), rect, spot)

    def _line(self) -> int:
        return theme.px(18)

    def _excerpt(self, row: TimelineRow, width: int) -> list[str]:
        room = width - theme.px(_CARD + 2 * _PAD)
        key = (row.excerpt, room, theme.px(100))
        if key not in self._broken:
            if len(self._broken) > 500:
                self._broken.clear()
            self._broken[key] = lines(row.excerpt, theme.font(theme.BODY), room) if row.excerpt else []
        return self._broken[key]


class Timeline(SpotList):
    """The cards of a day or a week. In a form, `fit` makes it as tall as its cards (the default)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Cards(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_fit(True)

    fit: bool = Property(bool, lambda self: self._fit, SpotList.set_fit)  # type: ignore[assignment] # a property of Qt reads as its value
