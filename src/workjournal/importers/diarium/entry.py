"""One entry of Diarium as an item."""

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from workjournal.importers.attached_files import AttachedFiles
from workjournal.importers.diarium.media import Media
from workjournal.importers.entry_fields import EntryFields
from workjournal.importers.fields import Keys
from workjournal.importers.html.converting import as_markdown
from workjournal.importers.item import Given, Item
from workjournal.importers.texts import cleaned
from workjournal.importers.zones import local

_TEXTS = ("html", "text", "body", "content")
_TITLES = ("heading", "title")
_FILES = ("attachments", "media", "photos", "images", "videos", "audio", "files")
_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:[.,](?P<part>\d{1,9}))?)?\s*"
    r"(?P<offset>Z|[+-]\d\d:?\d\d)?",
    re.ASCII,
)
"""As .NET writes it: as many figures of a second as there are, an offset only where it knows one."""
_TICKS_FROM = 10**16
"""Figures from here on are .NET's ticks: tenths of a microsecond since the year 1."""


@dataclass(frozen=True)
class _When:
    """By the writer's clock; `folder` is what the folder of its files is called after it."""

    day: dt.date
    time: dt.time | None
    zone: str
    folder: str


def is_entry(value: Any) -> bool:
    """Whether a value of a list is an entry."""
    return isinstance(value, dict) and any(name in value for name in ("date", *_TEXTS, *_TITLES))


def entry_of(fields: EntryFields, attached: AttachedFiles, media: Media, keys: Keys) -> Iterator[Given]:
    """The item, and what is wrong with it."""
    key = keys.key("", *(fields.look(name) for name in ("date", *_TITLES, *_TEXTS)))
    when = _when(fields)
    for path in media.take(when.folder) if when else ():
        attached.add(path)
    for name in _FILES:
        fields.attach(name, attached)
    title = " ".join(_first(fields, _TITLES).split())
    text = as_markdown(attached.taken_out(_first(fields, _TEXTS)))
    yield Item(
        key=key,
        place=fields.place,
        title=title,
        text=attached.relinked(text),
        date=when.day if when else None,
        time=when.time if when else None,
        zone=when.zone if when else "",
        tags=fields.names("tags"),
        people=fields.names("people"),
        files=attached.files,
        unknown=fields.rest(),
    )
    yield from fields.troubles()


def _first(fields: EntryFields, names: tuple[str, ...]) -> str:
    """The text of the first of these fields that says something; the others stay among the rest."""
    for name in names:
        value = fields.look(name)
        if isinstance(value, str) and value.strip():
            return fields.text(name)
        if value is not None and not isinstance(value, str):
            fields.faults.append(f'Its "{name}" is no text and was kept as it is.')
    return ""


def _when(fields: EntryFields) -> _When | None:
    said = fields.look("date")
    found = None
    with suppress(ValueError, OverflowError, OSError):
        found = _of_ticks(said) if isinstance(said, int) else _of_text(said)
    if found is None:
        fields.faults.append("It has no date that can be read.")
    return found


def _of_ticks(said: int) -> _When | None:
    if said < _TICKS_FROM:
        return None
    clock = dt.datetime(1, 1, 1) + dt.timedelta(microseconds=said // 10)  # noqa: DTZ001 - the writer's clock
    folder = f"{clock:%Y-%m-%d_%H%M%S}{clock.microsecond // 1000:03}"
    return _When(clock.date(), clock.time().replace(microsecond=0), "", folder)


def _of_text(said: Any) -> _When | None:
    found = _MOMENT.fullmatch(cleaned(said).strip()) if isinstance(said, str) else None
    if found is None:
        return None
    day = dt.date.fromisoformat(found["day"])
    if found["time"] is None:
        return _When(day, None, "", found["day"])
    time = dt.time.fromisoformat(found["time"])
    folder = f"{day}_{time:%H%M%S}{(found['part'] or '')[:3]:0<3}"
    zone = found["offset"] or ""
    if zone == "Z":
        there, zone = local(dt.datetime.combine(day, time, dt.UTC), "")
        day, time = there.date(), there.time()
    return _When(day, time, zone, folder)
