"""Standard Notes: its decrypted backup, a ZIP with "Standard Notes Backup and Import File.txt", or that file alone.

The file is JSON: {"version": "004", "items": [...]}. Each item has "uuid", "content_type" ("Note", "Tag", "SN|File" …),
"created_at", "updated_at" and "content"; that of a note "title", "text", "noteType", "references", "appData". Tags
refer to their notes, and to the tag above them. The ZIP holds every note once more below "Items/"; these are not read.
In an encrypted backup "content" is a text that begins with the version: "004:…".
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from workjournal.errors import JournalError
from workjournal.importers.entry_fields import EntryFields
from workjournal.importers.importer import Asked, Importer, NotThisFormat
from workjournal.importers.item import Given, Note, Trouble, Weight
from workjournal.importers.standard_notes.items import Items
from workjournal.importers.standard_notes.note import note_of
from workjournal.importers.texts import NotReadable, decoded, from_json
from workjournal.importers.trees import SourceUnreadable, Tree, beginning, shown, text
from workjournal.importers.unread import note_of_unread

_ENDINGS = (".txt", ".json")
_SEALED = re.compile(r"00\d:")
_SIGNS = ('"items"', '"content_type"')
_LOOKED_AT = 50


class BackupEncrypted(JournalError):
    """{name} is an encrypted backup. In Standard Notes choose Preferences, Backups, Decrypted, and import that file."""


def _accepts(tree: Tree) -> bool:
    return any(_looks_right(tree, name) for name in _candidates(tree)[:_LOOKED_AT])


def _looks_right(tree: Tree, name: str) -> bool:
    start = decoded(beginning(tree, name)).lstrip()
    return start.startswith("{") and all(sign in start for sign in _SIGNS)


def _candidates(tree: Tree) -> list[str]:
    """Where the backup may be, in whatever folder it was packed; by its own name first, then the uppermost."""
    paths = (PurePosixPath(name) for name in tree.names() if name.lower().endswith(_ENDINGS))
    found = [path for path in paths if "Items" not in path.parts[:-1] and not path.name.startswith(".")]
    return [
        str(path)
        for path in sorted(found, key=lambda path: (not _is_named_so(path), len(path.parts), path.name))
    ]


def _is_named_so(path: PurePosixPath) -> bool:
    return path.name.lower().startswith("standard notes")


def _read(tree: Tree, _asked: Asked) -> Iterator[Given]:
    names = [name for name in _candidates(tree)[:_LOOKED_AT] if _looks_right(tree, name)]
    reason = "there is no backup file in it"
    for name in names:
        try:
            listed = _listed(from_json(text(tree, name)))
        except (NotReadable, SourceUnreadable) as error:
            reason = str(error.fields["reason"]) if isinstance(error, SourceUnreadable) else str(error)
            yield Trouble(shown(name), f"It was not read: {reason}.")
            continue
        _check_open(tree.name, listed)
        yield from _given(name, listed)
        others = (each for each in tree.names() if each != name and "Items" not in each.split("/")[:-1])
        yield from note_of_unread(others, STANDARD_NOTES.title)
        return
    raise NotThisFormat(name=tree.name, format="Standard Notes", reason=reason)


def _listed(value: Any) -> list[Any]:
    listed = value.get("items") if isinstance(value, dict) else None
    if not isinstance(listed, list):
        raise NotReadable("it has no list of items")
    return listed


def _check_open(name: str, listed: list[Any]) -> None:
    contents = [each.get("content") for each in listed if isinstance(each, dict)]
    if any(_is_sealed(content) for content in contents) and not any(
        isinstance(each, dict) for each in contents
    ):
        raise BackupEncrypted(name=name)


def _is_sealed(content: Any) -> bool:
    return isinstance(content, str) and _SEALED.match(content) is not None


def _given(name: str, listed: list[Any]) -> Iterator[Given]:
    items = Items(listed)
    others = Counter[str]()
    notes = 0
    for count, each in enumerate(listed, 1):
        place = f"{shown(name)}, item {count}"
        kind = each.get("content_type") if isinstance(each, dict) else None
        if kind == "Note":
            trouble = _trouble(each, place)
            notes += trouble is None
            yield from (trouble,) if trouble else note_of(EntryFields(each, place), items)
        elif not isinstance(kind, str):
            yield Trouble(place, "It is no item.")
        elif kind not in {"Tag", "SN|File"}:
            others[shown(kind)] += 1
    if notes:
        yield Note("Standard Notes knows no time zones; days and times are those of this computer's clock.")
    if others:
        told = ", ".join(f"{count} × {kind}" for kind, count in sorted(others.items()))
        yield Note(f"Left out, as they are no notes: {told}.")


def _trouble(note: dict[str, Any], place: str) -> Trouble | None:
    """Why a note cannot be read, if so."""
    content = note.get("content")
    if note.get("deleted") is True:
        return Trouble(place, "It was deleted; nothing is left of it.", Weight.LEFT_OUT)
    if isinstance(content, dict):
        return None
    return Trouble(place, "It is encrypted." if _is_sealed(content) else "It has no content.")


STANDARD_NOTES = Importer(
    key="standard-notes",
    title="Standard Notes",
    about="Its decrypted backup: the ZIP, the folder it was unpacked to, or the text file in it.",
    accepts=_accepts,
    read=_read,
    changed=("updated_at",),
)
