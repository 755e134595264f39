"""The after-action reflection as an episode shows it: offered, begun, or answered."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.methods import DEFAULT, method
from workjournal.domain.methods.method import Method
from workjournal.domain.reflection import Reflection
from workjournal.ui import icons, theme
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.prompt_form import translated


class ReflectionGlance(QWidget):
    """The questions with their answers, and the way to the reflection."""

    asked = Signal()
    """The user wants to write or open it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = QLabel(self.tr("After-action reflection"), self)
        self.heading.setProperty("role", "heading")
        self.progress = Chip(self, tone="accent")
        self.reflect = QPushButton(self)
        self.reflect.setObjectName("reflect")
        self.reflect.setIcon(icons.icon("notebook-pen", "text"))
        self.reflect.setIconSize(QSize(theme.px(18), theme.px(18)))
        self.reflect.clicked.connect(self.asked)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.heading)
        head.addWidget(self.progress)
        head.addStretch(1)
        foot.addWidget(self.reflect)
        foot.addStretch(1)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(self._lines)
        column.addLayout(foot)

    def offer(self, answered: int) -> None:
        """There is none yet; of a begun one, so many questions are answered."""
        self._begin(DEFAULT)
        self.progress.setVisible(answered > 0)
        self._count(answered, DEFAULT)
        self.reflect.setText(self.tr("Continue the reflection") if answered else self.tr("Reflect on this"))
        self._say(self.tr("Worth five minutes while the details are fresh:"), "muted")
        for place, prompt in enumerate(DEFAULT.prompts, 1):
            self._say(f"{place}.  {translated(prompt)[0]}", "text2")

    def show_answers(self, reflection: Reflection) -> None:
        """What was answered, and the way to change it."""
        asked = method(reflection.method)
        self._begin(asked)
        self.progress.setVisible(True)
        self._count(sum(bool(text.strip()) for text in reflection.answers.values()), asked)
        self.reflect.setText(self.tr("Open the reflection"))
        for prompt in asked.prompts:
            answer = reflection.answers.get(prompt.key, "").strip()
            if answer:
                self._say(translated(prompt)[0], "label")
                self._say(answer, "prose")
                self._lines.addSpacing(8)

    def _begin(self, asked: Method) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (shown := item.widget()) is not None:
                shown.hide()
                shown.deleteLater()
        named = QCoreApplication.translate("methods", asked.name)
        self.heading.setText(self.tr("After-action reflection") if asked is DEFAULT else named)

    def _count(self, answered: int, asked: Method) -> None:
        told = self.tr("{answered} of {all}")
        self.progress.setText(told.format(answered=answered, all=len(asked.prompts)))
        self.progress.updateGeometry()

    def _say(self, text: str, role: str) -> None:
        line = QLabel(text, self)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setProperty("role", role)
        line.setWordWrap(True)
        line.setMinimumWidth(1)
        if role == "prose":
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lines.addWidget(line)
