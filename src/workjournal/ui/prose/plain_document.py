"""A QTextDocument that holds plain text: its letters as typed, and the height of its lines."""

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

LINE_HEIGHT = 138
"""In per cent."""


def plain(raw: str) -> str:
    """The letters of a document or a selection as typed, from `toRawText`; toPlainText() would change no-break spaces."""
    return raw.replace("\u2029", "\n").replace("\u2028", "\n")


def space_lines(document: QTextDocument) -> None:
    """Set the line height of all blocks; new ones take it over. Not a step that Ctrl+Z could undo."""
    document.setUndoRedoEnabled(False)
    spaced = QTextBlockFormat()
    spaced.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(spaced)
    document.setUndoRedoEnabled(True)
