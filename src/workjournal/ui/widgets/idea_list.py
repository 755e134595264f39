"""Ideas for a stretch goal: what to do, who could say how it went, which kind of challenge it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.chip import chip_size, paint_chip
from workjournal.ui.widgets.painting import elided, lines, rounded
from workjournal.ui.widgets.spot_list import ROW, AnyRow, Index, SpotDelegate, SpotList

_HEIGHT, _PAD, _LINE, _SEEN = 140, 14, 20, 392


@dataclass(frozen=True)
class IdeaRow:
    """An idea: its sentence and who could say how it went (two lines each at most), its kind, the word to press."""

    id: object
    text: str
    feedback: str
    kind: str
    action: str

    def spoken(self) -> str:
        return f"{self.text} {self.feedback}, {self.kind}"


class _Delegate(SpotDelegate):
    def __init__(self, view: SpotList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - all are alike
        return QSize(theme.px(200), theme.px(_HEIGHT))

    def spots(self, rect: QRect, row: AnyRow) -> Mapping[str, QRect]:
        if not isinstance(row, IdeaRow):
            return {}
        inner, high = self._inner(rect), theme.px(32)
        wide = QFontMetrics(theme.font(theme.SMALL, theme.SEMIBOLD)).horizontalAdvance(row.action) + theme.px(
            20
        )
        spot = QRect(inner.right() - wide + theme.px(10), inner.bottom() - high + theme.px(4), wide, high)
        return {"action": QStyle.visualRect(self._view.layoutDirection(), rect, spot)}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: IdeaRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option, index)
        tokens, font = theme.current(), theme.font(theme.BODY, theme.MEDIUM)
        inner = self._inner(option.rect)
        line = QRect(inner.left(), inner.top(), inner.width(), theme.px(_LINE))
        for text in lines(row.text, font, inner.width()):
            elided(painter, line, text, font, tokens.text)
            line.translate(0, theme.px(_LINE))
        small = theme.font(theme.SMALL)
        line.setHeight(theme.px(_LINE - 2))
        for text in lines(row.feedback, small, inner.width()):
            elided(painter, line, text, small, tokens.text2)
            line.translate(0, line.height())
        self._paint_foot(painter, option.rect, row)
        painter.restore()

    def _paint_foot(self, painter: QPainter, rect: QRect, row: IdeaRow) -> None:
        tokens, inner, direction = theme.current(), self._inner(rect), self._view.layoutDirection()
        spot = self.spots(rect, row)["action"]
        if spot.contains(self._view.pointer):
            rounded(painter, spot, theme.RADIUS_S, tokens.accent_soft)
        font = theme.font(theme.SMALL, theme.SEMIBOLD)
        elided(painter, spot.adjusted(theme.px(10), 0, -theme.px(8), 0), row.action, font, tokens.accent)
        size = chip_size(row.kind)
        chip = QRect(inner.left(), inner.bottom() - size.height() + 1, size.width(), size.height())
        chip = QStyle.visualRect(direction, inner, chip)
        if not chip.intersects(spot):  # in a narrow page; the chips above tell the kinds too
            paint_chip(painter, chip, row.kind, direction=direction)

    def _inner(self, rect: QRect) -> QRect:
        return rect.adjusted(theme.px(_PAD), theme.px(12), -theme.px(_PAD), -theme.px(12))


class IdeaList(SpotList):
    """A list of IdeaRow that scrolls by itself; Enter presses the word of the current one, a click chooses only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(theme.px(_SEEN))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.current_id()
        if current is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.action.emit(current)
        else:
            super().keyPressEvent(event)
