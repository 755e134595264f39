"""Ctrl+Z takes back a word, not everything typed since the last click.

Qt joins what is typed next to each other into one step, but only while the document counts as modified; saying that
it is not ends the step (QTextDocumentPrivate::appendUndoItem).
"""

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QTextCursor

PAUSE_MS = 2000
"""After a longer pause a new step begins, in the middle of a word too."""


class UndoSteps:
    """Ends a step where a word begins, where deleting reaches another word, and after a pause."""

    def __init__(self) -> None:
        self._since = QElapsedTimer()

    def before_typing(self, cursor: QTextCursor, typed: str) -> None:
        """Call before a letter is put in."""
        self._divide(cursor, begins=bool(typed.strip()) and not _before(cursor).strip())

    def before_deleting(self, cursor: QTextCursor) -> None:
        """Call before a letter is taken away by Backspace."""
        one, other = _before(cursor), _before(cursor, 2)
        self._divide(cursor, begins=bool(one.strip()) != bool(other.strip()) and not one.strip())

    def _divide(self, cursor: QTextCursor, *, begins: bool) -> None:
        paused = not self._since.isValid() or self._since.elapsed() > PAUSE_MS
        self._since.start()
        if begins or paused:
            cursor.document().setModified(False)


def _before(cursor: QTextCursor, distance: int = 1) -> str:
    """The letter that many places before the cursor; "" at the beginning of a line."""
    column = cursor.positionInBlock() - distance
    return cursor.document().characterAt(cursor.position() - distance) if column >= 0 else ""
