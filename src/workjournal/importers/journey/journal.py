"""Journey: its export, a ZIP or the folder it was unpacked to, with a JSON file for each entry and its files beside.

Two forms are known. The older one, of all its apps until 2022: "<id>.json" with "date_journal" in milliseconds, "lat",
"lon", "photos" (names, of videos and recordings too). The newer one, of Journey Cloud Sync: "<id>/<id>.json" with
"dateOfJournal" in ISO 8601, "location", "attachments". Both: "text" in HTML or Markdown as "type" says; without one it
is either, or plain.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from workjournal.importers.attached_files import AttachedFiles
from workjournal.importers.entry_fields import EntryFields
from workjournal.importers.fields import Keys
from workjournal.importers.importer import Asked, Importer, NotThisFormat
from workjournal.importers.item import Given, Trouble, Weight
from workjournal.importers.journey.entry import entry_of, is_entry
from workjournal.importers.linked_files import LinkedFiles
from workjournal.importers.texts import NotReadable, decoded, from_json
from workjournal.importers.trees import SourceUnreadable, Tree, beginning, shown, text

_SIGNS = ('"date_journal"', '"dateOfJournal"')
_LOOKED_AT = 50


def _accepts(tree: Tree) -> bool:
    return any(_looks_right(tree, name) for name in _entries(tree)[:_LOOKED_AT])


def _looks_right(tree: Tree, name: str) -> bool:
    start = decoded(beginning(tree, name)).lstrip()
    return start.startswith(("{", "[")) and any(sign in start for sign in _SIGNS)


def _entries(tree: Tree) -> list[str]:
    return [name for name in tree.names() if _is_own(name) and name.lower().endswith(".json")]


def _is_own(name: str) -> bool:
    """Whether it is no hidden file."""
    return not any(part.startswith(".") for part in name.split("/"))


def _read(tree: Tree, _asked: Asked) -> Iterator[Given]:
    jsons = _entries(tree)
    others = [name for name in tree.names() if _is_own(name) and not name.lower().endswith(".json")]
    known, keys = LinkedFiles(tree, others), Keys()
    found = 0
    reasons: list[str] = []
    for name in jsons:
        try:
            value = from_json(text(tree, name))
        except (NotReadable, SourceUnreadable) as error:
            reasons.append(str(error.fields["reason"]) if isinstance(error, SourceUnreadable) else str(error))
            yield Trouble(shown(name), f"It was not read: {reasons[-1]}.")
            continue
        for place, entry in _listed(name, value):
            if not is_entry(entry):
                yield Trouble(place, "It is no entry.", Weight.LEFT_OUT)
                continue
            found += 1
            folder = str(PurePosixPath(name).parent)
            attached = AttachedFiles(known, "" if folder == "." else folder)
            yield from entry_of(EntryFields(entry, place), attached, keys)
    if not found:
        raise NotThisFormat(
            name=tree.name, format="Journey", reason=reasons[0] if reasons else "there is no entry in it"
        )
    yield from (
        Trouble(shown(name), "No entry names this file.", Weight.LEFT_OUT)
        for name in others
        if name not in known.used
    )


def _listed(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, list):
        yield from ((f"{shown(name)}, entry {count}", entry) for count, entry in enumerate(value, 1))
    else:
        yield shown(name), value


JOURNEY = Importer(
    key="journey",
    title="Journey",
    about="Its export as ZIP, or the folder it was unpacked to.",
    accepts=_accepts,
    read=_read,
    changed=("date_modified", "updatedAt"),
)
