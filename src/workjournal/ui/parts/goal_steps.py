"""The five steps in which a stretch goal is planned. Each can be left out, and filled in later."""

import datetime as dt
from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from workjournal.domain.goal import CHALLENGES, OPEN_STATES, Goal, GoalState
from workjournal.domain.measure import Measure
from workjournal.domain.readiness import Footing, concerns
from workjournal.domain.rhythm import RHYTHMS, WEEKLY
from workjournal.ui import form
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import goal_words
from workjournal.ui.parts.concern_lines import ConcernLines
from workjournal.ui.parts.goal_step import GoalStep
from workjournal.ui.widgets.chip_set import ChipSet
from workjournal.ui.widgets.choice_box import Choice, ChoiceBox
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.label_field import LabelField
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.rating import Rating


class GoalAim(GoalStep):
    """What and why: what one will be able to do, by when, and how one will know."""

    title = QT_TRANSLATE_NOOP("GoalAim", "What and why")
    names = ("why", "performance", "conditions", "criterion", "due", "measure_id", "skill_names")
    counted = names
    guiding = ("said",)

    why: ProseEdit
    performance: ProseEdit
    conditions: ProseEdit
    criterion: ProseEdit
    due: DateField
    measure_id: ChoiceBox
    skill_names: LabelField
    said: QLabel

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        form.fill(self, "goal_aim")
        self.offer_measures(())

    def offer_measures(self, measures: Iterable[Measure]) -> None:
        """The measures of which one can be chosen, by name."""
        choices = [Choice(measure.id, measure.name) for measure in measures]
        self.measure_id.set_choices(choices, none=self.tr("No measure"))


class GoalStretch(GoalStep):
    """What makes it a stretch, and what carries one there; what speaks against a start is said while it is typed."""

    title = QT_TRANSLATE_NOOP("GoalStretch", "The stretch")
    names = ("challenges", "difficulty", "slack", "successes", "feedback_from", "support")
    counted = names

    challenges: ChipSet
    difficulty: Rating
    slack: Rating
    successes: Rating
    endings: QLabel
    feedback_from: QLineEdit
    support: ProseEdit
    concerns_place: QVBoxLayout

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        form.fill(self, "goal_stretch")
        self.challenges.set_choices(goal_words.challenges())
        self.concerns = ConcernLines(self)
        self.concerns_place.addWidget(self.concerns)
        self.when_typed(self._weigh)
        self.show_endings(())

    def first(self) -> QWidget:
        return self.challenges.button(CHALLENGES[0])

    def show_endings(self, ended: Sequence[Goal]) -> None:
        """How goals ended of late, the latest first; that helps to judge how comparable things have gone."""
        told = self.tr("{goal} ({ending})")
        each = [told.format(goal=goal.title, ending=goal_words.look(goal.state).word) for goal in ended]
        self.endings.setText(self.tr("Closed last: {goals}").format(goals=" · ".join(each)))
        self.endings.setVisible(bool(ended))

    def fit(self, state: GoalState) -> None:
        super().fit(state)
        if state is not GoalState.PLANNED:
            self.endings.hide()
        self._weigh()

    def _weigh(self) -> None:
        footing = Footing(
            self.difficulty.rating, self.feedback_from.text(), self.slack.rating, self.successes.rating
        )
        self.concerns.say(() if self.feedback_from.isReadOnly() else concerns(footing))


class GoalObstacle(GoalStep):
    """Wish, outcome, obstacle, plan."""

    title = QT_TRANSLATE_NOOP("GoalObstacle", "Obstacle")
    names = ("wish", "outcome", "obstacle", "plan")
    counted = names
    guiding = ("said", "source")

    wish: ProseEdit
    outcome: ProseEdit
    obstacle: ProseEdit
    plan: ProseEdit
    said: QLabel
    source: QLabel

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        form.fill(self, "goal_obstacle")


class GoalPremortem(GoalStep):
    """A look back from the due day on a goal that failed, and what one changes because of it."""

    title = QT_TRANSLATE_NOOP("GoalPremortem", "Pre-mortem")
    names = ("premortem", "prevention")
    counted = names
    guiding = ("said",)

    premortem: ProseEdit
    premortem_label: QLabel
    prevention: ProseEdit
    said: QLabel

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        form.fill(self, "goal_premortem")

    def ask_about(self, due: dt.date | None) -> None:
        """Ask with the due day in the question, where there is one."""
        words = self.tr("It is the due day and it failed. Why?")
        if due is not None:
            words = self.tr("It is {day} and it failed. Why?").format(day=goal_words.day(due, "d MMMM yyyy"))
        self.premortem_label.setText(words)
        self.premortem.setAccessibleName(words)


class GoalOdds(GoalStep):
    """How likely it is, how sure one is of oneself, and how often it is to ask. A forecast is typed only before the start."""

    title = QT_TRANSLATE_NOOP("GoalOdds", "Forecast")
    names = ("probability", "reasons", "confidence_before", "rhythm_days")
    counted = ("probability", "reasons", "confidence_before")
    guiding = ("seal_note", "seal_note_icon", "rhythm_source")

    probability: Rating
    reasons: ProseEdit
    seal_note: QLabel
    seal_note_icon: QLabel
    confidence_before: Rating
    rhythm_days: ChoiceBox
    rhythm_source: QLabel

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        form.fill(self, "goal_odds")
        self.offer_rhythm(WEEKLY)
        self.rhythm_days.choice = WEEKLY

    def offer_rhythm(self, days: int) -> None:
        """Let the usual rhythms be chosen, and this one, which may come from elsewhere."""
        offered = sorted({*RHYTHMS, days} - {0})
        self.rhythm_days.set_choices(Choice(each, self._rhythm(each)) for each in (*offered, 0))

    def is_worth_showing(self, state: GoalState) -> bool:
        return state in OPEN_STATES

    def fit(self, state: GoalState) -> None:
        """Once it runs, only the rhythm can be changed; at its end the result says what there is to say."""
        super().fit(state)
        planned = state is GoalState.PLANNED
        self.heading.setText(self.tr("Forecast and rhythm") if planned else self.tr("Confidence and rhythm"))
        for name in ("probability", "reasons"):
            for widget in self._of(name):
                widget.setVisible(planned)
        for widget in self._of("confidence_before"):
            widget.setVisible(planned or self._is_given("confidence_before"))
        self.confidence_before.setEnabled(planned)

    def _rhythm(self, days: int) -> str:
        named = {
            0: self.tr("Never"),
            1: self.tr("Every day"),
            7: self.tr("Every week"),
            14: self.tr("Every two weeks"),
        }
        return named.get(days) or self.tr("Every {days} days").format(days=days)
