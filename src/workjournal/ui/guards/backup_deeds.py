"""What can be done with backups, and how it went, in a sentence: making, trying, sealing, removing one, bringing away."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from workjournal.journal.backups import Rehearsal
from workjournal.journal.copies.folders import Copy
from workjournal.journal.journal import Journal
from workjournal.ui.guards import backups_work, copy_words
from workjournal.ui.guards.work_line import WorkLine
from workjournal.ui.tasks import Report
from workjournal.ui.window_words import in_the_window

T = TypeVar("T")


class BackupDeeds(QObject):
    """Each is done behind the line that tells how far it is, one at a time."""

    told = Signal(str, bool)
    """How it went, and whether well."""
    changed = Signal()
    """There may be other backups now."""

    def __init__(self, journal: Journal, line: WorkLine) -> None:
        super().__init__(line)
        self._journal, self._line = journal, line
        line.failed.connect(self._failed)

    def make(self) -> None:
        """One by hand, brought to the second place too."""
        backups = self._journal.backups
        self._run(
            self.tr("Making a backup and comparing it…"),
            partial(backups_work.make, backups),
            lambda copy: self._tell(
                self.tr("The backup was made, opened and compared: {held}.").format(held=self._held(copy))
            ),
        )

    def rehearse(self, copy: Copy) -> None:
        """Look into it as if it were to be restored."""
        backups = self._journal.backups
        self._run(
            self.tr("Trying the backup of {moment}…").format(moment=self.moment(copy)),
            lambda report: backups.rehearse(report, copy),
            self._rehearsed,
        )

    def seal(self) -> None:
        """Let the copies open as the journal does now."""
        backups = self._journal.backups
        self._run(self.tr("Sealing the backups again…"), backups.reseal, self._sealed)

    def remove(self, copy: Copy) -> None:
        """Destroy it; the service refuses the newest that can be restored."""
        backups = self._journal.backups
        removed = self.tr("The backup of {moment} was removed.").format(moment=self.moment(copy))
        self._run(
            self.tr("Removing the backup…"),
            lambda _report: backups.drop(copy),
            lambda _: self._tell(removed),
        )

    def use_place(self, chosen: bool) -> None:
        """Bring every backup to the second place that was just chosen."""
        if not chosen:
            self.changed.emit()
            self._tell(self.tr("No second place any more. The backups that are there stay there."))
            return
        backups = self._journal.backups
        self._run(
            self.tr("Bringing the backups to the second place…"),
            backups.tend,
            lambda tended: (
                self._tell(in_the_window(tended.trouble), good=False)
                if tended.trouble
                else self._tell(self.tr("Every backup is kept in the second place too."))
            ),
        )

    def moment(self, copy: Copy) -> str:
        """When it was made, as the list says it."""
        return copy_words.moment(copy.made, self._journal.today())

    def _run(self, words: str, work: Callable[[Report], T], then: Callable[[T], object]) -> None:
        def done(result: T) -> None:
            self.changed.emit()
            then(result)

        self._line.run(words, work, done)

    def _held(self, found: Copy | Rehearsal) -> str:
        return copy_words.holds(found.counts) or self.tr("an empty journal")

    def _rehearsed(self, found: Rehearsal) -> None:
        moment = self.moment(found.copy)
        if found.can_be_restored:
            told = self.tr("The backup of {moment} can be restored: {held}.")
            self._tell(told.format(moment=moment, held=self._held(found)))
            return
        told = self.tr(
            "The backup of {moment} cannot be restored: {found}. Make a new one, and look at the disk."
        )
        self._tell(told.format(moment=moment, found="; ".join(found.found[:3])), good=False)

    def _sealed(self, left: int) -> None:
        told = self.tr("The backups open as the journal does.")
        if left:
            told += " " + self.tr(
                "%n backup(s) of an earlier master key: what opened them then still does.", "", left
            )
        self._tell(told)

    def _failed(self, trouble: str) -> None:
        self.changed.emit()
        self._tell(in_the_window(trouble), good=False)

    def _tell(self, told: str, *, good: bool = True) -> None:
        self.told.emit(told, good)
