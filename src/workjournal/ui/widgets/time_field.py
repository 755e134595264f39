"""A time of day that can be empty."""

from datetime import time

from PySide6.QtCore import Property, QLocale, Qt, QTime, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_PATTERNS = ("H:mm", "HHmm", "H.mm", "H'h'mm", "h:mm ap", "h ap", "H")
_STEP = 5 * 60


class TimeField(QLineEdit):
    """A line edit whose USER property `moment` is a time or None. Up and Down step by five minutes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moment: time | None = None
        self.setPlaceholderText(self.tr("No time"))
        self.editingFinished.connect(self._take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            super().keyPressEvent(event)
            return
        self._take()
        start = _q(self._moment) if self._moment else QTime.currentTime()
        even = QTime(start.hour(), start.minute() // 5 * 5)
        stepped = even.addSecs(_STEP if event.key() == Qt.Key.Key_Up else -_STEP) if self._moment else even
        self._set_moment(time(stepped.hour(), stepped.minute()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._take()
        super().focusOutEvent(event)

    def parse(self, text: str) -> time | None:
        """The time somebody meant, or None."""
        for pattern in (self.locale().timeFormat(QLocale.FormatType.ShortFormat), *_PATTERNS):
            found = self.locale().toTime(text.strip(), pattern)
            if found.isValid():
                return time(found.hour(), found.minute())
        return None

    def _take(self) -> None:
        if self.text() == self._shown():
            return
        typed = self.text().strip()
        self._set_moment(None if not typed else self.parse(typed) or self._moment)
        self.setText(self._shown())

    def _shown(self) -> str:
        return (
            ""
            if self._moment is None
            else self.locale().toString(_q(self._moment), QLocale.FormatType.ShortFormat)
        )

    def _get_moment(self) -> time | None:
        typed = self.text().strip()
        return (
            self._moment if typed == self._shown() else (self.parse(typed) or self._moment if typed else None)
        )

    def _set_moment(self, moment: time | None) -> None:
        before, self._moment = self._moment, moment
        self.setText(self._shown())
        if before != moment:
            self.changed.emit()

    moment: time | None = Property(object, _get_moment, _set_moment, user=True, notify=changed)  # type: ignore[assignment] # a property of Qt reads as its value


def _q(moment: time) -> QTime:
    return QTime(moment.hour, moment.minute)
