"""What is done with a file that is kept: looked at, called otherwise, made bare, copied out, opened elsewhere, removed."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from workjournal.domain.attachment import Attachment
from workjournal.journal.journal import Journal
from workjournal.ui.attached.file_work import FileWork
from workjournal.ui.dialogs.confirm import ConfirmDialog
from workjournal.ui.dialogs.picture import PictureDialog
from workjournal.ui.dialogs.rename import RenameDialog
from workjournal.ui.free_name import free
from workjournal.ui.parts.file_words import is_picture
from workjournal.ui.tasks import Report


class FileDeeds(QObject):
    """Asks over its parent, and carries out; what takes long is on the line of `work`."""

    toast = Signal(str, object)
    told = Signal(str)
    """What went wrong, or "" for nothing."""

    def __init__(self, journal: Journal, work: FileWork, parent: QWidget) -> None:
        super().__init__(parent)
        self._journal, self._work, self._over = journal, work, parent

    def look(self, files: Sequence[Attachment], file: Attachment) -> PictureDialog:
        """Show a picture in a dialog, and the way to the others."""
        pictures = [each for each in files if is_picture(each)]
        dialog = PictureDialog(self._over, self._journal, pictures, file.id)
        dialog.bare_asked.connect(lambda file_id: self.make_bare(file_id, dialog.exchange))
        dialog.open()
        return dialog

    def rename(self, file: Attachment) -> RenameDialog:
        """Ask for another name."""
        dialog = RenameDialog(
            self._over, file.name, lambda name: self._journal.attachments.rename(file.id, name)
        )
        dialog.name.setMaxLength(200)
        dialog.name.setText(file.name)
        dialog.name.setSelection(0, len(Path(file.name).stem))
        dialog.open()
        return dialog

    def make_bare(self, file_id: UUID, then: Callable[[UUID, Attachment], object] | None = None) -> None:
        """Remove what a picture tells; the original goes into the trash, and comes back by the toast."""

        def made(bare: Attachment) -> None:
            told = self.tr("{name} is its picture and nothing else now").format(name=bare.name)
            back = partial(self._journal.attachments.exchange, bare.id, file_id)
            self.toast.emit(told, back)
            if then is not None:
                then(file_id, bare)

        self.told.emit("")
        self._work.run(
            self.tr("Writing the picture anew"),
            lambda _report: self._journal.attachments.make_bare(file_id),
            made,
        )

    def save(self, file: Attachment) -> None:
        """Ask where an unencrypted copy goes."""
        name, _ = QFileDialog.getSaveFileName(
            self._over, self.tr("Save an unencrypted copy of {name}").format(name=file.name), file.file_name
        )
        if name:
            self._write([(file, Path(name))])

    def save_all(self, files: Sequence[Attachment]) -> None:
        """Ask for a folder for copies of all; no file in it is written over."""
        folder = QFileDialog.getExistingDirectory(
            self._over, self.tr("Save unencrypted copies of all files in")
        )
        if folder:
            self._write([(file, Path(folder) / file.file_name) for file in files], over=False)

    def open_elsewhere(self, file: Attachment) -> ConfirmDialog:
        """Say what it means, and then hand a private copy to another program."""
        return ConfirmDialog.ask(
            self._over,
            self.tr("Open {name} in another program?").format(name=file.name),
            self.tr(
                "The other program gets an unencrypted copy in a private folder that only your account can read. "
                "Workjournal removes it when the journal is locked or closed, and after a crash when it starts again. "
                "What you change in the copy does not come back into the journal.\n\n"
                "Other programs may keep traces that Workjournal cannot remove: lists of recent files, small pictures, "
                "automatic copies."
            ),
            self.tr("Open a copy"),
            partial(self._open_copy, file),
        )

    def remove(self, file: Attachment) -> None:
        """Into the trash; it comes back by the toast."""
        self._journal.attachments.trash(file.id)
        told = self.tr("{name} removed").format(name=file.name)
        self.toast.emit(told, partial(self._journal.attachments.restore, file.id))

    def _open_copy(self, file: Attachment) -> None:
        def opened(copy: Path) -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
                self.told.emit(self.tr("No program here opens {name}.").format(name=file.name))

        self.told.emit("")
        self._work.run(
            self.tr("Writing a private copy"),
            lambda report: self._journal.attachments.private_copy(file.id, report),
            opened,
        )

    def _write(self, copies: Sequence[tuple[Attachment, Path]], *, over: bool = True) -> None:
        def work(report: Report) -> list[Path]:
            written = []
            for place, (file, wanted) in enumerate(copies):
                target = wanted if over else free(wanted)
                told = partial(_tell, report, place, len(copies), file.name)
                self._journal.episodes.copy_attachment(file.id, target, told)
                written.append(target)
            return written

        self.told.emit("")
        self._work.run(self.tr("Writing an unencrypted copy"), work, self._written)

    def _written(self, written: Sequence[Path]) -> None:
        if len(written) == 1:
            told = self.tr("Unencrypted copy saved as {name}").format(name=written[0].name)
        else:
            told = self.tr("%Ln unencrypted copies saved", "", len(written))
        self.toast.emit(told, None)


def _tell(report: Report, place: int, number: int, name: str, fraction: float, _text: str) -> None:
    report((place + fraction) / number, name)
