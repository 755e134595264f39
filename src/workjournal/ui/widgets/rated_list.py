"""Rows that begin with a rating: skills with their last one, or the ratings of one skill."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Property, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.painting import elided, rounded
from workjournal.ui.widgets.spot_list import ROW, AnyRow, Index, SpotDelegate, SpotList

_HEIGHT, _PAD, _SIDE, _LINE = 78, 14, 40, 20


@dataclass(frozen=True)
class RatedRow:
    """A row: its rating (None: not rated yet), a title, up to two lines below it, a word to press at the end."""

    id: object
    rating: int | None
    title: str
    second: str = ""
    third: str = ""
    action: str = ""

    def spoken(self) -> str:
        rated = "" if self.rating is None else str(self.rating)
        return ", ".join(part for part in (self.title, rated, self.second, self.third) if part)


class _Delegate(SpotDelegate):
    def __init__(self, view: SpotList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - all are alike
        return QSize(theme.px(200), theme.px(_HEIGHT))

    def spots(self, rect: QRect, row: AnyRow) -> Mapping[str, QRect]:
        if not isinstance(row, RatedRow) or not row.action:
            return {}
        font = theme.font(theme.BODY, theme.SEMIBOLD)
        wide, high = QFontMetrics(font).horizontalAdvance(row.action) + theme.px(20), theme.px(32)
        spot = QRect(rect.right() - theme.px(8) - wide, rect.center().y() - high // 2 + 1, wide, high)
        return {"action": QStyle.visualRect(self._view.layoutDirection(), rect, spot)}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: RatedRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option, index)
        pad, side, direction = theme.px(_PAD), theme.px(_SIDE), self._view.layoutDirection()
        inner, end = option.rect.adjusted(pad, 0, -pad, 0), 0
        for spot in self.spots(option.rect, row).values():
            self._paint_action(painter, spot, row.action)
            end = spot.width()
        square = QRect(inner.left(), inner.center().y() - side // 2 + 1, side, side)
        self._paint_rating(painter, QStyle.visualRect(direction, inner, square), row)
        words = inner.adjusted(side + theme.px(12), 0, -end, 0)
        self._paint_words(painter, QStyle.visualRect(direction, inner, words), row)
        painter.restore()

    def _paint_action(self, painter: QPainter, spot: QRect, text: str) -> None:
        if spot.contains(self._view.pointer):
            rounded(painter, spot, theme.RADIUS_S, theme.current().accent_soft)
        painter.setPen(QColor(theme.current().accent))
        painter.setFont(theme.font(theme.BODY, theme.SEMIBOLD))
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_rating(self, painter: QPainter, square: QRect, row: RatedRow) -> None:
        tokens = theme.current()
        ink, ground = tokens.tone("" if row.rating is None else "accent")
        rounded(painter, square, theme.RADIUS_M, ground)
        painter.setFont(theme.font(theme.HEADING, theme.SEMIBOLD, tabular=True))
        painter.setPen(QColor(ink))
        shown = "–" if row.rating is None else str(row.rating)
        painter.drawText(square, int(Qt.AlignmentFlag.AlignCenter), shown)

    def _paint_words(self, painter: QPainter, words: QRect, row: RatedRow) -> None:
        tokens, high = theme.current(), theme.px(_LINE)
        told = (
            (row.title, theme.font(theme.BODY, theme.SEMIBOLD), tokens.text),
            (row.second, theme.font(theme.SMALL), tokens.text2),
            (row.third, theme.font(theme.CAPTION), tokens.text2),
        )
        lines = [each for each in told if each[0]]
        line = QRect(words.left(), words.center().y() - len(lines) * high // 2, words.width(), high)
        for text, font, ink in lines:
            elided(painter, line, text, font, ink)
            line.translate(0, high)


class RatedList(SpotList):
    """A list of RatedRow. In a form, `fit` makes it as tall as its rows (off by default)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(200)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    fit: bool = Property(bool, lambda self: self._fit, SpotList.set_fit)  # type: ignore[assignment] # a property of Qt reads as its value
