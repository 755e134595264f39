"""Backups: every copy there is, what it would bring back, making, trying, restoring and removing one."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout

from workjournal.domain.keeping import Preference
from workjournal.errors import JournalError
from workjournal.journal.copies.folders import Copy, State
from workjournal.journal.journal import Journal
from workjournal.journal.trash import KINDS
from workjournal.ui import errands, errors, tasks
from workjournal.ui.dialogs.beside import BesideDialog
from workjournal.ui.dialogs.confirm import ConfirmDialog
from workjournal.ui.guards import backups_work, beside_work
from workjournal.ui.guards.backup_deeds import BackupDeeds
from workjournal.ui.guards.backups_work import Seen
from workjournal.ui.guards.copies_card import CopiesCard
from workjournal.ui.guards.copy_aside import CopyAside
from workjournal.ui.guards.second_place_card import SecondPlaceCard
from workjournal.ui.guards.work_line import WorkLine
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.icon_label import IconLabel
from workjournal.ui.window_words import in_the_window


class BackupsScreen(Screen):
    """The copies, and beside them the chosen one. What is done with them takes its time and can be given up."""

    name = "backups"
    title = QT_TRANSLATE_NOOP("BackupsScreen", "Backups")
    icon = "archive"
    help = "backups"
    under = "safety"
    shows = frozenset({*KINDS, Preference})

    back: QPushButton
    make: QPushButton
    empty: EmptyState
    page_scroll: QScrollArea
    trouble: QFrame
    trouble_words: QLabel
    sealing: QFrame
    sealing_words: QLabel
    seal: QPushButton
    line_place: QVBoxLayout
    result: QFrame
    result_icon: IconLabel
    said: QLabel
    copies_place: QVBoxLayout
    place_place: QVBoxLayout
    aside_column: QVBoxLayout

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._seen = Seen()
        self._looks = 0
        self.line, self.list = WorkLine(), CopiesCard()
        self.place, self.copy = SecondPlaceCard(journal), CopyAside(journal)
        self.deeds = BackupDeeds(journal, self.line)
        self.line_place.addWidget(self.line)
        self.copies_place.addWidget(self.list)
        self.place_place.addWidget(self.place)
        self.aside_column.addWidget(self.copy)
        self.aside_column.addStretch(1)
        for later in (self.empty, self.trouble, self.sealing, self.result):
            later.hide()
        self._connect()
        self._allow(busy=False)

    def refresh(self) -> None:
        """Look in a thread; what is shown stays until then."""
        self.line.renew()
        self._looks += 1
        backups = self._journal.backups
        tasks.run(
            lambda _report: backups_work.look(backups),
            partial(self._show, self._looks),
            self,
            failed=self._cannot_look,
        )

    def arrive(self, what: object) -> None:  # noqa: ARG002 - there is nothing particular to show
        (self.list.copies if self.empty.isHidden() else self.empty).setFocus()

    def leave(self) -> None:
        if not self.line.is_busy():
            self.result.hide()  # what was told has been read

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.go.emit("safety", None))
        self.make.clicked.connect(self._make)
        self.empty.acted.connect(self._make)
        self.seal.clicked.connect(self.deeds.seal)
        self.list.chosen.connect(self.copy.show_copy)
        self.list.opened.connect(self._go_on)
        self.list.removal_asked.connect(self.copy.remove.click)
        self.copy.restore_asked.connect(self._restore)
        self.copy.rehearse_asked.connect(self.deeds.rehearse)
        self.copy.remove_asked.connect(self._ask_to_remove)
        self.place.changed.connect(self.deeds.use_place)
        self.line.busy.connect(self._busy)
        self.deeds.told.connect(self._say)
        self.deeds.changed.connect(self._changed)

    def _go_on(self) -> None:
        """On with the chosen one, which in a narrow window is further down."""
        self.page_scroll.ensureWidgetVisible(self.copy)
        self.page_scroll.ensureWidgetVisible(self.copy.restore)
        self.copy.restore.setFocus()

    def _make(self) -> None:
        self._show_page(empty=False)
        self.deeds.make()

    def _busy(self, busy: bool) -> None:
        if busy:
            self.result.hide()
        self._allow(busy=busy)

    def _allow(self, *, busy: bool) -> None:
        for button in (self.make, self.seal, self.empty):
            button.setEnabled(not busy and not self._journal.read_only)
        self.copy.set_busy(busy)
        self.place.set_busy(busy)

    def _show_page(self, *, empty: bool) -> None:
        """One or the other; the keyboard follows where it was on the one that goes."""
        at = QApplication.focusWidget()
        moves = self.empty.isHidden() == empty and at is not None and self.isAncestorOf(at)
        self.empty.setVisible(empty)
        self.page_scroll.setVisible(not empty)
        self.make.setVisible(not empty)
        if moves:
            (self.empty if empty else self.list.copies).setFocus()

    def _show(self, look: int, seen: Seen) -> None:
        if look != self._looks:
            return
        self._seen = seen
        self._show_page(empty=not seen.copies and not seen.trouble and not self.line.is_busy())
        self.trouble_words.setText(in_the_window(seen.trouble))
        self.trouble.setVisible(bool(seen.trouble))
        told = self.tr("The ways into %n backup(s) are not those of the journal now.", "", seen.unlike)
        why = self.tr(
            "After a new passphrase, say, the old one still opens them. Sealed again, they open as the journal does."
        )
        self.sealing_words.setText(f"{told} {why}")
        self.sealing.setVisible(bool(seen.unlike) and not self._journal.read_only)
        self.list.show_copies(seen.copies, self._journal.today())
        self.place.show_place(seen.place, seen.reach)
        self._allow(busy=self.line.is_busy())

    def _restore(self, copy: Copy) -> None:
        asks = copy.state is State.EARLIER_KEY
        making = beside_work.restoring(self._journal, copy, self.deeds.moment(copy), asks=asks)
        dialog = BesideDialog(self.window(), making)
        dialog.settled.connect(self._open)
        dialog.open()

    def _open(self, folder: object) -> None:
        assert isinstance(folder, Path)
        self.errand.emit(errands.Open(folder))

    def _ask_to_remove(self, copy: Copy) -> None:
        words = self.tr(
            "The backup of {moment} is destroyed. The journal and the other backups stay as they are."
        )
        ConfirmDialog.ask(
            self.window(),
            self.tr("Remove this backup"),
            words.format(moment=self.deeds.moment(copy)),
            self.tr("Remove it"),
            partial(self.deeds.remove, copy),
            danger=True,
        )

    def _changed(self) -> None:
        self.refresh()
        self.errand.emit(errands.BackupsChanged())

    def _say(self, told: str, good: bool) -> None:
        self.said.setText(told)
        self.result_icon.set_icon("circle-check" if good else "triangle-alert")
        self.result_icon.set_tone("ok" if good else "warn")
        self.result.show()

    def _cannot_look(self, error: Exception) -> None:
        if isinstance(error, JournalError):
            self._say(in_the_window(str(error)), good=False)
        else:
            errors.report(error, self)
