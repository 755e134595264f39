"""A quiet line over the screens: something that is so, until it is no more or was read."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from workjournal.ui.widgets.icon_label import IconLabel


class Band(QFrame):
    """An icon, a sentence and perhaps a button that takes it away; tone is "info" or "warn"."""

    answered = Signal()

    def __init__(
        self, text: str, *, tone: str = "info", icon: str = "info", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", f"card-{tone}")
        self.words = QLabel(text, self)
        self.words.setProperty("role", "text2")
        self.words.setWordWrap(True)
        self.words.setMinimumWidth(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 8, 10, 8)
        self._row.setSpacing(12)
        self._row.addWidget(IconLabel(self, icon, 18, tone))
        self._row.addWidget(self.words, 1)

    def add_answer(self, text: str, then: Callable[[], object]) -> QPushButton:
        """A button that takes the line away and does `then`."""

        def answer() -> None:
            then()
            self.hide()
            self.answered.emit()

        button = QPushButton(text, self)
        button.setAutoDefault(True)  # Enter presses it too
        button.clicked.connect(answer)
        self._row.addWidget(button)
        return button
