"""Which charts give way to others where the review pack is full."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal import charts
from workjournal.journal.pack_choice import MOST_CHARTS
from workjournal.ui import form, tab_order
from workjournal.ui.dialogs.fitted import Fitted
from workjournal.ui.parts.chart_packing import ChartPacking


class PackChartsDialog(Fitted):
    """The charts that are in the pack, ticked, and below them those that are wanted; `keys` is the choice.

    A single one that is wanted is ticked too, so that all there is to do is to untick another.
    """

    words: QLabel
    choices: QVBoxLayout
    told: QLabel
    cancel: QPushButton
    agree: QPushButton

    def __init__(self, parent: QWidget | None, there: Sequence[str], wanted: Sequence[str]) -> None:
        super().__init__(parent)
        form.fill(self, "pack_charts")
        names = ", ".join(charts.chart(key).title for key in there)
        self.words.setText(
            self.tr(
                "A review pack has room for {most} charts. In it now: {charts}. Untick what gives way to another."
            ).format(most=self.locale().toString(MOST_CHARTS), charts=names)
        )
        ticked = {*there, *wanted} if len(wanted) == 1 else {*there}
        self.ticks = {key: self._tick(key, key in ticked) for key in (*there, *wanted)}
        self.cancel.clicked.connect(self.reject)
        self.agree.clicked.connect(self.accept)
        self._tell()
        tab_order.chain(self)
        self.agree.setDefault(True)
        self.ticks[there[0]].setFocus()

    @property
    def keys(self) -> list[str]:
        """Those that are ticked, in the order in which they stand."""
        return [key for key, tick in self.ticks.items() if tick.isChecked()]

    def _tick(self, key: str, ticked: bool) -> QCheckBox:
        tick = QCheckBox(charts.chart(key).title, self)
        tick.setObjectName(f"chart_{key}")
        tick.setChecked(ticked)
        tick.toggled.connect(self._tell)
        self.choices.addWidget(tick)
        return tick

    def _tell(self) -> None:
        count = len(self.keys)
        self.agree.setEnabled(count <= MOST_CHARTS)
        self.told.setText(
            self.tr("{count} of {most} ticked").format(
                count=self.locale().toString(count), most=self.locale().toString(MOST_CHARTS)
            )
        )


def ask_when_full(packing: ChartPacking, owner: QWidget) -> None:
    """Open the dialog over a screen whenever charts are to be added to a full pack there."""

    def ask(there: Sequence[str], wanted: Sequence[str]) -> None:
        dialog = PackChartsDialog(owner, there, wanted)
        dialog.accepted.connect(lambda: packing.keep(dialog.keys))
        dialog.rejected.connect(packing.tell)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    packing.full.connect(ask)
