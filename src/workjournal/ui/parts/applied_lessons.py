"""Lessons used in an episode, and whether they worked."""

from collections.abc import Callable, Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.lesson import Lesson
from workjournal.journal.journal import Journal
from workjournal.ui import icons, theme
from workjournal.ui.widgets.choice_box import Choice, ChoiceBox
from workjournal.ui.widgets.segments import Segments

YES, NO, OPEN = "yes", "no", "open"
_WORKED = {YES: True, NO: False, OPEN: None}


class _Applied(QFrame):
    """One lesson: its sentence, did it work, and a way to take it back."""

    answered = Signal(object)
    removed = Signal()

    def __init__(self, lesson: Lesson, worked: bool | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card-sunken")
        sentence = QLabel(lesson.text, self)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setWordWrap(True)
        sentence.setMinimumWidth(1)
        self.worked = Segments(self)
        self.worked.setAccessibleName(self.tr("Did it work: {lesson}").format(lesson=lesson.text))
        self.worked.set_choices(
            [
                Choice(YES, self.tr("It worked")),
                Choice(NO, self.tr("It did not")),
                Choice(OPEN, self.tr("Too early")),
            ]
        )
        self.worked.choice = next(key for key, value in _WORKED.items() if value is worked)
        self.worked.changed.connect(lambda: self.answered.emit(_WORKED[str(self.worked.choice)]))
        remove = QPushButton(self)
        remove.setProperty("role", "icon")
        remove.setIcon(icons.icon("x"))
        remove.setIconSize(QSize(theme.px(16), theme.px(16)))
        remove.setAccessibleName(self.tr("Not applied after all: {lesson}").format(lesson=lesson.text))
        remove.setToolTip(self.tr("Not applied after all"))
        remove.clicked.connect(self.removed)
        self.remove = remove
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(sentence, 1)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        column.setContentsMargins(12, 8, 8, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.worked)


class AppliedLessons(QWidget):
    """The lessons applied and a box to choose another; `ready` puts the episode into the journal first."""

    toast = Signal(str, object)

    def __init__(self, journal: Journal, ready: Callable[[str], UUID], parent: QWidget) -> None:
        super().__init__(parent)
        self._journal, self._ready = journal, ready
        self._cards: list[_Applied] = []
        heading = QLabel(self.tr("Lessons applied"), self)
        heading.setProperty("role", "heading")
        self.choose = ChoiceBox(self)
        self.choose.setObjectName("choose_lesson")
        self.choose.setAccessibleName(self.tr("Apply a lesson"))
        self.choose.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choose.setMinimumContentsLength(8)
        self.choose.changed.connect(self._chosen)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addLayout(self._rows)
        column.addWidget(self.choose)

    def show_lessons(self, known: Iterable[Lesson], applied: Iterable[Lesson], episode_id: UUID) -> None:
        """Show those applied in the episode, and offer the others."""
        for card in self._cards:
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        used = {lesson.id: lesson for lesson in applied}
        self._cards = [self._card(lesson, episode_id) for lesson in used.values()]
        for card in self._cards:
            self._rows.addWidget(card)
        offered = [Choice(lesson.id, lesson.text) for lesson in known if lesson.id not in used]
        self.choose.blockSignals(True)
        self.choose.set_choices(offered, none=self.tr("Choose a lesson you used"))
        self.choose.setCurrentIndex(0)
        self.choose.blockSignals(False)
        self.choose.setVisible(bool(offered))

    def _card(self, lesson: Lesson, episode_id: UUID) -> _Applied:
        used = next(one for one in lesson.applications if one.episode_id == episode_id and not one.trashed_at)
        card = _Applied(lesson, used.worked, self)
        card.answered.connect(
            lambda worked: self._journal.lessons.apply(lesson.id, episode_id, worked=worked)
        )
        card.removed.connect(partial(self._take_back, card, lesson.id, episode_id))
        return card

    def _chosen(self) -> None:
        lesson_id = self.choose.choice
        if isinstance(lesson_id, UUID):
            self._journal.lessons.apply(lesson_id, self._ready(self.choose.currentText()))

    def _take_back(self, card: _Applied, lesson_id: UUID, episode_id: UUID) -> None:
        lessons, worked = self._journal.lessons, _WORKED[str(card.worked.choice)]
        lessons.unapply(lesson_id, episode_id)
        self.toast.emit(
            self.tr("Lesson taken off"), lambda: lessons.apply(lesson_id, episode_id, worked=worked)
        )
