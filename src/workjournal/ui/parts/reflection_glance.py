"""The after-action reflection as an episode shows it: offered, begun, or answered."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.episode import Episode
from workjournal.domain.methods.method import Method
from workjournal.domain.offering import Offer
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.journal.reflections import draft_place
from workjournal.ui import icons, theme
from workjournal.ui.parts.asked_form import AskedForm
from workjournal.ui.parts.subject import offer_for
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.question import translated


class ReflectionGlance(QWidget):
    """The questions with their answers, and the way to the reflection."""

    asked = Signal()
    """The user wants to write or open it."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self.heading = QLabel(self)
        self.heading.setProperty("role", "heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.heading.setMinimumWidth(1)
        self.progress = Chip(self, tone="accent")
        self.reflect = QPushButton(self)
        self.reflect.setObjectName("reflect")
        self.reflect.setIcon(icons.icon("notebook-pen", "text"))
        self.reflect.setIconSize(QSize(theme.px(18), theme.px(18)))
        self.reflect.clicked.connect(self.asked)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.heading, 1)
        head.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignTop)
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

    def show_episode(self, episode: Episode) -> None:
        """Its last reflection, or else the one that is begun or fits."""
        known, offer = self._journal.reflections.of_episode(episode.id), offer_for(self._journal, episode)
        draft = self._journal.drafts.find(draft_place(episode.id))
        if known:
            self._show_answers(known[-1])
        elif draft is not None and (answers := draft.fields.get("answers")):
            form = AskedForm.of_draft(self._journal, draft.fields, offer.method)
            self._show_begun(form.method, len(answers))
        else:
            self._show_offer(offer)

    def _show_offer(self, offer: Offer) -> None:
        self._begin(offer.method)
        self.progress.hide()
        self.reflect.setText(self.tr("Reflect on this"))
        self._say(QCoreApplication.translate("methods", offer.reason), "muted")
        self._ask(offer.method, distanced=offer.distanced)

    def _show_begun(self, method: Method, answered: int) -> None:
        self._begin(method)
        self._count(answered, method)
        self.reflect.setText(self.tr("Continue the reflection"))
        self._say(self.tr("Begun; what you wrote is kept as a draft."), "muted")
        self._ask(method)

    def _show_answers(self, reflection: Reflection) -> None:
        """What was answered, and the way to change it."""
        asked = self._journal.methods.asked(reflection)
        self._begin(asked)
        self._count(sum(bool(text.strip()) for text in reflection.answers.values()), asked)
        self.reflect.setText(self.tr("Open the reflection"))
        for prompt in asked.prompts:
            answer = reflection.answers.get(prompt.key, "").strip()
            if answer:
                self._say(translated(prompt, distanced=reflection.distanced)[0], "label")
                self._say(answer, "prose")
                self._lines.addSpacing(8)

    def _begin(self, asked: Method) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (shown := item.widget()) is not None:
                shown.hide()
                shown.deleteLater()
        self.heading.setText(QCoreApplication.translate("methods", asked.name))

    def _ask(self, method: Method, *, distanced: bool = False) -> None:
        for place, prompt in enumerate(method.prompts, 1):
            self._say(f"{place}.  {translated(prompt, distanced=distanced)[0]}", "text2")

    def _count(self, answered: int, asked: Method) -> None:
        told = self.tr("{answered} of {all}")
        self.progress.setText(told.format(answered=answered, all=len(asked.prompts)))
        self.progress.updateGeometry()
        self.progress.show()

    def _say(self, text: str, role: str) -> None:
        line = QLabel(text, self)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setProperty("role", role)
        line.setWordWrap(True)
        line.setMinimumWidth(1)
        if role == "prose":
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lines.addWidget(line)
