"""One stretch goal: planned with a forecast, checked in on while it runs, closed honestly."""

from uuid import UUID

from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout

from workjournal.domain.action import Action
from workjournal.domain.check_in import CheckIn
from workjournal.domain.episode import Episode
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import OPEN_STATES, Goal, GoalState
from workjournal.domain.lesson import Lesson
from workjournal.domain.measure import Measure
from workjournal.domain.reflection import Reflection
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.ui import accent, errors
from workjournal.ui.autosave import Autosave
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import drafted
from workjournal.ui.parts.goal_lessons import GoalLessons
from workjournal.ui.parts.goal_plan import FIELDS, GoalPlan
from workjournal.ui.parts.goal_running import GoalRunning
from workjournal.ui.parts.matching_hint import MatchingHint
from workjournal.ui.parts.pending_words import PendingWords
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.turns.check_in_correction import CheckInCorrection
from workjournal.ui.turns.goal_turns import GoalTurns
from workjournal.ui.widgets.elided_label import ElidedLabel
from workjournal.ui.widgets.icon_label import IconLabel
from workjournal.ui.widgets.saved_mark import SavedMark


class GoalScreen(Screen):
    """The page of one goal. Typing is kept as the draft "goal:ID" and saved on leaving."""

    name = "goal"
    title = QT_TRANSLATE_NOOP("GoalScreen", "Stretch goal")
    icon = "mountain"
    help = "goals"
    shows = frozenset({Goal, CheckIn, Forecast, Episode, Lesson, Action, Reflection, Measure})
    under = "goals"

    named: ElidedLabel
    crumb: IconLabel
    saved: SavedMark
    trash: QPushButton
    done: QPushButton
    close_goal: QPushButton
    start: QPushButton
    page_scroll: QScrollArea
    page_column: QVBoxLayout

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._goal: Goal | None = None
        self._running = Goal(title="")
        self._shown: dict[str, object] = {}
        self.plan = GoalPlan(self, journal)
        self.running, self.turns = GoalRunning(journal, self.plan), GoalTurns(journal, self)
        self.correction = CheckInCorrection(journal, self)
        self.check_in, self.result = self.running.check_in, self.running.result
        self.story, self.evidence = self.running.story, self.running.evidence
        self.lessons = GoalLessons(journal, self.plan, self.plan.values, self._ready)
        self.plan.lessons_place.addWidget(self.lessons)
        MatchingHint(self.lessons.matching, self.page_scroll, self.saved)
        self.page_column.addWidget(self.plan)
        self.autosave = Autosave(self.plan, self._keep, FIELDS, clock=self.time_of_day)
        self._pending = PendingWords(self.autosave, journal.drafts, lambda: self._place)
        self._connect()
        self._show()

    def refresh(self) -> None:
        """Read the goal again; what is being typed stays as it is."""
        self.plan.skill_names.set_known(self._journal.skills.names())
        if self._goal is None:
            return
        if self._is_changed():
            self._show_parts(self._journal.goals.get(self._goal.id))
            return
        self._goal = self._journal.goals.get(self._goal.id)
        self._show()

    def arrive(self, what: object) -> None:
        if isinstance(what, UUID):
            self._open(self._journal.goals.get(what))
        else:
            self._open(None if isinstance(what, New) or self._goal is None else self._goal)

    def leave(self) -> None:
        drafted.settle(self.plan.skill_names)
        self.check_in.leave()
        if self._is_changed() and not self._save():
            self._keep({})
        self._pending.keep()

    def here(self) -> object:
        return self._goal.id if self._goal is not None else None

    def _connect(self) -> None:
        self.autosave.kept.connect(self.saved.say)
        self.autosave.dirtied.connect(self.saved.clear)
        self.plan.title_.textChanged.connect(self._name)
        self.plan.view.changed.connect(self._turn)
        self.plan.passed.connect(self.start.setFocus)
        self.plan.revise.clicked.connect(self._ask_revise)
        self.running.changed.connect(self._show_again)
        self.running.plan_asked.connect(self._show_plan)
        self.running.top_asked.connect(self._go_up)
        self.running.correct_asked.connect(self.correction.ask)
        self.correction.corrected.connect(self._show_again)
        self.correction.take_back_asked.connect(self.story.take_back)
        self.turns.turned.connect(self._turned)
        for part in (self.running, self.turns):
            part.go.connect(self.go)
        for telling in (self.running, self.turns, self.correction, self.lessons):
            telling.toast.connect(self.toast)
        self.lessons.opened.connect(lambda lesson: self.go.emit("lessons", lesson))
        self.done.clicked.connect(lambda: self.go.emit("goals", None))
        self.start.clicked.connect(self._ask_start)
        self.close_goal.clicked.connect(self._ask_close)
        self.trash.clicked.connect(self._trash)

    def _open(self, goal: Goal | None) -> None:
        self._goal, self._running = goal, goal or Goal(title="")
        self.plan.view.choice = "progress"
        self.saved.clear()
        self._show()
        draft = self._journal.drafts.find(self._place)
        if draft is not None:
            with self.autosave.quiet():
                self.plan.show_values(draft.fields)
        self._pending.show()
        self.plan.begin()
        self.page_scroll.verticalScrollBar().setValue(0)
        state = goal.state if goal else GoalState.PLANNED
        first = {GoalState.PLANNED: self.plan.title_, GoalState.ACTIVE: self.check_in.progress}
        first.get(state, self.done).setFocus()

    @property
    def _place(self) -> str:
        return f"goal:{self._goal.id}" if self._goal else "goal:new"

    def _show(self) -> None:
        goal = self._goal or Goal(title="")
        with self.autosave.quiet():
            self.plan.show_goal(goal, self._journal.today())
        self.plan.say_problem("")
        self._shown = self.plan.values()
        self.start.setVisible(goal.state is GoalState.PLANNED)
        self.close_goal.setVisible(goal.state is GoalState.ACTIVE)
        self.trash.setVisible(self._goal is not None)
        self._show_parts(goal)
        self._name()

    def _show_parts(self, goal: Goal) -> None:
        """What is read anew whatever is being typed: check-ins, evidence, forecasts, result."""
        self._running = goal
        accent.put(self.close_goal, "flag", on=goal.is_overdue(self._journal.today()))
        self.plan.show_forecasts(goal)
        self._turn()

    def _turn(self) -> None:
        """Progress or plan: what is in sight."""
        goal = self._running
        plan = goal.state is GoalState.PLANNED or self.plan.view.choice == "plan"
        self.plan.plan_page.setVisible(plan)
        self.running.show_goal(goal, seen=not plan)
        goal_id = self._goal.id if self._goal else None
        self.lessons.show_goal(goal_id, is_open=goal.state in OPEN_STATES, writing=plan)

    def _name(self) -> None:
        self.named.setText(self.plan.title_.text() or self.tr("New goal"))

    def _is_changed(self) -> bool:
        return self.plan.values() != self._shown

    def _keep(self, _values: dict[str, object]) -> None:
        if self._is_changed():
            self._journal.drafts.keep(self._place, self.plan.values())
        else:
            self._journal.drafts.drop(self._place)

    def _save(self) -> bool:
        """Keep the goal with its forecast; a problem is said below the title, and the draft stays."""
        goal, place = self._goal or Goal(title=""), self._place
        self.plan.say_problem("")
        with errors.inline(self.plan.say_problem):
            try:
                self.plan.save(self._journal, goal)
            except JournalError:
                # What failed to be saved must not be saved by accident later; the fields still have it.
                self._goal = self._journal.goals.get(goal.id) if self._goal else None
                raise
            self._journal.drafts.drop(place)
            self.autosave.forget()
            self._goal = self._journal.goals.get(goal.id)
            self._show()
        return not self.plan.problem.text()

    def _ready(self) -> UUID | None:
        """Put the goal into the journal, so that it can build on a lesson; without a title it cannot be, and says so."""
        if self._goal is None and not self._save():
            self.plan.title_.setFocus()
        return self._goal.id if self._goal else None

    def _ask_start(self) -> None:
        if (self._goal is None or self._is_changed()) and not self._save():
            self.plan.title_.setFocus()
        elif self._goal is not None:
            lines = [self.plan.concerns.line(concern).text() for concern in self._goal.concerns()]
            self.turns.ask_start(self._goal, lines)

    def _ask_close(self) -> None:
        if self._goal is None or (self._is_changed() and not self._save()):
            return
        if self.check_in.is_begun():
            self.plan.view.choice = "progress"
            self.check_in.show_problem(self.tr("Check in or clear this first: a closed goal takes no more."))
            self.check_in.give.setFocus()
            return
        self.turns.ask_close(self._goal)

    def _ask_revise(self) -> None:
        if self._goal is not None:
            self.turns.ask_revise(self._journal.goals.get(self._goal.id))

    def _turned(self, goal_id: UUID) -> None:
        """It started, ended or was forecast anew; what is typed of its plan meanwhile stays."""
        if self._is_changed():
            self._show_again()
        else:
            self._open(self._journal.goals.get(goal_id))

    def _show_again(self) -> None:
        """Something of the goal was recorded here: what is typed of its plan will be saved on top of that."""
        if self._goal is not None:
            self._goal = self._journal.goals.get(self._goal.id)
            self._show_parts(self._goal)

    def _show_plan(self) -> None:
        self.plan.view.choice = "plan"
        self._go_up()

    def _go_up(self) -> None:
        self.page_scroll.verticalScrollBar().setValue(0)

    def _trash(self) -> None:
        if self._goal is None:
            return
        goal_id = self._goal.id
        self.leave()
        self._journal.goals.trash(goal_id)
        self.toast.emit(self.tr("Goal moved to the trash"), lambda: self._journal.goals.restore(goal_id))
        self.go.emit("goals", None)
