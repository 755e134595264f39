"""Cards side by side, and below each other where there is little room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from workjournal.ui import theme

_ONE_COLUMN, _GAP = 900, 16
_LEAST, _MOST = 350, 500
_ROWS_IN_SIGHT = 2


class CardGrid(QWidget):
    """Two columns of equal width, or one while it is narrower than 900 px; a last card alone takes the whole row.

    `above` and `below`, set before the cards, stand over and under them, as tall as they like.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.above: QWidget | None = None
        self.below: QWidget | None = None
        self._cards: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setSpacing(_GAP)

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards, in reading order; those that are no longer among them are hidden."""
        for card in self._cards:
            self._grid.removeWidget(card)
            if card not in cards:
                card.hide()
        added = [card for card in cards if card not in self._cards]
        self._cards, self._columns = list(cards), 0
        self._arrange()
        for card in added:
            card.show()
        self._share_height()

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
        """The first rows share the height of the window, each within what a chart can be read at; the others follow."""
        outer = self.parentWidget()
        if outer is None or not self._cards:
            return
        rows = min(-(-len(self._cards) // self.columns()), _ROWS_IN_SIGHT if self.below else len(self._cards))
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
        if self.above is not None:
            self._grid.addWidget(self.above, 0, 0, 1, columns)
        for place, card in enumerate(self._cards):
            alone = columns > 1 and place == len(self._cards) - 1 and place % columns == 0
            self._grid.addWidget(card, 1 + place // columns, place % columns, 1, 2 if alone else 1)
        last = 1 + -(-len(self._cards) // columns)
        if self.below is not None:
            self._grid.addWidget(self.below, last, 0, 1, columns, Qt.AlignmentFlag.AlignHCenter)
        for row in range(self._grid.rowCount() + 1):
            self._grid.setRowStretch(row, 0)
        # An empty row below takes what is left of a tall window.
        self._grid.setRowStretch(last + 1, 1)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
