"""What there is to point at: in words, and the files of the episode that is reflected on."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workjournal.journal.journal import Journal
from workjournal.ui import form
from workjournal.ui.attached.attachment_list import AttachmentList
from workjournal.ui.parts.subject import Subject
from workjournal.ui.widgets.prose_edit import ProseEdit


class EvidenceCard(QFrame):
    """`evidence` is a field of the reflection; files are the episode's, and are offered only where there is one."""

    toast = Signal(str, object)

    evidence: ProseEdit
    files_column: QVBoxLayout

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "evidence_card")
        self.setProperty("role", "card")
        self._journal = journal
        self._subject: Subject | None = None
        self.files = AttachmentList(journal, self._episode, self)
        self.files.toast.connect(self.toast)
        self.files_column.addWidget(self.files)

    def show_subject(self, subject: Subject | None) -> None:
        """Offer and show its files."""
        self._subject = subject
        episode = subject.episode if subject else None
        self.files.setVisible(episode is not None)
        if episode is not None:
            self.files.show_files(self._journal.episodes.attachments(episode))

    def has_evidence(self) -> bool:
        """Whether there is any: a word here, or a result, a link or a file of the episode."""
        return bool(self.evidence.text.strip()) or (self._subject is not None and self._subject.has_evidence)

    def _episode(self, _fallback: str) -> UUID:
        assert self._subject is not None
        assert self._subject.episode is not None
        return self._subject.episode
