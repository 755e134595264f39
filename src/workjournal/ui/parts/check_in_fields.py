"""What a check-in asks: progress, confidence, the measure's value, what changed, feedback, help."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from workjournal.domain.check_in import CheckIn
from workjournal.domain.goal import Goal
from workjournal.domain.measure import Measure
from workjournal.journal.journal import Journal
from workjournal.ui import form
from workjournal.ui.parts import drafted, measure_value, measure_words
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.elided_label import ElidedLabel
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.rating import Rating

RATINGS = ("progress", "confidence")
TEXTS = ("changed", "feedback", "help_needed")
SAID = (*RATINGS, *TEXTS, "measure_value")
FIELDS = (*SAID, "date")


class CheckInFields(QWidget):
    """The fields alone: in the card of a running goal, and where one is corrected."""

    progress: Rating
    confidence: Rating
    changed: ProseEdit
    feedback: ProseEdit
    help_needed: ProseEdit
    date: DateField
    measure_value: QLineEdit
    measure_value_label: ElidedLabel
    problem: QLabel

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        form.fill(self, "check_in_fields")
        self._measure: Measure | None = None
        self.say_problem("")

    def ask_measure(self, measure: Measure | None, last: float | None = None) -> None:
        """Name the field of the value after the goal's measure, with its unit; `last` is shown until one types."""
        self._measure = measure
        self.measure_value_label.setText(measure_value.label(measure))
        self.measure_value.setAccessibleName(measure_value.label(measure))
        hint = self.tr("Optional number")
        if last is not None:
            hint = self.tr("Last time {value}").format(value=measure_value.with_unit(last, measure))
        self.measure_value.setPlaceholderText(hint)

    def show_check_in(self, check_in: CheckIn) -> None:
        """Fill the fields from one."""
        value = check_in.measure_value
        form.show(self, check_in, (*RATINGS, *TEXTS, "date"))
        self.measure_value.setText("" if value is None else measure_value.written(value))

    def empty(self, today: dt.date) -> None:
        """Ask anew."""
        blank: dict[str, object] = dict.fromkeys(RATINGS) | dict.fromkeys((*TEXTS, "measure_value"), "")
        form.show(self, {**blank, "date": today}, FIELDS)
        self.say_problem("")

    def show_draft(self, draft: Mapping[str, Any]) -> None:
        """Put back what was typed; a value that was typed at a terminal is a number already."""
        value = draft.get("measure_value")
        written = measure_value.written(value) if isinstance(value, int | float) else value
        drafted.show(self, {**draft, "measure_value": written or ""}, FIELDS)

    def values(self) -> dict[str, object]:
        """What is in the fields."""
        return form.read(self, names=FIELDS)

    def read_into(self, check_in: CheckIn, today: dt.date) -> None:
        """Copy the fields to a check-in; without a day it is of today.

        Raises:
            NoNumber: the value is none; the keyboard is put there.
        """
        name = self._measure.name if self._measure else self.tr("The figure")
        try:
            value = measure_words.read(
                self.measure_value.text(), name, self._measure.unit if self._measure else ""
            )
        except measure_words.NoNumber:
            self.measure_value.setFocus()
            raise
        check_in.date = self.date.day or today
        check_in.progress, check_in.confidence = self.progress.rating, self.confidence.rating
        check_in.measure_value = value
        for name in TEXTS:
            setattr(check_in, name, getattr(self, name).text.strip())

    def say_problem(self, text: str) -> None:
        """A sentence below the fields, or nothing."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))


def says_something(values: Mapping[str, object]) -> bool:
    """Whether anything was given, beside the day."""
    return any(values[name] not in (None, "") for name in SAID)


def asked_of(journal: Journal, goal: Goal) -> tuple[Measure | None, float | None]:
    """The measure of a goal, and the last value that a check-in gave it."""
    measure = journal.measures.get(goal.measure_id) if goal.measure_id else None
    given = [each.measure_value for each in goal.check_ins if each.measure_id == goal.measure_id]
    return measure, next((value for value in reversed(given) if value is not None), None)
