"""A long list in which many rows can be chosen: with Ctrl and Shift, by Space, or all at once; all by keyboard too."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from workjournal.ui import icons, theme
from workjournal.ui.widgets.flat_list import FlatList
from workjournal.ui.widgets.marks import Marks
from workjournal.ui.widgets.row_list import Row, RowDelegate
from workjournal.ui.widgets.spot_list import Index

Key = Qt.Key
Flag = QItemSelectionModel.SelectionFlag
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_TICK, _PAD, _LEAD, _BLOCK = 20, 14, 52, 50
MOVES = {Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown, Key.Key_Home, Key.Key_End}


class _Delegate(RowDelegate):
    """A chosen row has a tick where the time or the day was: never colour alone."""

    _chosen = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self._chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        super().paint(painter, option, index)

    def _paint_lead(self, painter: QPainter, rect: QRect, row: Row) -> int:
        if not self._chosen:
            return super()._paint_lead(painter, rect, row)
        side = theme.px(_TICK)
        left = rect.left() + theme.px(_PAD)
        spot = self._mirror(rect, QRect(left, rect.center().y() - side // 2 + 1, side, side))
        icons.paint(painter, spot, "circle-check", theme.current().accent)
        return left + theme.px(_LEAD if row.lead else _BLOCK)


class ChosenList(FlatList):
    """Moving about chooses nothing; what is chosen stays so until Escape, or until the list is read anew.

    Delete asks for the trash for all that is chosen, whatever is current. Space and Ctrl+click take one row in or out, Shift with an arrow or a click all from where one was, Ctrl+A all.
    """

    chosen = Signal()
    """Other rows are chosen than before."""
    lettered = Signal(str)
    """A letter was typed that is no key of every list: "t", or "T" with Shift."""

    LETTERS = frozenset("te")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.marks = Marks()
        self._before = Marks()
        self._anchor = -1

    def set_marks(self, marks: Marks) -> None:
        """Choose these rows and no others."""
        if marks.spans == self.marks.spans:
            return
        self.marks = marks
        selection = QItemSelection()
        for first, last in marks.spans:
            selection.select(self._window.index(first), self._window.index(last))
        self.selectionModel().select(selection, Flag.ClearAndSelect)
        self.viewport().update()
        self.chosen.emit()

    def choose_all(self) -> None:
        """Choose everything there is, without reading it."""
        if self.rows():
            self.set_marks(Marks(((0, len(self.rows()) - 1),)))

    def choose_none(self) -> None:
        """Let go of what is chosen."""
        self._before = Marks()
        self.set_marks(Marks())

    def go_to_row(self, row: int) -> None:
        """Make a row current, or the one below it where it is a heading; nothing is chosen by that."""
        row = min(max(row, 0), len(self.rows()) - 1)
        if row >= 0 and self._window.is_heading(row):
            row += 1
        self._anchor, self._before = row, self.marks
        self.setCurrentIndex(self._window.index(row))

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> Flag:  # noqa: ARG002 - never
        """Qt chooses nothing by itself; what is chosen is kept here."""
        return Flag.NoUpdate

    def moveCursor(self, _action: object, _modifiers: object) -> QModelIndex:
        """Only keyPressEvent moves."""
        return self.currentIndex()

    def selectAll(self) -> None:
        self.choose_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = Key(event.key()), bool(event.modifiers() & SHIFT)
        letter = event.text().lower()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose_all()
        elif key in MOVES:
            self._move(key, shift=shift)
        elif key == Key.Key_Space and self.currentIndex().isValid():
            self._toggle(self.currentIndex().row())
        elif key == Key.Key_Escape and self.marks:
            self.choose_none()
        elif key == Key.Key_Delete and self.marks:
            self.trashed.emit(self.current_id())
        elif letter in self.LETTERS and not event.modifiers() & ~SHIFT:
            self.lettered.emit(letter.upper() if shift else letter)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        anchor = self._anchor
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        row = index.row()
        if self._window.is_heading(row):
            return
        if event.modifiers() & CTRL:
            self._toggle(row)
        elif event.modifiers() & SHIFT:
            self._anchor = anchor if anchor >= 0 else row
            self.set_marks(self._before.with_span(self._anchor, row))
        else:
            self._anchor, self._before = row, self.marks

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & (CTRL | SHIFT):
            QListView.mouseReleaseEvent(self, event)  # chosen, and not opened
        else:
            super().mouseReleaseEvent(event)

    def _toggle(self, row: int) -> None:
        self.set_marks(self.marks.without(row) if row in self.marks else self.marks.with_span(row, row))
        self._anchor, self._before = row, self.marks

    def _move(self, key: Key, *, shift: bool) -> None:
        before = self.currentIndex().row()
        row = self._target(key, before)
        if row is None:
            return
        self.setCurrentIndex(self._window.index(row))
        if shift:
            if self._anchor < 0:
                self._anchor = max(before, 0)
            self.set_marks(self._before.with_span(self._anchor, row))
        else:
            self._anchor, self._before = row, self.marks

    def _target(self, key: Key, before: int) -> int | None:
        """Where a key leads to: never to a heading."""
        last = len(self.rows()) - 1
        step = {
            Key.Key_Up: -1,
            Key.Key_Down: 1,
            Key.Key_PageUp: -self.page_rows(),
            Key.Key_PageDown: self.page_rows(),
        }
        row = {Key.Key_Home: 0, Key.Key_End: last}.get(key, before + step.get(key, 0))
        row = min(max(row, 0), last)
        onward = -1 if key in {Key.Key_Up, Key.Key_PageUp, Key.Key_End} else 1
        for way in (onward, -onward):
            found = row
            while 0 <= found <= last and self._window.is_heading(found):
                found += way
            if 0 <= found <= last:
                return found
        return None
