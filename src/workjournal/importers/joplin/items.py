"""Joplin's items as it writes them down for JEX, RAW and its synchronisation: a title, a text, and lines of properties.

The form is that of `BaseItem.serialize` in its source (packages/lib/models): the properties come last, one a line, behind
an empty line; the title is the first line, and the text begins in the third.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from workjournal.importers.item import Trouble, Weight
from workjournal.importers.texts import NotReadable
from workjournal.importers.trees import SourceUnreadable, Tree, shown, text

NOTE, FOLDER, RESOURCE, TAG, NOTE_TAG, REVISION = "1", "2", "4", "5", "6", "13"
"""What `type_` says (https://joplinapp.org/help/api/references/rest_api/#item-type-ids)."""
ID = re.compile(r"[0-9a-zA-Z]{32}")
FILE = re.compile(r"(?:.*/)?[0-9a-zA-Z]{32}\.md")
_ESCAPED = re.compile(r"(\\?)\\([nr])")
_UNSET = frozenset({"", "0", "0.00000000", "0.0000"})
_DEEPEST = 100
ENCRYPTED = "Export as JEX from a Joplin that has decrypted it."


@dataclass(frozen=True)
class JoplinItem:
    """An item. `said` is each property as it is written, without its escapes."""

    title: str
    body: str
    said: Mapping[str, str]

    @property
    def id(self) -> str:
        return self.said.get("id", "")

    @property
    def kind(self) -> str:
        return self.said.get("type_", "")

    @property
    def is_encrypted(self) -> bool:
        return self.has("encryption_applied")

    def has(self, name: str) -> bool:
        """Whether that property says something: Joplin writes 0 where there is nothing."""
        return self.said.get(name, "") not in _UNSET

    def rest(self, *told: str) -> dict[str, str]:
        """The properties that say something and are not told already."""
        return {name: value for name, value in self.said.items() if value not in _UNSET and name not in told}


def parsed(text: str) -> JoplinItem:
    """The item of a file.

    Raises:
        NotReadable: it has no properties of an item at its end.
    """
    text = text.rstrip()
    before, _, last = text.rpartition("\n\n")
    said: dict[str, str] = {}
    for line in last.split("\n"):
        name, colon, value = line.partition(":")
        if not colon or not name.strip().replace("_", "").isalnum():
            raise NotReadable("it does not end with the properties of an item")
        said[name.strip()] = _ESCAPED.sub(_unescaped, value.strip())
    if not said.get("type_") or not ID.fullmatch(said.get("id", "")):
        raise NotReadable("it does not say what kind of item it is")
    title, _, body = before.partition("\n")
    return JoplinItem(title, body.removeprefix("\n"), said)


def _unescaped(found: re.Match[str]) -> str:
    if found[1]:
        return f"\\{found[2]}"
    return "\n" if found[2] == "n" else "\r"


@dataclass
class Index:
    """What there is in an export, without its texts. `notes` are the files of notes; titles, parents and so on by id."""

    notes: list[str] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    folders: dict[str, JoplinItem] = field(default_factory=dict)
    resources: dict[str, JoplinItem] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    tags_of: dict[str, list[str]] = field(default_factory=dict)
    others: Counter[str] = field(default_factory=Counter)

    @cached_property
    def paths(self) -> dict[str, str]:
        """The notebook of each folder's notes, with those that it is in: "Work/Planning"."""
        return {id_: self._path(id_) for id_ in self.folders}

    def _path(self, id_: str) -> str:
        names: list[str] = []
        seen: set[str] = set()
        while id_ in self.folders and id_ not in seen and len(names) < _DEEPEST:
            seen.add(id_)
            names.append(self.folders[id_].title.strip() or "Untitled")
            id_ = self.folders[id_].said.get("parent_id", "")
        return "/".join(reversed(names))


def indexed(tree: Tree, index: Index) -> Iterator[Trouble]:
    """Fill the index; what cannot be read is told."""
    for name in tree.names():
        if not FILE.fullmatch(name):
            continue
        try:
            item = parsed(text(tree, name))
        except NotReadable as error:
            yield Trouble(shown(name), f"It is no item of Joplin: {error}.")
        except SourceUnreadable as error:
            yield Trouble(shown(name), f"It cannot be read: {error.fields['reason']}.")
        else:
            yield from _take(index, name, item)


def _take(index: Index, name: str, item: JoplinItem) -> Iterator[Trouble]:
    if item.kind == NOTE:
        index.notes.append(name)
        index.titles[item.id] = item.title
    elif item.kind == NOTE_TAG:
        index.tags_of.setdefault(item.said.get("note_id", ""), []).append(item.said.get("tag_id", ""))
    elif item.kind in {FOLDER, RESOURCE, TAG} and item.is_encrypted:
        what = {FOLDER: "notebook", RESOURCE: "file", TAG: "tag"}[item.kind]
        yield Trouble(shown(name), f"This {what} is encrypted. {ENCRYPTED}", Weight.PARTLY)
    elif item.kind == FOLDER:
        index.folders[item.id] = item
    elif item.kind == RESOURCE:
        index.resources[item.id] = item
    elif item.kind == TAG:
        index.tags[item.id] = item.title.strip()
    else:
        index.others[item.kind] += 1
