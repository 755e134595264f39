"""Where a CSV file is dropped or chosen, and its reading."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from workjournal.domain.sheet import MOST_BYTES
from workjournal.errors import JournalError
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.widgets.drop_zone import DropZone

_HEADING = QT_TRANSLATE_NOOP("SheetDrop", "Drop a CSV file")
_CHOOSE = QT_TRANSLATE_NOOP("SheetDrop", "Choose")


class SheetUnreadable(JournalError):
    """{path} cannot be read: {reason}. Nothing was taken in."""


def read(path: Path) -> bytes:
    """The content of a file, for a service's `read_sheet`; of one that is too large only what shows that it is.

    Raises:
        SheetUnreadable
    """
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise SheetUnreadable(path=path, reason=error.strerror) from error


class SheetDrop(DropZone):
    """A place for one file, with a button that asks for it; `words` says which columns it needs."""

    chosen = Signal(Path)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        super().__init__(parent, "table", tr("SheetDrop", _HEADING), words, tr("SheetDrop", _CHOOSE))
        self.choose.setObjectName("choose_sheet")
        self.choose.setAccessibleName(self.tr("Choose a CSV file"))
        self.choose.setAccessibleDescription(words)
        self.choose.clicked.connect(self.ask)
        self.dropped.connect(self._take)

    def ask(self) -> None:
        """Ask for a file; for buttons elsewhere too."""
        told = self.tr("Files to import (*.csv *.tsv *.txt);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a CSV file"), "", told)
        if name:
            self.chosen.emit(Path(name))

    def _take(self, files: Sequence[Path]) -> None:
        """Each file is asked about by itself, so of several dropped at once the first is taken."""
        if files:
            self.chosen.emit(files[0])
