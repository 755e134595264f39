"""One pack that was shared: for whom, what came of the meeting, what was in it, and the file itself."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.entity import Audience, one_line
from workjournal.domain.pack import Pack
from workjournal.journal.journal import Journal
from workjournal.journal.pack_telling import Presence, ToldSection, ToldThing
from workjournal.ui import form, tasks
from workjournal.ui.parts import shared_words
from workjournal.ui.parts.meeting_agreements import MeetingAgreements
from workjournal.ui.parts.meeting_feedback import MeetingFeedback
from workjournal.ui.parts.saved_page import SavedPage
from workjournal.ui.parts.shared_file import SharedFile
from workjournal.ui.tasks import Task
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.due_list import DueList
from workjournal.ui.widgets.prose_edit import ProseEdit

_SCREENS = {
    "episode": "episode",
    "goal": "goal",
    "lesson": "lessons",
    "action": "actions",
    "credential": "skills",
}


class SharedPackPage(SavedPage[Pack]):
    """Recipient, day and notes are the draft "shared-pack:ID"; half a line of what was agreed is one of its own."""

    _draft = "shared-pack"
    _fields = ("recipient", "met", "notes")
    _makes_new = False

    trash_asked = Signal(UUID)
    drop_asked = Signal(UUID)
    go = Signal(str, object)
    toast = Signal(str, object)
    came = Signal(object)
    """A part of the page that must be in sight."""

    title: QLabel
    when: QLabel
    password_chip: Chip
    copy_chip: Chip
    trash: QPushButton
    recipient: QLineEdit
    meeting_card: QFrame
    met: DateField
    met_today: QPushButton
    notes: ProseEdit
    agreements_place: QVBoxLayout
    feedback_place: QVBoxLayout
    told_nothing: QLabel
    told_hint: QLabel
    told: DueList
    file_place: QVBoxLayout

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(journal, parent)
        self._task: Task | None = None
        self._told_of: UUID | None = None
        form.fill(self, "shared_pack_page")
        self.agreements = MeetingAgreements(journal, self.leave_fields, self)
        self.feedback = MeetingFeedback(journal, self.leave_fields, self)
        self.file = SharedFile(journal, self)
        self.agreements_place.addWidget(self.agreements)
        self.feedback_place.addWidget(self.feedback)
        self.file_place.addWidget(self.file)
        for chip, look in (
            (self.password_chip, shared_words.password_chip()),
            (self.copy_chip, shared_words.copy_chip()),
        ):
            chip.setText(look.text)
            chip.set_icon(look.icon)
        self._watch()
        self._connect()
        self._show()

    def leave(self) -> bool:
        self.agreements.leave()
        self.feedback.leave()
        return self.leave_fields()

    def leave_fields(self) -> bool:
        """Save what is typed of the pack itself; half a line of what was agreed stays half a line."""
        return super().leave()

    def open(self, thing_id: UUID | None) -> None:
        if thing_id is None:
            self._forget()
        super().open(thing_id)

    # What a SavedPage says

    def _find(self, thing_id: UUID) -> Pack:
        return self._journal.meetings.get(thing_id)

    def _write(self, thing: Pack) -> None:
        form.read(self, thing, self._fields)
        thing.recipient = one_line(thing.recipient)
        self._journal.meetings.save(thing)

    def _show_rest(self, thing: Pack) -> None:
        kept = self._journal.meetings.keeps(thing.id)
        self.title.setText(f"{shared_words.paper(thing)} · {shared_words.period(thing)}")
        self.when.setText(shared_words.shared_on(thing))
        self.password_chip.setVisible(thing.protected)
        self.copy_chip.setVisible(kept)
        with_others = thing.audience is not Audience.OWN
        for part in (self.meeting_card, self.agreements, self.feedback):
            part.setVisible(with_others)
        self.agreements.show_pack(thing)
        self.feedback.show_pack(thing)
        self.file.show_pack(thing, kept=kept)
        self._load(thing)

    def _show_typed(self) -> None:
        self.met_today.setVisible(self.met.day is None)

    # What only this class calls

    def _connect(self) -> None:
        self.trash.clicked.connect(lambda: self.trash_asked.emit(self.open_id))
        self.met.changed.connect(self._show_typed)
        self.met_today.clicked.connect(self._meet_today)
        self.told.opened.connect(self._open_told)
        self.told.action.connect(self._restore)
        for card in (self.agreements, self.feedback):
            card.kept.connect(self.refresh)
            card.go.connect(self.go)
            card.toast.connect(self.toast)
        self.file.drop_asked.connect(self.drop_asked)
        self.file.toast.connect(self.toast)
        self.file.came.connect(self.came)

    def _meet_today(self) -> None:
        self.met.day = self._journal.today()
        self.leave_fields()
        self.notes.setFocus()

    def _load(self, pack: Pack) -> None:
        """In a Task: the titles of charts load NumPy the first time."""
        if self._task is not None:
            self._task.cancel()
        if self._told_of != pack.id:
            self._told_of = pack.id
            self._show_told(())
            self.told_nothing.hide()
        self._task = tasks.run(lambda _: self._journal.meetings.told(pack), self._show_told, self)

    def _show_told(self, sections: Sequence[ToldSection]) -> None:
        self.told.set_rows(shared_words.told_rows(sections))
        self.told.setVisible(bool(sections))
        self.told_hint.setVisible(bool(sections))
        self.told_nothing.setVisible(not sections)
        self.agreements.show_told(sections)

    def _forget(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = self._told_of = None
        self.agreements.forget_pack()
        self.feedback.forget_pack()

    def _open_told(self, row: object) -> None:
        """To the thing itself; what is in the trash must be taken out first, and a typed line is nowhere else."""
        if isinstance(row, ToldThing) and row.presence is Presence.HERE:
            self.go.emit(_SCREENS[row.noun], row.shown_by)

    def _restore(self, row: object) -> None:
        if isinstance(row, ToldThing) and row.presence is Presence.TRASHED:
            self._journal.trash.restore(row.id)
            undo = partial(self._journal.trash.put, row.id)
            self.toast.emit(self.tr("{title} taken out of the trash").format(title=row.title), undo)
