"""What a badge says of itself: label by label, to be read and copied, never changed, and never followed."""

from collections.abc import Iterable

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from workjournal.ui import theme

_BETWEEN = 10


class BadgeFields(QTextEdit):
    """A text of labels, each with what stands behind it. Addresses in it are words: nothing opens them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(4)

    def show_fields(self, fields: Iterable[tuple[str, str]]) -> None:
        """Show these, in this order."""
        self.clear()
        cursor = QTextCursor(self.document())
        for place, (label, text) in enumerate(fields):
            if place:
                cursor.insertBlock()
            above = QTextBlockFormat()
            above.setTopMargin(theme.px(_BETWEEN) if place else 0)
            cursor.setBlockFormat(above)
            cursor.insertText(label, _look(theme.CAPTION, "text3"))
            cursor.insertBlock(QTextBlockFormat())
            cursor.insertText(text, _look(theme.BODY, "text"))
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _look(size: int, ink: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(theme.font(size))
    look.setForeground(theme.color(ink))
    return look
