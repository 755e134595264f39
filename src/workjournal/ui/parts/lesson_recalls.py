"""When a lesson comes back, and how it was recalled so far, in the words that came to mind."""

from uuid import UUID

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.lesson import Lesson, Recall
from workjournal.journal.journal import Journal
from workjournal.ui.parts import lesson_words
from workjournal.ui.parts.did_it_work import words
from workjournal.ui.parts.goal_words import day
from workjournal.ui.widgets.chip import Chip

MOST = 3
"""Recalls in sight until all are asked for."""


class LessonRecalls(QFrame):
    """A card on the page of a lesson."""

    def __init__(self, journal: Journal, parent: QWidget) -> None:
        super().__init__(parent)
        self._journal = journal
        self._lesson_id: UUID | None = None
        self._all = False
        self.lines: list[QWidget] = []
        self.setProperty("role", "card")
        heading, self.due = QLabel(self.tr("Recall"), self), QLabel(self)
        heading.setProperty("role", "heading")
        self.due.setProperty("role", "text2")
        self.none = words(self, self.tr("Not recalled yet."), "text2")
        self.more = QPushButton(self)
        self.more.setProperty("role", "link")
        self.more.clicked.connect(self._show_all)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self.due)
        foot.addStretch(1)
        foot.addWidget(self.more)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 18)
        column.setSpacing(10)
        for part in (head, self._rows, foot):
            column.addLayout(part)
        column.insertWidget(1, self.none)

    def show_lesson(self, lesson: Lesson) -> None:
        """The day it comes back, and its recalls, the latest first."""
        self._all = self._all and self._lesson_id == lesson.id
        self._lesson_id = lesson.id
        self.due.setText(lesson_words.comes_back(lesson, self._journal.today()))
        recalls = self._journal.recalls.of(lesson.id)[::-1]
        shown = recalls if self._all else recalls[:MOST]
        for line in self.lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(recall) for recall in shown]
        for line in self.lines:
            self._rows.addWidget(line)
        self.none.setVisible(not recalls)
        self.more.setVisible(len(recalls) > len(shown))
        self.more.setText(self.tr("Show all {number}").format(number=len(recalls)))

    def _line(self, recall: Recall) -> QWidget:
        line, (word, icon, tone) = QWidget(self), lesson_words.grade(recall.grade)
        when = QLabel(day(recall.date), line)
        when.setProperty("role", "muted")
        head, column = QHBoxLayout(), QVBoxLayout(line)
        head.setSpacing(10)
        head.addWidget(Chip(line, word, icon, tone))
        head.addWidget(when)
        head.addStretch(1)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        if recall.answer:
            column.addWidget(words(line, self.tr("“{words}”").format(words=recall.answer)))
        return line

    def _show_all(self) -> None:
        self._all = True
        if self._lesson_id is not None:
            self.show_lesson(self._journal.lessons.get(self._lesson_id))
