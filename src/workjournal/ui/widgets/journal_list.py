"""The journals opened lately: a dot in a colour of the user's, a name, where it lies."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.painting import elided, focus_ring, painting, rounded
from workjournal.ui.widgets.spot_list import ROW, AnyRow, Index, SpotDelegate, SpotList

_HEIGHT, _PAD, _DOT, _LINE = 54, 12, 10, 18


@dataclass(frozen=True)
class JournalRow:
    """One journal; `id` is its path, `place` the folder it lies in, `note` says instead that it is not there."""

    id: str
    name: str
    place: str
    colour: int
    note: str = ""

    def spoken(self) -> str:
        return ", ".join(part for part in (self.name, self.note, self.place) if part)


def dot(colour: int, side: int = 16, ratio: float = 1.0) -> QIcon:
    """A dot in the theme's colour of that number, for a menu."""
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    with painting(made) as painter:
        _paint_dot(painter, QRect(0, 0, side, side), theme.current().series[colour])
    return QIcon(made)


def _paint_dot(painter: QPainter, rect: QRect, ink: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink))
    radius = theme.px(_DOT) / 2
    painter.drawEllipse(QPointF(rect.center()) + QPointF(0.5, 0.5), radius, radius)


class _Delegate(SpotDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - all are alike
        return QSize(theme.px(160), theme.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: JournalRow | None = index.data(ROW)
        if row is None:
            return
        tokens, rect, direction = theme.current(), option.rect, option.direction
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        side = theme.px(_DOT)
        spot = QRect(rect.left() + theme.px(_PAD), rect.top() + theme.px(15), side, side)
        spot = QStyle.visualRect(direction, rect, spot)
        _paint_dot(painter, spot, tokens.control if row.note else tokens.series[row.colour])
        left = rect.left() + theme.px(_PAD + _DOT + 10)
        wide = rect.right() - theme.px(_PAD) - left
        first = QRect(left, rect.top() + theme.px(9), wide, theme.px(_LINE))
        name = theme.font(theme.BODY, theme.MEDIUM)
        ink = tokens.text3 if row.note else tokens.text
        elided(painter, QStyle.visualRect(direction, rect, first), row.name, name, ink)
        below = QStyle.visualRect(direction, rect, first.translated(0, theme.px(_LINE)))
        elided(painter, below, row.note or row.place, theme.font(theme.CAPTION), tokens.text3)
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        view, tokens, ground = option.widget, theme.current(), option.rect.adjusted(0, 1, 0, -1)
        assert isinstance(view, JournalList)
        if option.state & QStyle.StateFlag.State_Selected:
            rounded(painter, ground, theme.RADIUS_M, tokens.accent_soft)
        elif option.rect.contains(view.pointer):
            rounded(painter, ground, theme.RADIUS_M, tokens.hover)
        if option.state & QStyle.StateFlag.State_HasFocus and view.hasFocus():
            focus_ring(painter, ground, theme.RADIUS_M)


class JournalList(SpotList):
    """A short list of JournalRow. Enter or a click opens one; Delete and the menu key are handed on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)

    def set_rows(self, rows: Sequence[AnyRow]) -> None:
        super().set_rows(rows)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As tall as its rows: there are few."""
        return QSize(theme.px(240), len(self.rows()) * theme.px(_HEIGHT) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), self.sizeHint().height())
