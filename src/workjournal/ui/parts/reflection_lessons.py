"""Lessons that fit what a reflection says, beside it: applied in its episode, taken into its goal, or only opened."""

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workjournal.domain.lesson import Lesson
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.journal.matching import Writing
from workjournal.ui.parts.matching_lessons import Looked, MatchingLessons
from workjournal.ui.parts.subject import Subject


class ReflectionLessons(QFrame):
    """A card, hidden while nothing fits.

    `fields` of `screen` are watched; `text` is what is written in them so far.
    """

    toast = Signal(str, object)
    opened = Signal(UUID)

    def __init__(
        self, journal: Journal, screen: QWidget, fields: Collection[str], text: Callable[[], str]
    ) -> None:
        super().__init__(screen)
        self._journal, self._text = journal, text
        self._about: UUID | None = None
        self._on_goal = self._writing = False
        self._labels = Writing()
        self._without: frozenset[UUID] = frozenset()
        self.setProperty("role", "card")
        self.matching = MatchingLessons(journal, screen, fields, self._looked, self)
        self.matching.chosen.connect(self._take)
        self.matching.changed.connect(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 18)
        column.addWidget(self.matching)
        self._fit()

    def show_about(self, subject: Subject | None, reflection: Reflection | None) -> None:
        """What the reflection is about; the lessons it left itself fit it anyway."""
        about = subject.about if subject is not None and subject.screen else None
        self._about = about if isinstance(about, UUID) else None
        self._on_goal = subject is not None and subject.screen == "goal"
        left = self._journal.reflections.left_by(reflection.id)[0] if reflection else []
        self._labels, taken = self._of_goal() if self._on_goal else self._of_episode()
        self._without = frozenset(lesson.id for lesson in (*left, *taken))
        self._writing = True
        self.matching.set_verb(self._verb())
        self.matching.look_again()

    def _of_episode(self) -> tuple[Writing, list[Lesson]]:
        """The labels of the episode, and the lessons applied in it."""
        if self._about is None:
            return Writing(), []
        episode = self._journal.episodes.get(self._about)
        goal = self._journal.goals.get(episode.goal_id) if episode.goal_id else None
        labels = Writing(
            skills=tuple(skill.name for skill in episode.skills),
            people=tuple(person.name for person in episode.people),
            tags=tuple(tag.name for tag in episode.tags),
            challenges=tuple(goal.challenges) if goal else (),
        )
        return labels, self._journal.lessons.applied_in(self._about)

    def _of_goal(self) -> tuple[Writing, list[Lesson]]:
        """Skills and kinds of challenge of the goal, and the lessons it builds on."""
        if self._about is None:
            return Writing(), []
        goal = self._journal.goals.get(self._about)
        skills = tuple(skill.name for skill in goal.skills)
        labels = Writing(skills=skills, challenges=tuple(goal.challenges))
        return labels, self._journal.lessons.of_goal(self._about)

    def _verb(self) -> str:
        if self._about is None:
            return self.tr("Open")
        return self.tr("Build on it") if self._on_goal else self.tr("Apply")

    def _looked(self) -> Looked | None:
        return Looked(replace(self._labels, text=self._text()), self._without) if self._writing else None

    def _fit(self) -> None:
        self.setVisible(bool(self.matching.lessons()))

    def _take(self, lesson: Lesson) -> None:
        lessons, about = self._journal.lessons, self._about
        if about is None:
            self.opened.emit(lesson.id)
        elif self._on_goal:
            lessons.take_into(lesson.id, about)
            undo = partial(lessons.take_out_of, lesson.id, about)
            self.toast.emit(self.tr("The goal builds on the lesson"), undo)
        else:
            lessons.apply(lesson.id, about)
            self.toast.emit(
                self.tr("Lesson applied in the episode"), partial(lessons.unapply, lesson.id, about)
            )
