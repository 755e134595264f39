"""Lessons: all of them at the leading edge, the chosen one beside them, and the way to recall those that are due."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Application, Lesson, LessonState, Recall
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.journal.lessons import LessonLine
from workjournal.journal.preferences import RETENTION
from workjournal.ui import accent, icons
from workjournal.ui.dialogs.apply_lesson import ApplyLessonDialog, Use
from workjournal.ui.dialogs.merge_lesson import Merge, MergeLessonDialog
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import lesson_words
from workjournal.ui.parts.lesson_page import LessonPage
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.choice_box import Choice
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.lesson_list import LessonList
from workjournal.ui.widgets.segments import Segments

RECENT = 200
"""Episodes among which one is found by a few letters of its title."""


class LessonsScreen(Screen):
    """A list and a page; what is typed in a lesson is saved when another one is chosen, or on leaving."""

    name = "lessons"
    title = QT_TRANSLATE_NOOP("LessonsScreen", "Lessons")
    icon = "lightbulb"
    help = "lessons"
    shows = frozenset({Lesson, Application, Recall, Episode, Reflection, Goal})
    shortcut = "Ctrl+5"

    settings: QPushButton
    recall: QPushButton
    new_lesson: QPushButton
    pages: QStackedWidget
    empty: EmptyState
    page: QWidget
    list_card: QFrame
    state: Segments
    lessons: LessonList
    page_scroll: QScrollArea
    detail_column: QVBoxLayout

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._writing_new = False
        self._known: list[LessonLine] = []
        self._offered: list[LessonState | None] = []
        self.lesson = LessonPage(journal, self)
        self.detail_column.addWidget(self.lesson)
        self._connect()

    @classmethod
    def waiting(cls, journal: Journal) -> int:
        return len(journal.recalls.due(journal.today()))

    def _connect(self) -> None:
        self.new_lesson.clicked.connect(lambda: self._open(None))
        self.recall.clicked.connect(lambda: self.go.emit("recall", None))
        self.settings.clicked.connect(lambda: self.go.emit("settings", RETENTION))
        self.state.changed.connect(self.refresh)
        self.empty.acted.connect(lambda: self.go.emit("reflections", None))
        self.lessons.selectionModel().currentChanged.connect(
            lambda *_: self._choose(self.lessons.current_id())
        )
        self.lessons.opened.connect(self._choose)
        self.lessons.trashed.connect(self._trash)
        self.lesson.kept.connect(self._open)
        self.lesson.uses.episode.connect(lambda episode: self.go.emit("episode", episode))
        self.lesson.uses.toast.connect(self.toast)
        self.lesson.origin.reflection.connect(lambda reflection: self.go.emit("reflection", reflection))
        self.lesson.origin.goal.connect(lambda goal: self.go.emit("goal", goal))
        self.lesson.apply_asked.connect(self._ask_apply)
        self.lesson.merge_asked.connect(self._ask_merge)
        self.lesson.retire_asked.connect(self._retire)
        self.lesson.take_up_asked.connect(self._journal.lessons.take_up)
        self.lesson.trash_asked.connect(self._trash)

    def refresh(self) -> None:
        """Read the list again; the chosen lesson stays, with what is being typed in it."""
        known = self._known = self._journal.lessons.lines()
        self._offer_states()
        shown = [lesson for lesson in known if self._is_wanted(lesson)]
        at = self.lessons.verticalScrollBar().value()
        self.lessons.set_rows(lesson_words.rows(shown))
        self.lessons.verticalScrollBar().setValue(at)
        self._count_due()
        self.lesson.merge.setEnabled(len(known) > 1)
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
            lesson = self._journal.lessons.get(what)
            if not self._is_wanted(lesson):
                self.state.choice = lesson.state if lesson.state is LessonState.RETIRED else None
            self._open(what)
        self._focus()

    def leave(self) -> None:
        if self.lesson.leave():
            self._writing_new = False

    def here(self) -> object:
        return New() if self._writing_new else self.lesson.lesson_id

    def _is_wanted(self, lesson: Lesson | LessonLine) -> bool:
        """Whether it is in the list: the retired ones only where they are asked for."""
        wanted = self.state.choice
        return lesson.state is not LessonState.RETIRED if wanted is None else lesson.state is wanted

    def _offer_states(self) -> None:
        """Those that there are; a choice among one is none."""
        there = {lesson.state for lesson in self._known}
        offered: list[LessonState | None] = [None, *(state for state in LessonState if state in there)]
        if offered != self._offered:  # else the chip just pressed would go, and the keyboard with it
            self._offered, chosen = offered, self.state.choice
            self.state.blockSignals(True)
            self.state.set_choices(Choice(state, self._called(state)) for state in offered)
            self.state.choice = chosen if chosen in offered else None
            self.state.blockSignals(False)
        self.state.setVisible(len(there) > 1 or LessonState.RETIRED in there)

    def _called(self, state: LessonState | None) -> str:
        return self.tr("In use") if state is None else lesson_words.chip(state).text

    def _count_due(self) -> None:
        due = self.waiting(self._journal)
        self.recall.setText(self.tr("Recall %n lesson(s)", "", due))
        icons.put(self.recall, "brain")
        self.recall.setVisible(due > 0)
        accent.put(self.new_lesson, "plus", on=not due)

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

    def _ask_apply(self, lesson_id: UUID) -> None:
        lesson = self._journal.lessons.get(lesson_id)
        used = {use.episode_id for use in lesson.applied()}
        recent = [one for one in self._journal.episodes.newest(limit=RECENT) if one.id not in used]
        dialog = ApplyLessonDialog(self, lesson.text, recent)
        dialog.accepted.connect(lambda: self._apply(lesson_id, dialog.use()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _apply(self, lesson_id: UUID, use: Use | None) -> None:
        if use is not None:
            self._journal.lessons.apply(lesson_id, use.episode_id, worked=use.worked)
            undo = partial(self._journal.lessons.unapply, lesson_id, use.episode_id)
            self.toast.emit(self.tr("Lesson applied"), undo)

    def _ask_merge(self, lesson_id: UUID, other_id: UUID | None) -> None:
        """Once what is being typed is saved: both sentences are as the journal has them."""
        if not self.lesson.leave():
            return
        lesson = self._journal.lessons.get(lesson_id)
        others = [known for known in self._known if known.id != lesson_id]
        other = self._journal.lessons.get(other_id) if other_id is not None else None
        dialog = MergeLessonDialog(self, lesson, others, self._journal.lessons.get, other)
        dialog.accepted.connect(lambda: self._merge(dialog.merge()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _merge(self, wanted: Merge | None) -> None:
        if wanted is not None:
            merging, today = self._journal.merging, self._journal.today()
            merged = merging.merge(wanted.kept, wanted.duplicate, today)
            self._open(wanted.kept)
            self.toast.emit(self.tr("Lessons merged"), lambda: merging.part(merged, today))
