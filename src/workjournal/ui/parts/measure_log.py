"""Logging a value of a measure, one after the other, and mending one."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from workjournal.domain.measure import Measure, Reading
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing
from workjournal.ui import form
from workjournal.ui.parts import measure_value, measure_words
from workjournal.ui.parts.entry_card import EntryCard
from workjournal.ui.parts.goal_words import day


class MeasureLog(EntryCard):
    """Value, day, note; Enter logs. The day stays for the next one."""

    _draft = "reading"
    _fields = ("value", "day", "note")

    value: QLineEdit
    note: QLineEdit

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(journal, parent)
        form.fill(self, "measure_log")
        self._watch()

    def _blank(self) -> dict[str, object]:
        return {"value": "", "day": self._journal.today(), "note": ""}

    def _read(self, thing_id: UUID) -> dict[str, object] | None:
        try:
            reading = self._journal.readings.get(thing_id)
        except NoSuchThing:  # the trash was emptied of it
            return None
        if reading.trashed_at is not None:
            return None
        return {"value": measure_value.written(reading.value), "day": reading.date, "note": reading.note}

    def _write(self, measure: Measure, thing_id: UUID | None) -> tuple[str, Callable[[], object]]:
        value = measure_words.read(self.value.text(), self.tr("The value"), measure.unit)
        if value is None:
            raise measure_words.NoValue
        date, note = self._typed_day(), self.note.text().strip()
        shown = measure_value.with_unit(value, measure)
        if thing_id is None:
            reading = self._journal.measures.log(
                Reading(measure_id=measure.id, date=date, value=value, note=note)
            )
            told = self.tr("{value} logged for {day}").format(value=shown, day=day(date))
            return told, partial(self._journal.readings.trash, reading.id)
        reading = self._journal.readings.get(thing_id)
        before = (reading.date, reading.value, reading.note)
        self._set(thing_id, date, value, note)
        return self.tr("Value changed"), partial(self._set, thing_id, *before)

    def _set(self, thing_id: UUID, date: dt.date, value: float, note: str) -> None:
        reading = self._journal.readings.get(thing_id)
        reading.date, reading.value, reading.note = date, value, note
        self._journal.measures.log(reading)

    def _show_mode(self) -> None:
        changes = self.editing is not None
        self.heading.setText(self.tr("Change a value") if changes else self.tr("Log a value"))
        self.keep.setText(self.tr("Save") if changes else self.tr("Log"))
        unit = self._measure.unit if self._measure is not None else ""
        self.value.setPlaceholderText(unit)
