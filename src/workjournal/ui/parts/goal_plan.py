"""The plan of a stretch goal: everything that is said about it beforehand, with its forecast and details beside it."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.goal import OPEN_STATES, Goal, GoalState
from workjournal.journal.journal import Journal
from workjournal.ui import form
from workjournal.ui.parts import goal_words
from workjournal.ui.parts.concern_lines import ConcernLines
from workjournal.ui.parts.goal_forecasts import GoalForecasts
from workjournal.ui.parts.goal_guide import GoalGuide
from workjournal.ui.widgets.adaptive import Adaptive
from workjournal.ui.widgets.audience_ticks import AudienceTicks
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.chip_set import ChipSet
from workjournal.ui.widgets.choice_box import Choice, ChoiceBox
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.label_field import LabelField
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.rating import Rating
from workjournal.ui.widgets.segments import Segments

TEXTS = (
    *("why", "performance", "conditions", "criterion", "support"),
    *("wish", "outcome", "obstacle", "plan", "premortem", "prevention"),
)
OF_GOAL = (
    *TEXTS,
    *("title", "challenges", "difficulty", "slack", "successes", "feedback_from"),
    *("confidence_before", "due", "measure_id", "rhythm_days", "audiences"),
)
OF_FORECAST = ("probability", "reasons")
FIELDS = (*OF_GOAL, *OF_FORECAST, "skill_names")
LAST_ENDINGS = 3
"""As many goals closed last are told of, where one judges how comparable things have gone."""


class GoalPlan(Adaptive):
    """The page of a goal. A planned one is filled in step by step; later the forecast is only shown, at the end all is.

    The fields are those of the steps (goal_steps.py), by the same names. Without a journal there are no measures to
    choose, and how the last goals ended is not told.
    """

    passed = Signal()
    """The user wants to go on after the last step."""

    title_: QLineEdit
    problem: QLabel
    state_chip: Chip
    standing_chip: Chip
    view: Segments
    progress_place: QVBoxLayout
    plan_page: QWidget
    plan_column: QVBoxLayout
    aside: QWidget
    forecast_place: QVBoxLayout
    lessons_place: QVBoxLayout
    why: ProseEdit
    performance: ProseEdit
    conditions: ProseEdit
    criterion: ProseEdit
    due: DateField
    measure_id: ChoiceBox
    skill_names: LabelField
    challenges: ChipSet
    difficulty: Rating
    slack: Rating
    successes: Rating
    feedback_from: QLineEdit
    support: ProseEdit
    wish: ProseEdit
    outcome: ProseEdit
    obstacle: ProseEdit
    plan: ProseEdit
    premortem: ProseEdit
    prevention: ProseEdit
    probability: Rating
    reasons: ProseEdit
    confidence_before: Rating
    rhythm_days: ChoiceBox
    audiences: AudienceTicks
    figure: QLabel
    figure_words: QLabel
    said_reasons: QLabel
    seal: QLabel
    intact_chip: Chip
    revise: QPushButton
    details_card: QFrame

    def __init__(self, parent: QWidget | None = None, journal: Journal | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        # Before the form is filled: so their fields become attributes of the plan too.
        self.guide, self.forecasts = GoalGuide(self, journal), GoalForecasts(self)
        form.fill(self, "goal_plan")
        self.plan_column.addWidget(self.guide)
        self.forecast_place.addWidget(self.forecasts)
        self.view.set_choices([Choice("progress", self.tr("Progress")), Choice("plan", self.tr("Plan"))])
        self.view.choice = "progress"
        self.guide.passed.connect(self.passed)
        self.title_.textChanged.connect(lambda: self.say_problem(""))
        self.title_.returnPressed.connect(self._go_into_step)
        self.title_.editingFinished.connect(self._show_beginning)

    @property
    def concerns(self) -> ConcernLines:
        """What speaks against a start, as it is shown."""
        return self.guide.stretch.concerns

    def show_goal(self, goal: Goal, today: dt.date) -> None:
        """Fill everything from a goal, and fit the page to its state."""
        self._offer(goal)
        forecast = goal.forecast
        wanted = {name: getattr(goal, name) for name in OF_GOAL} | {
            "skill_names": [skill.name for skill in goal.skills],
            "probability": forecast.probability if forecast else None,
            "reasons": forecast.reasons if forecast else "",
        }
        # A text that is set again would send the cursor back to its beginning, in the midst of writing.
        before = form.read(self, names=FIELDS)
        form.show(self, {name: value for name, value in wanted.items() if value != before[name]})
        self._show_beginning()
        self.guide.premortem_.ask_about(goal.due)
        self._show_state(goal, today)
        self.show_forecasts(goal)
        self._fit(goal.state)

    def show_forecasts(self, goal: Goal) -> None:
        """Show what was forecast of a goal that has started, and nothing else of it."""
        self.forecasts.show_goal(goal)

    def begin(self) -> None:
        """As one comes to a planned goal: at its first step in which nothing is filled in."""
        self.guide.begin()

    def step(self) -> int:
        """The place of the step that is open, counted from 0."""
        return self.guide.step()

    def show_step(self, place: int, *, focus: bool = False) -> None:
        """Open a step, counted from 0; with `focus` the keyboard goes to its first field."""
        self.guide.show_step(place, focus=focus)

    def values(self) -> dict[str, object]:
        """What is in the fields, as JSON values for a draft."""
        values = form.read(self, names=FIELDS)
        day, measure_id = values["due"], values["measure_id"]
        values["due"] = day.isoformat() if isinstance(day, dt.date) else None
        values["measure_id"] = str(measure_id) if measure_id else None
        values["audiences"] = sorted(self.audiences.audiences)
        return values

    def show_values(self, values: Mapping[str, object]) -> None:
        """Put the values of a draft back; what one of an older program does not have stays as it is."""
        shown = dict(values)
        if isinstance(due := values.get("due"), str):
            shown["due"] = dt.date.fromisoformat(due)
        if isinstance(measure_id := values.get("measure_id"), str):
            shown["measure_id"] = UUID(measure_id)
        if isinstance(days := values.get("rhythm_days"), int):
            self.guide.odds.offer_rhythm(days)
        form.show(self, shown, FIELDS)
        self.guide.refit()

    def save(self, journal: Journal, goal: Goal) -> None:
        """Copy the fields to the goal and keep it, with its forecast while that can still be changed."""
        form.read(self, goal, OF_GOAL)
        skills = self.skill_names.labels
        if goal.state is GoalState.PLANNED:
            journal.goals.plan(
                goal, skills=skills, probability=self.probability.rating, reasons=self.reasons.text
            )
        else:
            journal.goals.add(goal, skills=skills)

    def say_problem(self, text: str) -> None:
        """A sentence below the title, or nothing."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _offer(self, goal: Goal) -> None:
        """What the journal has to choose from; the goal's own measure also where it lies in the trash."""
        self.guide.odds.offer_rhythm(goal.rhythm_days)
        if self._journal is None:
            return
        measures = self._journal.measures.all()
        if goal.measure_id and goal.measure_id not in {measure.id for measure in measures}:
            measures.append(self._journal.measures.get(goal.measure_id))
        self.guide.aim.offer_measures(measures)
        if goal.state is GoalState.PLANNED:
            ended = [each for each in self._journal.goals.all() if each.state not in OPEN_STATES]
            ended.sort(key=lambda each: (each.closed or dt.date.min, each.id), reverse=True)
            self.guide.stretch.show_endings(ended[:LAST_ENDINGS])

    def _show_state(self, goal: Goal, today: dt.date) -> None:
        word, icon, tone = goal_words.look(goal.state)
        self.state_chip.setText(word)
        self.state_chip.set_icon(icon)
        self.state_chip.set_tone(tone)
        active = goal.state is GoalState.ACTIVE
        self.standing_chip.setText(goal_words.week(goal, today).capitalize() if active else "")
        self.standing_chip.set_tone("warn" if active and goal.is_overdue(today) else "")
        self.standing_chip.setVisible(active)
        self.standing_chip.updateGeometry()

    def _fit(self, state: GoalState) -> None:
        """Whom a closed goal is shown to can still be ticked; the rest of it is text."""
        self.title_.setReadOnly(state not in OPEN_STATES)
        self.view.setVisible(state is not GoalState.PLANNED)
        self.guide.fit(state)

    def _show_beginning(self) -> None:
        """A title longer than its field is read from its beginning, unless one is writing it."""
        if not self.title_.hasFocus():
            self.title_.setCursorPosition(0)

    def _go_into_step(self) -> None:
        if self.guide.isVisible():
            self.guide.go_in()
