"""Lessons: all of them at the leading edge, the chosen one beside them."""

from uuid import UUID

from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Application, Lesson, LessonState
from workjournal.journal.journal import Journal
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import lesson_words
from workjournal.ui.parts.lesson_page import LessonPage
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.lesson_list import LessonList


class LessonsScreen(Screen):
    """A list and a page; what is typed in a lesson is saved when another one is chosen, or on leaving."""

    name = "lessons"
    title = QT_TRANSLATE_NOOP("LessonsScreen", "Lessons")
    icon = "lightbulb"
    shows = frozenset({Lesson, Application, Episode})
    shortcut = "Ctrl+5"

    show_retired: QCheckBox
    new_lesson: QPushButton
    pages: QStackedWidget
    empty: EmptyState
    page: QWidget
    list_card: QFrame
    lessons: LessonList
    page_scroll: QScrollArea
    detail_column: QVBoxLayout

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._writing_new = False
        self.lesson = LessonPage(journal, self)
        self.detail_column.addWidget(self.lesson)
        self.new_lesson.clicked.connect(lambda: self._open(None))
        self.show_retired.toggled.connect(self.refresh)
        self.empty.acted.connect(lambda: self.go.emit("reflections", None))
        self.lessons.selectionModel().currentChanged.connect(
            lambda *_: self._choose(self.lessons.current_id())
        )
        self.lessons.opened.connect(self._choose)
        self.lessons.trashed.connect(self._trash)
        self.lesson.kept.connect(self._open)
        self.lesson.episode.connect(lambda episode: self.go.emit("episode", episode))
        self.lesson.reflection.connect(lambda reflection: self.go.emit("reflection", reflection))
        self.lesson.retire_asked.connect(self._retire)
        self.lesson.take_up_asked.connect(self._journal.lessons.take_up)
        self.lesson.trash_asked.connect(self._trash)

    def refresh(self) -> None:
        """Read the list again; the chosen lesson stays, with what is being typed in it."""
        known = self._journal.lessons.all(retired=True)
        shown = [
            lesson
            for lesson in known
            if self.show_retired.isChecked() or lesson.state is not LessonState.RETIRED
        ]
        at = self.lessons.verticalScrollBar().value()
        self.lessons.set_rows([lesson_words.row(lesson) for lesson in shown])
        self.lessons.verticalScrollBar().setValue(at)
        self.show_retired.setVisible(len(shown) < len(known) or self.show_retired.isChecked())
        self.pages.setCurrentWidget(self.page if known or self._writing_new else self.empty)
        self.list_card.setVisible(bool(known))
        ids = [lesson.id for lesson in shown]
        present = self.lesson.lesson_id
        if present in ids or self._writing_new:
            self.lesson.refresh()
            self.lessons.choose(present)
        else:
            self._open(ids[0] if ids else None, writing=False)

    def arrive(self, what: object) -> None:
        if isinstance(what, New):
            self._open(None)
        elif isinstance(what, UUID):
            retired = self._journal.lessons.get(what).state is LessonState.RETIRED
            self.show_retired.setChecked(self.show_retired.isChecked() or retired)
            self._open(what)
        self._focus()

    def leave(self) -> None:
        if self.lesson.leave():
            self._writing_new = False

    def here(self) -> object:
        return New() if self._writing_new else self.lesson.lesson_id

    def _focus(self) -> None:
        if self._writing_new:
            self.lesson.text.setFocus()
        elif self.lessons.rows():
            self.lessons.setFocus()
        else:
            self.empty.setFocus()

    def _choose(self, lesson_id: object) -> None:
        if isinstance(lesson_id, UUID) and (lesson_id != self.lesson.lesson_id):
            self._open(lesson_id)

    def _open(self, lesson_id: UUID | None, *, writing: bool = True) -> None:
        """Show a lesson, or a new one, once the one before is saved; one that cannot be saved stays a draft."""
        self.lesson.leave()
        self._writing_new = lesson_id is None and writing
        self.lesson.open(lesson_id)
        self.page_scroll.verticalScrollBar().setValue(0)
        self.page_scroll.setVisible(lesson_id is not None or self._writing_new)
        if lesson_id is None:
            self.lessons.clearSelection()
            self.lessons.setCurrentIndex(self.lessons.rootIndex())
        else:
            self.lessons.choose(lesson_id)
        if self._writing_new:
            self.pages.setCurrentWidget(self.page)
            self.lesson.text.setFocus()

    def _retire(self, lesson_id: UUID) -> None:
        self.lesson.leave()
        before = self._journal.lessons.get(lesson_id).state
        self._journal.lessons.retire(lesson_id)
        self.toast.emit(self.tr("Lesson retired"), lambda: self._journal.lessons.take_up(lesson_id, before))

    def _trash(self, lesson_id: UUID) -> None:
        self.lesson.leave()
        self._journal.lessons.trash(lesson_id)
        self.toast.emit(
            self.tr("Lesson moved to the trash"), lambda: self._journal.lessons.restore(lesson_id)
        )
