"""The second place for backups: another disk, a stick, a network share; chosen, reachable or not, given up."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QPushButton, QWidget

from workjournal.errors import JournalError
from workjournal.journal.backups import Reach
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form, tasks
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.elided_label import ElidedLabel


class SecondPlaceCard(QFrame):
    """Choosing is looked at in a thread, since such a place may be slow or gone."""

    changed = Signal(bool)
    """Another place, or none, counts from now on; whether there is one."""

    reach: Chip
    words: QLabel
    folder: ElidedLabel
    problem: QLabel
    choose: QPushButton
    stop: QPushButton

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        form.fill(self, "second_place_card")
        self.choose.clicked.connect(self._choose)
        self.stop.clicked.connect(lambda: self._set(None))
        self._complain("")
        self.show_place(None, Reach.NONE)

    def show_place(self, place: Path | None, reach: Reach) -> None:
        """How it is about it."""
        told = {
            Reach.NONE: self.tr(
                "A copy in the journal’s own folder does not help when the disk dies or the computer is gone. Choose a "
                "folder on another disk, a stick or a network share, and every backup is kept there too, encrypted as "
                "it is here. It need not always be there."
            ),
            Reach.REACHABLE: self.tr("Every backup is kept there too, in a folder named after this journal."),
            Reach.UNREACHABLE: self.tr(
                "It is not there now. The backups made meanwhile are brought there once it is back."
            ),
        }
        self.words.setText(told[reach])
        self.folder.setText(str(place or ""))
        self.folder.setVisible(place is not None)
        self.reach.setText(self.tr("Reachable") if reach is Reach.REACHABLE else self.tr("Not reachable"))
        self.reach.set_icon("circle-check" if reach is Reach.REACHABLE else "circle-alert")
        self.reach.set_tone("ok" if reach is Reach.REACHABLE else "warn")
        self.reach.setVisible(place is not None)
        self.choose.setText(self.tr("Choose another folder…") if place else self.tr("Choose a folder…"))
        self.stop.setVisible(place is not None)
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """While the backups are worked on it stays as it is."""
        for button in (self.choose, self.stop):
            button.setEnabled(not busy and not self._journal.read_only)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("A folder on another disk"), self.folder.text() or str(Path.home())
        )
        if chosen:
            self._set(Path(chosen))

    def _set(self, place: Path | None) -> None:
        self._complain("")
        self.set_busy(True)
        backups = self._journal.backups
        tasks.run(
            lambda _report: backups.set_second_place(place),
            lambda _: self._done(chosen=place is not None),
            self,
            failed=self._failed,
        )

    def _done(self, *, chosen: bool) -> None:
        self.set_busy(False)
        self.changed.emit(chosen)

    def _failed(self, error: Exception) -> None:
        self.set_busy(False)
        if isinstance(error, JournalError):
            self._complain(str(error))
        else:
            errors.report(error, self)

    def _complain(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
