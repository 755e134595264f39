"""The files kept with an episode: the place to drop them, the way in and out, and a row for each."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import cast
from uuid import UUID

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.attachment import MEGABYTE, Attachment
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.ui import errors, icons
from workjournal.ui.attached.file_deeds import FileDeeds
from workjournal.ui.attached.file_rows import FileRows
from workjournal.ui.attached.file_taking import FileTaking
from workjournal.ui.attached.file_work import FileWork
from workjournal.ui.attached.thumbnails import Thumbnails
from workjournal.ui.parts import file_words
from workjournal.ui.parts.file_words import is_picture
from workjournal.ui.widgets.drop_zone import DropZone
from workjournal.ui.widgets.row_list import Row
from workjournal.ui.window_words import in_the_window

LIMITS = (25, 100, 250, 500, 1024)
"""Megabytes to choose from."""


class AttachmentList(QWidget):
    """The drop zone and the files below it. `ready` puts the episode into the journal if it is not there yet."""

    toast = Signal(str, object)

    def __init__(self, journal: Journal, ready: Callable[[str], UUID], parent: QWidget) -> None:
        super().__init__(parent)
        self._journal = journal
        self._known: dict[object, Attachment] = {}
        self.drop = DropZone(self, "paperclip", self.tr("Drop files to attach"), "", self.tr("Choose files"))
        self.drop.takes_pictures = True
        self.choose = self.drop.choose
        self.choose.setObjectName("choose_files")
        self.paste = QPushButton(self.tr("Paste"), self.drop)
        self.more = QPushButton(self.drop)
        self.work = FileWork(self)
        self.problem = QLabel(self)
        self.files = FileRows(self)
        self._thumbnails = Thumbnails(journal, self)
        self._taking = FileTaking(journal, ready, self.work, self)
        self.deeds = FileDeeds(journal, self.work, self)
        self._dress()
        self._lay()
        self._connect()
        self._say_limit()

    def show_files(self, attachments: Iterable[Attachment]) -> None:
        """List these."""
        self._known = {attachment.id: attachment for attachment in attachments}
        self._thumbnails.want([*self._known.values()])
        self._fill()
        self._say_limit()

    def attach(self, files: Iterable[Path]) -> None:
        """Keep copies of these files, read and encrypted beside the window."""
        self._taking.files([*files])

    def take(self, pasted: QMimeData) -> None:
        """Keep copies of the files, or of the picture, that were pasted or dropped somewhere."""
        self._taking.paste(pasted)

    def take_clipboard(self) -> None:
        """Keep copies of the files, or of the picture, on the clipboard."""
        self.take(QGuiApplication.clipboard().mimeData())

    def _fill(self) -> None:
        self.files.set_rows([self._row(file) for file in self._known.values()])
        self.files.setVisible(bool(self._known))

    def _row(self, file: Attachment) -> Row:
        glimpse = self._thumbnails.of(file)
        second = f"{file_words.kind(file)}, {file_words.size(file, self.locale())}"
        if glimpse.details.place:
            second = self.tr("{kind}, tells the place").format(kind=second)
        return Row(
            file.id,
            file.name,
            second,
            file_words.icon(file),
            action=self.tr("Save a copy"),
            picture=glimpse.picture,
        )

    def _open(self, wanted: object) -> None:
        """A picture is shown here; for others there is the choice."""
        file = self._known[wanted]
        if is_picture(file):
            self.deeds.look([*self._known.values()], file)
        else:
            self._open_menu(wanted, self._below(wanted))

    def _open_menu(self, wanted: object, where: QPoint) -> None:
        file = self._known[wanted]
        told = bool(self._thumbnails.of(file).details)
        menu, deeds = QMenu(self), self.deeds
        offered: tuple[tuple[bool, str, str, Callable[[], object]], ...] = (
            (is_picture(file), "eye", self.tr("Look at it"), lambda: self._open(wanted)),
            (True, "download", self.tr("Save a copy…"), lambda: deeds.save(file)),
            (True, "external-link", self.tr("Open in another program…"), lambda: deeds.open_elsewhere(file)),
            (True, "pencil", self.tr("Rename…"), lambda: deeds.rename(file)),
            (told, "shield", self.tr("Remove camera, day and place"), lambda: deeds.make_bare(file.id)),
            (True, "trash-2", self.tr("Remove"), lambda: deeds.remove(file)),
        )
        for fits, icon, text, act in offered:
            if fits:
                menu.addAction(icons.icon(icon), text).triggered.connect(lambda _=False, act=act: act())
        self._pop_up(menu, where)

    def _open_more(self) -> None:
        """What is about all files."""
        menu = QMenu(self)
        menu.addAction(icons.icon("download"), self.tr("Save copies of all…"), self._save_all).setEnabled(
            bool(self._known)
        )
        largest = menu.addMenu(self.tr("Largest file"))
        allowed = self._journal.attachments.largest() // MEGABYTE
        for limit in LIMITS:
            action = largest.addAction(self._megabytes(limit))
            action.setCheckable(True)
            action.setChecked(limit == allowed)
            action.triggered.connect(lambda _=False, limit=limit: self._allow(limit))
        self._pop_up(menu, self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @staticmethod
    def _pop_up(menu: QMenu, where: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _save_all(self) -> None:
        self.deeds.save_all([*self._known.values()])

    def _allow(self, megabytes: int) -> None:
        self._journal.attachments.allow(megabytes)
        self._complain("")
        self._say_limit()

    def _say_limit(self) -> None:
        limit = self._megabytes(self._journal.attachments.largest() // MEGABYTE)
        self.drop.say(self.tr("Encrypted with the journal, up to {limit} each").format(limit=limit))

    def _megabytes(self, number: int) -> str:
        return self.tr("1 GB") if number == LIMITS[-1] else self.tr("{number} MB").format(number=number)

    def _complain(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, JournalError):
            self._complain(in_the_window(str(error)))
        else:
            errors.report(error, self)

    def _choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Files to attach"))
        if names:
            self.attach(Path(name) for name in names)

    def _below(self, file: object) -> QPoint:
        self.files.choose(file)
        return self.files.viewport().mapToGlobal(
            self.files.visualRect(self.files.currentIndex()).bottomLeft()
        )

    def _of(self, deed: Callable[[Attachment], object]) -> Callable[[object], None]:
        """The same for the id of a row."""
        return lambda wanted: cast("None", deed(self._known[wanted]))

    def _connect(self) -> None:
        self.drop.dropped.connect(self.attach)
        self.drop.pictured.connect(self._taking.picture)
        self.choose.clicked.connect(self._choose)
        self.paste.clicked.connect(self.take_clipboard)
        self.more.clicked.connect(self._open_more)
        self.files.trashed.connect(self._of(self.deeds.remove))
        self.files.action.connect(self._of(self.deeds.save))
        self.files.rename_asked.connect(self._of(self.deeds.rename))
        self.files.opened.connect(self._open)
        self.files.menu.connect(self._open_menu)
        self._thumbnails.made.connect(self._fill)
        self._taking.told.connect(self._complain)
        self.deeds.told.connect(self._complain)
        self.deeds.toast.connect(self.toast)
        self.work.failed.connect(self._failed)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence.StandardKey.Paste, self, self.take_clipboard, context=inside)

    def _dress(self) -> None:
        self.paste.setObjectName("paste_files")
        self.paste.setProperty("role", "link")
        self.paste.setToolTip(self.tr("Attach the files, or the picture, on the clipboard (Ctrl+V)"))
        self.drop.add_button(self.paste)
        self.more.setObjectName("more_files")
        self.more.setProperty("role", "icon")
        self.more.setIcon(icons.icon("ellipsis"))
        self.more.setAccessibleName(self.tr("More about files"))
        self.more.setToolTip(self.more.accessibleName())
        self.drop.add_button(self.more)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.files.setObjectName("files")
        self.files.setAccessibleName(self.tr("Attached files"))
        self.files.setAccessibleDescription(
            self.tr("Enter opens, F2 renames, R saves a copy, Delete removes, Shift+F10 tells the rest")
        )
        self.files.set_fit(True)

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.drop, self.work, self.problem, self.files):
            column.addWidget(part)
