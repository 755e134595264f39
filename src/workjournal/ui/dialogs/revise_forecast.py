"""Another forecast of a running goal, beside the one that was sealed at its start."""

from typing import NamedTuple

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from workjournal.domain.forecast import Forecast
from workjournal.journal.drafts import Drafts
from workjournal.ui import form, tab_order
from workjournal.ui.dialogs import typed
from workjournal.ui.dialogs.fitted import Fitted
from workjournal.ui.parts.goal_forecasts import seal_words, show_seal
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.rating import Rating


class Revised(NamedTuple):
    """What the dialog was told; the probability is 0–100."""

    probability: int
    reasons: str


class ReviseForecastDialog(Fitted):
    """Shows the first forecast with its seal; agrees once there is a new probability."""

    first_card: QFrame
    figure: QLabel
    sealed: QLabel
    seal_chip: Chip
    said: QLabel
    probability: Rating
    reasons: ProseEdit
    needed: QLabel
    cancel: QPushButton
    agree: QPushButton

    def __init__(self, parent: QWidget | None, first: Forecast) -> None:
        super().__init__(parent)
        form.fill(self, "revise_forecast")
        self.figure.setText(self.tr("{value} %").format(value=first.probability))
        self.sealed.setText(seal_words(first))
        show_seal(self.seal_chip, first)
        self.said.setText(first.reasons)
        self.said.setVisible(bool(first.reasons.strip()))
        tab_order.chain(self)
        self.probability.changed.connect(self._judge)
        self.cancel.clicked.connect(self.reject)
        self.agree.clicked.connect(self.accept)
        self._judge()
        self.probability.setFocus()

    def keep_typed(self, drafts: Drafts, place: str) -> None:
        """Keep what is typed as a draft, and resume one."""
        typed.keep(self, self, self.cancel, drafts, place, ("probability", "reasons"))

    def revised(self) -> Revised | None:
        """The answer; None while there is no probability."""
        probability = self.probability.rating
        return None if probability is None else Revised(probability, self.reasons.text.strip())

    def _judge(self) -> None:
        self.needed.setText("" if self.revised() else self.tr("Give a probability."))
        self.agree.setEnabled(self.revised() is not None)
