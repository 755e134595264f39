"""The card about the journal's folder: where it lies and how safely, moving, renaming and deleting it."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from workjournal.journal import opening
from workjournal.journal.copies.folders import Copy, Place
from workjournal.journal.journal import Journal
from workjournal.ui import errands, form, tasks
from workjournal.ui.dialogs.destroy_journal import DestroyJournalDialog
from workjournal.ui.dialogs.move_journal import MoveJournalDialog
from workjournal.ui.widgets.elided_label import ElidedLabel


class JournalCard(QFrame):
    """Asks what is to become of the folder; the window does it, since the journal must be closed for that."""

    errand = Signal(object)
    """Move or Destroy."""

    called: ElidedLabel
    path: ElidedLabel
    copy_path: QPushButton
    mode: QLabel
    synced: QFrame
    synced_words: QLabel
    move_out: QPushButton
    rename: QPushButton
    move_folder: QPushButton
    destroy_journal: QPushButton

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._looked = self._counting = False
        form.fill(self, "journal_card")
        self.synced.hide()
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_path.clicked.connect(lambda: QGuiApplication.clipboard().setText(str(journal.folder)))
        for button, renaming in ((self.rename, True), (self.move_folder, False), (self.move_out, False)):
            button.clicked.connect(partial(self.ask_where, renaming=renaming))
            button.setEnabled(os.access(journal.folder.parent, os.W_OK))
        self.destroy_journal.clicked.connect(self._count_copies)
        self.destroy_journal.setEnabled(not journal.read_only)

    def refresh(self) -> None:
        """Say where it lies; whether a client copies it is looked up once, in a thread."""
        folder = self._journal.folder
        self.called.setText(folder.name)
        self.path.setText(str(folder))
        self.mode.setText(
            self.tr("Open for reading: its folder cannot be written, so nothing here changes it.")
            if self._journal.read_only
            else self.tr("Encrypted, open for reading and writing.")
        )
        if not self._looked:
            self._looked = True
            tasks.run(lambda _report: opening.synced_by(folder), self._warn, self)

    def ask_where(self, *, renaming: bool) -> None:
        """Ask for another name or place."""
        from workjournal.journal.relocating import need_place

        folder = self._journal.folder
        dialog = MoveJournalDialog(
            self.window(), folder, partial(need_place, folder), opening.synced_by, renaming=renaming
        )
        dialog.settled.connect(self._move)
        dialog.open()

    def _warn(self, client: str) -> None:
        self.synced.setVisible(bool(client))
        words = self.tr(
            "{client} copies this folder to its servers. Nobody can read it there, but it can mix up two states of "
            "the journal, and what was written last is then lost. A folder that nobody syncs is safer."
        )
        self.synced_words.setText(words.format(client=client))

    def _move(self, target: object) -> None:
        assert isinstance(target, Path)
        self.errand.emit(errands.Move(target))

    def _count_copies(self) -> None:
        """Which copies there are is looked up in a thread: a second place may be slow."""
        if self._counting:  # a disabled button would lose the keyboard to the next one
            return
        self._counting = True
        backups = self._journal.backups
        tasks.run(
            lambda _report: backups.all(),
            self._ask_to_destroy,
            self,
            failed=lambda _: self._ask_to_destroy([]),
        )

    def _ask_to_destroy(self, copies: list[Copy]) -> None:
        self._counting = False
        dialog = DestroyJournalDialog(
            self.window(),
            self._journal.folder.name,
            self._what_goes(sum(copy.place is Place.HERE for copy in copies)),
            self._what_stays(sum(copy.place is Place.SECOND for copy in copies)),
            self._journal.ways_in.confirm,
        )
        dialog.settled.connect(self._destroy)
        dialog.open()

    def _destroy(self, confirm: object) -> None:
        self.errand.emit(errands.Destroy(str(confirm)))

    def _what_goes(self, here: int) -> str:
        episodes = self.tr("%n episode(s)", "", self._journal.episodes.count())
        told = self.tr(
            "All of it goes: {episodes}, what was made of them, and their files. This cannot be undone."
        )
        if here:
            told += " " + self.tr("%n backup(s) in its folder go with it.", "", here)
        return told.format(episodes=episodes)

    def _what_stays(self, there: int) -> str:
        place = self._journal.backups.second_place()
        if place is None:
            return self.tr(
                "Copies of the folder that you made yourself stay, and open with what opened them then."
            )
        told = self.tr("%n backup(s) in {folder} stay, and open with what opened them then.", "", there)
        return told.format(folder=place)
