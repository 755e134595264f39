"""Cards side by side, and below each other where there is little room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from workjournal.ui import theme

_ONE_COLUMN, _GAP = 900, 16
_LEAST, _MOST = 350, 500


class CardGrid(QWidget):
    """Two columns of equal width, or one while it is narrower than 900 px; a last card alone takes the whole row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setSpacing(_GAP)

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards, in reading order."""
        for card in self._cards:
            self._grid.removeWidget(card)
        self._cards, self._columns = list(cards), 0
        self._arrange()

    def columns(self) -> int:
        """How many cards stand side by side."""
        return 1 if self.width() < theme.px(_ONE_COLUMN) else 2

    def minimumSizeHint(self) -> QSize:
        # Two columns are no reason to stay wide: they can become one.
        widest = max((card.minimumSizeHint().width() for card in self._cards), default=0)
        return QSize(widest + 48, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._share_height()

    def _share_height(self) -> None:
        """The rows share the height of the window, each within what a chart can be read at."""
        outer = self.parentWidget()
        if outer is None or not self._cards:
            return
        rows = -(-len(self._cards) // self._columns)
        share = (outer.height() - 2 * 24 - (rows - 1) * _GAP) // rows
        for card in self._cards:
            card.setFixedHeight(min(max(share, theme.px(_LEAST)), theme.px(_MOST)))

    def _arrange(self) -> None:
        columns = self.columns()
        if columns == self._columns:
            return
        self._columns = columns
        side = 32 if columns > 1 else 24
        self._grid.setContentsMargins(side, 24, side, 24)
        for place, card in enumerate(self._cards):
            alone = columns > 1 and place == len(self._cards) - 1 and place % columns == 0
            self._grid.addWidget(card, place // columns, place % columns, 1, 2 if alone else 1)
        for row in range(self._grid.rowCount() + 1):
            self._grid.setRowStretch(row, 0)
        # An empty row below takes what is left of a tall window.
        self._grid.setRowStretch(-(-len(self._cards) // columns), 1)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
