"""When a goal asks again: later, not for a while, or at once; in the menu of a button."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from workjournal.domain.goal import Goal
from workjournal.journal.journal import Journal
from workjournal.ui import icons
from workjournal.ui.parts import goal_words

TOMORROW, SOON, NEXT_WEEK = 1, 3, 7
"""What is offered, in days from today."""


class GoalRhythm(QObject):
    """Fills the menu when it opens; all of it can be undone from the toast."""

    toast = Signal(str, object)
    changed = Signal()

    def __init__(self, journal: Journal, button: QPushButton) -> None:
        super().__init__(button)
        self._journal, self._button = journal, button
        self._goal: Goal | None = None
        self.menu = QMenu(button)
        self.menu.aboutToShow.connect(self._offer)
        button.setMenu(self.menu)

    def show_goal(self, goal: Goal) -> None:
        """The goal the menu is about."""
        self._goal = goal
        rests = goal.paused_on is not None
        self._button.setText(self.tr("Paused") if rests else self.tr("Remind me later"))
        icons.put(self._button, "pause" if rests else "calendar-clock")

    def _offer(self) -> None:
        self.menu.clear()
        goal, today = self._goal, self._journal.today()
        if goal is None:
            return
        if goal.paused_on is not None:
            self._add("play", self.tr("Resume"), self._resume)
            return
        for words, days in (
            (self.tr("Tomorrow"), TOMORROW),
            (self.tr("In three days"), SOON),
            (self.tr("Next week"), NEXT_WEEK),
        ):
            self._add("calendar-clock", words, partial(self._put_off, today + dt.timedelta(days=days)))
        self.menu.addSeparator()
        if goal.is_snoozed(today):
            self._add("rotate-ccw", self.tr("Back to its rhythm"), self._resume)
        self._add("pause", self.tr("Pause the goal"), self._pause)

    def _add(self, icon: str, words: str, does: Callable[[], object]) -> None:
        self.menu.addAction(icons.icon(icon), words).triggered.connect(lambda *_: does())

    def _put_off(self, until: dt.date) -> None:
        if self._goal is not None:
            undo = self._back(self._goal)
            self._journal.goals.snooze(self._goal.id, until)
            day = goal_words.day(until, "ddd d MMM")
            self.changed.emit()
            self.toast.emit(self.tr("It asks again on {day}").format(day=day), undo)

    def _pause(self) -> None:
        if self._goal is not None:
            undo = self._back(self._goal)
            self._journal.goals.pause(self._goal.id, self._journal.today())
            self.changed.emit()
            self.toast.emit(self.tr("Goal paused; its due day stays"), undo)

    def _resume(self) -> None:
        if self._goal is not None:
            undo = self._back(self._goal)
            self._journal.goals.resume(self._goal.id)
            self.changed.emit()
            self.toast.emit(self.tr("Its rhythm goes on"), undo)

    def _back(self, goal: Goal) -> Callable[[], object]:
        """Puts pause and delay as they are now."""
        goal_id, until, paused = goal.id, goal.snoozed_until, goal.paused_on

        def undo() -> None:
            self._journal.goals.resume(goal_id)
            if until is not None:
                self._journal.goals.snooze(goal_id, until)
            if paused is not None:
                self._journal.goals.pause(goal_id, paused)

        return undo
