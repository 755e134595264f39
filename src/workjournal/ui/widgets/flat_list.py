"""A list whose rows are where arithmetic says, so that 100,000 of them cost what twelve do.

QListView lays every row out before one can jump there, a call of the model each: 0.6 s for 100,000. Here nothing is
laid out. It stays a QListView, which is what readers of the screen know.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.painting import elided, painting
from workjournal.ui.widgets.row_list import RowList
from workjournal.ui.widgets.spot_list import Index
from workjournal.ui.widgets.windowed_rows import Read, WindowedRows

_STRIP, _PAD = 30, 14
Hint = QAbstractItemView.ScrollHint


class FlatList(RowList):
    """A RowList over WindowedRows; the heading of the group one looks at stays at the top."""

    looked_at = Signal(int)
    """The topmost row that is seen whole, after scrolling."""

    def __init__(self, parent: QWidget | None = None) -> None:
        # Before Qt asks where its rows are, which it does while it is made; an error then is lost, and so is memory.
        self._window = WindowedRows()
        self.heading_of: Callable[[int], str] = lambda _row: ""
        """What the group of a row is called, for the strip at the top."""
        super().__init__(parent)
        self.use_model(self._window)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.looked_at.emit(self.top_row()))

    def show_rows(
        self, length: int, read: Read, is_heading: Callable[[int], bool], heading_of: Callable[[int], str]
    ) -> None:
        """Show so many rows, from where one is."""
        place = self.verticalScrollBar().value()
        self.heading_of = heading_of
        self._window.show(length, read, is_heading)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(place)

    def kept(self) -> int:
        """How many rows are in memory."""
        return self._window.kept()

    def top_row(self) -> int:
        """The topmost row that is seen whole, below the strip."""
        return -(-self.verticalScrollBar().value() // self._high())

    def scroll_to_row(self, row: int) -> None:
        """Have a row at the top, below the strip."""
        self.verticalScrollBar().setValue(row * self._high() - theme.px(_STRIP))
        self.looked_at.emit(self.top_row())

    def page_rows(self) -> int:
        """How many rows are turned by a page."""
        return max(1, self.viewport().height() // self._high() - 1)

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        high = self._high()
        return QRect(0, index.row() * high - self.verticalOffset(), self.viewport().width(), high)

    def indexAt(self, point: QPoint) -> QModelIndex:
        if self._strip() is not None and point.y() < theme.px(_STRIP):
            return QModelIndex()
        return self._window.index((point.y() + self.verticalOffset()) // self._high())

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        if not index.isValid():
            return
        bar, high, room = self.verticalScrollBar(), self._high(), self.viewport().height()
        top = index.row() * high - theme.px(_STRIP)
        bottom = (index.row() + 1) * high - room
        if hint == Hint.PositionAtCenter:
            bar.setValue((top + bottom) // 2)
        elif hint == Hint.PositionAtTop or bar.value() > top:
            bar.setValue(top)
        elif hint == Hint.PositionAtBottom or bar.value() < bottom:
            bar.setValue(bottom)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def doItemsLayout(self) -> None:
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        high, room, bar = self._high(), self.viewport().height(), self.verticalScrollBar()
        bar.setRange(0, max(0, len(self.rows()) * high - room))
        bar.setSingleStep(high)
        bar.setPageStep(max(high, room - high))

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 - a window is painted whole
        self.viewport().update()

    def visualRegionForSelection(self, selection: object) -> QRegion:  # noqa: ARG002 - a window is painted whole
        return QRegion(self.viewport().rect())

    def setSelection(self, rect: QRect, command: object) -> None:
        """Nothing is chosen by pulling a rectangle."""

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here; Qt would read every row for the next that begins so."""

    def paintEvent(self, event: QPaintEvent) -> None:
        high, offset = self._high(), self.verticalOffset()
        first = (offset + event.rect().top()) // high
        last = min((offset + event.rect().bottom()) // high, len(self.rows()) - 1)
        option, delegate, chosen = QStyleOptionViewItem(), self.itemDelegate(), self.selectionModel()
        self.initViewItemOption(option)
        plain, current = option.state, self.currentIndex()
        with painting(self.viewport()) as painter:
            for row in range(first, last + 1):
                index = self._window.index(row)
                option.rect = self.visualRect(index)
                option.state = plain
                if chosen.isSelected(index):
                    option.state |= QStyle.StateFlag.State_Selected
                if index == current and self.hasFocus():
                    option.state |= QStyle.StateFlag.State_HasFocus
                delegate.paint(painter, option, index)
            self._paint_strip(painter)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometries()

    def _strip(self) -> str | None:
        """The group at the top, once its own heading is scrolled away."""
        row, within = divmod(self.verticalOffset(), self._high())
        if row >= len(self.rows()) or (
            self._window.is_heading(row) and within <= self._high() - theme.px(_STRIP)
        ):
            return None
        return self.heading_of(row)

    def _paint_strip(self, painter: QPainter) -> None:
        title, tokens = self._strip(), theme.current()
        if not title:
            return
        strip = QRect(0, 0, self.viewport().width(), theme.px(_STRIP))
        painter.fillRect(strip, QColor(tokens.window))
        painter.fillRect(strip.adjusted(0, strip.height() - 1, 0, 0), QColor(tokens.border))
        line = strip.adjusted(theme.px(_PAD), 0, -theme.px(_PAD), 0)
        elided(painter, line, title, theme.font(theme.SMALL, theme.SEMIBOLD), tokens.text2)

    def _high(self) -> int:
        return max(1, self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height())
