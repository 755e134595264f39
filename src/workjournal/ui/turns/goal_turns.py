"""The turns in the life of a goal, each after a question: it starts, is forecast anew, ends."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from workjournal.domain.goal import Goal
from workjournal.journal.journal import Journal
from workjournal.ui.dialogs.close_goal import CloseGoalDialog
from workjournal.ui.dialogs.confirm import ConfirmDialog
from workjournal.ui.dialogs.revise_forecast import ReviseForecastDialog
from workjournal.ui.places import New


class GoalTurns(QObject):
    """Asks over its parent; `turned` tells that the goal is another one now."""

    go = Signal(str, object)
    toast = Signal(str, object)
    turned = Signal(UUID)

    def __init__(self, journal: Journal, parent: QWidget) -> None:
        super().__init__(parent)
        self._journal, self._over = journal, parent

    def ask_start(self, goal: Goal, concerns: Sequence[str]) -> None:
        """Say what is sealed now, and once more what speaks against it; nothing stands in the way."""
        if goal.forecast is None:
            words = self.tr(
                "You have given no forecast. After the start it is too late for one, and this goal cannot show how "
                "well you judge."
            )
        else:
            words = self.tr(
                "Your forecast of {value} % and its reasons are sealed now. Nobody can change them afterwards, you "
                "included, so that you can see later how well you judged."
            ).format(value=goal.forecast.probability)
        if concerns:
            lead = self.tr("Before you start:")
            words = "\n\n".join([words, "\n".join([lead, *(f"•  {concern}" for concern in concerns)])])
        begin = partial(self._begin, goal.id)
        ConfirmDialog.ask(self._over, self.tr("Start this goal?"), words, self.tr("Start"), begin)

    def ask_revise(self, goal: Goal) -> None:
        """Ask for another forecast beside the first."""
        if goal.forecast is None:
            return
        dialog, place = ReviseForecastDialog(self._over, goal.forecast), f"goal-forecast:{goal.id}"
        dialog.keep_typed(self._journal.drafts, place)
        dialog.finished.connect(partial(self._revise, dialog, goal.id, place))
        dialog.open()

    def ask_close(self, goal: Goal) -> None:
        """Ask how it ended."""
        dialog = CloseGoalDialog(self._over, goal, self._journal.today())
        place = f"goal-end:{goal.id}"
        dialog.keep_typed(self._journal.drafts, place)
        dialog.finished.connect(partial(self._close, dialog, goal.id, place))
        dialog.open()

    def _begin(self, goal_id: UUID) -> None:
        goal = self._journal.goals.start(goal_id, self._journal.today())
        self.turned.emit(goal_id)
        said = self.tr("Goal started, forecast sealed") if goal.forecast else self.tr("Goal started")
        self.toast.emit(said, None)

    def _revise(self, dialog: ReviseForecastDialog, goal_id: UUID, place: str, result: int) -> None:
        dialog.deleteLater()
        answer = dialog.revised()
        if result != QDialog.DialogCode.Accepted or answer is None:
            return
        self._journal.goals.revise(goal_id, answer.probability, answer.reasons)
        self._journal.drafts.drop(place)
        self.turned.emit(goal_id)
        self.toast.emit(self.tr("New forecast sealed; the first one stays"), None)

    def _close(self, dialog: CloseGoalDialog, goal_id: UUID, place: str, result: int) -> None:
        """End it, and lead into the look back, where there was something: what is fresh is worth most."""
        dialog.deleteLater()
        answer = dialog.closing()
        if result != QDialog.DialogCode.Accepted or answer is None:
            return
        ended = self._journal.goals.close(
            goal_id,
            answer.state,
            answer.day,
            reason=answer.reason,
            confidence_after=answer.confidence_after,
            confidence_really_before=answer.confidence_really_before,
        )
        self._journal.drafts.drop(place)
        self.turned.emit(goal_id)
        self.toast.emit(self.tr("Goal closed"), partial(self._journal.goals.reopen, goal_id))
        if ended.start is not None:
            self.go.emit("reflection", New(about=goal_id))
