"""How a goal ended: its outcome, and the numbers from before beside those from after."""

import datetime as dt

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from workjournal.domain.goal import Goal
from workjournal.ui import form
from workjournal.ui.parts import goal_words
from workjournal.ui.widgets.chip import Chip


class GoalResult(QFrame):
    """A card of figures; a dash stands for what was not rated."""

    heading: QLabel
    outcome_chip: Chip
    reason: QLabel
    forecast: QLabel
    before: QLabel
    really_before: QLabel
    after: QLabel
    came_true: QLabel
    reading: QLabel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "goal_result")

    def show_goal(self, goal: Goal, today: dt.date) -> None:
        """Fill the card from a closed goal."""
        word, icon, tone = goal_words.look(goal.state)
        closed = goal_words.day(goal.closed) if goal.closed else ""
        self.outcome_chip.setText(self.tr("{outcome}, {day}").format(outcome=word, day=closed))
        self.outcome_chip.set_icon(icon)
        self.outcome_chip.set_tone(tone)
        self.reason.setText(goal.reason)
        self.reason.setVisible(bool(goal.reason))
        chance = goal.forecast.probability if goal.forecast else None
        self.forecast.setText("–" if chance is None else self.tr("{value} %").format(value=chance))
        self.before.setText(_figure(goal.confidence_before))
        self.really_before.setText(_figure(goal.confidence_really_before))
        self.after.setText(_figure(goal.confidence_after))
        self.came_true.setText(self._came_true(goal, today))
        reading = self._reading(goal)
        self.reading.setText(reading)
        self.reading.setVisible(bool(reading))

    def _came_true(self, goal: Goal, today: dt.date) -> str:
        """What it says about how well one judges: by the day that the forecast was sealed with."""
        forecast = goal.forecast
        if forecast is None or goal.start is None:
            return self.tr("There was no sealed forecast, so this goal does not show how well you judge.")
        if not forecast.holds():
            return self.tr("The seal of the forecast is broken: it does not count for your calibration.")
        by = forecast.by or goal.due
        day = goal_words.day(by) if by else ""
        # A clock that was set back does not make an ended goal run again.
        if goal.came_true(max(today, goal.closed or today)):
            words = self.tr("Forecast {value} %, and it came true")
            late = self.tr("{words}: reached by {day}.") if by else "{words}."
        else:
            words = self.tr("Forecast {value} %, and it did not come true")
            late = self.tr("{words}: not reached by {day}.") if by else "{words}."
        return late.format(words=words.format(value=forecast.probability), day=day)

    def _reading(self, goal: Goal) -> str:
        really, before, after = goal.confidence_really_before, goal.confidence_before, goal.confidence_after
        if after is None or (really is None and before is None):
            return ""
        start = before if really is None else really
        assert start is not None
        words = self.tr("From {start} to {after} by the view of the time.")
        if really is not None:
            words = self.tr("From {start} to {after} as you see the start today.")
        return words.format(start=start, after=after)


def _figure(value: int | None) -> str:
    return "–" if value is None else str(value)
