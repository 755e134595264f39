"""A drop-down list of values, not of texts, among which "none" can be one."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Property, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from workjournal.ui import icons


class Choice(NamedTuple):
    """Something to choose: its value, what it is called, and a Lucide name or ""."""

    value: object
    label: str
    icon: str = ""


class ChoiceBox(QComboBox):
    """A combo box whose USER property `choice` is the value of what is chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.setMaxVisibleItems(14)
        self.currentIndexChanged.connect(self._tell)

    def set_choices(self, choices: Iterable[Choice], none: str = "") -> None:
        """Offer these; with `none`, first of all the value None under that text. What was chosen stays chosen."""
        before = self._value()
        self.blockSignals(True)
        self.clear()
        self._values = []
        for choice in [*([Choice(None, none)] if none else []), *choices]:
            self._values.append(choice.value)
            if choice.icon:
                self.addItem(icons.icon(choice.icon), choice.label)
            else:
                self.addItem(choice.label)
        self._set_value(before)
        self.blockSignals(False)

    def _tell(self) -> None:
        self.changed.emit()

    def values(self) -> list[object]:
        """What can be chosen."""
        return list(self._values)

    def _value(self) -> object:
        return self._values[self.currentIndex()] if 0 <= self.currentIndex() < len(self._values) else None

    def _set_value(self, value: object) -> None:
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))
        else:
            self.setCurrentIndex(-1 if value is None or not self._values else 0)

    choice: object = Property(object, _value, _set_value, user=True, notify=changed)
