"""What a person says about an import, what is shown of it beforehand, and what came of it."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from workjournal.domain.episode import Kind
from workjournal.importers.item import Note, Trouble

STARRED = "starred"
"""The tag of what is marked as a favourite elsewhere."""
SHOWN = 200
"""Items that a preview tells of one by one."""


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """How to import.

    Attributes:
        format: the importer's key; "" to see by the files.
        passphrase: of what is encrypted.
        settings: of the importer, by their keys.
        kind: what the episodes are, where the source does not say.
        day: for items without a date; None for the day of the import.
        tags: other names for tags, "" to leave one off; then it is kept among what else the source says.
        add_tags: on all of them.
    """

    format: str = ""
    passphrase: str = field(default="", repr=False)
    settings: Mapping[str, str] = field(default_factory=dict)
    kind: Kind = Kind.WORK
    day: dt.date | None = None
    tags: Mapping[str, str] = field(default_factory=dict)
    add_tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sample:
    """One item in a preview: `known` is one that is in the journal already."""

    place: str
    date: dt.date | None
    time: dt.time | None
    title: str
    tags: tuple[str, ...]
    files: int
    known: bool


@dataclass
class Preview:
    """What an import would bring. Counts are of items; `files` and `size` (bytes) of their attachments."""

    format: str
    title: str
    name: str
    found: int = 0
    known: int = 0
    failed: int = 0
    undated: int = 0
    first: dt.date | None = None
    last: dt.date | None = None
    tags: Counter[str] = field(default_factory=Counter)
    files: int = 0
    size: int = 0
    samples: list[Sample] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @property
    def fresh(self) -> int:
        """How many items would come in."""
        return self.found - self.known - self.failed


@dataclass(frozen=True)
class Imported:
    """What came of an import. `id` is that of its intake; None where there was nothing new to bring in."""

    id: UUID | None
    format: str
    found: int
    imported: int
    skipped: int
    failed: int
    in_trash: int = 0
    """Of those that were skipped: how many are here, but in the trash."""
    troubles: tuple[Trouble, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Undone:
    """What came of taking an import back: how many things went into the trash; how many stay, since more was done with them."""

    taken_back: int
    kept: int
