"""One reflection: the questions of its method, how good decision and outcome were, and what it leaves."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workjournal.domain import nudges, offering
from workjournal.domain.action import Action
from workjournal.domain.attachment import Attachment
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Application, Lesson
from workjournal.domain.own_method import OwnMethod
from workjournal.domain.reflection import Depth, Reflection
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing
from workjournal.ui import errors, form, tab_order
from workjournal.ui.attached.evidence_card import EvidenceCard
from workjournal.ui.autosave import Autosave
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import drafted
from workjournal.ui.parts.asked_form import AskedForm
from workjournal.ui.parts.depth_check import DepthCheck
from workjournal.ui.parts.leaves_card import LeavesCard
from workjournal.ui.parts.left_behind import LESSONS, NEXT, LeftBehind
from workjournal.ui.parts.matching_hint import MatchingHint
from workjournal.ui.parts.quality_card import QualityCard
from workjournal.ui.parts.questions_card import QuestionsCard
from workjournal.ui.parts.reflection_drafts import About, ReflectionDrafts, is_kept
from workjournal.ui.parts.reflection_lessons import ReflectionLessons
from workjournal.ui.parts.review_material import ReviewMaterial
from workjournal.ui.parts.subject import Subject, about, begun, kept_about
from workjournal.ui.parts.subject_card import SubjectCard
from workjournal.ui.parts.why_card import WhyCard
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.elided_label import ElidedLabel
from workjournal.ui.widgets.saved_mark import SavedMark

RATED = ("method", "distanced", "answers", "evidence", "decision_quality", "outcome_quality")
FIELDS = (*RATED, *LESSONS, *NEXT)
PARTS = ("context", "questions", "leaves", "material", "evidence_card", "quality", "depth_check", "why")


class ReflectionScreen(Screen):
    """Writing and reading a reflection. A new one is a draft until it is finished; one that is kept is saved on leaving."""

    name = "reflection"
    title = QT_TRANSLATE_NOOP("ReflectionScreen", "Reflection")
    icon = "notebook-pen"
    help = "reflecting"
    shows = frozenset({Reflection, Episode, Lesson, Action, Application, Attachment, Goal, OwnMethod})
    under = "reflections"

    crumb: ElidedLabel
    saved: SavedMark
    trash: QPushButton
    later: QPushButton
    finish: QPushButton
    page: QScrollArea
    matching_column: QVBoxLayout
    problem: QLabel

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._reflection: Reflection | None = None
        self._subject: Subject | None = None
        self._left, self._drafts = LeftBehind(), ReflectionDrafts(journal)
        self._shown: dict[str, object] = {}
        self.context, self.material = SubjectCard(self), ReviewMaterial(journal, self)
        self.questions, self.evidence_card = QuestionsCard(journal, self), EvidenceCard(journal, self)
        self.leaves, self.quality, self.why = LeavesCard(self), QualityCard(self), WhyCard(self)
        self.depth_check = DepthCheck(self, may_wait=False)
        self.answers, self.evidence = self.questions.answers, self.evidence_card.evidence
        for name in PARTS:
            part: QWidget = getattr(self, name)
            getattr(self, f"{name}_column").addWidget(part)
            vars(self).update(form.fields(part, FIELDS))  # they are this screen's fields
        self.lessons = ReflectionLessons(journal, self, ("answers", *LESSONS), self._told)
        self.matching_column.addWidget(self.lessons)
        MatchingHint(self.lessons.matching, self.page, self.saved)
        self._show_asked()
        self._autosave = Autosave(self, self._keep, FIELDS, clock=self.time_of_day)
        self._connect()

    def refresh(self) -> None:
        """Read again what it is about; the words stay unless nothing was typed."""
        if (reflection := self._reflection) is None:
            return
        try:
            self._read_again(reflection)
        except NoSuchThing:  # the trash was emptied of it, or of what it is about; what is typed stays
            if self._values() == self._shown:
                self._reflection = self._subject = None

    def arrive(self, what: object) -> None:
        self.leave()
        if isinstance(what, UUID):
            self._open(self._journal.reflections.get(what))
            return
        subject = about(self._journal, what.about) if isinstance(what, New) and what.about else None
        half_way = subject is not None and self._drafts.is_begun(subject.about)
        known = None if half_way else kept_about(self._journal, subject)
        self._open(known or begun(subject, self._journal.today()), subject)

    def leave(self) -> None:
        """Keep the draft of a new one; save one that was finished before, unless it was emptied: that stays a draft."""
        if self._reflection is None or self._journal.read_only:
            return
        self._settle()
        if is_kept(self._reflection) and self._values() != self._shown and self.answers.answers:
            self._save(self._reflection)

    def text_owner(self) -> UUID | None:
        return self._reflection.id if self._reflection is not None and is_kept(self._reflection) else None

    def _settle(self) -> None:
        drafted.settle(self)
        self._autosave.flush()

    def _read_again(self, reflection: Reflection) -> None:
        if is_kept(reflection) and self._values() == self._shown:
            self._open(self._journal.reflections.get(reflection.id), keep_place=True)
            return
        if self._subject is not None:
            self._subject = about(self._journal, self._subject.about)
            self._show_subject()
        if not is_kept(reflection):
            self._offer(self.questions.asked_form() if self.answers.answers else None)
            self.questions.ask()

    def _connect(self) -> None:
        self._autosave.kept.connect(self.saved.say)
        self._autosave.dirtied.connect(self.saved.clear)
        self.questions.asked_anew.connect(self._show_asked)
        self.questions.methods_asked.connect(lambda method: self.go.emit("methods", method))
        self.quality.stepped_back.connect(lambda: self.questions.distanced.setChecked(True))
        self.answers.passed.connect(self.leaves.lesson_1.setFocus)
        typing = (self.answers.changed, self.evidence.changed, self.leaves.action.textChanged)
        for changed in (self.answers.stepped, *typing):
            changed.connect(self._show_rest)
        self.material.taken.connect(self.answers.append)
        for part in (self.material, self.context):
            part.go.connect(self.go)
        for beside in (self.evidence_card, self.lessons):
            beside.toast.connect(self.toast)
        self.lessons.opened.connect(lambda lesson: self.go.emit("lessons", lesson))
        self.depth_check.rated.connect(self._rate)
        self.finish.clicked.connect(self._finish)
        self.later.clicked.connect(self._go_back)
        self.trash.clicked.connect(self._trash)
        self.leaves.passed.connect(self._finish)

    def _open(
        self, reflection: Reflection, subject: Subject | None = None, *, keep_place: bool = False
    ) -> None:
        self._reflection = reflection
        self._subject = subject or Subject.of(self._journal, reflection)
        kept = is_kept(reflection)
        self._left = LeftBehind.of(self._journal, reflection)
        with self._autosave.quiet():
            self._offer(AskedForm.of_kept(self._journal, reflection) if kept else None)
            form.show(self, reflection, RATED)
            form.show(self, self._left.fields(), (*LESSONS, *NEXT))
            self.questions.ask()
        self._shown = self._values()
        self.problem.hide()
        self._show_subject()
        self.later.setVisible(not kept)
        for of_kept in (self.trash, self.depth_check):
            of_kept.setVisible(kept)
        self.depth_check.show_depth(reflection.depth)
        self.finish.setText(self.tr("Done") if kept else self.tr("Finish"))
        if not keep_place:
            self.saved.clear()
            self._resume(reflection)

    def _resume(self, reflection: Reflection) -> None:
        """Put a draft back, and the keyboard where the writing stopped."""
        draft = self._drafts.find(self._about(), reflection)
        if draft is not None:
            asked = AskedForm.of_draft(self._journal, draft.fields, self.questions.asked)
            with self._autosave.quiet():
                self._offer(asked)
                drafted.show(self, {**draft.fields, "method": asked.method.key}, FIELDS)
                self.questions.ask()
        self.questions.begin()
        if is_kept(reflection):
            self.page.setFocus()
            self.page.verticalScrollBar().setValue(0)

    def _offer(self, asked: AskedForm | None) -> None:
        offer = self._subject.offer if self._subject else offering.FREE
        self.questions.offer(offer, asked, kept=self._reflection is not None and is_kept(self._reflection))

    def _show_asked(self) -> None:
        """What depends on the method."""
        asked = self.questions.asked
        self.leaves.show_method(asked)
        self.why.show_method(asked)
        self.material.set_method(asked)
        self.quality.let_step_back(self.questions.may_step_back())
        tab_order.chain(self)
        self._show_rest()

    def _show_subject(self) -> None:
        subject = self._subject
        self.crumb.setText(subject.title if subject else self.tr("New reflection"))
        self.context.show_subject(subject, self._journal.today())
        self.evidence_card.show_subject(subject)
        review = self._reflection.id if self._reflection else None
        self.material.show_period(subject.period if subject else None, review)
        self.lessons.show_about(subject, self._reflection)
        self._show_rest()

    def _show_rest(self) -> None:
        """What comes after the last question, and what could be added; nothing of it has to be there."""
        through, answers = self.answers.is_through(), self.answers.answers
        self.leaves.setVisible(through)
        self.quality.setVisible(through)
        self.finish.setEnabled(bool(answers))
        evidence, action = self.evidence_card.has_evidence(), self.leaves.has_action()
        asked = self.questions.asked_form().whole()
        self.leaves.say(nudges.nudges(asked, answers, has_evidence=evidence, has_action=action))

    def _finish(self) -> None:
        """Keep it and go back; what cannot be kept is said above, and stays as it is, here and in its draft."""
        if (reflection := self._reflection) is None or not self.answers.answers:
            self.answers.setFocus()
            return
        drafted.settle(self)
        new = not is_kept(reflection)
        self.problem.clear()
        with errors.inline(self.problem.setText):
            self._autosave.flush()
            self._save(reflection)
            if new:
                left = sum(bool(str(self._shown[name]).strip()) for name in LESSONS)
                with_lessons = self.tr("Reflection kept with %n lesson(s)", "", left)
                self.toast.emit(with_lessons if left else self.tr("Reflection kept"), None)
            self.go.emit("reflections", reflection.id if new else None)
        self.problem.setVisible(bool(self.problem.text()))
        if self.problem.text():
            self.page.verticalScrollBar().setValue(0)

    def _save(self, reflection: Reflection) -> None:
        """Keep answers, ratings, lessons and action, all or nothing; then the draft goes."""
        typed, new, asked = self._values(), not is_kept(reflection), self.questions.asked_form().whole()
        form.read(self, reflection, RATED)
        reflection.distanced = self.questions.is_distanced()
        episode = self._subject.episode if self._subject and new else None
        draft = self._drafts.place(self._about(), reflection)
        try:
            self._left.keep(self._journal, reflection, typed, asked=asked, episode=episode)
        except JournalError:
            if not new:  # perhaps it was changed elsewhere: take that up, for the next try
                self._reflection = self._journal.reflections.get(reflection.id)
                self._left = LeftBehind.of(self._journal, reflection)
            raise
        self._drafts.drop(draft)
        self._autosave.forget()
        self._left = LeftBehind.of(self._journal, reflection)
        with self._autosave.quiet():  # they close up: each field stands for the lesson at its place
            form.show(self, self._left.fields(), LESSONS)
        self._shown = self._values()

    def _keep(self, values: dict[str, object]) -> None:
        if self._reflection is not None:
            typed, asked = values if values != self._shown else None, self.questions.asked_form()
            self._drafts.keep(self._about(), self._reflection, typed, asked)

    def _rate(self, depth: Depth | None) -> None:
        """How far it went is kept at once, beside what is being typed."""
        if self._reflection is not None:
            self._reflection = self._journal.reflections.rate_depth(self._reflection.id, depth)

    def _trash(self) -> None:
        self._settle()
        reflection, self._reflection = self._reflection, None
        if reflection is not None:
            self._journal.reflections.trash(reflection.id)
            undo = partial(self._journal.reflections.restore, reflection.id)
            self.toast.emit(self.tr("Reflection moved to the trash"), undo)
        self.go.emit("reflections", None)

    def _go_back(self) -> None:
        self.leave()
        self.go.emit("reflections", None)

    def _told(self) -> str:
        """All that is written so far."""
        return "\n".join([*self.answers.answers.values(), *(str(self._values()[name]) for name in LESSONS)])

    def _values(self) -> dict[str, object]:
        return form.read(self, names=FIELDS)

    def _about(self) -> About:
        return self._subject.about if self._subject else None
