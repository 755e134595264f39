"""Marks around words: bold, italic and code put on and taken off, links begun."""

import re

from PySide6.QtGui import QTextCursor

from workjournal.ui.prose.list_lines import Item
from workjournal.ui.prose.units import utf16

BOLD, ITALIC, CODE = "**", "*", "`"
_ADDRESS = re.compile(r"(?:https?://|mailto:|www\.)\S+")
_KEEP = QTextCursor.MoveMode.KeepAnchor


def toggle(cursor: QTextCursor, mark: str) -> QTextCursor:
    """Put a mark around the selection or the word at the cursor, or take it off.

    Returns:
        the cursor as it is to be afterwards: on the same words, or between two new marks.
    """
    if not cursor.hasSelection():
        _take_word(cursor)
    if not cursor.hasSelection():
        return _begin_or_drop(cursor, mark)
    lines, last = _lines(cursor), cursor.document().findBlock(cursor.selectionEnd())
    cursor.beginEditBlock()
    for low, high in reversed(lines):
        _toggle_line(cursor, low, high, mark)
    cursor.endEditBlock()
    if len(lines) > 1:
        cursor.setPosition(last.position() + last.length() - 1)
    return cursor


def wrap(cursor: QTextCursor, mark: str) -> QTextCursor:
    """Put a mark around the selection, as typing it does; the words stay selected."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    _put_around(cursor, start, end, mark)
    return cursor


def link(cursor: QTextCursor) -> QTextCursor:
    """Make a link of the selection, or of the word at the cursor; what is missing of it is where the cursor is then."""
    if not cursor.hasSelection():
        _take_word(cursor)
    start, words = cursor.selectionStart(), cursor.selectedText()
    length = len(utf16(words))
    if _ADDRESS.fullmatch(words):
        cursor.insertText(f"[]({words})")
        cursor.setPosition(start + 1)
    else:
        cursor.insertText(f"[{words}]()")
        cursor.setPosition(start + length + 3 if words else start + 1)
    return cursor


def _take_word(cursor: QTextCursor) -> None:
    """Select the word the cursor is in or at the end of."""
    line, column = utf16(cursor.block().text()), cursor.positionInBlock()
    for found in re.finditer(r"[\w\ud800-\udfff'’-]+", line):
        if found.start() < column <= found.end():
            begin = cursor.block().position()
            cursor.setPosition(begin + found.start())
            cursor.setPosition(begin + found.end(), _KEEP)


def _begin_or_drop(cursor: QTextCursor, mark: str) -> QTextCursor:
    """Two marks with the cursor between them; where they are there already, with nothing between, they go."""
    line, column = utf16(cursor.block().text()), cursor.positionInBlock()
    length, at = len(mark), cursor.position()
    if line[max(0, column - length) : column] == mark == line[column : column + length]:
        cursor.setPosition(at - length)
        cursor.setPosition(at + length, _KEEP)
        cursor.removeSelectedText()
    else:
        cursor.insertText(mark + mark)
        cursor.setPosition(at + length)
    return cursor


def _lines(cursor: QTextCursor) -> list[tuple[int, int]]:
    """Of each line of the selection the words themselves: without blanks around them and marks of lists before them."""
    document, found = cursor.document(), []
    block = document.findBlock(cursor.selectionStart())
    while block.isValid() and block.position() < cursor.selectionEnd():
        line = utf16(block.text())
        item = Item.read(line)
        low = max(cursor.selectionStart() - block.position(), len(item.lead) if item is not None else 0)
        high = min(cursor.selectionEnd() - block.position(), len(line))
        words = line[low:high]
        if words.strip():
            low += len(words) - len(words.lstrip())
            high -= len(words) - len(words.rstrip())
            found.append((block.position() + low, block.position() + high))
        block = block.next()
    return found


def _toggle_line(cursor: QTextCursor, low: int, high: int, mark: str) -> None:
    block = cursor.document().findBlock(low)
    line, begin = utf16(block.text()), block.position()
    words, length = line[low - begin : high - begin], len(mark)
    before, after = line[: low - begin], line[high - begin :]
    if _has(words, words, mark) and len(words) > 2 * length:
        _put(cursor, high - length, high, "")
        _put(cursor, low, low + length, "")
        _select(cursor, low, high - 2 * length)
    elif _has(after, before, mark):
        _put(cursor, high, high + length, "")
        _put(cursor, low - length, low, "")
        _select(cursor, low - length, high - length)
    else:
        _put_around(cursor, low, high, mark)


def _has(ahead: str, behind: str, mark: str) -> bool:
    """Whether one text begins and the other ends with this mark: one star is italic, two bold, three both."""
    sign = mark[0]
    signs = min(len(ahead) - len(ahead.lstrip(sign)), len(behind) - len(behind.rstrip(sign)))
    if sign != ITALIC:
        return signs >= 1
    return signs in ({2, 3} if mark == BOLD else {1, 3})


def _put_around(cursor: QTextCursor, low: int, high: int, mark: str) -> None:
    cursor.beginEditBlock()
    _put(cursor, high, high, mark)
    _put(cursor, low, low, mark)
    cursor.endEditBlock()
    _select(cursor, low + len(mark), high + len(mark))


def _put(cursor: QTextCursor, low: int, high: int, text: str) -> None:
    _select(cursor, low, high)
    cursor.insertText(text)


def _select(cursor: QTextCursor, low: int, high: int) -> None:
    cursor.setPosition(low)
    cursor.setPosition(high, _KEEP)
