"""One of a few ways on: a large button with an icon, what it does, and a sentence about it."""

from PySide6.QtCore import Property, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.ui.widgets.icon_label import IconLabel

_PAD, _GAP = 16, 14


class WayButton(QPushButton):
    """In a form set icon, heading and words; they are its name and its description too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "way")
        self._icon = IconLabel(self, side=22, tone="accent")
        self._heading, self._words = QLabel(self), QLabel(self)
        self._heading.setProperty("role", "strong")
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(_PAD, _PAD - 2, _PAD, _PAD - 2)
        row.setSpacing(_GAP)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._heading)
        column.addWidget(self._words)
        row.addLayout(column, 1)
        for part in (self._icon, self._heading, self._words):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """A button's own would be that of a text it does not have."""
        row = self.layout()
        assert row is not None
        return row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        row = self.layout()
        assert row is not None
        return row.totalMinimumSize()

    def _set_heading(self, text: str) -> None:
        self._heading.setText(text)
        self.setAccessibleName(text)

    def _set_words(self, text: str) -> None:
        self._words.setText(text)
        self.setAccessibleDescription(text)

    wayIcon: str = Property(str, lambda self: self._icon.icon, lambda self, name: self._icon.set_icon(name))  # type: ignore[assignment] # noqa: N815 - named as Qt names properties; a property of Qt reads as its value
    heading: str = Property(str, lambda self: self._heading.text(), _set_heading)  # type: ignore[assignment]
    words: str = Property(str, lambda self: self._words.text(), _set_words)  # type: ignore[assignment]
