"""Names of exported files: allowed on every system and in a wikilink, each only once, the same each time."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from workjournal.exporters.record import Entry

LONGEST, MOST_BYTES = 100, 180
"""Letters of a name, and bytes of it in UTF-8: file systems take 255, and endings and numbers follow."""
_PARTED = re.compile(r"\s*[:|]\s+")
_DASHED = re.compile(r"[/\\:|]+")
_DROPPED = re.compile(r'[\[\]#^*?"<>]')
"""What no system allows in a name, or what Obsidian takes for a part of a link."""


def safe(words: str) -> str:
    """Words as a name of a file without its ending."""
    from workjournal.domain.attachment import (
        file_name,
    )  # loads SQLAlchemy, which no format needs before it writes

    drawn = "".join(" " if _is_undrawn(sign) else sign for sign in words)
    plain = _DROPPED.sub("", _DASHED.sub("-", _PARTED.sub(" – ", unicodedata.normalize("NFC", drawn))))
    name = _cut(" ".join(plain.split()))
    return file_name(name).rstrip(". ") if name else "Untitled"


def _is_undrawn(sign: str) -> bool:
    """Whether it has no shape, or turns others around; the joiners of Persian, Indian scripts and emoji are letters."""
    return unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} and sign not in "\u200c\u200d"


def _cut(name: str) -> str:
    name = name[:LONGEST]
    while len(name.encode("utf-8", "replace")) > MOST_BYTES:
        name = name[:-1]
    return name.strip(" .")


@dataclass
class Names:
    """Gives each name once, whatever its capitals: systems differ in whether those tell files apart."""

    _taken: set[str] = field(default_factory=set)
    _next: dict[str, int] = field(default_factory=dict)

    def unique(self, name: str, ending: str = "") -> str:
        """The name with its ending, with a number where it is taken: "plan (2).pdf"."""
        key = (name + ending).casefold()
        number = self._next.get(key, 1)
        given = name + ending if number == 1 else f"{name} ({number}){ending}"
        while given.casefold() in self._taken:
            number += 1
            given = f"{name} ({number}){ending}"
        self._next[key] = number + 1
        self._taken.add(given.casefold())
        return given

    def of_file(self, name: str) -> str:
        """The same for a file that has a name already; its ending stays."""
        stem, dot, ending = name.rpartition(".")
        if not dot or not stem or len(ending) > 10 or not ending.isalnum():
            return self.unique(safe(name))
        return self.unique(safe(stem), f".{ending}")


@dataclass(frozen=True)
class Page:
    """Where a record's page is: its folder, and its name without ".md", which no other page has."""

    folder: str
    name: str

    @property
    def path(self) -> str:
        """Below the export's folder."""
        return f"{self.folder}/{self.name}.md"


def pages(entries: Iterable[Entry]) -> Mapping[UUID, Page]:
    """The page of each record: those of a day by their year, with the day before the title."""
    names, found = Names(), {}
    for entry in entries:
        title = safe(entry.title)
        if entry.date is None:
            found[entry.id] = Page(entry.noun.many, names.unique(title))
        else:
            folder = f"{entry.noun.many}/{entry.date.year:04}"
            found[entry.id] = Page(folder, names.unique(f"{entry.date.isoformat()} {title}"))
    return found
