"""How a goal is going: progress and confidence over its weeks."""

import datetime as dt

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from workjournal.domain.goal import Goal
from workjournal.ui import form
from workjournal.ui.widgets.progress_line import Line, ProgressLine

_FEWEST = 2
"""One point is no line."""


class GoalProgress(QFrame):
    """A card; `is_worth_showing` tells whether there is a line in it."""

    heading: QLabel
    line: ProgressLine

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        form.fill(self, "goal_progress")
        self.is_worth_showing = False

    def show_goal(self, goal: Goal, today: dt.date) -> None:
        """Read it again."""
        progress, confidence = _points(goal, "progress"), _points(goal, "confidence")
        if goal.start is not None and goal.confidence_before is not None:
            confidence = ((goal.start, goal.confidence_before), *confidence)
        lines = [Line(self.tr("Progress"), progress, 0), Line(self.tr("Confidence"), confidence, 1)]
        self.line.set_lines(lines, goal.start or today, goal.closed or today)
        self.is_worth_showing = max(len(progress), len(confidence)) >= _FEWEST
        self.heading.setText(self.tr("How it went") if goal.closed else self.tr("How it is going"))


def _points(goal: Goal, field: str) -> tuple[tuple[dt.date, int], ...]:
    given = ((check_in.date, getattr(check_in, field)) for check_in in goal.check_ins)
    return tuple((day, value) for day, value in given if value is not None)
