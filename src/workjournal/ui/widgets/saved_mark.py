"""What stands in the place of a Save button: when the writing was last kept."""

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from workjournal.ui.widgets.icon_label import IconLabel


class SavedMark(QWidget):
    """A tick and "Saved 18:42", or nothing while something is not kept yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tick, self._words = IconLabel(self, "check", 16, "ok"), QLabel(self)
        self._words.setProperty("role", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._tick)
        row.addWidget(self._words)
        self.clear()

    def say(self, when: QTime) -> None:
        """Kept at that time of day."""
        self._words.setText(self.tr("Saved {time}").format(time=self.locale().toString(when, "HH:mm")))
        self._tick.show()

    def clear(self) -> None:
        """Something is being typed, or nothing has been kept so far."""
        self._words.clear()
        self._tick.hide()

    def text(self) -> str:
        """What it says."""
        return self._words.text()
