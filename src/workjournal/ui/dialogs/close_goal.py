"""How a goal ended, in the worker's own judgement."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from workjournal.domain.goal import Goal, GoalState
from workjournal.journal.drafts import Drafts
from workjournal.ui import form, tab_order
from workjournal.ui.dialogs import typed
from workjournal.ui.dialogs.fitted import Fitted
from workjournal.ui.parts import goal_words
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.rating import Rating
from workjournal.ui.widgets.segments import Choice, Segments

_OUTCOMES = (GoalState.ACHIEVED, GoalState.PARTLY, GoalState.MISSED, GoalState.ABANDONED)
_TYPED = ("reason", "day", "confidence_after", "confidence_really_before")


@dataclass(frozen=True)
class Closing:
    """What the dialog was told; ratings are 0–100 or None."""

    state: GoalState
    day: dt.date
    reason: str
    confidence_after: int | None
    confidence_really_before: int | None


class CloseGoalDialog(Fitted):
    """Asks for the outcome; agrees only once there is one, and a reason where the goal is given up.

    One that never started can only be given up.
    """

    words: QLabel
    state: Segments
    counts: QLabel
    day: DateField
    reason: ProseEdit
    confidence_after: Rating
    confidence_really_before: Rating
    needed: QLabel
    cancel: QPushButton
    agree: QPushButton

    def __init__(self, parent: QWidget | None, goal: Goal, today: dt.date) -> None:
        super().__init__(parent)
        form.fill(self, "close_goal")
        self._goal, self._today = goal, today
        outcomes = _OUTCOMES if goal.start else (GoalState.ABANDONED,)
        looks = ((outcome, goal_words.look(outcome)) for outcome in outcomes)
        self.state.set_choices([Choice(outcome, look.word, look.icon) for outcome, look in looks])
        self.day.day = today
        # One that was opened again keeps what was said at its end before.
        form.show(self, goal, ("reason", "confidence_after", "confidence_really_before"))
        self.counts.setText(self._counts())
        self.words.setVisible(goal.forecast is not None and goal.forecast.holds())
        tab_order.chain(self)
        for field in (self.state, self.reason, self.day):
            form.changed(field).connect(self._judge)
        self.day.textChanged.connect(self._judge)
        self.cancel.clicked.connect(self.reject)
        self.agree.clicked.connect(self.accept)
        self._judge()
        self.state.button(outcomes[0]).setFocus()
        if goal.start is None:
            self.state.choice = GoalState.ABANDONED
            self.reason.setFocus()

    def keep_typed(self, drafts: Drafts, place: str) -> None:
        """Keep what is typed as a draft, and resume one."""
        typed.keep(self, self, self.cancel, drafts, place, _TYPED)

    def closing(self) -> Closing | None:
        """The answer, or None while something is missing."""
        state, day = self.state.choice, self.day.day
        if not isinstance(state, GoalState) or day is None or self._missing():
            return None
        return Closing(
            state,
            day,
            self.reason.text.strip(),
            self.confidence_after.rating,
            self.confidence_really_before.rating,
        )

    def _counts(self) -> str:
        """What counts for how well one judges; the day is the one the forecast was sealed with."""
        forecast = self._goal.forecast
        if self._goal.start is None:
            return self.tr("It has not started, so it does not count for your calibration.")
        if forecast is None:
            return self.tr("It started without a forecast, so it does not count for your calibration.")
        if not forecast.holds():
            return self.tr("The seal of the forecast is broken: it does not count for your calibration.")
        by = forecast.by or self._goal.due
        if by is None:
            words = self.tr("For your calibration only “achieved” counts as reached.")
        else:
            words = self.tr("For your calibration only “achieved” by {day} counts as reached.")
            words = words.format(day=goal_words.day(by))
        return f"{words} {self.tr('Partly, missed, abandoned and overdue count as not reached.')}"

    def _missing(self) -> str:
        day, start = self.day.day, self._goal.start
        if self.state.choice is None:
            return self.tr("Choose how it ended.")
        if day is None or day > self._today:
            return self.tr("Give the day it ended, today or earlier.")
        if start is not None and day < start:
            return self.tr("It started on {day}; it cannot have ended before.").format(
                day=goal_words.day(start)
            )
        if self.state.choice is GoalState.ABANDONED and not self.reason.text.strip():
            return self.tr("Say why it is given up; that counts as a result too.")
        return ""

    def _judge(self) -> None:
        self.needed.setText(self._missing())
        self.agree.setEnabled(not self._missing())
