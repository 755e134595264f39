"""What changed the work a measure is of, since when; it is told where it coincides, and never as a cause."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from workjournal.domain.measure import MarkedChange, Measure
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing
from workjournal.ui import form
from workjournal.ui.parts import measure_words
from workjournal.ui.parts.entry_card import EntryCard
from workjournal.ui.widgets.choice_box import Choice
from workjournal.ui.widgets.row_list import RowList
from workjournal.ui.widgets.segments import Segments

ONE, ALL = "one", "all"


class MeasureChanges(EntryCard):
    """The marked changes of a measure, the newest first, and the line in which one is marked."""

    _draft = "change"
    _fields = ("text", "day", "scope")
    _stays = ("day", "scope")

    text: QLineEdit
    scope: Segments
    changes: RowList

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(journal, parent)
        form.fill(self, "measure_changes")
        self.scope.set_choices(
            [Choice(ONE, self.tr("For this measure")), Choice(ALL, self.tr("For all measures"))]
        )
        self._watch()
        self.changes.opened.connect(self._open)
        for asked in (self.changes.action, self.changes.trashed):
            asked.connect(self._take_back)

    def show_measure(self, measure: Measure) -> None:
        super().show_measure(measure)
        known = self._journal.measures.changes(measure.id)
        self.changes.set_rows([measure_words.change_row(change) for change in reversed(known)])
        self.changes.setVisible(bool(known))

    def _blank(self) -> dict[str, object]:
        return {"text": "", "day": self._journal.today(), "scope": ONE}

    def _read(self, thing_id: UUID) -> dict[str, object] | None:
        try:
            change = self._journal.changes.get(thing_id)
        except NoSuchThing:  # the trash was emptied of it
            return None
        if change.trashed_at is not None:
            return None
        return {"text": change.text, "day": change.date, "scope": ONE if change.measure_id else ALL}

    def _write(self, measure: Measure, thing_id: UUID | None) -> tuple[str, Callable[[], object]]:
        text, date = self.text.text().strip(), self._typed_day()
        concerns = None if self.scope.choice == ALL else measure.id
        if thing_id is None:
            change = MarkedChange(date=date, text=text, measure_id=concerns)
            self._journal.measures.mark(change)
            return self.tr("Change marked"), partial(self._journal.changes.trash, change.id)
        change = self._journal.changes.get(thing_id)
        before = (change.text, change.date, change.measure_id)
        self._set(thing_id, text, date, concerns)
        return self.tr("Marked change saved"), partial(self._set, thing_id, *before)

    def _set(self, thing_id: UUID, text: str, date: dt.date, measure_id: UUID | None) -> None:
        change = self._journal.changes.get(thing_id)
        change.text, change.date, change.measure_id = text, date, measure_id
        self._journal.measures.mark(change)

    def _show_mode(self) -> None:
        changes = self.editing is not None
        self.keep.setText(self.tr("Save") if changes else self.tr("Mark"))

    def _open(self, change_id: object) -> None:
        if isinstance(change_id, UUID):
            self.begin(change_id)

    def _take_back(self, change_id: object) -> None:
        if isinstance(change_id, UUID):
            everywhere = self._journal.changes.trash(change_id).measure_id is None
            told = (
                self.tr("Change taken back for all measures") if everywhere else self.tr("Change taken back")
            )
            self.toast.emit(told, partial(self._journal.changes.restore, change_id))
