"""A list of pages in groups: an icon and a name, on low rows without lines, since there is nothing else to tell."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from workjournal.ui import icons, theme
from workjournal.ui.widgets.painting import elided, focus_ring, rounded
from workjournal.ui.widgets.row_list import Row, RowList
from workjournal.ui.widgets.spot_list import ROW, Index, SpotDelegate

_HIGH, _PAD, _ICON, _GAP, _HEADING = 34, 12, 18, 10, 24


class _Delegate(SpotDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - all are alike
        return QSize(theme.px(160), theme.px(_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row | None = index.data(ROW)
        if row is None:
            return
        rect, tokens, pad = option.rect, theme.current(), theme.px(_PAD)
        inner = rect.adjusted(pad, 0, -pad, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.id is None:
            line = inner.adjusted(0, rect.height() - theme.px(_HEADING), 0, 0)
            elided(painter, line, row.title, theme.font(theme.SMALL, theme.SEMIBOLD), tokens.text2)
        else:
            chosen = self._paint_ground(painter, option)
            side = theme.px(_ICON)
            spot = QRect(inner.left(), rect.center().y() - side // 2 + 1, side, side)
            ink = tokens.accent if chosen else tokens.text2
            icons.paint(painter, QStyle.visualRect(option.direction, rect, spot), row.icon, ink)
            words = inner.adjusted(side + theme.px(_GAP), 0, 0, 0)
            font = theme.font(theme.BODY, theme.SEMIBOLD if chosen else theme.MEDIUM)
            elided(painter, QStyle.visualRect(option.direction, rect, words), row.title, font, tokens.text)
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> bool:
        """Returns whether it is chosen."""
        view, tokens, ground = option.widget, theme.current(), option.rect.adjusted(0, 1, 0, -1)
        assert isinstance(view, ContentsList)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            rounded(painter, ground, theme.RADIUS_M, tokens.accent_soft)
        elif option.rect.contains(view.pointer):
            rounded(painter, ground, theme.RADIUS_M, tokens.hover)
        if option.state & QStyle.StateFlag.State_HasFocus and view.hasFocus():
            focus_ring(painter, ground, theme.RADIUS_M)
        return chosen


class ContentsList(RowList):
    """A RowList of which only icon, title and group are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
