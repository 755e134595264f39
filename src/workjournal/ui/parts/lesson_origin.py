"""Where a lesson came from, and which stretch goals build on it: each a way there."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from workjournal.domain.lesson import Lesson
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.ui.parts import goal_words
from workjournal.ui.parts.did_it_work import words
from workjournal.ui.parts.goal_words import day
from workjournal.ui.parts.subject import Subject
from workjournal.ui.widgets.row_list import Row, RowList


class LessonOrigin(QFrame):
    """A card on the page of a lesson."""

    reflection = Signal(UUID)
    goal = Signal(UUID)

    def __init__(self, journal: Journal, parent: QWidget) -> None:
        super().__init__(parent)
        self._journal = journal
        self.setProperty("role", "card")
        came, build = (
            QLabel(self.tr("Where it came from"), self),
            QLabel(self.tr("Goals that build on it"), self),
        )
        for heading in (came, build):
            heading.setProperty("role", "heading")
        self.by_hand, self._build = words(self, "", "text2"), build
        self.sources, self.goals = RowList(self), RowList(self)
        for found, named in ((self.sources, came), (self.goals, build)):
            found.set_fit(True)
            found.setAccessibleName(named.text())
        self.sources.opened.connect(self.reflection)
        self.goals.opened.connect(self.goal)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        for part in (came, self.by_hand, self.sources, build, self.goals):
            column.addWidget(part)

    def show_lesson(self, lesson: Lesson) -> None:
        """One or several reflections, or the day it was written down; the goals where there are some."""
        sources = self._journal.lessons.sources(lesson.id)
        goals = self._journal.lessons.goals_of(lesson.id)
        self.by_hand.setText(self.tr("Written down {day}").format(day=day(lesson.date)))
        self.by_hand.setVisible(not sources)
        self.sources.set_rows([self._source(source) for source in sources])
        self.sources.setVisible(bool(sources))
        self.goals.set_rows(
            [
                Row(goal.id, goal.title, look.word, icon=look.icon, tone=look.tone)
                for goal in goals
                for look in (goal_words.look(goal.state),)
            ]
        )
        self._build.setVisible(bool(goals))
        self.goals.setVisible(bool(goals))

    def _source(self, source: Reflection) -> Row:
        subject = Subject.of(self._journal, source)
        where = self.tr("in the trash") if source.trashed_at else day(source.date)
        told = self.tr("Reflection · {where}").format(where=where)
        title = subject.title if subject else self.tr("A reflection")
        return Row(source.id, title, told, icon="notebook-pen", tone="accent")
