"""The card that says when the journal locks by itself."""

import sys

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from workjournal.settings import Settings
from workjournal.ui import form
from workjournal.ui.commands import keys_of
from workjournal.ui.widgets.choice_box import Choice, ChoiceBox

MINUTES = (0, 1, 5, 15, 30)


class LockingCard(QFrame):
    """The pause, what else locks, and locking now. The pause is this machine's own setting."""

    chosen = Signal(int)
    """Lock after a pause of so many minutes; 0 for never."""
    lock_asked = Signal()

    minutes: ChoiceBox
    words: QLabel
    machine: QLabel
    lock_now: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "locking_card")
        self.minutes.changed.connect(self._choose)
        self.lock_now.clicked.connect(self.lock_asked)
        told = self.tr(
            "It also locks with {keys} and when another program asks for it with “workjournal lock”."
        )
        if sys.platform != "darwin":  # where Qt hears neither sleep nor the session's lock
            told = self.tr(
                "It also locks with {keys}, when the computer goes to sleep, when the session is locked, and with "
                "“workjournal lock” in a terminal. What you were writing is kept."
            )
        self.words.setText(told.format(keys=keys_of("Ctrl+L")))

    def refresh(self) -> None:
        """Read this machine's setting."""
        now = Settings.load().idle_minutes
        self.minutes.set_choices([Choice(each, self._called(each)) for each in sorted({*MINUTES, now})])
        self.minutes.blockSignals(True)
        self.minutes.choice = now
        self.minutes.blockSignals(False)

    def _called(self, minutes: int) -> str:
        return self.tr("%n minute(s)", "", minutes) if minutes else self.tr("Never by itself")

    def _choose(self) -> None:
        minutes = self.minutes.choice
        if isinstance(minutes, int):
            self.chosen.emit(minutes)
