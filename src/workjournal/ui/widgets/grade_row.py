"""Four buttons for how well something was recalled, each with the day that follows from it and its key."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workjournal.ui import theme

_HIGH = 64


@dataclass(frozen=True)
class GradeChoice:
    """A grade: its value, its word, and when the lesson would come back."""

    value: object
    word: str
    when: str


class _GradeButton(QPushButton):
    """A word and a day, one above the other; the key at its end."""

    def __init__(self, parent: QWidget, key: int) -> None:
        super().__init__(parent)
        self._word, self._when, kbd = QLabel(self), QLabel(self), QLabel(str(key), self)
        for label, role in ((self._word, "strong"), (self._when, "muted"), (kbd, "kbd")):
            label.setProperty("role", role)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        kbd.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row, column = QHBoxLayout(self), QVBoxLayout()
        self._row.setContentsMargins(14, 8, 12, 8)
        column.setSpacing(2)
        column.addWidget(self._word)
        column.addWidget(self._when)
        self._row.addLayout(column, 1)
        self._row.addWidget(kbd, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(True)

    def say(self, word: str, when: str, name: str) -> None:
        self._word.setText(word)
        self._when.setText(when)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width(), theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class GradeRow(QWidget):
    """Grades side by side. The digits are the screen's own keys."""

    graded = Signal(object)
    """The value of the button that was pressed."""

    def __init__(self, parent: QWidget | None = None, grades: int = 4) -> None:
        super().__init__(parent)
        self._values: list[object] = [None] * grades
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._buttons = [_GradeButton(self, place + 1) for place in range(grades)]
        for place, button in enumerate(self._buttons):
            button.clicked.connect(lambda _=False, place=place: self.press(place))
            row.addWidget(button)

    def set_grades(self, grades: Sequence[GradeChoice]) -> None:
        """What can be chosen, from the worst to the best."""
        self._values = [grade.value for grade in grades]
        for button, grade in zip(self._buttons, grades, strict=True):
            name = self.tr("{grade}, comes back {when}").format(grade=grade.word, when=grade.when)
            button.say(grade.word, grade.when, name)

    def buttons(self) -> list[QPushButton]:
        """The buttons, from the worst grade to the best."""
        return list(self._buttons)

    def press(self, place: int) -> None:
        """Choose the grade at a place, from 0."""
        if 0 <= place < len(self._values):
            self.graded.emit(self._values[place])
