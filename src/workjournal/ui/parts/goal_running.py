"""What is seen of a goal once it has started: how it ended, checking in, the line, the time line, what may be evidence."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from workjournal.domain.goal import Goal, GoalState
from workjournal.journal.journal import Journal
from workjournal.ui.parts.check_in_card import CheckInCard
from workjournal.ui.parts.goal_evidence import GoalEvidence
from workjournal.ui.parts.goal_plan import GoalPlan
from workjournal.ui.parts.goal_progress import GoalProgress
from workjournal.ui.parts.goal_result import GoalResult
from workjournal.ui.parts.goal_review import GoalReview
from workjournal.ui.parts.goal_story import GoalStory


class GoalRunning(QWidget):
    """The progress view of a goal's page; its `evidence` stands beside, among what belongs to the plan."""

    go = Signal(str, object)
    toast = Signal(str, object)
    correct_asked = Signal(UUID)
    plan_asked = Signal()
    top_asked = Signal()
    changed = Signal()
    """Something was recorded: the goal is to be read again."""

    def __init__(self, journal: Journal, plan: GoalPlan) -> None:
        super().__init__(plan)
        self._journal = journal
        self.result, self.review = GoalResult(self), GoalReview(journal, self)
        self.check_in, self.progress = CheckInCard(journal, self), GoalProgress(self)
        self.story, self.evidence = GoalStory(journal, self), GoalEvidence(journal, plan, plan.aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self.result, self.review, self.check_in, self.progress, self.story):
            column.addWidget(part)
        plan.progress_place.addWidget(self)
        beside = plan.aside.layout()
        assert isinstance(beside, QBoxLayout)
        beside.insertWidget(1, self.evidence)  # below the forecast
        self._connect()

    def show_goal(self, goal: Goal, *, seen: bool) -> None:
        """Read everything again; `seen` tells whether this view is, or the plan, as always before the start."""
        today, active = self._journal.today(), goal.state is GoalState.ACTIVE
        self.setVisible(seen)
        self.evidence.show_goal(goal, seen=seen)
        if active:
            self.check_in.show_goal(goal, today)
        if not seen:
            return
        self.progress.show_goal(goal, today)
        self.story.show_goal(goal)
        if not active:
            self.result.show_goal(goal, today)
            self.review.show_goal(goal)
        self.result.setVisible(not active)
        self.review.setVisible(not active)
        self.check_in.setVisible(active)
        self.progress.setVisible(self.progress.is_worth_showing)

    def _connect(self) -> None:
        for part in (self.check_in, self.story, self.evidence):
            part.toast.connect(self.toast)
        for leading in (self.story, self.review):
            leading.go.connect(self.go)
        self.story.correct_asked.connect(self.correct_asked)
        self.story.plan_asked.connect(self.plan_asked)
        self.story.top_asked.connect(self.top_asked)
        self.evidence.opened.connect(lambda episode: self.go.emit("episode", episode))
        for changed in (self.story.changed, self.evidence.changed, self.check_in.rhythm.changed):
            changed.connect(self.changed)
        self.check_in.given.connect(self._checked_in)

    def _checked_in(self, check_in_id: UUID) -> None:
        """Checking in ends a pause and a delay; taking it back puts them as they were."""
        rest = self.check_in.rhythm.way_back()
        self.changed.emit()
        self.toast.emit(self.tr("Checked in"), partial(self._take_back, check_in_id, rest))

    def _take_back(self, check_in_id: UUID, rest: Callable[[], object]) -> None:
        self._journal.check_ins.trash(check_in_id)
        rest()
