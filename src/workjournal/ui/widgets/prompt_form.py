"""The questions of a reflection method, one after the other or all at once."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Property, QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.methods.method import Prompt
from workjournal.ui import icons
from workjournal.ui.widgets.prose_edit import ProseEdit

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Question(QWidget):
    """A prompt, its hint at the other side, and the field for the answer."""

    def __init__(self, prompt: Prompt, parent: QWidget) -> None:
        super().__init__(parent)
        self.prompt = prompt
        words, hint = translated(prompt)
        label, aside = QLabel(words, self), QLabel(hint, self)
        label.setProperty("role", "label")
        label.setWordWrap(True)
        aside.setProperty("role", "caption")
        aside.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        aside.setWordWrap(True)
        self.answer = ProseEdit(self)
        self.answer.setObjectName(f"answer_{prompt.key}")
        self.answer.setAccessibleName(words)
        self.answer.setAccessibleDescription(hint)
        label.setBuddy(self.answer)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label, 3)
        head.addWidget(aside, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.answer)


class PromptForm(QWidget):
    """Asks the prompts it is given; its USER property `answers` maps keys to what was typed, empty ones left out.

    One at a time, the questions up to `step` are seen, so that earlier answers stay in sight; Ctrl+Enter goes on.
    What was answered under another method comes back with it.
    """

    changed = Signal()
    stepped = Signal()
    """Another number of questions is seen."""
    passed = Signal()
    """The user wants to go on after the last question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions: list[_Question] = []
        self._typed: dict[str, str] = {}
        self._step, self._all, self._filling = 0, False, False
        self.back, self.next = QPushButton(self.tr("Back"), self), QPushButton(self)
        self.back.setObjectName("back")
        self.next.setObjectName("next")
        self.back.setProperty("role", "link")
        self.back.clicked.connect(lambda: self._turn(-1))
        self.next.clicked.connect(lambda: self._turn(1))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(14)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.next)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self._rows)
        column.addLayout(buttons)

    def ask(self, prompts: Sequence[Prompt]) -> None:
        """Ask these from now on."""
        if [question.prompt for question in self._questions] == list(prompts):
            return
        for question in self._questions:
            question.answer.setObjectName("")
            self._rows.removeWidget(question)
            question.hide()
            question.deleteLater()
        self._questions = [_Question(prompt, self) for prompt in prompts]
        for question in self._questions:
            self._rows.addWidget(question)
            question.answer.text = self._typed.get(question.prompt.key, "")
            question.answer.changed.connect(self._take)
            question.answer.installEventFilter(self)
        self._order()
        self.show_up_to(min(self._step, len(prompts) - 1))

    def show_up_to(self, step: int, *, focus: bool = False) -> None:
        """See the questions up to the one at this place, counted from 0."""
        self._step = max(0, min(step, len(self._questions) - 1))
        for place, question in enumerate(self._questions):
            question.setVisible(self._all or place <= self._step)
        last = self._step >= len(self._questions) - 1
        following = self.tr("what it leaves") if last else _lowered(self._questions[self._step + 1].prompt)
        # The space keeps words and arrow apart, which the style sheet cannot.
        self.next.setText(self.tr("Next: {question}").format(question=following) + "\u00a0")
        self.next.setIcon(icons.icon("arrow-down" if last else "arrow-right", "text"))
        self.next.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            else Qt.LayoutDirection.RightToLeft
        )
        self.next.setVisible(not self._all)
        self.back.setVisible(not self._all and self._step > 0)
        if focus:
            self._questions[self._step].answer.setFocus()
        self.stepped.emit()

    def set_all_at_once(self, everything: bool) -> None:
        """Whether all questions are seen."""
        self._all = everything
        self.show_up_to(self._step)

    def step(self) -> int:
        """The place of the last question seen, one at a time; counted from 0."""
        return self._step

    def is_through(self) -> bool:
        """Whether the last question is seen."""
        return self._all or self._step >= len(self._questions) - 1

    def first_open(self) -> int:
        """The place of the first question without an answer, or of the last."""
        for place, question in enumerate(self._questions):
            if not question.answer.text.strip():
                return place
        return len(self._questions) - 1

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the first question."""
        super().focusInEvent(event)
        if self._questions:
            self._questions[0].answer.setFocus(event.reason())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in _ENTER and _with_control(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._go_on_from(watched)
                return True
        return super().eventFilter(watched, event)

    def _go_on_from(self, watched: QObject) -> None:
        place = next(i for i, question in enumerate(self._questions) if question.answer is watched)
        if place + 1 < len(self._questions):
            self.show_up_to(max(self._step, place + 1))
            self._questions[place + 1].answer.setFocus()
        else:
            self.passed.emit()

    def _turn(self, by: int) -> None:
        if by > 0 and self._step >= len(self._questions) - 1:
            self.passed.emit()
        else:
            self.show_up_to(self._step + by, focus=True)

    def _order(self) -> None:
        before: QWidget | None = None
        for field in (*(question.answer for question in self._questions), self.next, self.back):
            if before is not None:
                QWidget.setTabOrder(before, field)
            before = field

    def _take(self) -> None:
        if self._filling:
            return
        self._typed.update({question.prompt.key: question.answer.text for question in self._questions})
        self.changed.emit()

    def _get_answers(self) -> dict[str, str]:
        asked = {question.prompt.key: question.answer.text for question in self._questions}
        return {key: text for key, text in asked.items() if text.strip()}

    def _set_answers(self, answers: Mapping[str, str] | None) -> None:
        before = self._get_answers()
        self._typed = dict(answers or {})
        self._filling = True  # taken one by one, the empty fields further down would count as what was typed
        for question in self._questions:
            wanted = self._typed.get(question.prompt.key, "")
            if question.answer.text != wanted:
                question.answer.text = wanted
        self._filling = False
        if self._get_answers() != before:
            self.changed.emit()

    answers: dict[str, str] = Property(object, _get_answers, _set_answers, user=True, notify=changed)  # type: ignore[assignment] # a property of Qt reads as its value


def translated(prompt: Prompt) -> tuple[str, str]:
    """Question and hint in the user's language."""
    tr = QCoreApplication.translate
    return tr("methods", prompt.text), tr("methods", prompt.hint) if prompt.hint else ""


def _with_control(event: QKeyEvent) -> bool:
    kept = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return bool(kept == Qt.KeyboardModifier.ControlModifier)


def _lowered(prompt: Prompt) -> str:
    words = translated(prompt)[0]
    return words[:1].lower() + words[1:]
