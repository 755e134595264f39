"""What a person may say about how the files of a format are read: a line for each, empty where it is guessed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from workjournal.journal.imports import Setting


class SettingFields(QWidget):
    """Tells of a change once one leaves the line, or presses Enter in it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[str, QLineEdit] = {}
        self._told: dict[str, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_settings(self, settings: Sequence[Setting], values: Mapping[str, str]) -> None:
        """Offer these; lines that are there already stay, so that the keyboard does too."""
        if list(self.lines) != [setting.key for setting in settings]:
            self._clear()
            for setting in settings:
                self._column.addWidget(self._field(setting))
        for key, line in self.lines.items():
            if not line.hasFocus():
                line.setText(values.get(key, ""))
        self._told = self.values()

    def values(self) -> dict[str, str]:
        """What was said, by key."""
        said = {key: line.text().strip() for key, line in self.lines.items()}
        return {key: text for key, text in said.items() if text}

    def _field(self, setting: Setting) -> QWidget:
        field = QWidget(self)
        label, line, hint = QLabel(setting.title, field), QLineEdit(field), QLabel(setting.hint, field)
        label.setProperty("role", "label")
        label.setBuddy(line)
        hint.setProperty("role", "caption")
        hint.setWordWrap(True)
        hint.setMinimumWidth(1)
        line.setObjectName(f"setting_{setting.key}")
        line.setAccessibleName(setting.title)
        line.setAccessibleDescription(setting.hint)
        line.setPlaceholderText(self.tr("As the files show"))
        line.editingFinished.connect(self._tell)
        self.lines[setting.key] = line
        column = QVBoxLayout(field)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (label, line, hint):
            column.addWidget(part)
        return field

    def _tell(self) -> None:
        if self.values() != self._told:
            self._told = self.values()
            self.changed.emit()

    def _clear(self) -> None:
        self.lines = {}
        while (item := self._column.takeAt(0)) is not None:
            field = item.widget()
            if field is not None:
                field.hide()
                field.deleteLater()
