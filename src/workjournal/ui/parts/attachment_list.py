"""The files kept with an episode: dropped or chosen, copied out on purpose, taken away with an undo."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QVBoxLayout, QWidget

from workjournal.domain.attachment import Attachment
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.ui import errors, icons, tasks
from workjournal.ui.free_name import free
from workjournal.ui.widgets.drop_zone import DropZone
from workjournal.ui.widgets.row_list import Row, RowList


class AttachmentList(QWidget):
    """The drop zone and the files below it. `ready` puts the episode into the journal if it is not there yet."""

    toast = Signal(str, object)

    def __init__(self, journal: Journal, ready: Callable[[str], UUID], parent: QWidget) -> None:
        super().__init__(parent)
        self._journal, self._ready = journal, ready
        self._known: dict[object, Attachment] = {}
        self.drop = DropZone(
            self,
            "paperclip",
            self.tr("Drop files to attach"),
            self.tr("Encrypted with the journal, up to 25 MB each"),
            self.tr("Choose files"),
        )
        self.choose = self.drop.choose
        self.choose.setObjectName("choose_files")
        self.files = RowList(self)
        self.files.setObjectName("files")
        self.files.setAccessibleName(self.tr("Attached files"))
        self.files.set_fit(True)
        self.problem = QLabel(self)
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._lay()
        self.drop.dropped.connect(self.attach)
        self.choose.clicked.connect(self._choose)
        self.files.trashed.connect(self._remove)
        self.files.action.connect(self._save_copy)
        self.files.opened.connect(lambda file: self._open_menu(file, self._below(file)))
        self.files.menu.connect(self._open_menu)

    def show_files(self, attachments: Iterable[Attachment]) -> None:
        """List these."""
        self._known = {attachment.id: attachment for attachment in attachments}
        self.files.set_rows(
            [
                Row(
                    file.id,
                    file.name,
                    self.locale().formattedDataSize(file.size, 0),
                    "image" if file.media_type.startswith("image/") else "file-text",
                    action=self.tr("Save a copy"),
                )
                for file in self._known.values()
            ]
        )
        self.files.setVisible(bool(self._known))

    def attach(self, files: Iterable[Path]) -> None:
        """Keep copies of these files; a large one is read and encrypted beside the window."""
        chosen = list(files)
        if not chosen:
            return
        self._complain("")
        episode_id = self._ready(chosen[0].stem)

        def work(_report: tasks.Report) -> None:
            for file in chosen:
                self._journal.episodes.attach(episode_id, file)

        tasks.run(work, lambda _: None, self, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, JournalError):
            self._complain(str(error))
        else:
            errors.report(error, self)

    def _complain(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Files to attach"))
        self.attach(Path(name) for name in names)

    def _save_copy(self, file: object) -> None:
        known = self._known[file]
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Save an unencrypted copy of {name} in").format(name=known.name)
        )
        if not folder:
            return
        target = free(Path(folder) / known.name)
        self._complain("")
        with errors.inline(self._complain):
            self._journal.episodes.copy_attachment(known.id, target)
            self.toast.emit(self.tr("Unencrypted copy saved as {name}").format(name=target.name), None)

    def _remove(self, file: object) -> None:
        known = self._known[file]
        self._journal.episodes.detach(known.id)
        told = self.tr("{name} removed").format(name=known.name)
        self.toast.emit(told, partial(self._journal.episodes.reattach, known.id))

    def _open_menu(self, file: object, where: QPoint) -> None:
        menu = QMenu(self)
        for icon, text, act in (
            ("download", self.tr("Save a copy"), self._save_copy),
            ("trash-2", self.tr("Remove"), self._remove),
        ):
            menu.addAction(icons.icon(icon), text).triggered.connect(lambda _=False, act=act: act(file))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _below(self, file: object) -> QPoint:
        self.files.choose(file)
        return self.files.viewport().mapToGlobal(
            self.files.visualRect(self.files.currentIndex()).bottomLeft()
        )

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.drop)
        column.addWidget(self.problem)
        column.addWidget(self.files)
