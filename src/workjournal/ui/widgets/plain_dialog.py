"""The frame of the small dialogs: an icon, a heading, words, buttons at the end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.ui.widgets.icon_label import IconLabel

_WIDTH = 360
_opened: set[QDialog] = set()


class PlainDialog(QDialog):
    """A dialog of words. Further widgets go into `body`, buttons are added from the leading to the trailing edge."""

    def __init__(
        self, parent: QWidget | None, heading: str, text: str, icon: str = "info", tone: str = "info"
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QLabel(heading, self)
        title.setProperty("role", "heading")
        title.setWordWrap(True)
        words = QLabel(text, self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setProperty("role", "text2")
        words.setWordWrap(True)
        words.setMinimumWidth(_WIDTH)
        words.setVisible(bool(text))
        self.setAccessibleDescription(text)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.body.addWidget(title)
        self.body.addWidget(words)
        upper = QHBoxLayout()
        upper.setSpacing(14)
        upper.addWidget(IconLabel(self, icon, 22, tone), 0, Qt.AlignmentFlag.AlignTop)
        upper.addLayout(self.body, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(20)
        column.addLayout(upper)
        column.addStretch(1)
        column.addLayout(self._buttons)

    def open(self) -> None:
        """Show it over its window and go on. Without a parent nobody but Python would hold it meanwhile."""
        _opened.add(self)
        self.finished.connect(lambda: _opened.discard(self))
        super().open()

    def add_button(self, text: str, role: str = "", *, default: bool = False) -> QPushButton:
        """One more button; the default one has the keyboard and answers Enter."""
        button = QPushButton(text, self)
        button.setProperty("role", role)
        button.setAutoDefault(default)
        button.setDefault(default)
        self._buttons.addWidget(button)
        if default:
            button.setFocus()
        return button
