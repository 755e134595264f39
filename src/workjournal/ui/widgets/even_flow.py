"""A layout of equally wide columns: as few rows as fit, and those as full as one another."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyle, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.flow import FlowLayout


class EvenFlow(FlowLayout):
    """Puts its widgets into columns of at least `least` px (at 100 %); what is hidden takes no place."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, least: int = 120) -> None:
        super().__init__(parent, gap=gap)
        self._least = least

    def _place(self, rect: QRect, *, move: bool) -> int:
        shown = [item for item in self._items if not item.isEmpty()]
        if not shown:
            return 0
        fitting = max(1, (rect.width() + self._gap) // (theme.px(self._least) + self._gap))
        rows = -(-len(shown) // fitting)
        columns = -(-len(shown) // rows)
        wide = (rect.width() + self._gap) / columns
        high = max(item.sizeHint().height() for item in shown)
        for place, item in enumerate(shown):
            row, column = divmod(place, columns)
            left, right = round(column * wide), round((column + 1) * wide) - self._gap
            spot = QRect(rect.left() + left, rect.top() + row * (high + self._gap), right - left, high)
            if move:
                item.setGeometry(QStyle.visualRect(self._direction(), rect, spot))
        return rows * high + (rows - 1) * self._gap
