"""The lessons a goal builds on, and those that may fit what is written in its plan."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workjournal.domain.lesson import Lesson
from workjournal.journal.journal import Journal
from workjournal.journal.matching import Writing
from workjournal.ui.parts.did_it_work import cross, small_button, words
from workjournal.ui.parts.matching_lessons import Looked, MatchingLessons

TEXTS = ("title", "why", "performance", "conditions", "criterion", "obstacle", "plan", "premortem")
MATCHED = (*TEXTS, "skill_names", "challenges")
"""The fields of a plan by which lessons are found."""


class GoalLessons(QFrame):
    """A card: "Builds on", with a way to each lesson and a way to take it out; hidden while there is nothing.

    `ready` puts the goal into the journal first and gives its id, or None where that fails and has said why.
    """

    toast = Signal(str, object)
    opened = Signal(UUID)

    def __init__(
        self,
        journal: Journal,
        plan: QWidget,
        values: Callable[[], dict[str, object]],
        ready: Callable[[], UUID | None],
    ) -> None:
        super().__init__(plan)
        self._journal, self._values, self._ready = journal, values, ready
        self._goal_id: UUID | None = None
        self._writing = False
        self._without: frozenset[UUID] = frozenset()
        self.cards: list[QFrame] = []
        self.setProperty("role", "card")
        self.heading = QLabel(self.tr("Builds on"), self)
        self.heading.setProperty("role", "heading")
        self.matching = MatchingLessons(journal, plan, MATCHED, self._looked, self)
        self.matching.set_verb(self.tr("Build on it"))
        self.matching.chosen.connect(self._take)
        self.matching.changed.connect(self._fit)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 18)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addLayout(self._rows)
        column.addWidget(self.matching)
        self._fit()

    def show_goal(self, goal_id: UUID | None, *, is_open: bool, writing: bool) -> None:
        """Show what a goal builds on; None for a new one. Others are looked for while its plan is written."""
        self._goal_id, self._writing = goal_id, writing and is_open
        taken = self._journal.lessons.of_goal(goal_id) if goal_id else []
        # What reflections on this very goal left fits it anyway.
        left = self._journal.lessons.left_by_goal(goal_id) if goal_id and self._writing else []
        self._without = frozenset(lesson.id for lesson in (*taken, *left))
        for card in self.cards:
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._card(lesson, is_open=is_open) for lesson in taken]
        for card in self.cards:
            self._rows.addWidget(card)
        self.matching.look_again()
        self._fit()

    def _card(self, lesson: Lesson, *, is_open: bool) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card-sunken")
        row = QHBoxLayout(card)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(2)
        row.addWidget(words(card, lesson.text), 1)
        way = small_button(card, "external-link", self.tr("Open the lesson"), lesson.text)
        way.clicked.connect(lambda: self.opened.emit(lesson.id))
        row.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        if is_open:
            remove = cross(card, self.tr("Take out"), lesson.text)
            remove.clicked.connect(lambda: self._take_out(lesson))
            row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return card

    def _looked(self) -> Looked | None:
        if not self._writing:
            return None
        values = self._values()
        skills, challenges = values["skill_names"], values["challenges"]
        writing = Writing(
            text="\n".join(str(values[name]) for name in TEXTS),
            skills=tuple(skills) if isinstance(skills, list) else (),
            challenges=tuple(challenges) if isinstance(challenges, list | tuple) else (),
        )
        return Looked(writing, self._without)

    def _fit(self) -> None:
        self.setVisible(bool(self.cards or self.matching.lessons()))

    def _take(self, lesson: Lesson) -> None:
        """A goal that is not in the journal yet is put there first; without a title it cannot be, and says so."""
        goal_id = self._ready()
        if goal_id is None:
            return
        self._journal.lessons.take_into(lesson.id, goal_id)
        undo = partial(self._journal.lessons.take_out_of, lesson.id, goal_id)
        self.toast.emit(self.tr("This goal builds on the lesson"), undo)

    def _take_out(self, lesson: Lesson) -> None:
        goal_id = self._goal_id
        if goal_id is None:
            return
        self._journal.lessons.take_out_of(lesson.id, goal_id)
        undo = partial(self._journal.lessons.take_into, lesson.id, goal_id)
        self.toast.emit(self.tr("Lesson taken out"), undo)
