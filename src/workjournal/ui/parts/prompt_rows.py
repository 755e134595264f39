"""The questions of a method of the user's own, in their order."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Property, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from workjournal.ui.parts.prompt_row import PromptRow

Prompts = list[dict[str, Any]]


class PromptRows(QWidget):
    """A PromptRow each; its USER property `prompts` is the list of them as JSON has it."""

    changed = Signal()
    reordered = Signal()
    """There are other rows, or they stand in another order."""
    came = Signal(QWidget)
    """A row that should be in sight."""
    removed = Signal(int, object)
    """The place a question was taken from, and the question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PromptRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def add(self) -> None:
        """A new question at the end, with the keyboard in it."""
        row = self._make({}, len(self.rows))
        self._after_change()
        row.text.setFocus()
        self.came.emit(row)

    def insert(self, place: int, prompt: Mapping[str, Any]) -> None:
        """Put a question in at a place."""
        row = self._make(prompt, min(place, len(self.rows)))
        self._after_change()
        self.came.emit(row)

    def focus_empty(self) -> bool:
        """Give the keyboard to the first question that has no words; False where all have some."""
        for row in self.rows:
            if not row.text.text().strip():
                row.text.setFocus()
                self.came.emit(row)
                return True
        return False

    def _make(self, prompt: Mapping[str, Any], place: int) -> PromptRow:
        row = PromptRow(self)
        row.show_prompt(prompt)
        row.changed.connect(self.changed)
        row.moved.connect(partial(self._move, row))
        row.removed.connect(partial(self._remove, row))
        self.rows.insert(place, row)
        self._column.insertWidget(place, row)
        row.show()
        return row

    def _move(self, row: PromptRow, by: int) -> None:
        place = self.rows.index(row) + by
        if not 0 <= place < len(self.rows):
            return
        focused = QApplication.focusWidget()
        self.rows.remove(row)
        self.rows.insert(place, row)
        self._column.removeWidget(row)
        self._column.insertWidget(place, row)
        self._after_change()
        if focused is not None and row.isAncestorOf(focused):
            (focused if focused.isEnabled() else row.text).setFocus()
        self.came.emit(row)
        told = self.tr("Question {number} of {all}").format(number=place + 1, all=len(self.rows))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def _remove(self, row: PromptRow) -> None:
        if len(self.rows) == 1:
            return
        place, prompt = self.rows.index(row), row.prompt()
        self._drop(row)
        self._after_change()
        self.rows[min(place, len(self.rows) - 1)].text.setFocus()
        self.removed.emit(place, prompt)

    def _drop(self, row: PromptRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _after_change(self) -> None:
        for place, row in enumerate(self.rows):
            row.set_place(place, len(self.rows))
        self.reordered.emit()
        self.changed.emit()

    def _get_prompts(self) -> Prompts:
        return [row.prompt() for row in self.rows]

    def _set_prompts(self, prompts: Iterable[Mapping[str, Any]] | None) -> None:
        wanted = list(prompts or ())
        for row in self.rows[len(wanted) :]:
            self._drop(row)
        for row, prompt in zip(self.rows, wanted, strict=False):
            row.show_prompt(prompt)
        for prompt in wanted[len(self.rows) :]:
            self._make(prompt, len(self.rows))
        self._after_change()

    prompts: Prompts = Property(object, _get_prompts, _set_prompts, user=True, notify=changed)  # type: ignore[assignment] # a property of Qt reads as its value
