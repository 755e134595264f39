"""A layout that breaks into rows like words, from the leading edge of the reading direction."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Puts its widgets side by side at their own size and begins a new row when one is full.

    The last widget may stretch to the end of its row (`stretch_last`), as the line to type in does in LabelField.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6, stretch_last: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._stretch_last = gap, stretch_last

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert(self, place: int, widget: QWidget) -> None:
        """Add a widget before the one at `place`."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value] # Qt asks past the end

    def takeAt(self, index: int) -> QLayoutItem:
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value] # Qt asks past the end

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        spare = max(0, rect.height() - self.heightForWidth(rect.width()))
        self._place(rect.adjusted(0, spare // 2, 0, 0), move=True)

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        height = max((size.height() for size in sizes), default=0)
        return QSize(
            width + margins.left() + margins.right(),
            height + margins.top() + margins.bottom(),
        )

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        sizes = [item.minimumSize() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0) + margins.left() + margins.right(),
            max((size.height() for size in sizes), default=0) + margins.top() + margins.bottom(),
        )

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay out within the width of `rect`; returns the height needed."""
        inner = rect.marginsRemoved(self.contentsMargins())
        x, y, row = 0, inner.top(), 0
        for item in self._items:
            last = item is self._items[-1] and self._stretch_last > 0
            size = QSize(self._stretch_last, item.sizeHint().height()) if last else item.sizeHint()
            width = min(size.width(), max(1, inner.width()))
            if x and x + width > inner.width():
                x, y, row = 0, y + row + self._gap, 0
            if last:
                width = max(1, inner.width() - x)
            if move:
                spot = QRect(QPoint(inner.left() + x, y), QSize(width, size.height()))
                item.setGeometry(QStyle.visualRect(self._direction(), inner, spot))
            x, row = x + width + self._gap, max(row, size.height())
        margins = self.contentsMargins()
        return y + row - rect.top() + margins.bottom()

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
