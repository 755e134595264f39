"""Taking charts into the review pack, from their cards."""

from PySide6.QtCore import QObject, Signal

from workjournal import charts
from workjournal.journal import pack_charts
from workjournal.journal.pack_choice import MOST_CHARTS
from workjournal.journal.preferences import Preferences
from workjournal.ui.parts.chart_board import ChartBoard


class ChartPacking(QObject):
    """Ticks the charts of a board for the pack, and shows on their cards which are; private ones have no part in it."""

    told = Signal(str, object)
    """What was done, and a callable that undoes it."""
    full = Signal(object, object)
    """The keys that are in the pack, as many as it has room for, and those that were to be added."""

    def __init__(self, board: ChartBoard, preferences: Preferences) -> None:
        super().__init__(board)
        self._board, self._preferences = board, preferences
        board.packed.connect(self._pack)
        board.drawn.connect(self.tell)

    def has_any(self) -> bool:
        """Whether a chart that is drawn may go into a pack."""
        return bool(self._packable())

    def tell(self) -> None:
        """Show on the cards which are in the pack."""
        keys = pack_charts.ticked(self._preferences)
        for card in self._board.cards:
            card.set_packed(card.key in keys, room=len(keys) < MOST_CHARTS)

    def take_shown(self) -> None:
        """Those that are drawn and that a pack may have, beside what is in it; where it is full, ask what gives way."""
        there = pack_charts.ticked(self._preferences)
        wanted = [key for key in self._packable() if key not in there]
        room = MOST_CHARTS - len(there)
        if wanted and not room:
            self.full.emit(there, wanted)
        else:
            self.keep([*there, *wanted[:room]])

    def _packable(self) -> list[str]:
        return [card.key for card in self._board.drawable() if not card.private]

    def _pack(self, key: str, wanted: bool) -> None:
        there = pack_charts.ticked(self._preferences)
        others = [known for known in there if known != key]
        if wanted and len(others) >= MOST_CHARTS:
            self.full.emit(there, [key])
        else:
            self.keep([*others, key] if wanted else others)

    def keep(self, keys: list[str]) -> None:
        """Have these in the pack and no others."""
        before = pack_charts.ticked(self._preferences)
        pack_charts.tick(self._preferences, keys)
        self.tell()
        names = ", ".join(chart.title for chart in charts.CHARTS if chart.key in keys)
        said = self.tr("In the review pack: {charts}").format(charts=names)
        self.told.emit(
            said if names else self.tr("No chart is in the review pack"), lambda: self._back_to(before)
        )

    def _back_to(self, keys: tuple[str, ...]) -> None:
        pack_charts.tick(self._preferences, keys)
        self.tell()
