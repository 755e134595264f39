"""What is done with the episodes that were chosen: in a Task, each with a way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from workjournal.domain.entity import Audience
from workjournal.journal.chosen import Chosen
from workjournal.journal.episode_bulk import Done
from workjournal.journal.journal import Journal
from workjournal.ui import errors, icons, tasks
from workjournal.ui.marked import QT_TRANSLATE_NOOP

_SAID: tuple[tuple[Audience, bool, str], ...] = (
    (Audience.MANAGER, True, QT_TRANSLATE_NOOP("EpisodeDeeds", "Tick for my manager")),
    (Audience.NEXT_JOB, True, QT_TRANSLATE_NOOP("EpisodeDeeds", "Tick for my next job")),
    (Audience.MANAGER, False, QT_TRANSLATE_NOOP("EpisodeDeeds", "Take the tick for my manager away")),
    (Audience.NEXT_JOB, False, QT_TRANSLATE_NOOP("EpisodeDeeds", "Take the tick for my next job away")),
)


class EpisodeDeeds(QObject):
    """The bar that stands above the list while episodes are chosen."""

    toast = Signal(str, object)
    done = Signal()
    """It was carried out: what was chosen can be let go."""
    picked = Signal(object)
    """The ids of what was chosen, to be exported."""

    def __init__(
        self,
        journal: Journal,
        bar: QWidget,
        number: QLabel,
        share: QPushButton,
        chosen: Callable[[], Chosen | None],
    ) -> None:
        super().__init__(bar)
        self._journal, self._bar, self._number, self._chosen = journal, bar, number, chosen
        menu = QMenu(share)
        for audience, ticked, words in _SAID:
            act = partial(self.share, audience, ticked=ticked)
            menu.addAction(icons.icon("check" if ticked else "x"), self.tr(words)).triggered.connect(
                lambda _=False, act=act: act()
            )
        share.setMenu(menu)
        self.menu = menu

    def show_number(self, number: int) -> None:
        """How many are chosen."""
        self._number.setText(self.tr("%n chosen", "", number))

    def share(self, audience: Audience, *, ticked: bool) -> None:
        """Tick what is chosen for an audience, or take the tick away."""
        told = partial(self._told_share, ticked=ticked)
        self._carry_out(
            lambda chosen: self._journal.episode_bulk.share(chosen, audience, ticked=ticked), told
        )

    def export(self) -> None:
        """Find out which they are, for the page that exports."""
        chosen = self._chosen()
        if chosen is not None:
            bulk = self._journal.episode_bulk
            tasks.run(lambda _report: bulk.ids(chosen), self.picked.emit, self)

    def trash(self) -> None:
        """Put what is chosen into the trash."""
        self._carry_out(self._journal.episode_bulk.trash, self._told_trash)

    def tagged(self, done: Done) -> None:
        """Tags were put on or taken off, by the dialog."""
        self._tell(self.tr("Tags changed on %n episode(s)", "", done.count), done)

    def _carry_out(self, work: Callable[[Chosen], Done], told: Callable[[Done], str]) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        self._bar.setEnabled(False)
        tasks.run(
            lambda _report: work(chosen),
            lambda done: self._finish(told(done), done),
            self,
            failed=self._fail,
            essential=True,
        )

    def _finish(self, told: str, done: Done) -> None:
        self._bar.setEnabled(True)
        self._tell(told, done)

    def _fail(self, error: Exception) -> None:
        self._bar.setEnabled(True)
        errors.report(error, self._bar)

    def _tell(self, told: str, done: Done) -> None:
        self.done.emit()
        self.toast.emit(told, partial(self._undo, done) if done.count else None)

    def _undo(self, done: Done) -> None:
        tasks.run(lambda _report: self._journal.episode_bulk.undo(done), lambda _: None, self, essential=True)

    def _told_share(self, done: Done, *, ticked: bool) -> str:
        if ticked:
            return self.tr("%n episode(s) ticked", "", done.count)
        return self.tr("The tick was taken off %n episode(s)", "", done.count)

    def _told_trash(self, done: Done) -> str:
        return self.tr("%n episode(s) moved to the trash", "", done.count)
