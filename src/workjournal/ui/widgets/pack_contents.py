"""The contents of a review pack: sections with their things, each with a tick."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from workjournal.ui import icons, theme
from workjournal.ui.widgets.pack_line_model import LINE, PackLine, PackLines
from workjournal.ui.widgets.painting import elided, focus_ring, rounded
from workjournal.ui.widgets.spot_list import Index

_BOX, _INDENT, _CHEVRON = 20, 14, 16


class PackContents(QTreeView):
    """Sections that open to their things; Space ticks, the arrow keys walk and open."""

    ticked = Signal(str, str, bool)
    """Key of the section, key of the thing ("" for the section itself), and the tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = PackLines(self)
        self.setModel(self._lines)
        self.setItemDelegate(_Lines(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.expanded.connect(self._fit)
        self.collapsed.connect(self._fit)

    def show_lines(self, lines: Sequence[PackLine]) -> None:
        """Show these sections; those that were open stay so, and where only ticks changed, everything else does."""
        opened = {
            line.key
            for row, line in enumerate(self._lines.lines)
            if self.isExpanded(self._lines.index(row, 0))
        }
        if self._lines.set_lines(lines):
            for row, line in enumerate(lines):
                self.setExpanded(self._lines.index(row, 0), line.key in opened)
        self._fit()

    def index_of(self, section: str, thing: str = "") -> QModelIndex:
        """Where a row is.

        Raises:
            KeyError: there is no such row.
        """
        return self._lines.find(section, thing)

    def tick(self, index: Index) -> None:
        """Ask for the opposite of a row's tick."""
        line: PackLine = index.data(LINE)
        if not line.enabled:
            return
        above = index.parent()
        section = above.data(LINE).key if above.isValid() else line.key
        self.ticked.emit(section, line.key if above.isValid() else "", not line.ticked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        outer: QWidget | None = self.parentWidget()
        while outer is not None and not isinstance(outer, QScrollArea):
            outer = outer.parentWidget()
        page = outer.widget() if outer is not None else None
        if outer is not None and page is not None:
            spot = self.visualRect(current).center()
            where = self.viewport().mapTo(page, spot)
            outer.ensureVisible(where.x(), where.y(), 0, theme.px(48))

    def _fit(self) -> None:
        """As tall as what is open: the page scrolls, not the list."""
        index, height = self._lines.index(0, 0), 2
        while index.isValid():
            height += self.itemDelegate().sizeHint(QStyleOptionViewItem(), index).height()
            index = self.indexBelow(index)
        if height != self.height():
            self.setFixedHeight(height)


class _Lines(QStyledItemDelegate):
    def __init__(self, view: PackContents) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - by kind of row only
        return QSize(theme.px(200), theme.px(44 if index.parent().isValid() else 50))

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,  # noqa: ARG002 - the view is asked, which knows the lines
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Select}:
            self._view.tick(index)
            return True
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            on_box = (
                self._box(option.rect, index).adjusted(-8, -16, 10, 16).contains(event.position().toPoint())
            )
            if on_box or index.parent().isValid():
                self._view.tick(index)
            else:
                self._view.setExpanded(index, not self._view.isExpanded(index))
            return True
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: PackLine | None = index.data(LINE)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, option.rect, theme.RADIUS_S, theme.current().hover)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, option.rect, theme.RADIUS_S)
        self._paint_box(painter, self._box(option.rect, index), line)
        self._paint_words(painter, option.rect, index, line)
        if line.rows:
            side = theme.px(_CHEVRON)
            spot = QRect(option.rect.right() - side - 6, option.rect.center().y() - side // 2, side, side)
            name = "chevron-down" if self._view.isExpanded(index) else "chevron-right"
            icons.paint(painter, self._mirror(option.rect, spot), name, theme.current().text2)
        painter.restore()

    def _box(self, rect: QRect, index: Index) -> QRect:
        side = theme.px(_BOX)
        left = rect.left() + 6 + (theme.px(_INDENT) if index.parent().isValid() else 0)
        return self._mirror(rect, QRect(left, rect.center().y() - side // 2 + 1, side, side))

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

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index, line: PackLine) -> None:
        tokens, inner = theme.current(), index.parent().isValid()
        left = theme.px(_BOX) + 18 + (theme.px(_INDENT) if inner else 0)
        words = rect.adjusted(left, 0, -theme.px(_CHEVRON) - 12 if line.rows else -6, 0)
        high = theme.px(18)
        title = theme.font(theme.SMALL, theme.MEDIUM if inner else theme.SEMIBOLD)
        ink = tokens.text if line.enabled else tokens.text3
        first = QRect(
            words.left(), words.center().y() - high + (1 if line.note else high // 2), words.width(), high
        )
        elided(painter, self._mirror(rect, first), line.title, title, ink)
        if line.note:
            below = self._mirror(rect, first.translated(0, high))
            elided(painter, below, line.note, theme.font(theme.CAPTION), tokens.text3)

    def _mirror(self, rect: QRect, spot: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), rect, spot)
