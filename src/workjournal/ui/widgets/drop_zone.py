"""Where files can be dropped: a dashed frame that lights up while one hangs over it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.icon_label import IconLabel


class DropZone(QFrame):
    """An icon, a line in semibold, a caption below it, and at the end a button for those who do not drag."""

    dropped = Signal(list)
    """Paths of the files on this computer that were dropped."""

    def __init__(self, parent: QWidget | None, icon: str, heading: str, text: str, choose: str) -> None:
        super().__init__(parent)
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)
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

    def say(self, text: str) -> None:
        """Another caption."""
        self._caption.setText(text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._over(inside=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002 - wherever it goes
        self._over(inside=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._over(inside=False)
        event.acceptProposedAction()
        self.dropped.emit([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _over(self, *, inside: bool) -> None:
        self.setProperty("over", inside)
        theme.restyle(self)
