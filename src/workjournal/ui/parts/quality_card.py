"""How good decision and outcome were, rated apart; after a bad outcome, the offer to ask from a step back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from workjournal.domain import offering
from workjournal.ui import form
from workjournal.ui.widgets.rating import Rating


class QualityCard(QFrame):
    """`stepped_back` asks for the distanced wording; it is never taken without being asked for."""

    stepped_back = Signal()

    decision_quality: Rating
    outcome_quality: Rating
    failure: QFrame
    step_back: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "quality_card")
        self.setProperty("role", "card")
        self._may_step_back = False
        self.outcome_quality.changed.connect(self._offer)
        self.step_back.clicked.connect(self.stepped_back)
        self._offer()

    def let_step_back(self, may: bool) -> None:
        """Whether there is a distanced wording that is not in use."""
        self._may_step_back = may
        self._offer()

    def _offer(self) -> None:
        self.failure.setVisible(self._may_step_back and offering.is_failure(self.outcome_quality.rating))
