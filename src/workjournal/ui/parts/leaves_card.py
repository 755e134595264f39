"""What a reflection leaves: up to three lessons and one next action, and what could still be added."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from workjournal.domain.methods.method import Method
from workjournal.domain.nudges import Nudge
from workjournal.ui import form
from workjournal.ui.parts.nudge_lines import NudgeLines
from workjournal.ui.widgets.date_field import DateField


class LeavesCard(QFrame):
    """The fields LESSONS and NEXT of left_behind.py; `passed` when the user is through with them."""

    passed = Signal()

    lesson_1: QLineEdit
    lesson_2: QLineEdit
    lesson_3: QLineEdit
    action_fields: QWidget
    action: QLineEdit
    due: DateField
    if_then: QLineEdit
    commits_note: QLabel
    nudges_column: QVBoxLayout

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "leaves_card")
        self.setProperty("role", "card")
        self.nudges = NudgeLines(self)
        self.nudges_column.addWidget(self.nudges)
        self.due.textEdited.connect(self.due.changed)  # the field tells of a day only when one leaves it
        through = QShortcut(QKeySequence("Ctrl+Return"), self)
        through.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        through.activated.connect(self.passed)

    def show_method(self, method: Method) -> None:
        """Where a method asks for commitments, their lines become actions; one that is typed already stays in sight."""
        commits = any(prompt.commits for prompt in method.prompts)
        self.action_fields.setVisible(not commits or self.has_action())
        self.commits_note.setVisible(commits)

    def has_action(self) -> bool:
        """Whether a next action is typed."""
        return bool(self.action.text().strip())

    def say(self, nudges: Iterable[Nudge]) -> None:
        """Say what could be added; nothing of it has to be."""
        self.nudges.say(nudges)
