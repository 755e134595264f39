"""One question of a method of the user's own: its words, what it asks for, and its place among the others."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QPushButton, QWidget

from workjournal.domain.methods.method import Part
from workjournal.ui import form
from workjournal.ui.parts import method_words
from workjournal.ui.widgets.choice_box import ChoiceBox

_WORDS = ("text", "hint", "distanced")
_FIELDS = (*_WORDS, "part", "commits")


class PromptRow(QFrame):
    """A card; `prompt` is the question as JSON has it, what it does not show included."""

    changed = Signal()
    moved = Signal(int)
    """Up (-1) or down (1)."""
    removed = Signal()

    number: QLabel
    text: QLineEdit
    hint: QLineEdit
    part: ChoiceBox
    distanced: QLineEdit
    commits: QCheckBox
    up: QPushButton
    down: QPushButton
    remove: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "prompt_row")
        self.setProperty("role", "card")
        self._kept: dict[str, Any] = {}
        self._showing = False
        self.part.set_choices(method_words.parts())
        self.part.changed.connect(self._fit)
        for field in form.fields(self, _FIELDS).values():
            form.changed(field).connect(self._tell)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.moved.emit(by))

    def show_prompt(self, prompt: Mapping[str, Any]) -> None:
        """Show a question, without that counting as typing."""
        self._kept = dict(prompt)
        words = {name: method_words.shipped(str(prompt.get(name, ""))) for name in _WORDS}
        self._showing = True
        part = Part(prompt.get("part", Part.OTHER))
        form.show(self, {**words, "part": part, "commits": bool(prompt.get("commits"))}, _FIELDS)
        self._showing = False
        self._fit()

    def prompt(self) -> dict[str, Any]:
        """The question as it stands here; words that are as they were shown stay in the language they were in."""
        typed = form.read(self, names=_WORDS)
        made = {**self._kept, "part": str(self.part.choice or Part.OTHER)}
        for name, words in typed.items():
            before = str(self._kept.get(name, ""))
            made[name] = before if words == method_words.shipped(before) else words
        made["commits"] = self.commits.isChecked() and made["part"] == Part.NEXT
        return made

    def set_place(self, place: int, of: int) -> None:
        """Say where it stands, counted from 0, and offer the ways to go from there."""
        number = place + 1
        self.number.setText(self.tr("Question {number}").format(number=number))
        self.up.setEnabled(place > 0)
        self.down.setEnabled(number < of)
        self.remove.setEnabled(of > 1)
        self._name(self.up, self.tr("Move question {number} up"), number, "Alt+Up")
        self._name(self.down, self.tr("Move question {number} down"), number, "Alt+Down")
        self._name(self.remove, self.tr("Take question {number} out"), number)
        self.text.setAccessibleName(self.number.text())

    def _name(self, button: QPushButton, words: str, number: int, keys: str = "") -> None:
        button.setAccessibleName(words.format(number=number))
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{words.format(number=number)}  {shown}".strip())
        button.setAccessibleDescription(shown)

    def _fit(self) -> None:
        self.commits.setVisible(self.part.choice == Part.NEXT)

    def _tell(self) -> None:
        if not self._showing:
            self.changed.emit()
