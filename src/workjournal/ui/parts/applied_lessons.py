"""The lessons of an episode: those that fit what is written, those applied, and whether they worked."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workjournal.domain.lesson import Lesson, LessonState
from workjournal.journal.journal import Journal
from workjournal.journal.matching import Writing
from workjournal.ui.parts.did_it_work import DidItWork
from workjournal.ui.parts.matching_lessons import Looked, MatchingLessons
from workjournal.ui.widgets.choice_box import Choice, ChoiceBox

Values = dict[str, object]
MATCHED = ("title", "story", "result", "tags", "people", "skills", "goal_id")
"""The fields of an episode by which lessons are found; the private note is nobody's business but its own."""


class AppliedLessons(QWidget):
    """The lessons applied, those that may fit, and a box to choose another.

    `ready` puts the episode into the journal first. `values` are those of the fields of `editor`.
    """

    toast = Signal(str, object)

    def __init__(
        self,
        journal: Journal,
        ready: Callable[[str], UUID],
        editor: QWidget,
        values: Callable[[], Values],
    ) -> None:
        super().__init__(editor)
        self._journal, self._ready, self._values = journal, ready, values
        self._episode_id: UUID | None = None
        self.cards: dict[UUID, DidItWork] = {}
        self._without: frozenset[UUID] = frozenset()
        self._challenges: dict[UUID, tuple[str, ...]] = {}
        heading = QLabel(self.tr("Lessons"), self)
        heading.setProperty("role", "heading")
        self.choose = ChoiceBox(self)
        self.choose.setObjectName("choose_lesson")
        self.choose.setAccessibleName(self.tr("Apply a lesson"))
        self.choose.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choose.setMinimumContentsLength(8)
        self.choose.changed.connect(self._chosen)
        self.matching = MatchingLessons(journal, editor, MATCHED, self._looked)
        self.matching.chosen.connect(self._apply)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addLayout(self._rows)
        column.addWidget(self.matching)
        column.addWidget(self.choose)

    def show_episode(self, episode_id: UUID) -> bool:
        """Show those applied in an episode, and offer the others; False where there is none at all."""
        used = {lesson.id: lesson for lesson in self._journal.lessons.applied_in(episode_id)}
        self._without = frozenset({*used, *self._left_by(episode_id)})
        self._challenges = {goal.id: tuple(goal.challenges) for goal in self._journal.goals.all()}
        self._show_used(used, episode_id)
        offered = [
            Choice(line.id, line.text)
            for line in self._journal.lessons.lines()
            if line.id not in used and line.state is not LessonState.RETIRED
        ]
        self.choose.blockSignals(True)
        self.choose.set_choices(offered, none=self.tr("Choose a lesson you used"))
        self.choose.setCurrentIndex(0)
        self.choose.blockSignals(False)
        self.choose.setVisible(bool(offered))
        self.matching.look_again()
        return bool(offered or used)

    def _left_by(self, episode_id: UUID) -> set[UUID]:
        """What reflections on this very episode left fits it anyway."""
        reflections = self._journal.reflections
        return {
            lesson.id
            for each in reflections.of_episode(episode_id)
            for lesson in reflections.left_by(each.id)[0]
        }

    def _looked(self) -> Looked | None:
        values = self._values()
        goal_id = values["goal_id"]
        writing = Writing(
            text="\n".join(str(values[name]) for name in ("title", "result", "story")),
            skills=_names(values["skills"]),
            people=_names(values["people"]),
            tags=_names(values["tags"]),
            challenges=self._challenges.get(goal_id, ()) if isinstance(goal_id, UUID) else (),
        )
        return Looked(writing, self._without)

    def _show_used(self, used: dict[UUID, Lesson], episode_id: UUID) -> None:
        """Cards that are there already stay, and with them the keyboard."""
        worked = {
            lesson.id: next(use.worked for use in lesson.applied() if use.episode_id == episode_id)
            for lesson in used.values()
        }
        if episode_id == self._episode_id and list(used) == list(self.cards):
            for lesson_id, card in self.cards.items():
                card.worked.show_worked(worked[lesson_id])
            return
        for card in self.cards.values():
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._episode_id = episode_id
        self.cards = {
            lesson.id: self._card(lesson, worked[lesson.id], episode_id) for lesson in used.values()
        }
        for card in self.cards.values():
            self._rows.addWidget(card)

    def _card(self, lesson: Lesson, worked: bool | None, episode_id: UUID) -> DidItWork:
        card = DidItWork(lesson.text, worked, self)
        card.answered.connect(
            lambda worked: self._journal.lessons.apply(lesson.id, episode_id, worked=worked)
        )
        card.removed.connect(partial(self._take_back, card, lesson.id, episode_id))
        return card

    def _chosen(self) -> None:
        lesson_id = self.choose.choice
        if isinstance(lesson_id, UUID):
            self._journal.lessons.apply(lesson_id, self._ready(self.choose.currentText()))

    def _apply(self, lesson: Lesson) -> None:
        """By its key or button, in the midst of writing: the keyboard stays where it is."""
        episode_id = self._ready(lesson.text)
        self._journal.lessons.apply(lesson.id, episode_id)
        undo = partial(self._journal.lessons.unapply, lesson.id, episode_id)
        self.toast.emit(self.tr("Lesson applied"), undo)

    def _take_back(self, card: DidItWork, lesson_id: UUID, episode_id: UUID) -> None:
        lessons, worked = self._journal.lessons, card.worked.worked()
        lessons.unapply(lesson_id, episode_id)
        self.toast.emit(
            self.tr("Lesson taken off"), lambda: lessons.apply(lesson_id, episode_id, worked=worked)
        )


def _names(labels: object) -> tuple[str, ...]:
    return tuple(map(str, labels)) if isinstance(labels, list) else ()
