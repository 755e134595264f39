"""From a choice to a file: the passphrase of the journal is asked for, then the place, then it is written."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workjournal.journal.exports import Exported
from workjournal.journal.journal import Journal
from workjournal.ui.dialogs.prove import ProveDialog
from workjournal.ui.guards import copy_words
from workjournal.ui.guards.work_line import WorkLine
from workjournal.ui.save_place import ask_path
from workjournal.ui.transfer.export_how import ExportHow
from workjournal.ui.transfer.export_what import ExportWhat
from workjournal.ui.transfer.notice import TransferNotice


class ExportFlow(QWidget):
    """Two cards; one export at a time, which can be given up and then leaves nothing."""

    exported = Signal(object)
    """An Exported."""

    def __init__(self, journal: Journal, line: WorkLine, notice: TransferNotice) -> None:
        super().__init__()
        self._journal, self._line, self._notice = journal, line, notice
        self._anything = False
        self.what, self.how = ExportWhat(journal, self), ExportHow(journal, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (self.what, self.how):
            column.addWidget(card)
        self.what.counted.connect(self._counted)
        self.how.agreed.connect(self._begin)
        line.busy.connect(lambda busy: self._allow(busy=busy))
        self._allow(busy=False)

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self.what.scope.button(self.what.scope.choice)

    def refresh(self) -> None:
        """The journal was changed."""
        self.what.refresh()
        self._allow(busy=self._line.is_busy())

    def _counted(self, anything: bool) -> None:
        self._anything = anything
        self._allow(busy=self._line.is_busy())

    def _allow(self, *, busy: bool) -> None:
        for card in (self.what, self.how):
            card.setEnabled(not busy)
        self.how.go_on.setEnabled(self._anything and not busy)

    def _begin(self) -> None:
        if self.how.go_on.isEnabled():
            self._notice.say("")
            self.how.settle(self._ask_for_proof)

    def _ask_for_proof(self, passphrase: str | None) -> None:
        readable = self.tr("Whoever gets the file can read all of it, without any passphrase.")
        encrypted = self.tr("The file opens with the passphrase you have just chosen for it.")
        dialog = ProveDialog(
            self.window(),
            self.tr("Export the journal"),
            f"{encrypted if passphrase else readable} "
            + self.tr("Type a passphrase or the recovery code that opens the journal now."),
            self.tr("Go on"),
            self._journal.ways_in.confirm,
        )
        dialog.settled.connect(lambda _: self._ask_where(passphrase))
        dialog.open()

    def _ask_where(self, passphrase: str | None) -> None:
        path = ask_path(self, self.tr("Export the journal"), self._name(passphrase), self._kinds(passphrase))
        if path is not None:
            self._write(path, passphrase)

    def _name(self, passphrase: str | None) -> str:
        exports, key = self._journal.exports, self.how.exporter().key
        name = exports.suggested_name(key, encrypted=passphrase is not None)
        zipped = not self.how.is_folder() and not Path(name).suffix
        return f"{name}.zip" if zipped else name

    def _kinds(self, passphrase: str | None) -> str:
        if passphrase is not None:
            return self.tr("Encrypted export (*.age)")
        if self.how.is_folder():
            return self.tr("Folder (*)")
        ending = Path(self._name(passphrase)).suffix
        return self.tr("Export (*{ending})").format(ending=ending)

    def _write(self, path: Path, passphrase: str | None) -> None:
        exports, key = self._journal.exports, self.how.exporter().key
        choice = self.what.choice(attachments=self.how.with_files())
        replace = path.is_file()  # the dialog has asked
        self._line.run(
            self.tr("Exporting…"),
            lambda report: exports.run(
                choice, key, path, passphrase=passphrase, replace=replace, report=report
            ),
            self._written,
            lambda error: self._notice.say(str(error)),
        )

    def _written(self, done: Exported) -> None:
        self.how.forget()
        self.how.protect.setChecked(False)
        size = copy_words.size(done.bytes)
        told = self.tr("Exported to {path}, %Ln file(s), {size}.", "", done.files)
        lines = [told.format(path=done.path, size=size), *done.left_out]
        self._notice.say("\n".join(lines), "ok" if not done.left_out else "info")
        self.exported.emit(done)
