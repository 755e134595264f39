"""The contents of a review pack: sections that can be moved, with their things, each with a tick."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QScrollArea,
    QTreeView,
    QWidget,
)

from workjournal.ui import theme
from workjournal.ui.widgets.pack_line_delegate import PackLineDelegate, height
from workjournal.ui.widgets.pack_line_model import LINE, PackLine, PackLines
from workjournal.ui.widgets.painting import painting, rounded
from workjournal.ui.widgets.spot_list import Index

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PackContents(QTreeView):
    """Space ticks, Enter opens, the arrow keys walk; Alt and an arrow moves a section, and so does dragging it."""

    ticked = Signal(str, str, bool)
    """Key of the section, key of the thing ("" for the section itself), and the tick."""
    opened = Signal(str, str)
    """Key of the section and of the thing of which more is to be seen."""
    moved = Signal(str, int)
    """Key of the section, and its new place among all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._look = PackLines(self), PackLineDelegate(self)
        self._pressed: QPoint | None = None
        self._dragged = ""
        self._gap, self._filling = -1, False
        self.setModel(self._lines)
        self.setItemDelegate(self._look)
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
        """Show these sections; what was open and where the keyboard was stays so."""
        opened = {line.key for row, line in enumerate(self._lines.lines) if self._is_open(row)}
        at = self.key_of(self.currentIndex())
        self._filling = True
        if self._lines.set_lines(lines):
            for row, line in enumerate(lines):
                if line.key in opened:
                    self.setExpanded(self._lines.index(row, 0), True)
            if at is not None and self._lines.has(*at):
                self.setCurrentIndex(self._lines.find(*at))
        self._filling = False
        self._fit()

    def index_of(self, section: str, thing: str = "") -> QModelIndex:
        """Where a row is.

        Raises:
            KeyError: there is no such row.
        """
        return self._lines.find(section, thing)

    def key_of(self, index: Index) -> tuple[str, str] | None:
        """The keys of a row's section and thing; None where there is no row."""
        if not index.isValid():
            return None
        above, line = index.parent(), index.data(LINE)
        return (above.data(LINE).key, line.key) if above.isValid() else (line.key, "")

    def tick(self, index: Index) -> None:
        """Ask for the opposite of a row's tick."""
        line: PackLine = index.data(LINE)
        key = self.key_of(index)
        if line.enabled and key is not None:
            self.ticked.emit(*key, not line.ticked)

    def open(self, index: Index) -> None:
        """Ask to see more of a thing, or open and close a section."""
        line: PackLine = index.data(LINE)
        key = self.key_of(index)
        if not index.parent().isValid():
            self.setExpanded(index, not self.isExpanded(index))
        elif line.opens and key is not None:
            self.opened.emit(*key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Escape and self._dragged:
            self._drop(-1)
        elif index.isValid() and key in {Qt.Key.Key_Space, Qt.Key.Key_Select}:
            self.tick(index)
        elif index.isValid() and key in _ENTER:
            self.open(index)
        elif alt and key in _STEPS:
            self._step(index, _STEPS[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        far = (spot - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        key = self.key_of(self.indexAt(self._pressed))
        if not self._dragged and far and key is not None and not key[1]:
            self._dragged = key[0]
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragged:
            self._gap = self._gap_at(spot.y())
            self._bring_into_sight(spot)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot, pressed, self._pressed = event.position().toPoint(), self._pressed, None
        if self._dragged:
            self._drop(self._gap)
            return
        super().mouseReleaseEvent(event)
        index = self.indexAt(spot)
        if pressed is not None and index.isValid() and index == self.indexAt(pressed):
            self._click(index, spot)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dragged:
            y = self._top_of(self._gap)
            with painting(self.viewport()) as painter:
                line = QRect(0, max(0, y - 2), self.viewport().width(), 3)
                rounded(painter, line, 1.5, theme.current().accent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self._bring_into_sight(self.visualRect(current).center())

    def _click(self, index: Index, spot: QPoint) -> None:
        rect = self.visualRect(index)
        on_box = self._look.box(rect, index).adjusted(-8, -16, 10, 16).contains(spot)
        at_end = self._look.end(rect).adjusted(-8, -12, 8, 12).contains(spot)
        thing, line = index.parent().isValid(), index.data(LINE)
        if on_box or (thing and not (at_end and line.opens)):
            self.tick(index)
        else:
            self.open(index)

    def _step(self, index: Index, step: int) -> None:
        """Move the section that has the keyboard, or of which a thing has it."""
        section = index.parent() if index.parent().isValid() else index
        place = section.row() + step
        if section.isValid() and 0 <= place < len(self._lines.lines):
            self.moved.emit(section.data(LINE).key, place)

    def _drop(self, gap: int) -> None:
        """End the dragging, in a gap before the section of that row, or nowhere."""
        dragged, self._dragged, self._pressed = self._dragged, "", None
        self.unsetCursor()
        self.viewport().update()
        row = self._lines.find(dragged).row()
        place = gap if gap <= row else gap - 1
        if gap >= 0 and place != row:
            self.moved.emit(dragged, place)

    def _gap_at(self, y: int) -> int:
        """Before which section something at that height would come."""
        tops = [self._top_of(row) for row in range(len(self._lines.lines) + 1)]
        return sum(y > (top + bottom) // 2 for top, bottom in pairwise(tops))

    def _top_of(self, row: int) -> int:
        if row < len(self._lines.lines):
            return self.visualRect(self._lines.index(row, 0)).top()
        return self.viewport().height()

    def _is_open(self, row: int) -> bool:
        return self.isExpanded(self._lines.index(row, 0))

    def _bring_into_sight(self, spot: QPoint) -> None:
        outer: QWidget | None = self.parentWidget()
        while outer is not None and not isinstance(outer, QScrollArea):
            outer = outer.parentWidget()
        page = outer.widget() if outer is not None else None
        if outer is not None and page is not None:
            where = self.viewport().mapTo(page, spot)
            outer.ensureVisible(where.x(), where.y(), 0, theme.px(48))

    def _fit(self) -> None:
        """As tall as what is open: the page scrolls, not the list."""
        if self._filling:
            return
        wanted = 2
        for row, line in enumerate(self._lines.lines):
            wanted += height(line, thing=False)
            if line.rows and self._is_open(row):
                wanted += sum(height(each, thing=True) for each in line.rows)
        if wanted != self.height():
            self.setFixedHeight(wanted)
