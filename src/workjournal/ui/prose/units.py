"""Positions as Qt counts them: a letter outside the basic plane, such as an emoji, counts as two."""

import re

_BEYOND = re.compile(r"[\U00010000-\U0010FFFF]")


def utf16(text: str) -> str:
    """The text with each such letter as its two surrogates, so that indexes are Qt's. For looking, not for keeping."""
    return text if text.isascii() else _BEYOND.sub(_halves, text)


def _halves(found: re.Match[str]) -> str:
    beyond = ord(found[0]) - 0x10000
    return chr(0xD800 + (beyond >> 10)) + chr(0xDC00 + (beyond & 0x3FF))
