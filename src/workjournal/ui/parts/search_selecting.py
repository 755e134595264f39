"""Whoever opens what was found sees at once where in the text it stands."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from workjournal.ui.prose import text_finding
from workjournal.ui.widgets.prose_edit import ProseEdit


def select(page: QWidget, words: Sequence[str]) -> bool:
    """Select the first of the words that stands in a text of a page, and have it in sight; whether there is one."""
    fields = [field for field in page.findChildren(ProseEdit) if field.isVisibleTo(page)]
    for word in words:
        for field in fields:
            places = text_finding.find(field.document(), word)
            if places:
                _select(field, *places[0])
                return True
    return False


def _select(field: ProseEdit, start: int, end: int) -> None:
    cursor = field.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    field.setFocus()
    field.ensureCursorVisible()
