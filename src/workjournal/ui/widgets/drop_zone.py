"""Where files can be dropped: a dashed frame that lights up while one hangs over it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.icon_label import IconLabel


class DropZone(QFrame):
    """An icon, a line in semibold, a caption below it, and at the end a button for those who do not drag.

    Where there are more buttons, all of them stand below the words, since a column beside a page is narrow.
    """

    dropped = Signal(list)
    """Paths of the files on this computer that were dropped."""
    pictured = Signal(QImage)
    """A picture that was dropped out of another program without a file; only where `takes_pictures` is set."""

    def __init__(self, parent: QWidget | None, icon: str, heading: str, text: str, choose: str) -> None:
        super().__init__(parent)
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)
        self.takes_pictures = False
        self.choose = QPushButton(choose, self)
        self.choose.setProperty("role", "link")
        self._caption = QLabel(text, self)
        strong = QLabel(heading, self)
        strong.setProperty("role", "label")
        self._caption.setProperty("role", "caption")
        self._caption.setWordWrap(True)
        words, row = QVBoxLayout(), QHBoxLayout(self)
        words.setSpacing(1)
        words.addWidget(strong)
        words.addWidget(self._caption)
        row.setContentsMargins(14, 10, 8, 10)
        row.setSpacing(12)
        row.addWidget(IconLabel(self, icon, 18))
        row.addLayout(words, 1)
        row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignVCenter)
        self._words = words
        self._buttons: QHBoxLayout | None = None

    def say(self, text: str) -> None:
        """Another caption."""
        self._caption.setText(text)

    def add_button(self, button: QPushButton) -> None:
        """One more."""
        if self._buttons is None:
            self._buttons = QHBoxLayout()
            self._buttons.setContentsMargins(0, 4, 0, 0)
            self._buttons.setSpacing(2)
            self._buttons.addWidget(self.choose)
            self._buttons.addStretch(1)
            self._words.addLayout(self._buttons)
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    def light(self, *, on: bool) -> None:
        """Light up, or no longer; for those who take drops elsewhere too."""
        self.setProperty("over", on)
        theme.restyle(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()) or (self.takes_pictures and event.mimeData().hasImage()):
            event.acceptProposedAction()
            self.light(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002 - wherever it goes
        self.light(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.light(on=False)
        event.acceptProposedAction()
        files = local_files(event.mimeData())
        if files:
            self.dropped.emit(files)
        elif self.takes_pictures and not (image := picture_in(event.mimeData())).isNull():
            self.pictured.emit(image)


def local_files(offered: QMimeData) -> list[Path]:
    """The files on this computer, and folders, that are dropped or pasted."""
    return [Path(url.toLocalFile()) for url in offered.urls() if url.isLocalFile()]


def picture_in(offered: QMimeData) -> QImage:
    """The picture that is dropped or pasted without a file; a null image where there is none."""
    return QImage(offered.imageData()) if offered.hasImage() else QImage()
