"""Cards side by side, and below each other where there is little room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from workjournal.ui import theme

_ONE_COLUMN, _GAP = 900, 16
_LEAST, _MOST = 350, 500
_ROWS_IN_SIGHT = 2


class CardGrid(QWidget):
    """Two columns of equal width, or one while it is narrower than 900 px; a last card alone takes the whole row.

    `above` and `below`, set before the cards, stand over and under them, as tall as they like. `expected` is how many
    cards there will be where they come one by one: each has its place and size from the beginning.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.above: QWidget | None = None
        self.below: QWidget | None = None
        self.expected = 0
        self._cards: list[QWidget] = []
        self._columns = 0
        self._to_come = QWidget(self)
        """Beside a card that will not stay alone."""
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

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._share_height()  # a card may ask for more than before
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._share_height()

    def _count(self) -> int:
        return max(self.expected, len(self._cards))

    def _share_height(self) -> None:
        """The first rows share the height of the window, each within what a chart can be read at; the others follow.

        A card that asks for more, such as one with all its panels, has it, and so have those beside it.
        """
        outer = self.parentWidget()
        if outer is None or not self._cards:
            return
        rows = -(-self._count() // self.columns())
        rows = min(rows, _ROWS_IN_SIGHT) if self.below else rows
        share = (outer.height() - 2 * 24 - (rows - 1) * _GAP) // rows
        usual, columns = min(max(share, theme.px(_LEAST)), theme.px(_MOST)), self.columns()
        for first in range(0, len(self._cards), columns):
            row = self._cards[first : first + columns]
            beside = min(columns, self._count() - first)
            height = max(usual, *(self._needed(card, beside) for card in row))
            for card in row:
                card.setFixedHeight(height)
        # The page is as high as it will be, and has its scroll bar, before the last card is there.
        there, expected = (-(-count // columns) for count in (len(self._cards), self._count()))
        for row_number in range(1, self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row_number, usual if there < row_number <= expected else 0)

    def _needed(self, card: QWidget, beside: int) -> int:
        """The height a card asks for, as one of so many in its row."""
        margins, layout = self._grid.contentsMargins(), card.layout()
        width = (self.width() - margins.left() - margins.right() - (beside - 1) * _GAP) // beside
        if layout is None:
            return 0
        if layout.hasHeightForWidth():
            return layout.totalMinimumHeightForWidth(width)
        return layout.totalMinimumSize().height()

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
            alone = columns > 1 and place == self._count() - 1 and place % columns == 0
            self._grid.addWidget(card, 1 + place // columns, place % columns, 1, 2 if alone else 1)
        last = 1 + -(-self._count() // columns)
        self._grid.removeWidget(self._to_come)
        if len(self._cards) % columns and self._count() > len(self._cards):
            self._grid.addWidget(self._to_come, 1 + len(self._cards) // columns, columns - 1)
        if self.below is not None:
            self._grid.addWidget(self.below, last, 0, 1, columns, Qt.AlignmentFlag.AlignHCenter)
        for row in range(self._grid.rowCount() + 1):
            self._grid.setRowStretch(row, 0)
        # An empty row below takes what is left of a tall window.
        self._grid.setRowStretch(last + 1, 1)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
