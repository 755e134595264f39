"""Recall: the lessons of today, one at a time; what one remembers first, then the lesson beside it."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Lesson, LessonState, Recall
from workjournal.domain.reflection import Reflection
from workjournal.domain.spacing import Grade, retrievability
from workjournal.journal.journal import Journal
from workjournal.ui import words
from workjournal.ui.autosave import Autosave
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import lesson_words
from workjournal.ui.parts.subject import Subject
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.grade_row import GradeChoice, GradeRow
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.saved_mark import SavedMark

KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


class RecallScreen(Screen):
    """One lesson at a time. The answer is the draft "recall:ID"; the lesson is nowhere on it before "Show"."""

    name = "recall"
    title = QT_TRANSLATE_NOOP("RecallScreen", "Recall")
    icon = "brain"
    help = "lessons#recall"
    shows = frozenset({Lesson, Recall, Reflection, Episode})
    under = "lessons"

    progress: Chip
    saved: SavedMark
    later: QPushButton
    pages: QStackedWidget
    page: QScrollArea
    through: EmptyState
    cue: QLabel
    cue_more: QLabel
    ask_card: QFrame
    answer: ProseEdit
    reveal: QPushButton
    compared: QWidget
    yours: QLabel
    sentence: QLabel
    detail: QLabel
    grades_column: QVBoxLayout
    guess: QLabel

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._lesson: Lesson | None = None
        self._shown = False
        self.grades = GradeRow(self)
        self.grades_column.addWidget(self.grades)
        self._autosave = Autosave(self, self._keep, ("answer",), clock=self.time_of_day)
        self._autosave.kept.connect(self.saved.say)
        self._autosave.dirtied.connect(self.saved.clear)
        self.reveal.clicked.connect(self._reveal)
        shows = QShortcut(QKeySequence("Ctrl+Return"), self)
        shows.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shows.activated.connect(self._reveal)
        self.grades.graded.connect(self._grade)
        self.later.clicked.connect(lambda: self.go.emit("lessons", None))
        self.through.acted.connect(lambda: self.go.emit("today", None))
        self.through.second_acted.connect(lambda: self.go.emit("lessons", None))

    def refresh(self) -> None:
        """The lesson that is asked for stays while it is due; what was typed stays with it."""
        due = self._journal.recalls.due(self._journal.today())
        still = next((one for one in due if self._lesson and one.id == self._lesson.id), None)
        if still is None:
            self._autosave.flush()
            self._open(due[0] if due else None)
        else:
            self._lesson = still
            self._show(still)
        self._count(len(due))

    def arrive(self, what: object) -> None:  # noqa: ARG002 - there is only today
        self.refresh()
        self._focus()

    def leave(self) -> None:
        self._autosave.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit grades; one that is typed into the answer never comes here."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._shown and plain and event.key() in KEYS and not event.isAutoRepeat():
            self.grades.press(KEYS.index(Qt.Key(event.key())))
        else:
            super().keyPressEvent(event)

    def _open(self, lesson: Lesson | None) -> None:
        """Ask for a lesson, with what was typed before; None for the page at the end."""
        self._lesson, self._shown = lesson, False
        self.saved.clear()
        if lesson is None:
            self._unshow()
            self._say_through()
            return
        draft = self._journal.drafts.find(_place(lesson.id))
        fields = draft.fields if draft else {}
        # Shown on another day it is forgotten again; the words typed then still help nobody but their writer.
        self._shown = fields.get("shown") == self._journal.today().isoformat()
        with self._autosave.quiet():
            self.answer.text = str(fields.get("answer", ""))
        self._show(lesson)
        self.page.verticalScrollBar().setValue(0)

    def _show(self, lesson: Lesson) -> None:
        self.pages.setCurrentWidget(self.page)
        self._show_cue(lesson)
        self.ask_card.setVisible(not self._shown)
        self.compared.setVisible(self._shown)
        if not self._shown:
            self._unshow()
            return
        today = self._journal.today()
        self.yours.setText(self.answer.text.strip() or self.tr("Nothing came to mind."))
        self.sentence.setText(lesson.text)
        self.detail.setText(lesson.detail)
        self.detail.setVisible(bool(lesson.detail))
        self.guess.setText(self._guess(lesson))
        self.grades.set_grades(
            [
                GradeChoice(grade, lesson_words.grade(grade)[0], lesson_words.returns(day, today))
                for grade, day in self._journal.recalls.returns(lesson, today).items()
            ]
        )

    def _unshow(self) -> None:
        """Not only out of sight: a reader must not find the lesson either."""
        for label in (self.yours, self.sentence, self.detail, self.guess):
            label.clear()

    def _show_cue(self, lesson: Lesson) -> None:
        """When it is meant; where nobody said so, where it came from."""
        trigger = lesson_words.when(lesson.trigger)
        self.cue.setText(trigger or self._origin(lesson))
        skills = ", ".join(skill.name for skill in lesson.skills)
        more = "" if trigger or not skills else self.tr("Skills: {skills}").format(skills=skills)
        self.cue_more.setText(more)
        self.cue_more.setVisible(bool(more))

    def _origin(self, lesson: Lesson) -> str:
        sources = self._journal.lessons.sources(lesson.id)
        subject = Subject.of(self._journal, sources[0]) if sources else None
        day = words.dated(sources[0].date if sources else lesson.date, "d MMMM yyyy")
        if subject is not None:
            return self.tr("From “{title}”, {day}").format(title=subject.title, day=day)
        told = self.tr("From your reflection of {day}") if sources else self.tr("You wrote it down on {day}")
        return told.format(day=day)

    def _guess(self, lesson: Lesson) -> str:
        if lesson.memory is None:
            return self.tr("Its first recall. The days are a model's guess, which your grades correct.")
        likely = round(100 * retrievability(lesson.memory, self._journal.today()))
        told = self.tr(
            "Before you answered, a model's guess was {likely} % that you still knew it. The days are its guess too."
        )
        return told.format(likely=likely)

    def _count(self, left: int) -> None:
        done = self._journal.recalls.done_on(self._journal.today())
        told = self.tr("{number} of {all}").format(number=done + 1, all=done + left)
        self.progress.setText(told)
        self.progress.updateGeometry()
        self.progress.setVisible(left > 0)
        self.later.setVisible(left > 0)

    def _say_through(self) -> None:
        today, recalls = self._journal.today(), self._journal.recalls
        self.pages.setCurrentWidget(self.through)
        done = recalls.done_on(today) > 0
        heading = self.tr("That was all for today") if done else self.tr("Nothing to recall today")
        following = recalls.next_day(today)
        if recalls.waiting(today):
            text = self.tr("Five a day are enough. The others come back from tomorrow on.")
        elif following is not None:
            comes = lesson_words.returns(following, today)
            text = self.tr("The next one comes back {when}.").format(when=comes)
        else:
            text = self.tr("A lesson comes back the day after you wrote it, and then ever more rarely.")
        self.through.say(heading, text, self.tr("Back to Today"), self.tr("All lessons"))

    def _reveal(self) -> None:
        if self._lesson is None or self._shown:
            return
        self._shown = True
        self._autosave.touch()
        self._autosave.flush()
        self._show(self._lesson)
        self._focus()

    def _grade(self, grade: Grade) -> None:
        """Keep the recall and ask for the next lesson; what cannot be kept stays here and in its draft."""
        lesson, today, answer = self._lesson, self._journal.today(), self.answer.text.strip()
        if lesson is None or not self._shown:
            return
        comes = lesson_words.returns(self._journal.recalls.returns(lesson, today)[grade], today)
        recall = self._journal.recalls.recall(lesson.id, grade, today, answer)
        self._autosave.forget()
        self._journal.drafts.drop(_place(lesson.id))
        self._lesson = None
        self.refresh()
        self._focus()
        told = self.tr("{grade}: comes back {when}").format(grade=lesson_words.grade(grade)[0], when=comes)
        self.toast.emit(told, partial(self._take_back, recall, lesson.state))

    def _take_back(self, recall: Recall, state: LessonState) -> None:
        """The lesson is asked for again, with the words that were typed, and the lesson shown beside them."""
        self._autosave.flush()
        today = self._journal.today()
        fields = {"answer": recall.answer, "shown": today.isoformat()}
        self._journal.drafts.keep(_place(recall.lesson_id), fields)
        self._journal.recalls.take_back(recall.id, today, state)
        due = self._journal.recalls.due(today)
        self._open(
            next((one for one in due if one.id == recall.lesson_id), None) or (due[0] if due else None)
        )
        self._count(len(due))
        self._focus()

    def _focus(self) -> None:
        if not self.isVisible():
            return
        if self._lesson is None:
            self.through.setFocus()
        else:
            (self.grades.buttons()[0] if self._shown else self.answer).setFocus()

    def _keep(self, values: dict[str, object]) -> None:
        if self._lesson is None:
            return
        place, answer = _place(self._lesson.id), str(values["answer"])
        if answer.strip() or self._shown:
            shown = self._journal.today().isoformat() if self._shown else ""
            self._journal.drafts.keep(place, {"answer": answer, "shown": shown})
        else:
            self._journal.drafts.drop(place)


def _place(lesson_id: UUID) -> str:
    return f"recall:{lesson_id}"
