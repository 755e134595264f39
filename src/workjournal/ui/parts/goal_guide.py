"""The way through the plan of a goal: one step at a time before the start, on one page afterwards."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workjournal.domain.goal import GoalState
from workjournal.journal.journal import Journal
from workjournal.journal.preferences import GOAL_ALL_AT_ONCE
from workjournal.ui import form, icons
from workjournal.ui.commands import keys_of
from workjournal.ui.parts.goal_step import GoalStep
from workjournal.ui.parts.goal_steps import GoalAim, GoalObstacle, GoalOdds, GoalPremortem, GoalStretch
from workjournal.ui.widgets.step_bar import StepBar

_KEYS = {"Ctrl+PgDown": 1, "Ctrl+PgUp": -1, "Ctrl+Return": 1, "Ctrl+Enter": 1}


class GoalGuide(QWidget):
    """The five steps with a bar of them above and the ways on and back below.

    Ctrl+PgDown and Ctrl+Enter go on, Ctrl+PgUp goes back. No step asks for anything. Whether all are shown at once is
    kept as a preference.
    """

    passed = Signal()
    """The user wants to go on after the last step."""

    guide_head: QWidget
    guide_words: QLabel
    guide_foot: QWidget
    all_at_once: QCheckBox
    bar: StepBar
    steps_place: QVBoxLayout
    back_step: QPushButton
    next_step: QPushButton
    skip_step: QPushButton

    def __init__(self, parent: QWidget, journal: Journal | None) -> None:
        super().__init__(parent)
        self._journal, self._place, self._state = journal, 0, GoalState.PLANNED
        form.fill(self, "goal_guide")
        self.aim, self.stretch, self.obstacle = GoalAim(self), GoalStretch(self), GoalObstacle(self)
        self.premortem_, self.odds = GoalPremortem(self), GoalOdds(self)
        self.steps: tuple[GoalStep, ...] = (self.aim, self.stretch, self.obstacle, self.premortem_, self.odds)
        for step in self.steps:
            self.steps_place.addWidget(step)
            step.when_typed(self._mark)
        self.bar.set_steps([step.called() for step in self.steps])
        self.aim.due.changed.connect(lambda: self.premortem_.ask_about(self.aim.due.day))
        self._recall()
        self.back_step.setToolTip(f"{self.back_step.text()}  {keys_of('Ctrl+PgUp')}")
        self._connect()

    def fit(self, state: GoalState) -> None:
        """Take the shape for a goal in this state."""
        self._state = state
        for step in self.steps:
            step.fit(state)
        self._show()

    def refit(self) -> None:
        """Take the shape again, after the fields were filled from elsewhere."""
        self.fit(self._state)

    def begin(self) -> None:
        """As one comes to it: at the first step in which nothing is filled in yet, else at the first of all."""
        self._recall()
        empty = [place for place, step in enumerate(self.steps) if not step.is_filled()]
        self.show_step(empty[0] if empty else 0)

    def step(self) -> int:
        """The place of the step that is open, counted from 0."""
        return self._place

    def show_step(self, place: int, *, focus: bool = False) -> None:
        """Open a step; with `focus` the keyboard goes to its first field."""
        self._place = place
        self._show()
        if focus:
            self.go_in()

    def go_in(self) -> None:
        """Give the keyboard to the first field of the open step."""
        self.steps[self._place].first().setFocus(Qt.FocusReason.ShortcutFocusReason)
        # Where it will be is known only after the layout has heard of it.
        QTimer.singleShot(0, self, self._bring_into_view)

    def _connect(self) -> None:
        self.bar.chosen.connect(lambda place: self.show_step(place, focus=True))
        self.next_step.clicked.connect(lambda: self._turn(1))
        self.skip_step.clicked.connect(lambda: self._turn(1))
        self.back_step.clicked.connect(lambda: self._turn(-1))
        self.all_at_once.toggled.connect(self._show)
        self.all_at_once.clicked.connect(self._remember)
        for keys, by in _KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._turn(by))

    def _turn(self, by: int) -> None:
        place = self._typed_at() + by
        if self._state is not GoalState.PLANNED or place < 0:
            return
        if place < len(self.steps):
            self.show_step(place, focus=True)
        else:
            self.passed.emit()

    def _typed_at(self) -> int:
        """The step with the keyboard, where all are in sight; else the open one."""
        at = self.focusWidget()
        having = [place for place, step in enumerate(self.steps) if at is not None and step.isAncestorOf(at)]
        return having[0] if having and self.all_at_once.isChecked() else self._place

    def _show(self) -> None:
        planned, everything = self._state is GoalState.PLANNED, self.all_at_once.isChecked()
        self.guide_head.setVisible(planned)
        self.guide_foot.setVisible(planned and not everything)
        for place, step in enumerate(self.steps):
            alone = planned and not everything
            step.setVisible(place == self._place if alone else step.is_worth_showing(self._state))
        self._name_next()
        self._mark()

    def _name_next(self) -> None:
        last = self._place == len(self.steps) - 1
        words = self.tr("On to the start") if last else self.steps[self._place + 1].called()
        # The space keeps words and arrow apart, which the style sheet cannot.
        self.next_step.setText((words if last else self.tr("Next: {step}").format(step=words)) + "\u00a0")
        self.next_step.setIcon(icons.icon("arrow-up" if last else "arrow-right", "text"))
        self.next_step.setToolTip(keys_of("Ctrl+PgDown"))
        self.next_step.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            else Qt.LayoutDirection.RightToLeft
        )
        self.back_step.setVisible(self._place > 0)

    def _mark(self) -> None:
        """Follow what is typed: which steps are filled, and whether this one could be skipped."""
        filled = [step.is_filled() for step in self.steps]
        self.bar.show_state(-1 if self.all_at_once.isChecked() else self._place, filled)
        self.skip_step.setVisible(not filled[self._place] and self._place < len(self.steps) - 1)

    def _bring_into_view(self) -> None:
        parent, step = self.parentWidget(), self.steps[self._place]
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(step, 0, 0)
            parent.ensureWidgetVisible(step.heading if self.all_at_once.isChecked() else self.bar)

    def _recall(self) -> None:
        """All at once, or one after the other, as the user likes it by now."""
        if self._journal is not None:
            self.all_at_once.setChecked(bool(self._journal.preferences.get(GOAL_ALL_AT_ONCE)))

    def _remember(self, everything: bool) -> None:
        if self._journal is not None and not self._journal.read_only:
            self._journal.preferences.set(GOAL_ALL_AT_ONCE, "yes" if everything else "")
