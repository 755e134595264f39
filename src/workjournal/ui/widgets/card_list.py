"""Cards in a narrow column: a title, a line below it, and signs of what waits; several columns make a board."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from workjournal.ui import icons, theme
from workjournal.ui.widgets.painting import elided, focus_ring, lines, rounded
from workjournal.ui.widgets.row_list import RowChip
from workjournal.ui.widgets.spot_list import ROW, Index, SpotDelegate, SpotList

_PAD, _TOP, _GAP, _TITLE, _LINE, _MARK, _BETWEEN = 12, 10, 8, 20, 18, 14, 4
_MOST_TITLE, _MOST_SECOND = 3, 2


@dataclass(frozen=True)
class CardRow:
    """One card: its title in up to three lines, a second text in up to two, then the signs, one below the other."""

    id: object
    title: str
    second: str = ""
    signs: tuple[RowChip, ...] = ()

    def spoken(self) -> str:
        parts = (self.title, self.second, *(sign.text for sign in self.signs))
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class _Broken:
    """The texts of a card as lines of its width."""

    title: list[str]
    second: list[str]
    signs: list[list[str]]

    def height(self) -> int:
        high = theme.px(_TITLE) * len(self.title) + theme.px(_LINE) * len(self.second)
        return high + sum(theme.px(_LINE) * len(sign) + theme.px(_BETWEEN) for sign in self.signs)


class _Delegate(SpotDelegate):
    def __init__(self, view: SpotList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.rect.width() or self._view.viewport().width()
        return QSize(width, self._broken(index.data(ROW), width).height() + theme.px(2 * _TOP + _GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: CardRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, tokens = option.rect, theme.current()
        card = rect.adjusted(0, 0, 0, -theme.px(_GAP))
        ground = tokens.hover if rect.contains(self._view.pointer) else tokens.surface
        rounded(painter, card, theme.RADIUS_M, ground, tokens.border)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            focus_ring(painter, card, theme.RADIUS_M)
        self._paint_words(painter, rect, row)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, row: CardRow) -> None:
        tokens, broken = theme.current(), self._broken(row, rect.width())
        inner = rect.adjusted(theme.px(_PAD), theme.px(_TOP), -theme.px(_PAD), 0)
        line = QRect(inner.left(), inner.top(), inner.width(), theme.px(_TITLE))
        for text in broken.title:
            elided(painter, line, text, theme.font(theme.BODY, theme.SEMIBOLD), tokens.text)
            line.translate(0, theme.px(_TITLE))
        line.setHeight(theme.px(_LINE))
        for text in broken.second:
            elided(painter, line, text, theme.font(theme.SMALL), tokens.text2)
            line.translate(0, theme.px(_LINE))
        for sign, texts in zip(row.signs, broken.signs, strict=True):
            line.translate(0, theme.px(_BETWEEN))
            self._paint_sign(painter, line, sign, texts)
            line.translate(0, theme.px(_LINE) * len(texts))

    def _paint_sign(self, painter: QPainter, line: QRect, sign: RowChip, texts: list[str]) -> None:
        side, direction = theme.px(_MARK), self._view.layoutDirection()
        ink = theme.current().tone(sign.tone)[0] if sign.tone else theme.current().text2
        mark = QRect(line.left(), line.top() + (line.height() - side) // 2, side, side)
        icons.paint(painter, QStyle.visualRect(direction, line, mark), sign.icon, ink)
        below = line.adjusted(side + theme.px(6), 0, 0, 0)
        for text in texts:
            seen = QStyle.visualRect(
                direction, line, QRect(below.left(), line.top(), below.width(), line.height())
            )
            seen.moveTop(below.top())
            elided(painter, seen, text, theme.font(theme.SMALL, theme.MEDIUM), ink)
            below.translate(0, theme.px(_LINE))

    def _broken(self, row: CardRow, width: int) -> _Broken:
        room = width - theme.px(2 * _PAD)
        beside = room - theme.px(_MARK + 6)
        return _Broken(
            lines(row.title, theme.font(theme.BODY, theme.SEMIBOLD), room, _MOST_TITLE),
            lines(row.second, theme.font(theme.SMALL), room, _MOST_SECOND) if row.second else [],
            [lines(sign.text, theme.font(theme.SMALL, theme.MEDIUM), beside) for sign in row.signs],
        )


class CardList(SpotList):
    """A column of CardRow, as tall as its cards; Left and Right ask for the column beside it."""

    aside = Signal(int)
    """-1 for the column before this one in reading order, 1 for the one after it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_fit(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            upside = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.aside.emit(-step if upside else step)

    fit: bool = Property(bool, lambda self: self._fit, SpotList.set_fit)  # type: ignore[assignment] # a property of Qt reads as its value
