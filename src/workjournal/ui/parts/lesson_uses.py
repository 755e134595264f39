"""Where a lesson was applied, whether it worked each time, and the way to say where it was applied too."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.lesson import Application, Lesson
from workjournal.journal.journal import Journal
from workjournal.ui import icons
from workjournal.ui.parts import lesson_words
from workjournal.ui.parts.did_it_work import DidItWork, words
from workjournal.ui.parts.goal_words import day

MOST = 5
"""Uses in sight until all are asked for."""


class LessonUses(QFrame):
    """A card on the page of a lesson."""

    episode = Signal(UUID)
    apply_asked = Signal()
    toast = Signal(str, object)

    def __init__(self, journal: Journal, parent: QWidget) -> None:
        super().__init__(parent)
        self._journal = journal
        self._lesson: Lesson | None = None
        self._all = False
        self.cards: dict[UUID, DidItWork] = {}
        self.setProperty("role", "card")
        heading, self.tally = QLabel(self.tr("Applied"), self), QLabel(self)
        heading.setProperty("role", "heading")
        self.tally.setProperty("role", "caption")
        none = self.tr("Not applied yet. Every use counts, whether it worked or not.")
        self.none = words(self, none, "text2")
        self.more, self.apply = QPushButton(self), QPushButton(self.tr("Apply to an episode…"), self)
        self.more.setProperty("role", "link")
        self.more.clicked.connect(self._show_all)
        icons.put(self.apply, "plus")
        self.apply.clicked.connect(self.apply_asked)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self.tally)
        foot.addWidget(self.apply)
        foot.addStretch(1)
        foot.addWidget(self.more)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 18)
        column.setSpacing(10)
        for part in (head, self._rows, foot):
            column.addLayout(part)
        column.insertWidget(1, self.none)

    def show_lesson(self, lesson: Lesson) -> None:
        """Its uses, the latest first. Cards that are there already stay, and with them the keyboard."""
        if self._lesson is None or self._lesson.id != lesson.id:
            self._all = False
            self._clear()
        self._lesson = lesson
        applied = lesson.applied()[::-1]
        shown = applied if self._all else applied[:MOST]
        if [use.episode_id for use in shown] == list(self.cards):
            for use in shown:
                self.cards[use.episode_id].worked.show_worked(use.worked)
        else:
            self._clear()
            for use in shown:
                self._add(lesson.id, use)
        self.none.setVisible(not applied)
        self.tally.setText(lesson_words.tally(lesson))
        self.more.setVisible(len(applied) > len(shown))
        self.more.setText(self.tr("Show all {number}").format(number=len(applied)))

    def _clear(self) -> None:
        for card in self.cards.values():
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {}

    def _add(self, lesson_id: UUID, use: Application) -> None:
        episode = self._journal.episodes.get(use.episode_id)
        where = day(episode.date) if episode.trashed_at is None else self.tr("in the trash")
        card = DidItWork(episode.title, use.worked, self, second=where, opens=True)
        card.answered.connect(
            lambda worked: self._journal.lessons.apply(lesson_id, episode.id, worked=worked)
        )
        card.opened.connect(lambda: self.episode.emit(episode.id))
        card.removed.connect(lambda: self._take_back(card, lesson_id, episode.id))
        self.cards[episode.id] = card
        self._rows.addWidget(card)

    def _show_all(self) -> None:
        self._all = True
        if self._lesson is not None:
            self.show_lesson(self._lesson)

    def _take_back(self, card: DidItWork, lesson_id: UUID, episode_id: UUID) -> None:
        lessons = self._journal.lessons
        undo = partial(lessons.apply, lesson_id, episode_id, worked=card.worked.worked())
        lessons.unapply(lesson_id, episode_id)
        self.toast.emit(self.tr("Lesson taken off"), undo)
