"""The charts of a period as cards: a few at first, the others on demand; a card is made when its chart is shown."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workjournal import charts
from workjournal.charts.figure import Figure
from workjournal.journal.growth import Growth
from workjournal.ui import tab_order
from workjournal.ui.parts.figure_work import FigureWork, Reading
from workjournal.ui.parts.growth_card import GrowthCard
from workjournal.ui.widgets.card_grid import CardGrid

AT_FIRST = 4
"""The charts on the first view: more are not taken in at a glance."""


class ChartBoard(CardGrid):
    """Cards of the charts that are wanted, the first four until all are asked for."""

    opened = Signal(str)
    """The id of the thing behind a point."""
    packed = Signal(str, bool)
    """A chart's key, and whether it shall be in the review pack."""
    drawn = Signal()
    """Every chart that is shown is there."""

    def __init__(self, growth: Growth, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_all = QPushButton(self)
        self.show_all.setObjectName("show_all")
        self.show_all.setProperty("role", "link")
        self.show_all.setCheckable(True)
        self.show_all.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.drawing = QLabel(self.tr("Drawing…"), self)
        self.drawing.setProperty("role", "text2")
        self.below = QWidget(self)
        foot = QVBoxLayout(self.below)
        foot.setContentsMargins(0, 0, 0, 0)
        for part in (self.drawing, self.show_all):
            foot.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setProperty("role", "page")
        self.work = FigureWork(growth, self)
        self.work.made.connect(self._show)
        self.work.ended.connect(self._end)
        self.show_all.toggled.connect(self._turn)
        self._wanted: tuple[str, ...] = ()
        self._made: dict[str, GrowthCard] = {}
        self._fresh: set[str] = set()
        self._as_table = False

    @property
    def cards(self) -> list[GrowthCard]:
        """The cards that are shown and made, in order."""
        return [self._made[key] for key in self._keys() if key in self._made]

    def draw(self, read: Reading, wanted: Sequence[str]) -> None:
        """Draw the charts of a period; what is shown stays until the new figures are there."""
        self._want(wanted)
        self._fresh = set()
        self.work.begin(read, self._keys())

    def arrange(self, wanted: Sequence[str]) -> None:
        """Show other charts of the same period, or the same in another order."""
        self._want(wanted)
        self._draw_missing()

    def show_as_table(self, as_table: bool) -> None:
        """Show the numbers instead of the drawings."""
        self._as_table = as_table
        for card in self._made.values():
            card.show_as_table(as_table)

    def drawable(self) -> list[GrowthCard]:
        """The cards that have something to draw."""
        return [card for card in self.cards if not card.is_empty()]

    def _keys(self) -> tuple[str, ...]:
        return self._wanted if self.show_all.isChecked() else self._wanted[:AT_FIRST]

    def _want(self, wanted: Sequence[str]) -> None:
        self._wanted = tuple(wanted)
        self._set_cards()

    def _turn(self) -> None:
        self._draw_missing()
        self._set_cards()
        tab_order.chain(self)

    def _set_cards(self) -> None:
        self._tell_all()
        self.expected = len(self._keys())
        self.set_cards(self.cards)

    def _draw_missing(self) -> None:
        """What has not been drawn of this period yet; a card that was away shows nothing of another one meanwhile."""
        missing = [key for key in self._keys() if key not in self._fresh]
        for key in missing:
            if key in self._made:
                self._made[key].wait()
        self.work.add(missing)

    def _tell_all(self) -> None:
        count = len(self._wanted)
        self.drawing.setVisible(bool(self._keys()) and not self.cards)
        self.show_all.setVisible(count > AT_FIRST and bool(self.cards))
        self.show_all.setText(
            self.tr("Show the first {count}").format(count=AT_FIRST)
            if self.show_all.isChecked()
            else self.tr("Show all {count}").format(count=self.locale().toString(count))
        )

    def _card(self, key: str) -> GrowthCard:
        if key not in self._made:
            card = GrowthCard(charts.chart(key), self)
            card.hide()
            card.show_as_table(self._as_table)
            card.opened.connect(self.opened)
            card.packed.connect(self.packed)
            self._made[key] = card
        return self._made[key]

    def _show(self, figure: Figure) -> None:
        new = figure.key not in self._made
        self._card(figure.key).show_figure(figure)
        self._fresh.add(figure.key)
        if new:
            self._set_cards()

    def _end(self) -> None:
        tab_order.chain(self)
        self.drawn.emit()
