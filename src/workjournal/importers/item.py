"""What an importer gives: one item after the other, as plain values, and what went wrong with any of them."""

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, BinaryIO

from workjournal.domain.episode import Kind


@dataclass(frozen=True, kw_only=True)
class File:
    """A file that belongs to an item. `opened` gives its bytes anew each time; `size` is in bytes.

    `digest` is what the source says of its content, in hex: MD5, SHA-1 or SHA-256 by its length; "" where it says
    nothing. A text refers to it as `![name](name)` or `[name](name)`, by the same `name` as here.
    """

    name: str
    size: int
    opened: Callable[[], AbstractContextManager[BinaryIO]]
    digest: str = ""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One entry of another journal.

    Attributes:
        key: what tells it apart in its source for good: the source's own id, else `fingerprint` of what it says.
        place: where it stands, for messages: "2023-08.txt, day 12".
        title: one line, or "": then the beginning of the text becomes the title.
        text: Markdown.
        date: the day by the writer's clock; None where the source has none.
        time: by the writer's clock; None where there is none, as with an all-day entry.
        zone: the zone of that clock, "Europe/Dublin" or "+02:00"; "" where the source does not say.
        tags, people: names as the source writes them, without its signs ("@", "#").
        starred: marked as a favourite.
        files: what belongs to it.
        values: further fields of an episode by their names, where the source has just these: "result", "kind",
            "difficulty", "private_note" …
        unknown: everything else the source says of it, as JSON has it, by the source's own names. Nothing is dropped.
    """

    key: str
    place: str
    title: str = ""
    text: str = ""
    date: dt.date | None = None
    time: dt.time | None = None
    zone: str = ""
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    starred: bool = False
    files: tuple[File, ...] = ()
    kind: Kind | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    unknown: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of a journal that this program exported: its table, and its values as JSON has them.

    `file` is its content where it has any; `whole` says that what it refers to is in the same export.
    """

    place: str
    table: str
    values: Mapping[str, Any]
    file: File | None = None
    whole: bool = True


class Weight(StrEnum):
    """What a trouble cost: the whole item, or a part of it."""

    FAILED = "failed"
    """The item was not brought in."""
    PARTLY = "partly"
    """It was brought in, without what the trouble names."""
    LEFT_OUT = "left out"
    """Something that is no item of a journal, such as a link to a file elsewhere, was not followed."""


@dataclass(frozen=True)
class Trouble:
    """What went wrong: where ("Journal.json, entry 3"), what in one sentence, and what it cost."""

    place: str
    what: str
    weight: Weight = Weight.FAILED


@dataclass(frozen=True)
class Note:
    """What was guessed or noticed about the whole, in one sentence, such as how dates are read."""

    what: str


Given = Item | Row | Trouble | Note


def fingerprint(*said: object) -> str:
    """A key for an item whose source has no ids: SHA-256 (hex) of what it says."""
    whole = "\x1f".join(str(each) for each in said)
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
