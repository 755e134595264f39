"""How a goal ended, in the worker's own judgement."""

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from workjournal.domain.goal import GoalState
from workjournal.journal.drafts import Drafts
from workjournal.ui import form, tab_order
from workjournal.ui.autosave import Autosave
from workjournal.ui.parts import drafted, goal_words
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.rating import Rating
from workjournal.ui.widgets.segments import Choice, Segments

_OUTCOMES = (GoalState.ACHIEVED, GoalState.PARTLY, GoalState.MISSED, GoalState.ABANDONED)

_TYPED = ("reason",)


@dataclass(frozen=True)
class Closing:
    """What the dialog was told; ratings are 0–100 or None."""

    state: GoalState
    reason: str
    confidence_after: int | None
    confidence_really_before: int | None


class CloseGoalDialog(QDialog):
    """Asks for the outcome; agrees only once there is one, and a reason where the goal is given up."""

    state: Segments
    reason: ProseEdit
    confidence_after: Rating
    confidence_really_before: Rating
    needed: QLabel
    cancel: QPushButton
    agree: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "close_goal")
        looks = ((outcome, goal_words.look(outcome)) for outcome in _OUTCOMES)
        self.state.set_choices([Choice(outcome, look.word, look.icon) for outcome, look in looks])
        tab_order.chain(self)
        self.state.changed.connect(self._judge)
        self.reason.changed.connect(self._judge)
        self.cancel.clicked.connect(self.reject)
        self.agree.clicked.connect(self.accept)
        self._judge()

    def keep_typed(self, drafts: Drafts, place: str) -> None:
        """Keep the reason as a draft, and resume one: a lock closes the dialog. Cancelling lets it go."""
        draft = drafts.find(place)
        if draft is not None:
            drafted.show(self, draft.fields, _TYPED)
        autosave = Autosave(self, lambda values: drafts.keep(place, values), _TYPED)
        self.finished.connect(lambda _: autosave.flush())
        self.cancel.clicked.connect(lambda: drafts.drop(place))

    def closing(self) -> Closing | None:
        """The answer, or None while something is missing."""
        state = self.state.choice
        if not isinstance(state, GoalState) or self._missing():
            return None
        return Closing(
            state,
            self.reason.text.strip(),
            self.confidence_after.rating,
            self.confidence_really_before.rating,
        )

    def _missing(self) -> str:
        if self.state.choice is None:
            return self.tr("Choose how it ended.")
        if self.state.choice is GoalState.ABANDONED and not self.reason.text.strip():
            return self.tr("Say why it is given up; that counts as a result too.")
        return ""

    def _judge(self) -> None:
        self.needed.setText(self._missing())
        self.agree.setEnabled(not self._missing())
