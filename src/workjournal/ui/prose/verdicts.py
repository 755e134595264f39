"""What a text field asks about words; writing/speller.py answers."""

from typing import Protocol

from PySide6.QtCore import SignalInstance


class Verdicts(Protocol):
    """Knows which words are wrong, or will."""

    @property
    def learned(self) -> SignalInstance:
        """Emitted with a frozenset of words that turned out to be wrong, or None where any may have changed."""

    def is_wrong(self, word: str) -> bool:
        """Whether a word is known to be wrong; quick enough for every key."""
