"""A review pack before it is typeset: only what was chosen, with names replaced already."""

import datetime as dt
from dataclasses import dataclass

from workjournal.charts.figure import Figure


@dataclass(frozen=True)
class PackEntry:
    """One item of a section. `title` may be empty; `text` and `result` are Markdown; `facts` are short labelled values."""

    title: str = ""
    note: str = ""
    text: str = ""
    result: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    link: str = ""


@dataclass(frozen=True)
class PackSection:
    """A heading with its entries or figures, in order."""

    key: str
    heading: str
    entries: tuple[PackEntry, ...] = ()
    figures: tuple[Figure, ...] = ()
    numbered: bool = False


@dataclass(frozen=True)
class PackContent:
    """The whole pack. `made` is the only date in the file; `owner` is empty unless the worker chose to be named."""

    title: str
    period: str
    made: dt.date
    language: str
    sections: tuple[PackSection, ...]
    owner: str = ""


@dataclass(frozen=True)
class Secrets:
    """What must not be found anywhere in the file.

    `texts` are whole private texts and unchosen items; `words` are names and paths, found as whole words in any case.
    """

    texts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    metadata_words: tuple[str, ...] = ()
