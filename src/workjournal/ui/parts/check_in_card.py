"""The card in which one checks in on a running goal; a minute a week."""

import datetime as dt
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QWidget

from workjournal.domain.goal import CheckIn, Goal
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form
from workjournal.ui.autosave import Autosave
from workjournal.ui.parts import goal_words
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.rating import Rating

_RATINGS = ("progress", "confidence")
_TEXTS = ("changed", "feedback", "help_needed", "measure_value")
_FIELDS = (*_RATINGS, *_TEXTS, "date")


class CheckInCard(QFrame):
    """Keeps what is typed as the draft "checkin:ID"; `given` tells that a check-in was recorded."""

    given = Signal()

    heading: QLabel
    next: QLabel
    due_chip: Chip
    progress: Rating
    confidence: Rating
    changed: ProseEdit
    feedback: ProseEdit
    help_needed: ProseEdit
    date: DateField
    measure_value: QLineEdit
    problem: QLabel
    give: QPushButton

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._goal: UUID | None = None
        self._left = False
        form.fill(self, "check_in_card")
        self._autosave = Autosave(self, self._keep, _FIELDS)
        self.give.clicked.connect(self._give)
        self.show_problem("")

    def show_goal(self, goal: Goal, today: dt.date) -> None:
        """Ask about this goal; what is being typed about it already stays."""
        due = goal.next_check_in(today)
        waits = goal_words.waiting(goal, today)
        chip = waits[0] if due is not None and due <= today else None
        self.due_chip.setVisible(chip is not None)
        if chip is not None:
            self.due_chip.setText(chip.text)
            self.due_chip.set_tone(chip.tone)
            self.due_chip.set_icon(chip.icon)
        later = due is not None and due > today
        self.next.setVisible(later)
        self.next.setText(
            self.tr("Next one {day}").format(day=goal_words.day(due, "ddd d MMM")) if due else ""
        )
        if goal.id != self._goal or (self._left and not self.is_begun()):
            self._goal = goal.id
            self._empty()
            draft = self._journal.drafts.find(self._place)
            if draft is not None:
                with self._autosave.quiet():
                    form.show(self, {**draft.fields, "date": _day(draft.fields.get("date"))}, _FIELDS)
        self._left = False

    def leave(self) -> None:
        """Keep what is typed; an empty card begins anew, with the day it is then."""
        self._autosave.flush()
        self._left = True

    def is_begun(self) -> bool:
        """Whether something is in the fields that was not given yet."""
        return _says_something(form.read(self, names=_FIELDS))

    def show_problem(self, text: str) -> None:
        """A sentence above the button, or nothing."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    @property
    def _place(self) -> str:
        return f"checkin:{self._goal}"

    def _give(self) -> None:
        if self._goal is None:
            return
        number = self._measure()
        if number is None and self.measure_value.text().strip():
            self.show_problem(self.tr("The measure must be a number, such as 12.5."))
            self.measure_value.setFocus()
            return
        self.show_problem("")
        with errors.inline(self.show_problem):
            self._journal.goals.check_in(
                CheckIn(
                    goal_id=self._goal,
                    date=self.date.day or self._journal.today(),
                    progress=self.progress.rating,
                    confidence=self.confidence.rating,
                    measure_value=number,
                    changed=self.changed.text.strip(),
                    feedback=self.feedback.text.strip(),
                    help_needed=self.help_needed.text.strip(),
                )
            )
            self._journal.drafts.drop(self._place)
            self._empty()
            self.given.emit()

    def _measure(self) -> float | None:
        typed = self.measure_value.text().strip()
        number, right = self.locale().toDouble(typed)
        return number if right and typed else None

    def _empty(self) -> None:
        self._autosave.forget()
        blank: dict[str, object] = dict.fromkeys(_RATINGS) | dict.fromkeys(_TEXTS, "")
        with self._autosave.quiet():
            form.show(self, {**blank, "date": self._journal.today()}, _FIELDS)
        self.show_problem("")

    def _keep(self, values: dict[str, object]) -> None:
        if not _says_something(values):
            self._journal.drafts.drop(self._place)
            return
        day = values["date"]
        self._journal.drafts.keep(
            self._place, {**values, "date": day.isoformat() if isinstance(day, dt.date) else None}
        )


def _day(written: object) -> dt.date | None:
    return dt.date.fromisoformat(written) if isinstance(written, str) else None


def _says_something(values: dict[str, object]) -> bool:
    return any(values[name] not in (None, "") for name in (*_RATINGS, *_TEXTS))
