"""The questions of a reflection method, one after the other or all at once."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Property, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.methods.method import Prompt
from workjournal.ui import icons, tab_order
from workjournal.ui.widgets.question import Question, translated

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PromptForm(QWidget):
    """Asks the prompts it is given; its USER property `answers` maps keys to what was typed, empty ones left out.

    One at a time, the questions up to `step` are seen, so that earlier answers stay in sight; Ctrl+Enter goes on.
    What was answered under another method stays in sight below them, and comes back to its place with its method.
    """

    changed = Signal()
    stepped = Signal()
    """Another number of questions is seen."""
    passed = Signal()
    """The user wants to go on after the last question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts: list[Prompt] = []
        self._questions: list[Question] = []
        self._further: list[Question] = []
        self._known: dict[str, Prompt] = {}
        self._typed: dict[str, str] = {}
        self._step, self._all, self._filling, self._distanced = 0, False, False, False
        self.back, self.next = QPushButton(self.tr("Back"), self), QPushButton(self)
        self.back.setObjectName("back")
        self.next.setObjectName("next")
        self.back.setProperty("role", "link")
        self.back.clicked.connect(lambda: self._turn(-1))
        self.next.clicked.connect(lambda: self._turn(1))
        self._rows, self._further_rows = QVBoxLayout(), QVBoxLayout()
        self.earlier = self._make_earlier()
        self._lay()

    def ask(self, prompts: Sequence[Prompt], further: Iterable[Prompt] = ()) -> None:
        """Ask these from now on; `further` are prompts of other methods, seen where they have an answer."""
        self._known |= {prompt.key: prompt for prompt in (*further, *prompts)}
        if self._prompts != list(prompts):
            self._prompts = list(prompts)
            self._clear(self._questions, self._rows)
            self._questions = [self._add(prompt, self._rows) for prompt in prompts]
            tab_order.chain(self)
        self._show_further()
        self.show_up_to(min(self._step, len(prompts) - 1))

    def further(self) -> list[Prompt]:
        """The prompts of other methods that have an answer here."""
        return [question.prompt for question in self._further if question.answer.text.strip()]

    def set_distanced(self, distanced: bool) -> None:
        """Ask from a step back, or in the usual words."""
        self._distanced = distanced
        for question in (*self._questions, *self._further):
            question.say(distanced=distanced)
        if self._questions:
            self._show_next()

    def show_up_to(self, step: int, *, focus: bool = False) -> None:
        """See the questions up to the one at this place, counted from 0."""
        self._step = max(0, min(step, len(self._questions) - 1))
        for place, question in enumerate(self._questions):
            question.setVisible(self._all or place <= self._step)
        self._show_next()
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

    def append(self, key: str, lines: Iterable[str]) -> None:
        """Write lines below what an answer has; those it has already are left out. The keyboard goes there."""
        place = next(at for at, question in enumerate(self._questions) if question.prompt.key == key)
        self.show_up_to(max(self._step, place))
        self._questions[place].append(lines)

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
        place = next((at for at, one in enumerate(self._questions) if one.answer is watched), None)
        if place is not None and place + 1 < len(self._questions):
            self.show_up_to(max(self._step, place + 1))
            self._questions[place + 1].answer.setFocus()
        else:
            self.passed.emit()

    def _turn(self, by: int) -> None:
        if by > 0 and self._step >= len(self._questions) - 1:
            self.passed.emit()
        else:
            self.show_up_to(self._step + by, focus=True)

    def _show_next(self) -> None:
        last = self._step >= len(self._questions) - 1
        following = self.tr("what it leaves")
        if not last:
            words = translated(self._questions[self._step + 1].prompt, distanced=self._distanced)[0]
            following = words[:1].lower() + words[1:]
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

    def _show_further(self) -> None:
        """Below the questions, what is answered and not asked any more."""
        asked = {prompt.key for prompt in self._prompts}
        wanted = [
            self._known[key]
            for key, text in self._typed.items()
            if text.strip() and key not in asked and key in self._known
        ]
        if wanted != [question.prompt for question in self._further]:
            self._clear(self._further, self._further_rows)
            self._further = [self._add(prompt, self._further_rows) for prompt in wanted]
            tab_order.chain(self)
        self.earlier.setVisible(bool(self._further))

    def _add(self, prompt: Prompt, rows: QVBoxLayout) -> Question:
        question = Question(prompt, self)
        question.say(distanced=self._distanced)
        question.answer.text = self._typed.get(prompt.key, "")
        question.answer.changed.connect(self._take)
        question.answer.installEventFilter(self)
        rows.addWidget(question)
        return question

    @staticmethod
    def _clear(questions: Iterable[Question], rows: QVBoxLayout) -> None:
        for question in questions:
            question.answer.setObjectName("")
            rows.removeWidget(question)
            question.hide()
            question.deleteLater()

    def _make_earlier(self) -> QWidget:
        box = QWidget(self)
        box.setObjectName("earlier")
        line, heading = QFrame(box), QLabel(self.tr("Written before the method was changed"), box)
        line.setProperty("role", "line")
        heading.setProperty("role", "section")
        heading.setWordWrap(True)
        heading.setMinimumWidth(1)
        self._further_rows.setSpacing(14)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(12)
        column.addWidget(line)
        column.addWidget(heading)
        column.addLayout(self._further_rows)
        box.hide()
        return box

    def _lay(self) -> None:
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
        column.addWidget(self.earlier)

    def _shown_texts(self) -> dict[str, str]:
        return {one.prompt.key: one.answer.text for one in (*self._questions, *self._further)}

    def _take(self) -> None:
        if self._filling:
            return
        self._typed.update(self._shown_texts())
        self.changed.emit()

    def _get_answers(self) -> dict[str, str]:
        return {key: text for key, text in self._shown_texts().items() if text.strip()}

    def _set_answers(self, answers: Mapping[str, str] | None) -> None:
        before = self._get_answers()
        self._typed = dict(answers or {})
        self._filling = True  # taken one by one, the empty fields further down would count as what was typed
        for question in (*self._questions, *self._further):
            wanted = self._typed.get(question.prompt.key, "")
            if question.answer.text != wanted:
                question.answer.text = wanted
        self._show_further()
        self._filling = False
        if self._get_answers() != before:
            self.changed.emit()

    answers: dict[str, str] = Property(object, _get_answers, _set_answers, user=True, notify=changed)  # type: ignore[assignment] # a property of Qt reads as its value


def _with_control(event: QKeyEvent) -> bool:
    kept = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return bool(kept == Qt.KeyboardModifier.ControlModifier)
