"""One lesson: its sentence, when it is meant, where it came from, where it was tried and how it was recalled."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.lesson import Lesson, LessonState
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form
from workjournal.ui.autosave import Autosave
from workjournal.ui.parts import lesson_words
from workjournal.ui.parts.lesson_alike import LessonAlike
from workjournal.ui.parts.lesson_origin import LessonOrigin
from workjournal.ui.parts.lesson_recalls import LessonRecalls
from workjournal.ui.parts.lesson_uses import LessonUses
from workjournal.ui.widgets.audience_ticks import AudienceTicks
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.label_field import LabelField
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.saved_mark import SavedMark

_OF_LESSON = ("text", "trigger", "detail", "audiences")
_FIELDS = (*_OF_LESSON, "skill_names")


class LessonPage(QWidget):
    """Typing is kept as the draft "lesson:ID" and saved by `leave`."""

    kept = Signal(UUID)
    """A new lesson was saved by its button."""
    apply_asked = Signal(UUID)
    merge_asked = Signal(UUID, object)
    """The lesson, and the other one, or None where that is still to be chosen."""
    retire_asked = Signal(UUID)
    take_up_asked = Signal(UUID)
    trash_asked = Signal(UUID)

    sentence_card: QFrame
    text: ProseEdit
    problem: QLabel
    trigger: QLineEdit
    detail: ProseEdit
    skill_names: LabelField
    audiences: AudienceTicks
    state_chip: Chip
    saved: SavedMark
    retire: QPushButton
    take_up: QPushButton
    trash: QPushButton
    keep: QPushButton
    merge: QPushButton
    alike_column: QVBoxLayout
    beside_column: QVBoxLayout

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._lesson: Lesson | None = None
        self._shown: dict[str, object] = {}
        form.fill(self, "lesson_page")
        self.alike, self.origin = LessonAlike(journal, self), LessonOrigin(journal, self)
        self.uses, self.recalls = LessonUses(journal, self), LessonRecalls(journal, self)
        self.alike_column.addWidget(self.alike)
        self._beside = (self.origin, self.uses, self.recalls)
        for part in self._beside:
            self.beside_column.addWidget(part)
        self.autosave = Autosave(self, self._keep, _FIELDS)
        self.autosave.kept.connect(self.saved.say)
        self.autosave.dirtied.connect(self.saved.clear)
        self.text.changed.connect(lambda: self._say_problem(""))
        self.keep.clicked.connect(self._keep_new)
        self.uses.apply_asked.connect(lambda: self._ask(self.apply_asked))
        self.alike.merge_asked.connect(self._ask_merge)
        self.merge.clicked.connect(lambda: self._ask_merge(None))
        self.retire.clicked.connect(lambda: self._ask(self.retire_asked))
        self.take_up.clicked.connect(lambda: self._ask(self.take_up_asked))
        self.trash.clicked.connect(lambda: self._ask(self.trash_asked))
        self._show()

    @property
    def lesson_id(self) -> UUID | None:
        """The lesson that is open; None for a new one."""
        return self._lesson.id if self._lesson else None

    def open(self, lesson_id: UUID | None) -> None:
        """Show a lesson, or a new one, with what was being typed in it."""
        self._lesson = self._journal.lessons.get(lesson_id) if lesson_id else None
        self.saved.clear()
        self._show()
        draft = self._journal.drafts.find(self._place)
        if draft is not None:
            with self.autosave.quiet():
                form.show(self, draft.fields, _FIELDS)

    def refresh(self) -> None:
        """Read the lesson again; what is being typed stays as it is."""
        self.skill_names.set_known(self._journal.skills.names())
        if self._lesson is None:
            return
        lesson = self._journal.lessons.get(self._lesson.id)
        if not self.is_changed():
            self._lesson = lesson
            self._show()
            return
        if _words(lesson) == _words(
            self._lesson
        ):  # it was applied, recalled or retired: no reason not to save
            self._lesson = lesson
        self._show_rest(lesson)

    def leave(self) -> bool:
        """Save what was typed; False where that failed, which leaves it in the fields and in its draft."""
        if not self.is_changed():
            return True
        saved = self._save()
        if not saved:
            self._keep({})
        return saved

    def is_changed(self) -> bool:
        """Whether something is typed that is not saved."""
        return self._values() != self._shown

    @property
    def _place(self) -> str:
        return f"lesson:{self._lesson.id}" if self._lesson else "lesson:new"

    def _values(self) -> dict[str, object]:
        return {**form.read(self, names=_FIELDS), "audiences": sorted(self.audiences.audiences)}

    def _show(self) -> None:
        lesson = self._lesson or Lesson(date=self._journal.today(), text="")
        with self.autosave.quiet():
            form.show(self, lesson, _OF_LESSON)
            self.skill_names.labels = [skill.name for skill in lesson.skills]
        self._shown = self._values()
        self._say_problem("")
        self._show_rest(lesson)

    def _show_rest(self, lesson: Lesson) -> None:
        """What is not typed here: state, sources, uses, recalls, lessons like it."""
        known, retired = self._lesson is not None, lesson.state is LessonState.RETIRED
        chip = lesson_words.chip(lesson.state)
        self.state_chip.setText(chip.text if known else self.tr("Not kept yet"))
        self.state_chip.set_icon(chip.icon if known else "pencil")
        self.state_chip.set_tone(chip.tone if known else "")
        self.retire.setVisible(known and not retired)
        self.take_up.setVisible(known and retired)
        self.trash.setVisible(known)
        self.keep.setVisible(not known)
        self.merge.setVisible(known)
        self.alike.show_lesson(lesson if known else None)
        for part in self._beside:
            part.setVisible(known)
            if known:
                part.show_lesson(lesson)

    def _say_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _ask(self, signal: object) -> None:
        if self._lesson is not None:
            signal.emit(self._lesson.id)  # type: ignore[attr-defined]

    def _ask_merge(self, other: UUID | None) -> None:
        if self._lesson is not None:
            self.merge_asked.emit(self._lesson.id, other)

    def _keep(self, _values: dict[str, object]) -> None:
        if self.is_changed():
            self._journal.drafts.keep(self._place, self._values())
        else:
            self._journal.drafts.drop(self._place)

    def _keep_new(self) -> None:
        if self._save() and self._lesson is not None:
            self.kept.emit(self._lesson.id)
        else:
            self.text.setFocus()

    def _save(self) -> bool:
        place = self._place
        lesson = self._lesson or Lesson(date=self._journal.today(), text="")
        self._say_problem("")
        with errors.inline(self._say_problem):
            try:
                form.read(self, lesson, _OF_LESSON)
                self._journal.lessons.add(lesson, skills=self.skill_names.labels)
            except JournalError:
                # What failed to be saved must not be saved by accident later; the fields still have it.
                self._lesson = self._journal.lessons.get(lesson.id) if self._lesson else None
                raise
            self._journal.drafts.drop(place)
            self.autosave.forget()
            self._lesson = self._journal.lessons.get(lesson.id)
            self._show()
        return not self.problem.text()


def _words(lesson: Lesson) -> list[object]:
    """What is typed here, as the journal has it."""
    return [*(getattr(lesson, name) for name in _OF_LESSON), [skill.name for skill in lesson.skills]]
