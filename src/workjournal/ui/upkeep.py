"""What the journal needs by itself once it is open: a look at its pages, the day's backup; and what came of it, in words."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from workjournal.errors import JournalError
from workjournal.journal.copies.folders import Copy, State
from workjournal.journal.journal import Journal
from workjournal.ui import errors, tasks
from workjournal.ui.parts import way_words
from workjournal.ui.parts.journal_bands import JournalBands
from workjournal.ui.tasks import Report, Task
from workjournal.ui.window_words import in_the_window

AFTER_MS = 2000
"""The first screen comes first."""


@dataclass(frozen=True)
class Concern:
    """What a person should know of, the words of a button, and the screen it leads to."""

    words: str
    answer: str
    screen: str


@dataclass(frozen=True)
class Standing:
    """How the journal is guarded; `damage` is None where nobody looked for any."""

    newest: Copy | None
    trouble: str
    damage: tuple[str, ...] | None = None


class Upkeep(QObject):
    """Once after opening, in a thread. Given up without a word when the journal locks or closes."""

    guarded = Signal(str)
    """The line at the foot of the rail."""
    concerned = Signal(object)
    """A Concern, or None if there is none any more."""

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._task: Task | None = None
        self._damage: tuple[str, ...] = ()
        self._done = False
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self._look_after)

    def start(self) -> None:
        """Begin in a moment, unless it was done already."""
        if not self._done:
            self._timer.start()

    def spare(self) -> None:
        """This journal is not kept: no look at it, no backup."""
        self._timer.stop()
        self._done = True

    def stop(self) -> None:
        """Nothing of the journal is read any more; what is being copied is taken away."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def look_again(self) -> None:
        """Backups were made or taken away."""
        if self._task is None:
            self._run(lambda _report: _standing(self._journal))

    def _look_after(self) -> None:
        if self._done:
            return
        journal = self._journal

        def work(report: Report) -> Standing:
            health = journal.look_after(report)
            return Standing(health.newest, health.trouble, health.damage)

        if self._task is None:
            self._run(work)
        else:
            self._timer.start()

    def _run(self, work: Callable[[Report], Standing]) -> None:
        self._task = tasks.run(work, self._tell, self, failed=self._failed)

    def _tell(self, standing: Standing) -> None:
        self._task = None
        if standing.damage is not None:
            self._done, self._damage = True, standing.damage
        self.guarded.emit(self._guard(standing.newest))
        self.concerned.emit(self._concern(standing.trouble))

    def _failed(self, error: Exception) -> None:
        self._task = None
        if isinstance(error, JournalError):
            self._done = True
            self.concerned.emit(self._about_check(in_the_window(str(error))))
        else:
            errors.report(error)

    def _guard(self, newest: Copy | None) -> str:
        if newest is None:
            reading = self._journal.read_only
            return self.tr("Works offline. Sends nothing.") if reading else self.tr("No backup yet")
        made, today = newest.made.astimezone().date(), self._journal.today()
        if made >= today:
            return self.tr("Backed up today. Works offline.")
        return self.tr("Backed up {ago}").format(ago=way_words.ago(made, today))

    def _concern(self, trouble: str) -> Concern | None:
        if self._damage:
            return self._about_check(
                self.tr(
                    "Something in this journal is damaged ({what}), so no backup is made of it. What can be read and "
                    "written goes on."
                ).format(what=self._damage[0])
            )
        if trouble:
            return Concern(in_the_window(trouble), self.tr("See the backups"), "backups")
        return None

    def _about_check(self, words: str) -> Concern:
        return Concern(words, self.tr("See what can be done"), "check")


def attend(
    journal: Journal,
    space: QObject,
    bands: JournalBands,
    guard: Callable[[str], object],
    go: Callable[[str], object],
) -> Upkeep:
    """The upkeep of an opened journal, told at the foot of the rail and in a line over the screens."""

    def tell(concern: Concern | None) -> None:
        if concern is None:
            bands.tell("")
        else:
            bands.tell(concern.words, concern.answer, lambda: go(concern.screen))

    made = Upkeep(journal, space)
    made.guarded.connect(guard)
    made.concerned.connect(tell)
    return made


def _standing(journal: Journal) -> Standing:
    copies = journal.backups.all()
    newest = next((copy for copy in copies if copy.state is State.VERIFIED), None)
    return Standing(newest, journal.backups.trouble())
