"""The card in which one checks in on a running goal; a minute a week."""

import datetime as dt
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.check_in import CheckIn
from workjournal.domain.goal import Goal
from workjournal.journal.journal import Journal
from workjournal.ui import accent, errors, form
from workjournal.ui.autosave import Autosave
from workjournal.ui.parts import check_in_fields, drafted, goal_words
from workjournal.ui.parts.check_in_fields import FIELDS, CheckInFields, says_something
from workjournal.ui.parts.goal_rhythm import GoalRhythm
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.rating import Rating
from workjournal.ui.widgets.row_list import RowChip


class CheckInCard(QFrame):
    """Keeps what is typed as the draft "checkin:ID"; `given` tells that a check-in was recorded, by its id."""

    given = Signal(UUID)
    toast = Signal(str, object)

    heading: QLabel
    next: QLabel
    due_chip: Chip
    later: QPushButton
    fields_column: QVBoxLayout
    give: QPushButton
    progress: Rating
    confidence: Rating
    changed: ProseEdit
    feedback: ProseEdit
    help_needed: ProseEdit
    date: DateField
    measure_value: QLineEdit
    problem: QLabel

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._goal: UUID | None = None
        self._left = False
        self.fields = CheckInFields(self)
        vars(self).update(form.fields(self.fields, FIELDS), problem=self.fields.problem)
        form.fill(self, "check_in_card")
        self.fields_column.addWidget(self.fields)
        self.rhythm = GoalRhythm(journal, self.later)
        self.rhythm.toast.connect(self.toast)
        self._autosave = Autosave(self.fields, self._keep, FIELDS)
        self.give.clicked.connect(self._give)

    def show_goal(self, goal: Goal, today: dt.date) -> None:
        """Ask about this goal; what is being typed about it already stays."""
        self._show_rhythm(goal, today)
        self.fields.ask_measure(*check_in_fields.asked_of(self._journal, goal))
        if goal.id != self._goal or (self._left and not self.is_begun()):
            self._goal = goal.id
            self._empty()
            draft = self._journal.drafts.find(self._place)
            if draft is not None:
                with self._autosave.quiet():
                    self.fields.show_draft(draft.fields)
        self._left = False

    def text_owner(self) -> None:
        """A check-in that is not given has no earlier versions; without this its goal would be asked for them."""

    def leave(self) -> None:
        """Keep what is typed; an empty card begins anew, with the day it is then."""
        self._autosave.flush()
        self._left = True

    def is_begun(self) -> bool:
        """Whether something is in the fields that was not given yet."""
        return says_something(self.fields.values())

    def show_problem(self, text: str) -> None:
        """A sentence above the button, or nothing."""
        self.fields.say_problem(text)

    @property
    def _place(self) -> str:
        return f"checkin:{self._goal}"

    def _show_rhythm(self, goal: Goal, today: dt.date) -> None:
        """When the next one is asked for, that one is due, or that the goal rests."""
        self.rhythm.show_goal(goal)
        accent.put(self.give, "check", on=not goal.is_overdue(today))  # then closing is what is to be done
        due = goal.next_check_in(today)
        chip = goal_words.waiting(goal, today)[0] if due is not None and due <= today else None
        if goal.paused_on is not None:
            since = goal_words.day(goal.paused_on, "d MMM")
            chip = RowChip(self.tr("Paused since {day}").format(day=since), "warn", "pause")
        self.due_chip.setVisible(chip is not None)
        if chip is not None:
            self.due_chip.setText(chip.text)
            self.due_chip.set_tone(chip.tone)
            self.due_chip.set_icon(chip.icon)
        self.next.setText(self._next(goal, due, today))
        self.next.setVisible(bool(self.next.text()))

    def _next(self, goal: Goal, due: dt.date | None, today: dt.date) -> str:
        if due is None:
            return "" if goal.paused_on is not None else self.tr("Asks for no check-in")
        if due <= today:
            return ""
        words = self.tr("Put off until {day}") if due == goal.snoozed_until else self.tr("Next one {day}")
        return words.format(day=goal_words.day(due, "ddd d MMM"))

    def _give(self) -> None:
        if self._goal is None:
            return
        self.show_problem("")
        with errors.inline(self.show_problem):
            check_in = CheckIn(goal_id=self._goal, date=self._journal.today())
            self.fields.read_into(check_in, self._journal.today())
            check_in.accepts_day(self._journal.today())
            self._journal.goals.check_in(check_in)
            self._journal.drafts.drop(self._place)
            self._empty()
            self.given.emit(check_in.id)

    def _empty(self) -> None:
        self._autosave.forget()
        with self._autosave.quiet():
            self.fields.empty(self._journal.today())

    def _keep(self, values: dict[str, object]) -> None:
        if says_something(values):
            self._journal.drafts.keep(self._place, drafted.to_json(values))
        else:
            self._journal.drafts.drop(self._place)
