"""When a goal asks again: later, not for a while, or at once; in the menu of a button."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from workjournal.domain.goal import Goal
from workjournal.journal.journal import Journal
from workjournal.ui import icons
from workjournal.ui.parts import goal_deeds


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

    def way_back(self) -> Callable[[], object]:
        """Puts pause and delay as they are now."""
        return goal_deeds.way_back(self._journal, self._goal) if self._goal else lambda: None

    def _offer(self) -> None:
        self.menu.clear()
        if self._goal is not None:
            goal_deeds.add_rhythm(self.menu, self.menu, self._journal, self._goal, self._tell)

    def _tell(self, done: str, undo: Callable[[], object]) -> None:
        self.changed.emit()
        self.toast.emit(done, undo)
