"""Day One: its JSON export, a ZIP with a JSON file for each journal and folders of photos, videos, audios and pdfs.

The ZIP, the folder it was unpacked to, or a JSON file alone. A journal is {"metadata": {"version"}, "entries": [...]}.
An entry has "uuid", "creationDate" (in UTC), "timeZone", "isAllDay", "starred", "tags", "text" (Markdown, with
escapes), "richText" (the same with its looks), lists of files, and much about place, weather and device. Any of them
may be missing; an entry of photos alone has no text.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from workjournal.importers.day_one.files import KINDS, Attached, Shelf
from workjournal.importers.day_one.rich_text import from_rich_text
from workjournal.importers.day_one.text import converted
from workjournal.importers.fields import Fields, Keys
from workjournal.importers.importer import Asked, Importer, NotThisFormat
from workjournal.importers.item import Given, Item, Note, Trouble, Weight
from workjournal.importers.texts import NotReadable, cleaned, decoded, from_json
from workjournal.importers.trees import SourceUnreadable, Tree, beginning, lone, shown, text
from workjournal.importers.unread import note_of_unread

_SAYING = ("creationDate", "text", "richText", *KINDS)
_ENTRY = frozenset((*_SAYING, "uuid"))
_SIGNS = ('"creationDate"', '"creationDevice"', '"richText"', '"isAllDay"', '"metadata"')
_LOOKED_AT = 50
"""JSON files whose beginning is looked at: other programs write one for each entry."""


def _accepts(tree: Tree) -> bool:
    return any(_looks_right(tree, name) for name in _journals(tree)[:_LOOKED_AT])


def _looks_right(tree: Tree, name: str) -> bool:
    start = decoded(beginning(tree, name)).lstrip()
    return start.startswith("{") and '"entries"' in start and any(sign in start for sign in _SIGNS)


def _journals(tree: Tree) -> list[str]:
    """The JSON files that may be journals: the uppermost, whatever folder was packed, and those one folder further."""
    if only := lone(tree):
        return [only]
    paths = [PurePosixPath(name) for name in tree.names() if name.lower().endswith(".json")]
    found = [path for path in paths if not path.name.startswith(".")]
    top = min((len(path.parts) for path in found), default=0)
    return [str(path) for path in found if len(path.parts) <= top + 1]


def _read(tree: Tree, _asked: Asked) -> Iterator[Given]:
    shelf, keys = Shelf(tree), Keys()
    without_zone = journals = 0
    reasons: list[str] = []
    names = _journals(tree)
    for name in names:
        try:
            entries = _entries(tree, name)
        except (NotReadable, SourceUnreadable) as error:
            reasons.append(_reason(error))
            yield Trouble(shown(name), f"It was not read: {_reason(error)}.")
            continue
        journals += 1
        for count, entry in enumerate(entries, 1):
            place = f"{shown(name)}, entry {count}"
            if not isinstance(entry, dict) or _ENTRY.isdisjoint(entry):
                yield Trouble(place, "It is no entry.")
                continue
            fields = Fields(entry, place)
            yield from _given(fields, entry, name, shelf, keys)
            without_zone += fields.zone_missing
    if not journals:
        raise NotThisFormat(
            name=tree.name, format="Day One", reason=reasons[0] if reasons else "there is no JSON file in it"
        )
    yield from (Trouble(shown(name), "No entry shows this file.", Weight.LEFT_OUT) for name in shelf.unused())
    yield from note_of_unread(shelf.others(set(names)), DAY_ONE.title)
    if without_zone:
        yield zone_note(without_zone)


def _reason(error: NotReadable | SourceUnreadable) -> str:
    return str(error.fields["reason"]) if isinstance(error, SourceUnreadable) else str(error)


def _entries(tree: Tree, name: str) -> list[Any]:
    value = from_json(text(tree, name))
    entries = value.get("entries") if isinstance(value, dict) else None
    if not isinstance(entries, list):
        raise NotReadable("it has no list of entries")
    return entries


def _given(fields: Fields, entry: Mapping[str, Any], name: str, shelf: Shelf, keys: Keys) -> Iterator[Given]:
    source = PurePosixPath(name)
    attached = Attached(shelf, fields, str(source.parent))
    said = entry.get("text")
    if said is not None and not isinstance(said, str):
        yield Trouble(fields.place, "It was not read: what should be its text is none.")
        return
    own, whole = fields.text("uuid").strip(), [entry.get(each) for each in _SAYING]
    if keys.is_repeated(own, *whole):
        yield Trouble(fields.place, "The same entry came before.", Weight.LEFT_OUT)
        return
    place = fields.look("location")
    clock, zone = fields.clock(
        "creationDate", "timeZone", place.get("timeZoneName") if isinstance(place, dict) else ""
    )
    key = keys.key(own, *whole)
    words = fields.text("text")
    item = Item(
        key=key,
        place=fields.place,
        text=converted(words if words.strip() else from_rich_text(fields.look("richText")), attached.embed),
        date=clock.date() if clock else None,
        time=None if fields.flag("isAllDay") or clock is None else clock.time(),
        zone=zone,
        tags=fields.tags("tags"),
        starred=fields.flag("starred"),
        files=attached.files,
        unknown={
            "journal": cleaned(source.stem),
            **fields.rest(),
            **({"uuid": own} if own not in {key, ""} else {}),
        },
    )
    yield from fields.troubles()
    yield item


def zone_note(count: int) -> Note:
    """That entries name no zone."""
    entries = "One entry names" if count == 1 else f"{count} entries name"
    return Note(f"{entries} no time zone; the one of this computer was taken.")


DAY_ONE = Importer(
    key="day-one",
    title="Day One",
    about="The JSON export: a ZIP, the folder it was unpacked to, or a JSON file alone.",
    accepts=_accepts,
    read=_read,
    changed=("modifiedDate",),
)
