"""A journal's things as a reader of an export sees them: plain values, and titles where the journal has ids."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

Value = str | int | float | bool | dt.date | dt.time | tuple[str, ...] | None


@dataclass(frozen=True)
class Noun:
    """A sort of thing, in the singular and plural: "check-in", "check-ins". `dated`: each has its day."""

    one: str
    many: str
    dated: bool = False

    @property
    def heading(self) -> str:
        """The plural as a heading."""
        return self.many[:1].upper() + self.many[1:]


@dataclass(frozen=True)
class Entry:
    """A record before it is read: enough to give it a name and to refer to it."""

    noun: Noun
    id: UUID
    title: str
    date: dt.date | None = None
    time: dt.time | None = None


@dataclass(frozen=True)
class Passage:
    """A longer text, Markdown as it was written: its field, and the heading above it ("" for what needs none)."""

    key: str
    heading: str
    text: str


@dataclass(frozen=True)
class Attached:
    """A file of a record. `pieces` gives its content; it is None where only its name is told, and `without` says why."""

    id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    pieces: Callable[[], Iterator[bytes]] | None = None
    without: str = ""

    @property
    def is_picture(self) -> bool:
        """Whether a page can show it."""
        return self.media_type.startswith("image/")


@dataclass(frozen=True, kw_only=True)
class Record:
    """A thing: what it is called, its short values by field, its texts, what it refers to, and what is part of it.

    Each record of a noun has the same fields in the same order, empty ones too. `links` are ids by field: of other
    records, or of things that are not in the export and of which only the title is known.
    """

    noun: Noun
    id: UUID
    title: str
    date: dt.date | None = None
    time: dt.time | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    links: Mapping[str, tuple[UUID, ...]] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()
    parts: tuple["Record", ...] = ()
    files: tuple[Attached, ...] = ()

    def parted(self) -> Iterator[tuple[Noun, list["Record"]]]:
        """Its parts by their nouns, in the order they come."""
        nouns = dict.fromkeys(part.noun for part in self.parts)
        for noun in nouns:
            yield noun, [part for part in self.parts if part.noun == noun]

    def every_file(self) -> Iterator[Attached]:
        """Its files and those of its parts."""
        yield from self.files
        for part in self.parts:
            yield from part.every_file()


@dataclass(frozen=True, kw_only=True)
class Sheaf:
    """All that is exported.

    Attributes:
        made: when, by the journal's clock, local.
        about: what was chosen, as one sentence.
        entries: of every record, noun by noun, the oldest first.
        titles: of what is referred to and is not in the export.
        read: the records of a noun in the order of the entries, one by one.
        left_out: what this choice or this format does not hold, as sentences.
    """

    made: dt.datetime
    about: str
    entries: Sequence[Entry]
    titles: Mapping[UUID, str]
    read: Callable[[Noun], Iterator[Record]]
    left_out: tuple[str, ...] = ()

    @property
    def nouns(self) -> tuple[Noun, ...]:
        """Those of which there is anything."""
        return tuple(dict.fromkeys(entry.noun for entry in self.entries))

    def counts(self) -> dict[Noun, int]:
        """How many of each there are."""
        found: dict[Noun, int] = {}
        for entry in self.entries:
            found[entry.noun] = found.get(entry.noun, 0) + 1
        return found


def singular(key: str) -> str:
    """Of a link's field that can have several: "skill" for "skills"; "" of one that has one at most."""
    return "person" if key == "people" else key.removesuffix("s") if key.endswith("s") else ""


def labelled(key: str) -> str:
    """A field's name as one reads it: "Decision quality"."""
    words = key.replace("_", " ")
    return words[:1].upper() + words[1:]


def shown(value: Value) -> str:
    """A value in one line; "" for none."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    if isinstance(value, float):
        return f"{value:.15g}"
    return "" if value is None else str(value)


def bulleted(text: str, bullet: str = "- ") -> str:
    """A text in a list: its further lines stand under its first."""
    first, *rest = text.split("\n")
    return "\n".join((bullet + first, *(" " * len(bullet) + line if line else "" for line in rest)))
