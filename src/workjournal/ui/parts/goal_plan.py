"""The plan of a stretch goal: everything that is said about it beforehand, in cards, with its details beside it."""

import datetime as dt
from collections.abc import Collection, Mapping

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from workjournal.domain.goal import OPEN_STATES, STRETCHING, Forecast, Goal, GoalState
from workjournal.journal.journal import Journal
from workjournal.ui import form, theme
from workjournal.ui.parts import goal_words
from workjournal.ui.widgets.adaptive import Adaptive
from workjournal.ui.widgets.audience_ticks import AudienceTicks
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.chip_set import ChipSet
from workjournal.ui.widgets.choice_box import Choice
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.icon_label import IconLabel
from workjournal.ui.widgets.label_field import LabelField
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.rating import Rating
from workjournal.ui.widgets.segments import Segments

TEXTS = (
    "why",
    "performance",
    "conditions",
    "criterion",
    "support",
    "wish",
    "outcome",
    "obstacle",
    "plan",
    "premortem",
)
OF_GOAL = (
    *TEXTS,
    "title",
    "challenges",
    "difficulty",
    "feedback_from",
    "confidence_before",
    "due",
    "audiences",
)
OF_FORECAST = ("probability", "reasons")
FIELDS = (*OF_GOAL, *OF_FORECAST, "skill_names")
_CARDS = {
    "aim_card": TEXTS[:4],
    "stretch_card": ("challenges", "difficulty", "feedback_from", "support"),
    "woop_card": TEXTS[5:9],
    "premortem_card": ("premortem",),
}


class GoalPlan(Adaptive):
    """The page of a goal. A planned one is all form; later the forecast is only shown, and at the end all is."""

    title_: QLineEdit
    problem: QLabel
    state_chip: Chip
    standing_chip: Chip
    view: Segments
    progress_place: QVBoxLayout
    plan_page: QWidget
    aside: QWidget
    lessons_place: QVBoxLayout
    why: ProseEdit
    performance: ProseEdit
    conditions: ProseEdit
    criterion: ProseEdit
    challenges: ChipSet
    difficulty: Rating
    feedback_from: QLineEdit
    feedback_note: QFrame
    support: ProseEdit
    wish: ProseEdit
    outcome: ProseEdit
    obstacle: ProseEdit
    plan: ProseEdit
    premortem: ProseEdit
    probability: Rating
    reasons: ProseEdit
    confidence_before: Rating
    before_card: QFrame
    due: DateField
    skill_names: LabelField
    audiences: AudienceTicks
    figure: QLabel
    figure_words: QLabel
    figure_row: QHBoxLayout
    said_reasons: QLabel
    seal: QLabel
    seal_icon: IconLabel
    intact_chip: Chip

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "goal_plan")
        self._lines = {name: (getattr(self, name).minLines, getattr(self, name).maxLines) for name in TEXTS}
        self.challenges.set_choices(goal_words.challenges())
        self.view.set_choices([Choice("progress", self.tr("Progress")), Choice("plan", self.tr("Plan"))])
        self.view.choice = "progress"
        self.title_.textChanged.connect(lambda: self.say_problem(""))
        self.difficulty.changed.connect(self._note_feedback)
        self.feedback_from.textChanged.connect(self._note_feedback)

    def show_goal(self, goal: Goal, today: dt.date) -> None:
        """Fill everything from a goal, and fit the page to its state."""
        forecast = goal.forecast
        wanted = {name: getattr(goal, name) for name in OF_GOAL} | {
            "skill_names": [skill.name for skill in goal.skills],
            "probability": forecast.probability if forecast else None,
            "reasons": forecast.reasons if forecast else "",
        }
        # A text that is set again would send the cursor back to its beginning, in the midst of writing.
        before = form.read(self, names=FIELDS)
        form.show(self, {name: value for name, value in wanted.items() if value != before[name]})
        self._show_state(goal, today)
        self._show_forecast(goal)
        self._fix(goal.state)

    def values(self) -> dict[str, object]:
        """What is in the fields, as JSON values for a draft."""
        values = form.read(self, names=FIELDS)
        day = values["due"]
        values["due"] = day.isoformat() if isinstance(day, dt.date) else None
        values["audiences"] = sorted(self.audiences.audiences)
        return values

    def show_values(self, values: Mapping[str, object]) -> None:
        """Put the values of a draft back."""
        due = values.get("due")
        form.show(
            self, {**values, "due": dt.date.fromisoformat(due) if isinstance(due, str) else None}, FIELDS
        )

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

    def _show_state(self, goal: Goal, today: dt.date) -> None:
        word, icon, tone = goal_words.look(goal.state)
        self.state_chip.setText(word)
        self.state_chip.set_icon(icon)
        self.state_chip.set_tone(tone)
        active = goal.state is GoalState.ACTIVE
        self.standing_chip.setText(goal_words.week(goal, today).capitalize() if active else "")
        self.standing_chip.setVisible(active)
        self.standing_chip.updateGeometry()

    def _show_forecast(self, goal: Goal) -> None:
        forecast, planned = goal.forecast, goal.state is GoalState.PLANNED
        for widget in self._of("probability", "reasons"):
            widget.setVisible(planned)
        sealed = None if planned else forecast
        for widget in (self.figure, self.figure_words, self.said_reasons):
            widget.setVisible(sealed is not None)
        self.said_reasons.setVisible(bool(sealed and sealed.reasons))
        self.intact_chip.setVisible(sealed is not None and sealed.sealed_at is not None)
        if sealed is not None:
            self.figure.setText(self.tr("{value} %").format(value=sealed.probability))
            self.said_reasons.setText(sealed.reasons)
            self._show_seal(sealed)
        elif planned:
            self.seal.setText(self.tr("Sealed when the goal starts. Until then you can change it."))
        else:
            self.seal.setText(self.tr("This goal started without a forecast."))

    def _show_seal(self, forecast: Forecast) -> None:
        intact = forecast.is_intact()
        self.intact_chip.setText(self.tr("Intact") if intact else self.tr("Seal broken"))
        self.intact_chip.set_icon("shield-check" if intact else "triangle-alert")
        self.intact_chip.set_tone("ok" if intact else "danger")
        self.intact_chip.updateGeometry()
        if forecast.sealed_at is None:
            self.seal.setText(self.tr("Not sealed."))
            return
        when = forecast.sealed_at.astimezone()
        written = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(when.timestamp())), "d MMM yyyy, HH:mm")
        words = self.tr("Sealed {when}.") if intact else self.tr("Sealed {when}, but changed since then.")
        self.seal.setText(words.format(when=written))

    def _fix(self, state: GoalState) -> None:
        """Show only what there is in a closed goal, as text; whom it is shown to can still be ticked."""
        closed = state not in OPEN_STATES
        for field in (self.title_, self.feedback_from, *(getattr(self, name) for name in TEXTS)):
            field.setReadOnly(closed)
            if field is not self.title_:
                field.setProperty("role", "bare" if closed else "")
                theme.restyle(field)
        for name, (fewest, most) in self._lines.items():
            text: ProseEdit = getattr(self, name)
            text.set_min_lines(1 if closed else fewest)
            text.set_max_lines(0 if closed else most)
            text.setVerticalScrollBarPolicy(
                Qt.ScrollBarPolicy.ScrollBarAlwaysOff if closed else Qt.ScrollBarPolicy.ScrollBarAsNeeded
            )
        self.challenges.set_fixed(closed)
        for widget in (self.difficulty, self.due, self.skill_names):
            widget.setEnabled(not closed)
        self.confidence_before.setEnabled(state is GoalState.PLANNED)
        for card, names in _CARDS.items():
            filled = [name for name in names if form.value_of(getattr(self, name)) not in (None, "", [])]
            self._keep_visible(names, filled if closed else names, hints=not closed)
            getattr(self, card).setVisible(not closed or bool(filled))
        self._keep_visible(
            ("skill_names",), ("skill_names",) if self.skill_names.labels or not closed else ()
        )
        self.before_card.setVisible(not closed)
        self.view.setVisible(state is not GoalState.PLANNED)
        self._note_feedback()

    def _keep_visible(self, names: Collection[str], kept: Collection[str], *, hints: bool = True) -> None:
        for name in names:
            for widget in self._of(name):
                is_hint = widget.objectName().endswith("_hint")
                widget.setVisible(name in kept and (hints or not is_hint))

    def _note_feedback(self) -> None:
        lacking = (self.difficulty.rating or 0) >= STRETCHING and not self.feedback_from.text().strip()
        self.feedback_note.setVisible(lacking and not self.feedback_from.isReadOnly())

    def _of(self, *names: str) -> list[QWidget]:
        """The fields of those names with their labels and hints."""
        called = [whole for name in names for whole in (name, f"{name}_label", f"{name}_hint")]
        return [widget for name in called if isinstance(widget := getattr(self, name, None), QWidget)]
