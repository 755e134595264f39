"""What came of a closed goal: its after-action review, or the way to write it, and the lessons it left."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Lesson
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.journal.reflections import draft_place
from workjournal.ui import icons
from workjournal.ui.parts import goal_words
from workjournal.ui.parts.did_it_work import words
from workjournal.ui.places import New
from workjournal.ui.widgets.row_list import Row, RowList


class GoalReview(QFrame):
    """A card. A reflection since the day it was closed is its review; lessons are those of any reflection on it."""

    go = Signal(str, object)

    def __init__(self, journal: Journal, parent: QWidget) -> None:
        super().__init__(parent)
        self._journal = journal
        self._goal: UUID | None = None
        self.setProperty("role", "card")
        heading = QLabel(self.tr("After-action review"), self)
        self.lessons_heading = QLabel(self.tr("Lessons it left"), self)
        for label in (heading, self.lessons_heading):
            label.setProperty("role", "heading")
        teaching = self.tr(
            "Intent, what happened, why, what you keep and what you change. Now is when it teaches most."
        )
        self.none = words(self, teaching, "text2")
        self.write = QPushButton(self)
        self.write.setObjectName("write_review")
        icons.put(self.write, "notebook-pen")
        self.write.clicked.connect(self._write)
        self.reviews, self.lessons = RowList(self), RowList(self)
        for rows, name, screen in (
            (self.reviews, heading.text(), "reflection"),
            (self.lessons, self.lessons_heading.text(), "lessons"),
        ):
            rows.set_fit(True)
            rows.setAccessibleName(name)
            rows.opened.connect(partial(self.go.emit, screen))
        foot, column = QHBoxLayout(), QVBoxLayout(self)
        foot.addWidget(self.write)
        foot.addStretch(1)
        column.setContentsMargins(20, 16, 20, 18)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addWidget(self.none)
        column.addWidget(self.reviews)
        column.addLayout(foot)
        column.addWidget(self.lessons_heading)
        column.addWidget(self.lessons)

    def show_goal(self, goal: Goal) -> None:
        """Read it again."""
        self._goal = goal.id
        reflections = self._journal.reflections.of_goal(goal.id)
        reviews = [each for each in reflections if goal.closed is not None and each.date >= goal.closed]
        left = self._journal.lessons.left_by_goal(goal.id)
        begun = self._journal.drafts.find(draft_place(goal.id)) is not None
        self.reviews.set_rows([self._review(each) for each in reviews[::-1]])
        self.lessons.set_rows([_lesson(each) for each in left])
        self.none.setVisible(not reviews)
        self.reviews.setVisible(bool(reviews))
        self.write.setVisible(begun or not reviews)
        self.write.setText(self.tr("Go on with the review") if begun else self.tr("Write the review"))
        for part in (self.lessons_heading, self.lessons):
            part.setVisible(bool(left))

    def _review(self, reflection: Reflection) -> Row:
        name = self._journal.methods.asked(reflection).name
        return Row(reflection.id, name, goal_words.day(reflection.date), "notebook-pen")

    def _write(self) -> None:
        if self._goal is not None:
            self.go.emit("reflection", New(about=self._goal))


def _lesson(lesson: Lesson) -> Row:
    return Row(lesson.id, " ".join(lesson.text.split()), goal_words.day(lesson.date), "lightbulb", "accent")
