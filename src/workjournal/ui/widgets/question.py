"""One question of a reflection: what it asks for, its hint, and the field for the answer."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workjournal.domain.methods.method import Part, Prompt
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.prose_edit import ProseEdit

_PARTS = {
    Part.OBSERVATION: (QT_TRANSLATE_NOOP("Question", "Observation"), "info"),
    Part.INTERPRETATION: (QT_TRANSLATE_NOOP("Question", "Interpretation"), "warn"),
    Part.NEXT: (QT_TRANSLATE_NOOP("Question", "Next step"), "accent"),
}


class Question(QWidget):
    """A prompt above its answer. A chip says whether it asks for what was seen, what is made of it, or what follows."""

    def __init__(self, prompt: Prompt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prompt = prompt
        self._label, self._hint = QLabel(self), QLabel(self)
        for label, role in ((self._label, "label"), (self._hint, "caption")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.answer = ProseEdit(self)
        self.answer.setObjectName(f"answer_{prompt.key}")
        self._label.setBuddy(self.answer)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._label, 3)
        head.addWidget(self._hint, 2)
        word, tone = _PARTS.get(prompt.part, ("", ""))
        self._part = QCoreApplication.translate("Question", word) if word else ""
        if self._part:
            self.part = Chip(self, self._part, tone=tone)
            head.addWidget(self.part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.answer)
        self.say(distanced=False)

    def say(self, *, distanced: bool) -> None:
        """Put the question in the usual words, or from a step back where it has such words."""
        words, hint = translated(self.prompt, distanced=distanced)
        self._label.setText(words)
        self._hint.setText(hint)
        self.answer.setAccessibleName(words)
        self.answer.setAccessibleDescription(". ".join(part for part in (self._part, hint) if part))

    def append(self, lines: Iterable[str]) -> None:
        """Write lines below what is there, which Ctrl+Z takes back; lines that are there already are left out."""
        before = self.answer.text
        there = {line.strip() for line in before.splitlines()}
        new = "\n".join(line for line in lines if line.strip() not in there)
        self.answer.setFocus()
        self.answer.moveCursor(QTextCursor.MoveOperation.End)
        if new:
            self.answer.textCursor().insertText(new if not before or before.endswith("\n") else f"\n{new}")
            self.answer.moveCursor(QTextCursor.MoveOperation.End)


def translated(prompt: Prompt, *, distanced: bool = False) -> tuple[str, str]:
    """Question and hint in the user's language."""
    tr, text = QCoreApplication.translate, (distanced and prompt.distanced) or prompt.text
    return tr("methods", text), tr("methods", prompt.hint) if prompt.hint else ""
