"""What the front matter of a note says of an entry, by the names that people and programs give to such fields."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from workjournal.domain.episode import Kind
from workjournal.importers.days.times import time_of
from workjournal.importers.days.written import Order, When, when
from workjournal.importers.markdown.links import shown
from workjournal.importers.texts import NotReadable, plain

_DAY = ("date", "day", "datetime", "date time", "datum", "tag der notiz", "journal date", "entry date")
"""These tell what day an entry is of."""
_MADE = (
    *(
        "created",
        "created at",
        "created on",
        "date created",
        "created date",
        "creation date",
        "creation time",
    ),
    *("create time", "ctime", "erstellt", "erstellt am", "published", "pubdate", "timestamp"),
)
"""And these when its note was made: less, where its name tells another day."""
_TIME = ("time", "uhrzeit")
_ZONE = ("timezone", "time zone", "tz", "zone")
_TAGS = ("tags", "tag")
_PEOPLE = ("people", "persons", "personen")
_STARRED = ("starred", "star", "favorite", "favourite", "favorit", "pinned")
_TITLE = ("title", "titel")
_WIKILINK = re.compile(r"\[\[([^\[\]]+)\]\]")


@dataclass
class NoteFields:
    """What was found.

    Attributes:
        made: when the note was made, by the field `made_by`, which is among the unknown too: a day comes before it.
        values: fields of an episode.
        unknown: the rest, as the note names it.
        troubles: sentences.
    """

    key: str = ""
    title: str = ""
    day: When | None = None
    made: When | None = None
    made_by: str = ""
    time: dt.time | None = None
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    starred: bool = False
    kind: Kind | None = None
    values: dict[str, Any] = field(default_factory=dict)
    unknown: dict[str, Any] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)


def fields_of(said: Mapping[str, Any], order: Order | None = None) -> NoteFields:
    """What the fields of a front matter say."""
    reading = _Reading(said, order)
    found = reading.found
    found.day = reading.when(_DAY)
    found.made, found.made_by = reading.made()
    found.time = reading.time()
    found.title = reading.line(_TITLE)
    found.tags = reading.names(_TAGS)
    found.people = reading.names(_PEOPLE)
    found.starred = reading.yes(_STARRED)
    found.unknown = {key: plain(value) for key, value in reading.left.items() if not is_empty(value)}
    return found


class _Reading:
    def __init__(self, said: Mapping[str, Any], order: Order | None) -> None:
        self.left = dict(said)
        self.found = NoteFields()
        self._order = order
        self._keys: dict[str, str] = {}
        for key in said:
            self._keys.setdefault(_called(key), key)
        self._zone = self._zone_said()

    def when(self, names: tuple[str, ...]) -> When | None:
        """The first day by one of these names; what tells none is told."""
        for key in self._there(names):
            try:
                found = when(self.left[key], self._order, self._zone)
            except NotReadable as error:
                self.found.troubles.append(f"The field “{key}” is not the day: {error}. It was kept beside.")
                continue
            if found.is_whole:
                del self.left[key]
            return found
        return None

    def made(self) -> tuple[When | None, str]:
        """When the note was made, and the field that says so; such a field may say anything else."""
        for key in self._there(_MADE):
            with suppress(NotReadable):
                return when(self.left[key], self._order, self._zone), key
        return None, ""

    def time(self) -> dt.time | None:
        for key in self._there(_TIME):
            try:
                found = time_of(self.left[key])
            except NotReadable:
                continue
            del self.left[key]
            return found
        return None

    def line(self, names: tuple[str, ...]) -> str:
        for key in self._there(names):
            value = self.left[key]
            if isinstance(value, str | int | float | dt.date) and not isinstance(value, bool):
                del self.left[key]
                return str(plain(value)).strip()
        return ""

    def names(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Tags or people: a list, or a text with commas or spaces between them."""
        found: dict[str, str] = {}
        for key in list(self._there(names)):
            value = self.left[key]
            if isinstance(value, list) and not any(isinstance(each, dict) for each in value):
                words = [word for each in value for word in (each if isinstance(each, list) else [each])]
            elif isinstance(value, str):
                words = _apart(value, by_spaces=names is _TAGS)
            elif isinstance(value, int | float | dt.date) and not isinstance(value, bool):
                words = [value]
            else:
                continue
            del self.left[key]
            for word in words:
                name = "" if word is None else _unlinked(str(plain(word))).lstrip("#@").strip()
                if name:
                    found.setdefault(name.casefold(), name)
        return tuple(found.values())

    def yes(self, names: tuple[str, ...]) -> bool:
        for key in self._there(names):
            if self.left[key] is True or str(self.left[key]).casefold() in {"true", "yes", "ja"}:
                del self.left[key]
                return True
        return False

    def _zone_said(self) -> str:
        for key in self._there(_ZONE):
            if isinstance(self.left[key], str):
                return str(self.left[key]).strip()
        return ""

    def _there(self, names: tuple[str, ...]) -> Iterator[str]:
        """The keys of these names that are there and say something."""
        for name in names:
            key = self._keys.get(name)
            if key is not None and key in self.left and not is_empty(self.left[key]):
                yield key


def _called(key: str) -> str:
    return " ".join(key.casefold().replace("_", " ").replace("-", " ").split())


def _apart(text: str, *, by_spaces: bool) -> list[str]:
    """Names in one text: by commas; where there are none, tags also by spaces, as Obsidian has them."""
    text = text.strip()
    if any(sign in text for sign in ",;\n"):
        return [
            word for part in text.replace(";", ",").replace("\n", ",").split(",") if (word := part.strip())
        ]
    return text.split() if by_spaces else [text]


def _unlinked(word: str) -> str:
    """A name that may be written as a wikilink."""
    found = _WIKILINK.fullmatch(word.strip())
    return shown(found[1]).rpartition("/")[2] if found else word.strip()


def is_empty(value: Any) -> bool:
    return value is None or value in ("", [], {})
