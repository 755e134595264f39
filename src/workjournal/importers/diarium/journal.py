"""Diarium: its export as JSON, a ZIP or the folder it was unpacked to, or a JSON file alone.

One file with a list of entries, or a file for each of them. An entry has "date" (by the writer's clock), "heading",
"html", and where they were chosen to be exported "rating", "tags", "people", "tracker", "location", "weather", "sun",
"lunar". Its files are named nowhere: they lie in media/<yyyy-MM-dd_HHmmssfff>, by the entry's date.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from workjournal.importers.attached_files import AttachedFiles
from workjournal.importers.diarium.entry import entry_of, is_entry
from workjournal.importers.diarium.media import Media
from workjournal.importers.entry_fields import EntryFields
from workjournal.importers.fields import Keys
from workjournal.importers.importer import Asked, Importer, NotThisFormat
from workjournal.importers.item import Given, Trouble, Weight
from workjournal.importers.linked_files import LinkedFiles
from workjournal.importers.texts import NotReadable, decoded, from_json
from workjournal.importers.trees import SourceUnreadable, Tree, beginning, shown, text

_SIGNS = ('"html"', '"heading"')
_LISTS = ("entries", "diary", "items")
_LOOKED_AT = 50


def _accepts(tree: Tree) -> bool:
    return any(_looks_right(tree, name) for name in _own(tree, is_json=True)[:_LOOKED_AT])


def _looks_right(tree: Tree, name: str) -> bool:
    start = decoded(beginning(tree, name)).lstrip()
    return start.startswith(("{", "[")) and '"date"' in start and any(sign in start for sign in _SIGNS)


def _own(tree: Tree, *, is_json: bool) -> list[str]:
    """The JSON files, or the others; none that is hidden."""
    return [
        name
        for name in tree.names()
        if name.lower().endswith(".json") is is_json
        and not any(part.startswith(".") for part in name.split("/"))
    ]


def _read(tree: Tree, _asked: Asked) -> Iterator[Given]:
    others = _own(tree, is_json=False)
    known, media, keys = LinkedFiles(tree, others), Media(others), Keys()
    found = 0
    reasons: list[str] = []
    for name in _own(tree, is_json=True):
        try:
            entries = _listed(from_json(text(tree, name)))
        except (NotReadable, SourceUnreadable) as error:
            reasons.append(str(error.fields["reason"]) if isinstance(error, SourceUnreadable) else str(error))
            yield Trouble(shown(name), f"It was not read: {reasons[-1]}.")
            continue
        for count, entry in enumerate(entries, 1):
            place = shown(name) if len(entries) == 1 else f"{shown(name)}, entry {count}"
            if not is_entry(entry):
                yield Trouble(place, "It is no entry.")
                continue
            found += 1
            folder = str(PurePosixPath(name).parent)
            attached = AttachedFiles(known, "" if folder == "." else folder)
            yield from entry_of(EntryFields(entry, place), attached, media, keys)
    if not found:
        raise NotThisFormat(
            name=tree.name, format="Diarium", reason=reasons[0] if reasons else "there is no entry in it"
        )
    left = (name for name in others if name not in known.used)
    yield from (Trouble(shown(name), "No entry has this file.", Weight.LEFT_OUT) for name in left)


def _listed(value: Any) -> list[Any]:
    if isinstance(value, dict):
        value = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), [value])
    if not isinstance(value, list):
        raise NotReadable("it has no list of entries")
    return value


DIARIUM = Importer(
    key="diarium",
    title="Diarium",
    about="Its export as JSON: a ZIP, the folder it was unpacked to, or a JSON file alone.",
    accepts=_accepts,
    read=_read,
)
