"""From a file that was dropped to its entries in the journal: looked at, agreed to, brought in, told."""

from dataclasses import replace
from enum import Enum, auto
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workjournal.errors import JournalError
from workjournal.journal.imports import (
    Columns,
    Imported,
    PassphraseNeeded,
    Preview,
    Wishes,
    WrongImportPassphrase,
)
from workjournal.journal.journal import Journal
from workjournal.ui.guards.work_line import WorkLine
from workjournal.ui.tasks import Report
from workjournal.ui.transfer.import_options import ImportOptions
from workjournal.ui.transfer.import_preview import ImportPreview
from workjournal.ui.transfer.import_result import ImportResult
from workjournal.ui.transfer.import_secret import ImportSecret
from workjournal.ui.transfer.notice import TransferNotice
from workjournal.ui.transfer.source_drop import SourceDrop


class Stage(Enum):
    """Which of the cards are seen."""

    CHOOSE = auto()
    SECRET = auto()
    PREVIEW = auto()
    DONE = auto()


class ImportFlow(QWidget):
    """One file after the other. What is typed into its cards stays until another file is chosen."""

    imported = Signal(object)
    """An Imported."""
    wanted = Signal(object)
    """The day at which the imported entries can be seen."""
    take_back = Signal(UUID)
    read = Signal(str)
    """How far the reading is; told in a thread."""

    def __init__(self, journal: Journal, line: WorkLine, notice: TransferNotice) -> None:
        super().__init__()
        self._journal, self.line, self.notice = journal, line, notice
        self._path: Path | None = None
        self._read, self._seen, self._done = Wishes(), Preview("", "", ""), Imported(None, "", 0, 0, 0, 0)
        importers = journal.imports.formats()
        self.drop, self.secret = SourceDrop(self), ImportSecret(self)
        self.preview, self.options = ImportPreview(importers, self), ImportOptions(self)
        self.result = ImportResult(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in self._cards():
            column.addWidget(card)
        if journal.read_only:
            self.drop.say(self.tr("This journal is open for reading, so nothing can be imported into it."))
        self._connect()
        self._show(Stage.CHOOSE)

    def is_busy(self) -> bool:
        """Whether something is read or brought in."""
        return self.line.is_busy()

    def choose(self, path: Path) -> None:
        """Begin with this file or folder; nothing of the one before is left."""
        if self.is_busy() or self._journal.read_only:
            return
        self.begin_anew()
        self._path = path
        self._look()

    def begin_anew(self) -> None:
        """Ask for a file."""
        self._path, self._read = None, Wishes()
        self.secret.forget()
        self.options.begin()
        self.notice.say("")
        self._show(Stage.CHOOSE)

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        firsts = {
            Stage.CHOOSE: self.drop.choose,
            Stage.SECRET: self.secret.passphrase,
            Stage.PREVIEW: self.options.go_on if self.options.go_on.isEnabled() else self.preview.another,
            Stage.DONE: self.result.first(),
        }
        return firsts[self._stage]

    def refresh(self) -> None:
        """After a lock that did not come about, or a change of the journal."""
        self._allow(busy=self.is_busy())

    def _cards(self) -> tuple[QWidget, ...]:
        return (self.drop, self.secret, self.result, self.preview, self.options)

    def _connect(self) -> None:
        self.drop.chosen.connect(self.choose)
        self.secret.given.connect(self._open)
        self.preview.changed.connect(self._read_otherwise)
        self.options.agreed.connect(self._bring_in)
        for card in (self.secret, self.preview, self.result):
            card.another.clicked.connect(self._choose_another)
        self.result.show_them.clicked.connect(lambda: self.wanted.emit(self._seen.last))
        self.result.take_back.clicked.connect(self._take_back)
        self.line.busy.connect(lambda busy: self._allow(busy=busy))
        self.read.connect(self._tell_read)

    def _choose_another(self) -> None:
        self.begin_anew()
        self.drop.choose.setFocus()

    def _open(self, passphrase: str) -> None:
        self._read = replace(self._read, passphrase=passphrase)
        self._look()

    def _read_otherwise(self) -> None:
        wanted = self.preview.wanted()
        self._read = replace(self._read, format=wanted.format, settings=wanted.settings)
        self._look()

    def _look(self) -> None:
        path, wishes, imports = self._path, self._read, self._journal.imports
        if path is None:
            return
        self.notice.say("")

        def look(report: Report) -> tuple[Preview, Columns | None]:
            def heard(fraction: float, text: str = "") -> None:
                report(fraction, text)
                self.read.emit(text)

            seen = imports.look(path, wishes, heard)
            return seen, imports.columns(path, replace(wishes, format=seen.format))

        told = self.tr("Looking at {name}…").format(name=path.name)
        self.line.run(told, look, lambda looked: self._looked(*looked), self._refused)

    def _tell_read(self, text: str) -> None:
        if self._path is not None and self.is_busy():
            told = self.tr("Looking at {name}: {read}…")
            self.line.words.setText(told.format(name=self._path.name, read=text))

    def _looked(self, seen: Preview, columns: Columns | None) -> None:
        assert self._path is not None
        self._seen = seen
        self._read = replace(self._read, format=seen.format)
        self.preview.show_preview(seen, self._read, columns, folder=self._path.is_dir())
        self.options.offer(seen, self._journal.tags.names())
        came = self._stage is not Stage.PREVIEW
        self._show(Stage.PREVIEW)
        if came:
            self._bring_keyboard()

    def _refused(self, error: JournalError) -> None:
        """A passphrase is asked for; what else is wrong is told, and what was seen before stays to be mended."""
        if isinstance(error, PassphraseNeeded | WrongImportPassphrase) and self._path is not None:
            self._show(Stage.SECRET)
            wrong = isinstance(error, WrongImportPassphrase)
            self.secret.ask(self._path.name, str(error) if wrong else "")
            self._bring_keyboard()
            return
        self.notice.say(str(error))
        if self._stage is Stage.CHOOSE:
            self._bring_keyboard()

    def _bring_in(self) -> None:
        path, wishes, imports = self._path, self.options.added_to(self._read), self._journal.imports
        if path is None:
            return
        self.notice.say("")
        expected = self._seen.found
        self.line.run(
            self.tr("A backup is made, then the entries are brought in, all of them or none…"),
            lambda report: imports.run(path, wishes, report, expected=expected),
            self._brought_in,
            self._refused,
        )

    def _brought_in(self, done: Imported) -> None:
        self._done = done
        self.secret.forget()
        self._read = Wishes()
        self._show(Stage.DONE)
        self.result.show_result(done)
        self._bring_keyboard()
        self.imported.emit(done)

    def _bring_keyboard(self) -> None:
        """But not away from another screen, where one writes meanwhile: Qt gives it to what nobody sees, too."""
        if self.isVisible():
            self.first().setFocus()

    def _take_back(self) -> None:
        if self._done.id is not None:
            self.take_back.emit(self._done.id)
            self._choose_another()

    def _show(self, stage: Stage) -> None:
        self._stage = stage
        self.drop.setVisible(stage is Stage.CHOOSE)
        self.secret.setVisible(stage is Stage.SECRET)
        self.preview.setVisible(stage is Stage.PREVIEW)
        self.options.setVisible(stage is Stage.PREVIEW)
        self.result.setVisible(stage is Stage.DONE)

    def _allow(self, *, busy: bool) -> None:
        for card in self._cards():
            card.setEnabled(not busy and not self._journal.read_only)
