"""One reflection: the questions of its method, how good decision and outcome were, and what it leaves."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QPushButton, QScrollArea

from workjournal.domain import methods
from workjournal.domain.action import Action
from workjournal.domain.episode import Episode
from workjournal.domain.keeping import Draft
from workjournal.domain.lesson import Lesson
from workjournal.domain.methods.method import Method
from workjournal.domain.reflection import Reflection
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form, tab_order, words
from workjournal.ui.autosave import Autosave
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import drafted
from workjournal.ui.parts.left_behind import LESSONS, NEXT, LeftBehind
from workjournal.ui.parts.subject import PLACE, Subject, about
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.choice_box import Choice, ChoiceBox
from workjournal.ui.widgets.elided_label import ElidedLabel
from workjournal.ui.widgets.icon_label import IconLabel
from workjournal.ui.widgets.prompt_form import PromptForm
from workjournal.ui.widgets.saved_mark import SavedMark

RATED = ("method", "answers", "decision_quality", "outcome_quality")
FIELDS = (*RATED, *LESSONS, *NEXT)


class ReflectionScreen(Screen):
    """Writing and reading a reflection. A new one is a draft until it is finished; one that is kept is saved on leaving."""

    name = "reflection"
    title = QT_TRANSLATE_NOOP("ReflectionScreen", "Reflection")
    icon = "notebook-pen"
    shows = frozenset({Reflection, Episode, Lesson, Action})
    under = "reflections"

    crumb: ElidedLabel
    saved: SavedMark
    trash: QPushButton
    later: QPushButton
    finish: QPushButton
    page: QScrollArea
    context_card: QFrame
    context_icon: IconLabel
    context_title: QLabel
    context_when: QLabel
    open_context: QPushButton
    context_story: QLabel
    method_heading: QLabel
    progress: Chip
    method: ChoiceBox
    all_at_once: QCheckBox
    answers: PromptForm
    leaves_card: QFrame
    lesson_1: QLineEdit
    action: QLineEdit
    no_evidence: QLabel
    no_action: QLabel
    problem: QLabel
    quality_card: QFrame
    why_card: QFrame
    why: QLabel

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._reflection: Reflection | None = None
        self._subject: Subject | None = None
        self._left = LeftBehind()
        self._shown: dict[str, object] = {}
        self.method.set_choices(
            Choice(known.key, QCoreApplication.translate("methods", known.name)) for known in methods.METHODS
        )
        self._ask()
        self._autosave = Autosave(self, self._keep, FIELDS, clock=self.time_of_day)
        self._connect()

    def refresh(self) -> None:
        """Read again what it is about; the words stay unless nothing was typed."""
        reflection = self._reflection
        if reflection is None:
            return
        if self._is_kept(reflection) and self._values() == self._shown:
            self._open(self._journal.reflections.get(reflection.id), keep_place=True)
        elif self._subject is not None:
            self._subject = about(self._journal, self._subject.id)
            self._show_context()

    def arrive(self, what: object) -> None:
        self.leave()
        if isinstance(what, UUID):
            self._open(self._journal.reflections.get(what))
            return
        subject = about(self._journal, what.about) if isinstance(what, New) and what.about else None
        known = self._journal.reflections.of_episode(subject.id) if subject else []
        fresh = Reflection(date=self._journal.today(), method=methods.DEFAULT.key)
        self._open(known[-1] if known else fresh, subject)

    def leave(self) -> None:
        """Keep the draft of a new one; save one that was finished before."""
        if self._reflection is None:
            return
        drafted.settle(self)
        self._autosave.flush()
        if self._is_kept(self._reflection) and self._values() != self._shown:
            self._save(self._reflection)

    def _connect(self) -> None:
        self._autosave.kept.connect(self.saved.say)
        self._autosave.dirtied.connect(self.saved.clear)
        self.method.changed.connect(self._ask)
        self.all_at_once.toggled.connect(self.answers.set_all_at_once)
        self.answers.stepped.connect(self._show_progress)
        self.answers.changed.connect(self._show_progress)
        self.answers.passed.connect(self.lesson_1.setFocus)
        self.action.textChanged.connect(self._nudge)
        self.finish.clicked.connect(self._finish)
        self.later.clicked.connect(self._go_back)
        self.trash.clicked.connect(self._trash)
        self.open_context.clicked.connect(self._open_subject)
        through = QShortcut(QKeySequence("Ctrl+Return"), self.leaves_card)
        through.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        through.activated.connect(self._finish)

    def _open(
        self, reflection: Reflection, subject: Subject | None = None, *, keep_place: bool = False
    ) -> None:
        self._reflection = reflection
        self._subject = subject or Subject.of(self._journal, reflection)
        kept = self._is_kept(reflection)
        self._left = LeftBehind.of(self._journal, reflection)
        with self._autosave.quiet():
            form.show(self, reflection, RATED)
            form.show(self, self._left.fields(), (*LESSONS, *NEXT))
        self._shown = self._values()
        self.problem.hide()
        self._show_context()
        self.trash.setVisible(kept)
        self.later.setVisible(not kept)
        self.finish.setText(self.tr("Done") if kept else self.tr("Finish"))
        self.method.setVisible(len(methods.METHODS) > 1 and not kept)
        if not keep_place:
            self.saved.clear()
            self._resume(kept=kept)

    def _resume(self, *, kept: bool) -> None:
        """Put a draft back, and the keyboard where the writing stopped."""
        draft = self._draft()
        if draft is not None:
            with self._autosave.quiet():
                drafted.show(self, draft.fields, FIELDS)
        self.all_at_once.setChecked(kept)
        self.answers.set_all_at_once(kept)
        self.answers.show_up_to(self.answers.first_open(), focus=not kept)
        self._show_progress()
        self._nudge()
        if kept:
            self.page.setFocus()
            self.page.verticalScrollBar().setValue(0)

    def _ask(self) -> None:
        asked = self._asked()
        self.answers.ask(asked.prompts)
        tab_order.chain(self)
        self.method_heading.setText(QCoreApplication.translate("methods", asked.name))
        self.why.setText(QCoreApplication.translate("methods", asked.source))
        self.why_card.setVisible(bool(asked.source))
        self._show_progress()

    def _show_context(self) -> None:
        subject = self._subject
        self.context_card.setVisible(subject is not None)
        self.crumb.setText(subject.title if subject else self.tr("New reflection"))
        if subject is None:
            return
        self.context_icon.set_icon(subject.icon)
        self.context_title.setText(subject.title)
        self.context_when.setText(words.day(subject.day, self._journal.today()) if subject.day else "")
        self.context_story.setText(subject.text)
        self.context_story.setVisible(bool(subject.text))
        self._nudge()

    def _show_progress(self) -> None:
        asked = self._asked()
        told, count = self.tr("{number} of {all}"), self.answers.step() + 1
        self.progress.setText(told.format(number=count, all=len(asked.prompts)))
        self.progress.updateGeometry()
        self.progress.setVisible(not self.all_at_once.isChecked())
        through = self.answers.is_through()
        self.leaves_card.setVisible(through)
        self.quality_card.setVisible(through)
        self.finish.setEnabled(bool(self.answers.answers))

    def _nudge(self) -> None:
        """Say what is missing; nothing of it has to be there."""
        self.no_evidence.setVisible(self._subject is not None and not self._subject.has_evidence)
        self.no_action.setVisible(not self.action.text().strip())

    def _finish(self) -> None:
        """Keep it and go back; what cannot be kept is said below."""
        reflection = self._reflection
        if reflection is None or not self.answers.answers:
            self.answers.setFocus()
            return
        drafted.settle(self)
        new = not self._is_kept(reflection)
        self.problem.clear()
        with errors.inline(self.problem.setText):
            self._save(reflection)
            if new:
                left = sum(bool(str(self._shown[name]).strip()) for name in LESSONS)
                told = (
                    self.tr("Reflection kept with %n lesson(s)", "", left)
                    if left
                    else self.tr("Reflection kept")
                )
                self.toast.emit(told, None)
            self.go.emit("reflections", None)
        self.problem.setVisible(bool(self.problem.text()))

    def _save(self, reflection: Reflection) -> None:
        """Keep answers, ratings, lessons and action, all or nothing; then the draft goes."""
        typed, now, subject = self._values(), self._journal.now(), self._subject
        form.read(self, reflection, RATED)
        episodes = None
        if subject is not None and not self._is_kept(reflection):
            episodes = [subject.id] if subject.screen == "episode" else None
            reflection.goal_id = subject.id if subject.screen == "goal" else None
        left = self._left
        lessons, actions = left.lessons(typed, now), left.actions(typed, now)
        try:
            self._journal.reflections.keep(reflection, episodes=episodes, lessons=lessons, actions=actions)
        except JournalError:
            if self._is_kept(reflection):  # perhaps it was changed elsewhere: take that up, for the next try
                self._reflection = self._journal.reflections.get(reflection.id)
                self._left = LeftBehind.of(self._journal, reflection)
            raise
        self._journal.drafts.drop(_place(subject))
        self._autosave.forget()
        self._left = LeftBehind.of(self._journal, reflection)
        self._shown = typed

    def _keep(self, values: dict[str, object]) -> None:
        if self._reflection is None:
            return
        if values != self._shown:
            draft = {**drafted.to_json(values), "reflection": self._kept_id()}
            self._journal.drafts.keep(_place(self._subject), draft)
        elif self._draft() is not None:
            self._journal.drafts.drop(_place(self._subject))

    def _draft(self) -> Draft | None:
        """The draft of this very reflection."""
        found = self._journal.drafts.find(_place(self._subject))
        return found if found and found.fields.get("reflection", "") == self._kept_id() else None

    def _trash(self) -> None:
        self.leave()
        reflection, self._reflection = self._reflection, None
        if reflection is not None:
            self._journal.reflections.trash(reflection.id)
            undo = partial(self._journal.reflections.restore, reflection.id)
            self.toast.emit(self.tr("Reflection moved to the trash"), undo)
        self.go.emit("reflections", None)

    def _go_back(self) -> None:
        self.leave()
        self.go.emit("reflections", None)

    def _open_subject(self) -> None:
        if self._subject is not None:
            self.go.emit(self._subject.screen, self._subject.id)

    def _values(self) -> dict[str, object]:
        return form.read(self, names=FIELDS)

    def _kept_id(self) -> str:
        """The id of a reflection that is in the journal already, or ""."""
        reflection = self._reflection
        return str(reflection.id) if reflection is not None and self._is_kept(reflection) else ""

    def _asked(self) -> Method:
        return methods.method(str(self.method.choice or methods.DEFAULT.key))

    @staticmethod
    def _is_kept(reflection: Reflection) -> bool:
        return reflection.version is not None


def _place(subject: Subject | None) -> str:
    return f"{PLACE}{subject.id}" if subject else f"{PLACE}new"
