"""What a page says while there is nothing on it: what will be here, and how it comes."""

from PySide6.QtCore import Property, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.ui import icons, theme
from workjournal.ui.widgets.icon_label import IconLabel


class EmptyState(QWidget):
    """An icon, a heading, a sentence or two, and one or two buttons, in the middle of the space it gets.

    In a form: icon, heading, text, action, actionIcon and second; buttons without a text are hidden.
    """

    acted = Signal()
    second_acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(self, side=40, tone="accent")
        self._heading, self._text = QLabel(self), QLabel(self)
        self._heading.setProperty("role", "title")
        self._heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setProperty("role", "text2")
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._text.setWordWrap(True)
        self._text.setFixedWidth(theme.px(460))
        self._action, self._second = QPushButton(self), QPushButton(self)
        self._action.setProperty("role", "primary")
        self._second.setProperty("role", "link")
        self._action.clicked.connect(self.acted)
        self._second.clicked.connect(self.second_acted)
        self._action_icon = ""
        self.setFocusProxy(self._action)
        self._lay()

    def _lay(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self._action, self._second):
            button.hide()
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._heading)
        # In a row of its own: an aligned item would be asked its height for the whole width of the page.
        words = QHBoxLayout()
        words.addStretch(1)
        words.addWidget(self._text)
        words.addStretch(1)
        column.addLayout(words)
        column.addSpacing(4)
        column.addLayout(buttons)
        column.addStretch(3)

    def say(self, heading: str, text: str, action: str = "", second: str = "") -> None:
        """Set all texts at once."""
        self._heading.setText(heading)
        self._text.setText(text)
        self.set_action(action)
        self.set_second(second)

    def set_action(self, text: str) -> None:
        self._action.setText(text)
        self._action.setVisible(bool(text))

    def set_second(self, text: str) -> None:
        self._second.setText(text)
        self._second.setVisible(bool(text))

    def set_action_icon(self, name: str) -> None:
        self._action_icon = name
        if name:
            icons.put(self._action, name)

    icon: str = Property(str, lambda self: self._icon.icon, lambda self, name: self._icon.set_icon(name))  # type: ignore[assignment] # a property of Qt reads as its value
    heading: str = Property(
        str, lambda self: self._heading.text(), lambda self, text: self._heading.setText(text)
    )  # type: ignore[assignment]
    text: str = Property(str, lambda self: self._text.text(), lambda self, text: self._text.setText(text))  # type: ignore[assignment]
    action: str = Property(str, lambda self: self._action.text(), set_action)  # type: ignore[assignment]
    actionIcon: str = Property(str, lambda self: self._action_icon, set_action_icon)  # type: ignore[assignment] # noqa: N815 - named as Qt names properties
    second: str = Property(str, lambda self: self._second.text(), set_second)  # type: ignore[assignment]
