"""The items at a path, one by one: opened, detected, counted; none of it is kept here."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from workjournal.importers import also_seen, detected, importer
from workjournal.importers.importer import Asked, Importer
from workjournal.importers.item import Item, Note, Row, Trouble, Weight
from workjournal.importers.opening import opened
from workjournal.importers.trees import Tree
from workjournal.journal.importing.wishes import Wishes
from workjournal.store.integrity import Report

_TOLD_EVERY = 50
_ONCE_MORE = "To get these, import it once more and say what they are from."
_LEFT_OUT_TOLD = 200
"""Of what was left out of a tree, how many are told by name."""


@dataclass
class Reading:
    """One pass over the items of a tree. What is no item is gathered here while they are read."""

    importer: Importer
    tree: Tree
    asked: Asked
    report: Report
    expected: int = 0
    found: int = 0
    failed: int = 0
    troubles: list[Trouble] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def items(self) -> Iterator[Item]:
        """Each item, with a key that is its own even where its source has the same one twice.

        Raises:
            JournalError: where nothing of it can be read.
        """
        seen: dict[str, int] = {}
        for given in self._given():
            if isinstance(given, Item):
                self.found += 1
                times = seen[given.key] = seen.get(given.key, 0) + 1
                yield given if times == 1 else replace(given, key=f"{given.key}#{times}")
            self._tell()

    def rows(self) -> Iterator[Row]:
        """Each row of a journal of this program; who reads them counts those that are things.

        Raises:
            JournalError: where nothing of it can be read.
        """
        return (given for given in self._given() if isinstance(given, Row))

    def _given(self) -> Iterator[Item | Row]:
        for given in self.importer.read(self.tree, self.asked):
            if isinstance(given, Note):
                self.notes.append(given)
            elif isinstance(given, Trouble):
                self._note(given)
            else:
                yield given
        left = self.tree.left_out
        self.troubles += left[:_LEFT_OUT_TOLD]
        if len(left) > _LEFT_OUT_TOLD:
            rest = len(left) - _LEFT_OUT_TOLD
            self.troubles.append(Trouble(self.tree.name, f"{rest} more were left out.", Weight.LEFT_OUT))

    def fail(self, place: str, what: str) -> None:
        """An item that was read cannot be kept."""
        self.failed += 1
        self.troubles.append(Trouble(place, what))

    def _note(self, trouble: Trouble) -> None:
        if trouble.weight is Weight.FAILED:
            self.found += 1
            self.failed += 1
        self.troubles.append(trouble)

    def _tell(self) -> None:
        if self.found % _TOLD_EVERY == 0:
            share = min(1.0, self.found / self.expected) if self.expected else 0.0
            self.report(share, f"{self.found:,} entries read")


@contextmanager
def reading(path: Path, wishes: Wishes, report: Report, expected: int = 0) -> Iterator[Reading]:
    """Begin to read what is at `path`.

    Raises:
        UnknownFormat, PassphraseNeeded, WrongImportPassphrase, SourceUnreadable, TooMuch
    """
    with opened(path, wishes.passphrase) as tree:
        known = importer(wishes.format) if wishes.format else detected(tree)
        asked = Asked(passphrase=wishes.passphrase, settings=wishes.settings)
        read = Reading(known, tree, asked, report, expected)
        others = ", ".join(other.title for other in also_seen(tree, known))
        if others:
            read.notes.append(Note(f"It looks as if it held entries of {others} too. {_ONCE_MORE}"))
        yield read
