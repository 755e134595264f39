"""What the last meeting left, beside the pack for the next one."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from workjournal.domain.entity import Audience
from workjournal.domain.pack import Pack
from workjournal.journal.meetings import Meetings
from workjournal.ui import form, words
from workjournal.ui.widgets.prose_edit import ProseEdit


class PackMeeting(QFrame):
    """A quiet card, hidden where there was no meeting about a pack for the manager."""

    asked = Signal(UUID)
    """Of which pack the meeting is to be seen."""

    meeting_label: QLabel
    notes: ProseEdit
    alone: QLabel
    came_of_it: QLabel
    to_meeting: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "pack_meeting")
        self._pack: Pack | None = None
        self.to_meeting.clicked.connect(lambda: self.asked.emit(self._pack.id) if self._pack else None)
        self.hide()

    def show_last(self, meetings: Meetings, audience: Audience) -> None:
        """Show the last meeting with the manager; for other audiences none."""
        pack = meetings.since(audience) if audience is Audience.MANAGER else None
        self._pack = pack if pack is not None and pack.met is not None else None
        self.setVisible(self._pack is not None)
        if self._pack is None or self._pack.met is None:
            return
        day = words.dated(self._pack.met, "d MMMM")
        if self._pack.recipient:
            heading = self.tr("From the last meeting, with {name} on {day}")
            self.meeting_label.setText(heading.format(name=self._pack.recipient, day=day))
        else:
            self.meeting_label.setText(self.tr("From the last meeting, {day}").format(day=day))
        self.notes.text = self._pack.notes
        for part in (self.notes, self.alone):
            part.setVisible(bool(self._pack.notes.strip()))
        self.came_of_it.setText(
            self._came_of_it(meetings.agreed(self._pack.id), meetings.heard(self._pack.id))
        )

    def _came_of_it(self, agreed: Sequence[object], heard: Sequence[object]) -> str:
        parts = []
        if agreed:
            parts.append(self.tr("%Ln agreement(s)", "", len(agreed)))
        if heard:
            parts.append(self.tr("%Ln piece(s) of feedback", "", len(heard)))
        return ", ".join(parts) or self.tr("Nothing agreed was noted")
