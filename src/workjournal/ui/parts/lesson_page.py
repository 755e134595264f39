"""One lesson: its sentence, when it is meant, where it came from, where it was tried and how it was recalled."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.lesson import Lesson, LessonState
from workjournal.journal.journal import Journal
from workjournal.ui import form
from workjournal.ui.parts import drafted, lesson_words
from workjournal.ui.parts.lesson_alike import LessonAlike
from workjournal.ui.parts.lesson_origin import LessonOrigin
from workjournal.ui.parts.lesson_recalls import LessonRecalls
from workjournal.ui.parts.lesson_uses import LessonUses
from workjournal.ui.parts.pending_words import PendingWords
from workjournal.ui.parts.saved_page import SavedPage
from workjournal.ui.widgets.audience_ticks import AudienceTicks
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.label_field import LabelField
from workjournal.ui.widgets.prose_edit import ProseEdit

_OF_LESSON = ("text", "trigger", "detail", "audiences")


class LessonPage(SavedPage[Lesson]):
    """Typing is kept as the draft "lesson:ID" and saved by `leave`."""

    _draft = "lesson"
    _fields = (*_OF_LESSON, "skill_names")

    apply_asked = Signal(UUID)
    merge_asked = Signal(UUID, object)
    """The lesson, and the other one, or None where that is still to be chosen."""
    retire_asked = Signal(UUID)
    take_up_asked = Signal(UUID)
    trash_asked = Signal(UUID)

    sentence_card: QFrame
    text: ProseEdit
    trigger: QLineEdit
    detail: ProseEdit
    skill_names: LabelField
    audiences: AudienceTicks
    state_chip: Chip
    retire: QPushButton
    take_up: QPushButton
    trash: QPushButton
    keep: QPushButton
    merge: QPushButton
    alike_column: QVBoxLayout
    beside_column: QVBoxLayout

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(journal, parent)
        form.fill(self, "lesson_page")
        self.alike, self.origin = LessonAlike(journal, self), LessonOrigin(journal, self)
        self.uses, self.recalls = LessonUses(journal, self), LessonRecalls(journal, self)
        self.alike_column.addWidget(self.alike)
        self._beside = (self.origin, self.uses, self.recalls)
        for part in self._beside:
            self.beside_column.addWidget(part)
        self._watch()
        self._pending = PendingWords(self.autosave, journal.drafts, lambda: self._place_of(self.open_id))
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
        return self.open_id

    def open(self, thing_id: UUID | None) -> None:
        """Show a lesson, or with None a new one, with what was being typed in it."""
        super().open(thing_id)
        self._pending.show()

    def refresh(self) -> None:
        """Read the lesson again; what is being typed stays as it is."""
        self.skill_names.set_known(self._journal.skills.names())
        super().refresh()

    def leave(self) -> bool:
        """Save what was typed, a skill without its Enter too: otherwise it would go to the lesson shown next."""
        drafted.settle(self.skill_names)
        left = super().leave()
        self._pending.keep()
        return left

    def _find(self, thing_id: UUID) -> Lesson:
        return self._journal.lessons.get(thing_id)

    def _blank(self) -> Lesson:
        return Lesson(date=self._journal.today(), text="")

    def _write(self, thing: Lesson) -> None:
        form.read(self, thing, _OF_LESSON)
        self._journal.lessons.add(thing, skills=self.skill_names.labels)

    def _fill(self, thing: Lesson) -> None:
        form.show(self, thing, _OF_LESSON)
        self.skill_names.labels = [skill.name for skill in thing.skills]

    def _words(self, thing: Lesson) -> list[object]:
        return [*(getattr(thing, name) for name in _OF_LESSON), [skill.name for skill in thing.skills]]

    def _show_rest(self, thing: Lesson) -> None:
        """What is not typed here: state, sources, uses, recalls, lessons like it."""
        known, retired = self._thing is not None, thing.state is LessonState.RETIRED
        chip = lesson_words.chip(thing.state)
        self.state_chip.setText(chip.text if known else self.tr("Not kept yet"))
        self.state_chip.set_icon(chip.icon if known else "pencil")
        self.state_chip.set_tone(chip.tone if known else "")
        self.retire.setVisible(known and not retired)
        self.take_up.setVisible(known and retired)
        self.trash.setVisible(known)
        self.keep.setVisible(not known)
        self.merge.setVisible(known)
        self.alike.show_lesson(thing if known else None)
        for part in self._beside:
            part.setVisible(known)
            if known:
                part.show_lesson(thing)

    def _ask(self, signal: object) -> None:
        if self._thing is not None:
            signal.emit(self._thing.id)  # type: ignore[attr-defined]

    def _ask_merge(self, other: UUID | None) -> None:
        if self._thing is not None:
            self.merge_asked.emit(self._thing.id, other)
