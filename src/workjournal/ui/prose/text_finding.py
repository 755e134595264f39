"""Where a text has some words, whatever their case."""

import re

from PySide6.QtGui import QTextDocument

from workjournal.ui.prose.units import utf16

MOST = 9999
"""So many places are found at most."""


def find(document: QTextDocument, words: str) -> list[tuple[int, int]]:
    """Beginning and end of each place, in the order of the text; within one line each."""
    if not words:
        return []
    found: list[tuple[int, int]] = []
    pattern = re.compile(re.escape(utf16(words)), re.IGNORECASE)
    block = document.firstBlock()
    while block.isValid() and len(found) < MOST:
        at = block.position()
        found += [(at + each.start(), at + each.end()) for each in pattern.finditer(utf16(block.text()))]
        block = block.next()
    return found[:MOST]
