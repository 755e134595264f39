"""Where the journal of another program is dropped or chosen: a file, or a folder."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.widgets.drop_zone import DropZone

_HEADING = QT_TRANSLATE_NOOP("SourceDrop", "Drop a file or a folder anywhere on this page")
_WORDS = QT_TRANSLATE_NOOP(
    "SourceDrop",
    "An export of another program, a folder of notes, or one of this program. You see what is in it before anything "
    "is imported.",
)
_EDGES = (20, 22, 16, 18)
_CHOOSE = QT_TRANSLATE_NOOP("SourceDrop", "Choose a file…")


class SourceDrop(DropZone):
    """A place for one file or folder, with buttons that ask for it."""

    chosen = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            parent,
            "download",
            tr("SourceDrop", _HEADING),
            tr("SourceDrop", _WORDS),
            tr("SourceDrop", _CHOOSE),
        )
        self.folder = QPushButton(self.tr("Choose a folder…"), self)
        self.folder.setProperty("role", "link")
        self.add_button(self.folder)
        if (layout := self.layout()) is not None:
            layout.setContentsMargins(*_EDGES)
        self.choose.setObjectName("choose_file")
        self.folder.setObjectName("choose_folder")
        self.choose.clicked.connect(self.ask_file)
        self.folder.clicked.connect(self.ask_folder)
        self.dropped.connect(self.take)

    def take(self, files: Sequence[Path]) -> None:
        """Each is looked at by itself, so of several dropped at once the first is taken."""
        if files:
            self.chosen.emit(files[0])

    def ask_file(self) -> None:
        """Ask for a file."""
        name, _ = QFileDialog.getOpenFileName(self, self.tr("The file to import"))
        if name:
            self.chosen.emit(Path(name))

    def ask_folder(self) -> None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(self, self.tr("The folder to import"))
        if name:
            self.chosen.emit(Path(name))
