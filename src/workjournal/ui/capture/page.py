"""One field: what happened. Saved, or kept as a draft in the vault until the next time."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from workjournal.journal.journal import Journal
from workjournal.ui import errors, form, words
from workjournal.ui.autosave import Autosave
from workjournal.ui.parts.recognition import Recognition
from workjournal.ui.widgets.prose_edit import ProseEdit

DRAFT = "capture:quick"
"""Where it is drafted; Today's own capture is another one, and both may be half written."""


class CaptureSheet(QWidget):
    """A text with its chips; the capture of the small window."""

    saved = Signal(str, UUID)
    """An episode was saved: what to say of that, and its id."""

    text: ProseEdit
    recognised: QFrame
    problem: QLabel
    save: QPushButton

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        form.fill(self, "capture")
        self.problem.hide()
        self._autosave = Autosave(self, self._keep, ("text",))
        self._autosave.unkept.connect(self._say)
        self._autosave.kept.connect(lambda _: self._say(""))
        self._seen = Recognition(journal, self.text, self.recognised)
        self._seen.changed.connect(self._autosave.touch)
        self.save.clicked.connect(lambda: self._seen.when_ready(self._save))
        self.resume()

    def resume(self) -> None:
        """Put back what was being written, and take the journal's names as they are now."""
        self._seen.renew()
        draft = self._journal.drafts.find(DRAFT)
        with self._autosave.quiet():
            self.text.text = str(draft.fields.get("text", "")) if draft is not None else ""
            self._seen.refuse(draft.fields.get("refused") if draft is not None else None)
        self.text.go_to_end()
        self.text.setFocus()

    def keep(self) -> None:
        """Have the draft safe; raises what hinders that, with the text left in the field."""
        self._autosave.flush()

    def try_to_keep(self) -> bool:
        """The same; what hinders it is said below the text."""
        with errors.inline(self._say):
            self.keep()
        return not self._autosave.dirty

    def _keep(self, values: dict[str, object]) -> None:
        if values["text"]:
            self._journal.drafts.keep(DRAFT, {**values, "refused": self._seen.refused})
        else:
            self._journal.drafts.drop(DRAFT)

    def _save(self) -> None:
        self._say("")
        with errors.inline(self._say):
            episode = self._journal.capturing.keep(self._seen.captured())
            with self._autosave.quiet():
                self.text.text = ""
            self._autosave.forget()
            self._journal.drafts.drop(DRAFT)
            today = self._journal.today()
            told = self.tr("Episode saved")
            if episode.date != today:
                told = self.tr("Episode saved: {day}").format(day=words.day(episode.date, today))
            self.saved.emit(told, episode.id)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            self.text.setFocus()
