"""The values of a measure, the newest first; one from a check-in leads to its goal."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.measure import Measure
from workjournal.journal.journal import Journal
from workjournal.journal.measures import Value
from workjournal.ui import form
from workjournal.ui.parts import measure_words
from workjournal.ui.parts.sheet_drop import SheetDrop
from workjournal.ui.widgets.row_list import RowList

FIRST, MORE = 8, 50
"""So many are shown, and so many more each time: the list is as tall as its rows."""


class MeasureValues(QFrame):
    """A list, a button for older ones, and the place for a file with more."""

    change_asked = Signal(UUID)
    """A reading."""
    goal = Signal(UUID)
    sheet = Signal(Path)
    toast = Signal(str, object)

    count: QLabel
    values: RowList
    older: QPushButton
    drop_place: QVBoxLayout

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "measure_values")
        self._journal = journal
        self._measure: Measure | None = None
        self._known: dict[UUID, Value] = {}
        self._shown = FIRST
        words = self.tr("Columns: date, value, note; with a column “measure” for several measures at once")
        self.drop = SheetDrop(words, self)
        self.drop_place.addWidget(self.drop)
        self.drop.chosen.connect(self.sheet)
        self.older.clicked.connect(self._show_more)
        self.values.opened.connect(self._open)
        self.values.action.connect(self._act)
        self.values.trashed.connect(self._act)

    def wait(self) -> None:
        """Show none until those of another measure are there."""
        self._shown = FIRST
        self._known = {}
        self._show()

    def show_values(self, measure: Measure, values: Sequence[Value]) -> None:
        """Show these, the oldest first as given."""
        self._measure = measure
        self._known = {value.thing: value for value in reversed(values)}
        self._show()

    def open_value(self, thing: UUID) -> None:
        """What is behind a value: its fields, or the goal of its check-in."""
        value = self._known.get(thing)
        if value is None:
            return
        if value.from_check_in:
            self.goal.emit(self._journal.check_ins.get(thing).goal_id)
        else:
            self.values.choose(thing)
            self.change_asked.emit(thing)

    def _show(self) -> None:
        known, today = list(self._known.values()), self._journal.today()
        some = known[: self._shown] if self._measure is not None else []
        self.values.set_rows(
            [measure_words.value_row(value, self._measure, today) for value in some if self._measure]
        )
        self.values.setVisible(bool(some))
        self.count.setText(self.locale().toString(len(known)) if known else "")
        self.older.setVisible(len(known) > len(some))

    def _show_more(self) -> None:
        """The keyboard goes to the first of those that came."""
        before, self._shown = self._shown, self._shown + MORE
        self._show()
        self.values.setCurrentIndex(self.values.model().index(before, 0))
        self.values.setFocus()

    def _open(self, thing: object) -> None:
        if isinstance(thing, UUID):
            self.open_value(thing)

    def _act(self, thing: object) -> None:
        """Take a value back; what stands in a check-in is changed there."""
        if not isinstance(thing, UUID):
            return
        if self._known[thing].from_check_in:
            self.open_value(thing)
        else:
            self._journal.readings.trash(thing)
            self.toast.emit(self.tr("Value taken back"), partial(self._journal.readings.restore, thing))
