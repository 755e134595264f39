"""A review pack before it is typeset: only what was chosen, with names replaced already."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from workjournal.charts.figure import Figure


@dataclass(frozen=True)
class PackPicture:
    """A picture kept with an episode: its bytes as `exporters/pictures.py` made them, PNG or JPEG, and its words."""

    alt: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class PackEntry:
    """One item of a section.

    `title` may be empty; `text` and `result` are Markdown; `parts` are labelled Markdown, such as ("Situation", "…");
    `facts` are short labelled values. Entries of the same `group`, such as a skill or a month, stand together under it.
    """

    title: str = ""
    note: str = ""
    text: str = ""
    result: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    link: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    group: str = ""
    pictures: tuple[PackPicture, ...] = ()


@dataclass(frozen=True)
class PackTable:
    """Headers and rows of plain texts; each row is as long as the headers, and its first cell is its heading."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class PackSection:
    """A heading with its entries, its table and its figures, in that order."""

    key: str
    heading: str
    entries: tuple[PackEntry, ...] = ()
    figures: tuple[Figure, ...] = ()
    numbered: bool = False
    table: PackTable | None = None


@dataclass(frozen=True)
class PackContent:
    """The whole pack. `made` is the only date in the file; `owner` is empty unless the worker chose to be named.

    `language` is a language tag; `paper` is "a4" or "letter".
    """

    title: str
    period: str
    made: dt.date
    language: str
    sections: tuple[PackSection, ...]
    owner: str = ""
    paper: str = "a4"


@dataclass(frozen=True)
class Secrets:
    """What must not be found anywhere in the file.

    `texts` are whole private texts and unchosen items; `words` are names and paths, found as whole words in any case.
    `metadata_words`, such as the user's account name, may stand in a text but not in what the file says of itself;
    who chose to be named in the pack leaves their own name out.
    """

    texts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    metadata_words: tuple[str, ...] = ()


def texts_of(value: object) -> Iterator[str]:
    """Every text within a pack or a part of it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_of(part)
    elif is_dataclass(value):
        for part in fields(value):
            yield from texts_of(getattr(value, part.name))
