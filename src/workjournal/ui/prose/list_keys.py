"""Return, Tab and Shift+Tab in a list: each a change of the document that one Ctrl+Z takes back."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor

from workjournal.ui.prose.list_lines import Item, deeper, number_at, outer, quote_lead, shifted

IN_CODE = 1
"""The state of a paragraph after which a block of code goes on."""


def go_on(cursor: QTextCursor) -> bool:
    """Return: begin the next item or line of a quotation, or end the list on an empty one; False where there is none."""
    block = cursor.block()
    line, column = block.text(), cursor.positionInBlock()
    item = None if _in_code(block) else Item.read(line)
    lead = item.lead if item is not None else "" if _in_code(block) else quote_lead(line)
    if cursor.hasSelection() or not lead or column < len(lead):
        return False
    cursor.beginEditBlock()
    if line[len(lead) :].strip():
        cursor.insertText("\n" + (item.following() if item is not None else lead))
        if item is not None and item.number is not None:
            _count_on(cursor)
    elif item is not None and (depth := outer(_above(block), item)) is not None:
        moved = item.moved(depth, number_at(_above(block), depth))
        _replace(block, len(lead), moved.lead)
    else:
        _replace(block, len(lead), "")
    cursor.endEditBlock()
    return True


def move(cursor: QTextCursor, *, further_in: bool) -> bool:
    """Tab and Shift+Tab: move the items of the selection, with what is within them; False where none can be moved."""
    blocks = list(_selected(cursor))
    first = Item.read(blocks[0].text())
    if first is None or _in_code(blocks[0]):
        return False
    above = _above(blocks[0])
    depth = deeper(above, first) if further_in else outer(above, first)
    if depth is None:
        return False
    by = depth - first.depth
    last = blocks[-1].blockNumber()
    for block in _below(blocks[-1]):
        if (item := Item.read(block.text())) is None or item.depth <= first.depth:
            break
        last = block.blockNumber()
    cursor.beginEditBlock()
    block = blocks[0]
    while block.isValid() and block.blockNumber() <= last:
        if (item := Item.read(block.text())) is not None:
            number = number_at(above, depth) if block == blocks[0] else None
            moved = item.moved(max(0, item.depth + by), number or item.number)
            _replace(block, len(item.lead), moved.lead)
        block = block.next()
    cursor.endEditBlock()
    return True


def _count_on(cursor: QTextCursor) -> None:
    """The numbers after a new item count on from it."""
    item = Item.read(cursor.block().text())
    assert item is not None
    below = list(_below(cursor.block()))
    for block, line in zip(below, shifted([each.text() for each in below], item), strict=False):
        if line != block.text():
            old, new = Item.read(block.text()), Item.read(line)
            assert old is not None
            assert new is not None
            _replace(block, len(old.lead), new.lead)


def _replace(block: QTextBlock, length: int, lead: str) -> None:
    """Another beginning in place of the first letters of a line; a cursor behind them stays behind them."""
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + length, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(lead)


def _selected(cursor: QTextCursor) -> Iterator[QTextBlock]:
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        yield block
        block = block.next()


def _above(block: QTextBlock) -> list[str]:
    """The lines above, the nearest first, up to an empty one."""
    lines: list[str] = []
    block = block.previous()
    while block.isValid() and block.text().strip():
        lines.append(block.text())
        block = block.previous()
    return lines


def _below(block: QTextBlock) -> Iterator[QTextBlock]:
    block = block.next()
    while block.isValid() and block.text().strip():
        yield block
        block = block.next()


def _in_code(block: QTextBlock) -> bool:
    return bool(block.previous().userState() == IN_CODE)
