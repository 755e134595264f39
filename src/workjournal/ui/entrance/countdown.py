"""The pause after wrong secrets, counted down on the button that waits."""

import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QPushButton

from workjournal.ui.entrance.attempts import Attempts

_TICK_MS = 200


class Countdown(QObject):
    """Disables a button until the next attempt may be made, and says on it how long that is."""

    def __init__(self, button: QPushButton, attempts: Attempts) -> None:
        super().__init__(button)
        self._button, self._attempts = button, attempts
        self._usual = button.text()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.tick)

    def runs(self) -> bool:
        """Whether one has to wait."""
        return self._attempts.left(time.monotonic()) > 0

    def tick(self) -> None:
        """Say how long it takes yet; called by itself until it is over."""
        left = self._attempts.left(time.monotonic())
        self._button.setEnabled(not left)
        if left:
            self._button.setText(self.tr("Again in {seconds} s").format(seconds=left))
            self._timer.start()
        else:
            self._button.setText(self._usual)
            self._timer.stop()
