"""What the columns of a table are: a choice for each field, with what stands in the column as an example."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from workjournal.journal.imports import Columns, Setting
from workjournal.ui.widgets.choice_box import Choice, ChoiceBox
from workjournal.ui.widgets.elided_label import ElidedLabel

NOTHING = "-"
"""Said of a field that no column is for."""
_BESIDE = 3


class ColumnFields(QWidget):
    """Tells of each choice at once. What is as it was guessed is not said, so that another file is guessed anew."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, ChoiceBox] = {}
        self._examples: dict[str, ElidedLabel] = {}
        self._columns = Columns((), (), {}, {})
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)

    def show_columns(self, settings: Sequence[Setting], columns: Columns, values: Mapping[str, str]) -> None:
        """Offer the columns of this table."""
        self._columns = columns
        wanted = [setting for setting in settings if setting.key in columns.fields]
        if list(self.boxes) != [setting.key for setting in wanted]:
            self._make(wanted)
        choices = [Choice(name, name) for name in columns.names]
        for key, box in self.boxes.items():
            said = values.get(key, columns.guessed.get(key, NOTHING))
            box.set_choices(choices, none=self.tr("No column"))
            box.blockSignals(True)
            box.choice = None if said == NOTHING else said
            box.blockSignals(False)
            self._show_example(key)

    def values(self) -> dict[str, str]:
        """What was said otherwise than guessed, by key."""
        said = {
            key: str(box.choice) if box.choice is not None else NOTHING for key, box in self.boxes.items()
        }
        return {key: name for key, name in said.items() if name != self._columns.guessed.get(key, NOTHING)}

    def _make(self, settings: Sequence[Setting]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            field = item.widget()
            if field is not None:
                field.hide()
                field.deleteLater()
        self.boxes, self._examples = {}, {}
        for place, setting in enumerate(settings):
            self._grid.addWidget(
                self._field(setting), place // _BESIDE, place % _BESIDE, Qt.AlignmentFlag.AlignTop
            )

    def _field(self, setting: Setting) -> QWidget:
        field = QWidget(self)
        label, box, example = QLabel(setting.title, field), ChoiceBox(field), ElidedLabel(field)
        label.setProperty("role", "label")
        label.setBuddy(box)
        example.setProperty("role", "caption")
        box.setObjectName(f"column_{setting.key}")
        box.setAccessibleName(setting.title)
        box.changed.connect(partial(self._choose, setting.key))
        self.boxes[setting.key], self._examples[setting.key] = box, example
        column = QVBoxLayout(field)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (label, box, example):
            column.addWidget(part)
        return field

    def _choose(self, key: str) -> None:
        self._show_example(key)
        self.changed.emit()

    def _show_example(self, key: str) -> None:
        example = self._columns.examples.get(str(self.boxes[key].choice), "")
        told = self.tr("such as “{example}”").format(example=" ".join(example.split())[:120])
        self._examples[key].setText(told if example else "")
        self._examples[key].setVisible(bool(example))
        self.boxes[key].setAccessibleDescription(told if example else "")
