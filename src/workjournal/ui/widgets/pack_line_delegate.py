"""How a row of a pack's contents looks: a box to tick, its words, and at its end the way to more."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from workjournal.ui import icons, theme
from workjournal.ui.widgets.pack_line_model import LINE, PackLine
from workjournal.ui.widgets.painting import elided, focus_ring, rounded
from workjournal.ui.widgets.spot_list import Index

_BOX, _INDENT, _END, _LINE = 20, 14, 16, 18
_SECTION, _THING = 50, 44


def height(line: PackLine, *, thing: bool) -> int:
    """How high a row is."""
    return theme.px((_THING if thing else _SECTION) + (_LINE if line.marks else 0))


class PackLineDelegate(QStyledItemDelegate):
    """Paints a PackLine; the view handles the keys and the mouse, and asks for the places."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - by kind of row only
        line: PackLine | None = index.data(LINE)
        return QSize(theme.px(200), height(line, thing=index.parent().isValid()) if line is not None else 0)

    def editorEvent(
        self,
        event: QEvent,  # noqa: ARG002
        model: QAbstractItemModel,  # noqa: ARG002
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: Index,  # noqa: ARG002
    ) -> bool:
        """Nothing: the view knows what was meant."""
        return False

    def box(self, rect: QRect, index: Index) -> QRect:
        """Where the tick is."""
        side = theme.px(_BOX)
        left = rect.left() + 6 + (theme.px(_INDENT) if index.parent().isValid() else 0)
        return self._mirror(rect, QRect(left, rect.center().y() - side // 2 + 1, side, side))

    def end(self, rect: QRect, place: int = 0) -> QRect:
        """Where a row shows that there is more; at the place 1, before that, that it can be moved."""
        side = theme.px(_END)
        left = rect.right() - (place + 1) * (side + 6)
        spot = QRect(left, rect.center().y() - side // 2, side, side)
        return self._mirror(rect, spot)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: PackLine | None = index.data(LINE)
        if line is None:
            return
        tokens = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, option.rect, theme.RADIUS_S, tokens.hover)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, option.rect, theme.RADIUS_S)
        self._paint_box(painter, self.box(option.rect, index), line)
        self._paint_words(painter, option.rect, index, line)
        self._paint_end(painter, option.rect, index, line)
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRect, line: PackLine) -> None:
        tokens = theme.current()
        if line.ticked:
            rounded(painter, box, 5, tokens.accent)
            icons.paint(painter, icons.centred(box, theme.px(14)), "check", tokens.on_accent)
        else:
            ground, edge = (
                (tokens.surface, tokens.control) if line.enabled else (tokens.sunken, tokens.border)
            )
            rounded(painter, box, 5, ground, edge)

    def _paint_end(self, painter: QPainter, rect: QRect, index: Index, line: PackLine) -> None:
        tokens, spot = theme.current(), self.end(rect)
        if index.parent().isValid():
            if line.opens:
                icons.paint(painter, spot, "ellipsis", tokens.text2)
            return
        icons.paint(painter, self.end(rect, place=1), "grip-vertical", tokens.control)
        if line.rows:
            name = "chevron-down" if self._view.isExpanded(index) else "chevron-right"
            icons.paint(painter, spot, name, tokens.text2)

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index, line: PackLine) -> None:
        tokens, inner = theme.current(), index.parent().isValid()
        left = theme.px(_BOX) + 18 + (theme.px(_INDENT) if inner else 0)
        more = line.opens if inner else True
        ends = (theme.px(_END) + 6) * (1 if inner else 2) if more else 0
        words = rect.adjusted(left, 0, -ends - 6, 0)
        title = theme.font(theme.SMALL, theme.MEDIUM if inner else theme.SEMIBOLD)
        small = theme.font(theme.CAPTION)
        told = [
            (line.title, title, tokens.text if line.enabled else tokens.text3),
            (line.note, small, tokens.text3),
            (line.marks, small, tokens.warn if line.warns else tokens.accent),
        ]
        shown = [part for part in told if part[0]]
        high = theme.px(_LINE)
        top = words.center().y() - len(shown) * high // 2 + 1
        for place, (text, font, ink) in enumerate(shown):
            spot = QRect(words.left(), top + place * high, words.width(), high)
            elided(painter, self._mirror(rect, spot), text, font, ink)

    def _mirror(self, rect: QRect, spot: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), rect, spot)
