"""The pages of a pack in the making: made anew in a Task a moment after each change, the latest wins."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.parts import pack_preview
from workjournal.ui.parts.pack_draft import PackDraft
from workjournal.ui.parts.pack_preview import Preview
from workjournal.ui.tasks import Task

SETTLES_MS = 400


class PackPages(QObject):
    """`preview` is what was made last, or None."""

    made = Signal()
    begun = Signal()

    def __init__(self, journal: Journal, owner: QObject) -> None:
        super().__init__(owner)
        self._journal = journal
        self._draft: PackDraft | None = None
        self._task: Task | None = None
        self.preview: Preview | None = None
        self._soon = QTimer(self, singleShot=True, interval=SETTLES_MS)
        self._soon.timeout.connect(self._make)

    def make_soon(self, draft: PackDraft) -> None:
        """Once nothing else changed for a moment."""
        self._draft = draft
        self._soon.start()

    def make(self, draft: PackDraft) -> None:
        """Now."""
        self._draft = draft
        self._make()

    def settle(self) -> None:
        """Now, if it was to be soon."""
        if self._soon.isActive():
            self._make()

    def put_off(self) -> bool:
        """Make nothing that nobody sees; whether there was something to be made."""
        waited = self._soon.isActive()
        self._soon.stop()
        return waited

    def are_current(self) -> bool:
        """Whether what was made last is what there is to be made."""
        return self.preview is not None and self._task is None and not self._soon.isActive()

    def _make(self) -> None:
        assert self._draft is not None
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()
        self._task = tasks.run(partial(pack_preview.make, self._journal, self._draft), self._take, self)
        self.begun.emit()

    def _take(self, preview: Preview) -> None:
        self.preview, self._task = preview, None
        self.made.emit()
