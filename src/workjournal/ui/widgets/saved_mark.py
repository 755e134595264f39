"""What stands in the place of a Save button: when the writing was last kept."""

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from workjournal.ui.widgets.icon_label import IconLabel


class SavedMark(QWidget):
    """A tick and "Saved 18:42", nothing while something is not kept yet, or that it could not be kept."""

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
        self._show(self.tr("Saved {time}").format(time=self.locale().toString(when, "HH:mm")), "check", "ok")

    def warn(self, why: str) -> None:
        """It could not be kept."""
        self._show(self.tr("Not saved"), "triangle-alert", "warn", why)

    def clear(self) -> None:
        """Something is being typed, or nothing has been kept so far."""
        self._show("", "check", "ok")
        self._tick.hide()

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def _show(self, words: str, icon: str, tone: str, why: str = "") -> None:
        self._words.setText(words)
        self._tick.set_icon(icon)
        self._tick.set_tone(tone)
        self._tick.show()
        self.setToolTip(why)
        self.setAccessibleDescription(why)
