"""Lines of lists in Markdown source: how an item begins, what the next one begins with, where it may move to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?:(?P<bullet>[-*+])|(?P<number>\d{1,9})(?P<dot>[.)]))(?P<gap>[ \t]+)"
    r"(?P<task>\[[ xX]\](?:[ \t]+|$))?"
)
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")


@dataclass(frozen=True)
class Item:
    """How an item of a list begins: "  2. " or "- [ ] ".

    Attributes:
        indent: the blanks before it.
        mark: its bullet, or its number with what follows that.
        number: its number; None for a bullet.
        gap: the blanks after the mark.
        task: its box with the blanks after it, or "".
    """

    indent: str
    mark: str
    number: int | None
    gap: str
    task: str

    @classmethod
    def read(cls, line: str) -> "Item | None":
        """The beginning of a line, or None where it is no item."""
        found = _ITEM.match(line)
        if found is None:
            return None
        number = int(found["number"]) if found["number"] else None
        mark = found["bullet"] or found["number"] + found["dot"]
        return cls(found["indent"], mark, number, found["gap"], found["task"] or "")

    @property
    def lead(self) -> str:
        """Everything before its text."""
        return self.indent + self.mark + self.gap + self.task

    @property
    def depth(self) -> int:
        """How far it is indented, in columns; a tab goes on to the next fourth."""
        return len(self.indent.expandtabs(4))

    @property
    def inside(self) -> int:
        """How far an item within it is indented, in columns."""
        return len((self.indent + self.mark + self.gap[:1]).expandtabs(4))

    def following(self) -> str:
        """What the next item begins with; its box is empty."""
        mark = self.mark if self.number is None else f"{self.number + 1}{self.mark[-1]}"
        return self.indent + mark + self.gap + ("[ ] " if self.task else "")

    def moved(self, depth: int, number: int | None = None) -> "Item":
        """The same item further in or out, with another number if it has one."""
        mark = self.mark if self.number is None or number is None else f"{number}{self.mark[-1]}"
        return Item(" " * depth, mark, number if self.number is not None else None, self.gap, self.task)


def quote_lead(line: str) -> str:
    """The marks of a quotation that a line begins with, or ""."""
    found = _QUOTE.match(line)
    return found[0] if found else ""


def deeper(above: Sequence[str], item: Item) -> int | None:
    """How far in an item may go below the lines above it: into the item before it, and no further.

    Args:
        above: the lines before it, the nearest first.
        item: the beginning of its own line.
    """
    wanted: int | None = None
    for line in above:
        other = Item.read(line)
        if other is None:
            if not line.strip():
                break
            continue
        if other.depth > item.depth:
            wanted = other.depth
        elif other.depth == item.depth:
            return wanted if wanted is not None else other.inside
        else:
            return None
    return None


def outer(above: Sequence[str], item: Item) -> int | None:
    """How far out an item goes: beside the one it is within; None where it is within none.

    Args:
        above: the lines before it, the nearest first.
        item: the beginning of its own line.
    """
    for line in above:
        other = Item.read(line)
        if other is not None and other.depth < item.depth:
            return other.depth
        if not line.strip():
            break
    return 0 if item.depth else None


def number_at(above: Sequence[str], depth: int) -> int:
    """The number of an item that comes to lie at a depth below the lines above it, the nearest first."""
    for line in above:
        other = Item.read(line)
        if other is None or other.depth < depth:
            break
        if other.depth == depth:
            return (other.number or 0) + 1
    return 1


def shifted(below: Sequence[str], item: Item) -> list[str]:
    """The lines after a new numbered item, where its number was the next one's: each one higher, as far as they count on."""
    made, expected = [], item.number
    for line in below:
        other = Item.read(line)
        if not line.strip() or (other is not None and other.depth < item.depth):
            break
        if other is not None and other.depth == item.depth:
            if other.number is None or other.number != expected:
                break
            expected = other.number + 1
            made.append(other.moved(other.depth, expected).lead + line[len(other.lead) :])
        else:
            made.append(line)
    return made
