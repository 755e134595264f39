"""One of a few: buttons in a sunken pill, or chips."""

from collections.abc import Iterable

from PySide6.QtCore import Property, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QPushButton, QSizePolicy, QWidget

from workjournal.ui import icons, theme
from workjournal.ui.widgets.choice_box import Choice
from workjournal.ui.widgets.flow import FlowLayout

__all__ = ["Choice", "Segments"]


class Segments(QFrame):
    """A choice among a few values; its USER property `choice` is the value chosen, or None.

    In a form, `look` is "segments" or "chips", and `optional` lets the chosen one be given up by pressing it again.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._optional = "segments", False
        self._choices: list[Choice] = []
        self._buttons: list[QPushButton] = []
        self._before: object = None
        self._was_checked = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("role", "segments")
        self._lay()

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer these values; what was chosen stays chosen where it is among them."""
        kept = self._value()
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._choices, self._buttons = list(choices), []
        for choice in self._choices:
            self._buttons.append(self._make(choice))
        self._lay()
        self._set_value(kept)

    def button(self, value: object) -> QPushButton:
        """The button of a value.

        Raises:
            KeyError: the value is not among the choices.
        """
        for choice, button in zip(self._choices, self._buttons, strict=True):
            if choice.value == value:
                return button
        raise KeyError(value)

    def set_look(self, look: str) -> None:
        self._look = look
        self.setProperty("role", "segments" if look == "segments" else "")
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if look != "segments":  # chips break into rows
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._lay()

    def set_optional(self, optional: bool) -> None:
        self._optional = optional

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._optional and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._set_value(None)
        else:
            super().keyPressEvent(event)

    def _make(self, choice: Choice) -> QPushButton:
        button = QPushButton(choice.label.replace("&", "&&"), self)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.pressed.connect(lambda: self._remember(button))
        button.clicked.connect(self._clicked)
        button.toggled.connect(self._toggled)
        return button

    def _remember(self, button: QPushButton) -> None:
        self._was_checked = button.isChecked()

    def _clicked(self) -> None:
        if self._optional and self._was_checked:
            self._was_checked = False
            self._set_value(None)

    def _toggled(self) -> None:
        if any(button.isChecked() for button in self._buttons):
            self._tell()

    def _tell(self) -> None:
        value = self._value()
        if value != self._before:
            self._before = value
            self.changed.emit()

    def _lay(self) -> None:
        """Take a new layout of the right kind; Qt wants the old one to have gone first."""
        old = self.layout()
        if old is not None:
            QWidget().setLayout(old)
        segments = self._look == "segments"
        layout: QLayout = QHBoxLayout(self) if segments else FlowLayout(self, gap=6)
        edge = 3 if segments else 0
        layout.setContentsMargins(edge, edge, edge, edge)
        if isinstance(layout, QHBoxLayout):
            layout.setSpacing(2)
        for choice, button in zip(self._choices, self._buttons, strict=True):
            button.setParent(self)
            button.setProperty("role", "segment" if segments else "chip")
            if choice.icon:
                icons.put(button, choice.icon)
            layout.addWidget(button)
            button.show()
            theme.restyle(button)
        theme.restyle(self)

    def _value(self) -> object:
        for choice, button in zip(self._choices, self._buttons, strict=True):
            if button.isChecked():
                return choice.value
        return None

    def _set_value(self, value: object) -> None:
        for choice, button in zip(self._choices, self._buttons, strict=True):
            button.setAutoExclusive(False)
            button.setChecked(choice.value == value)
        for button in self._buttons:
            button.setAutoExclusive(True)
        self._tell()

    choice: object = Property(object, _value, _set_value, user=True, notify=changed)
    look: str = Property(str, lambda self: self._look, set_look)  # type: ignore[assignment] # a property of Qt reads as its value
    optional: bool = Property(bool, lambda self: self._optional, set_optional)  # type: ignore[assignment]
