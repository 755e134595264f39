"""Joplin's own exports, JEX (a tar) and RAW (a folder of the same files), and the folder that it synchronises with."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from workjournal.importers.attached_files import AttachedFiles, is_picture
from workjournal.importers.html import converting
from workjournal.importers.item import Given, Item, Note, Trouble, Weight
from workjournal.importers.joplin.items import (
    ENCRYPTED,
    FILE,
    ID,
    REVISION,
    Index,
    JoplinItem,
    indexed,
    parsed,
)
from workjournal.importers.linked_files import LinkedFiles
from workjournal.importers.markdown.targets import Link, relinked
from workjournal.importers.texts import NotReadable
from workjournal.importers.trees import SourceUnreadable, Tree, shown, text
from workjournal.importers.zones import instant, local

_FOLDERS = frozenset({"resources", ".resource", "_resources"})
_OF_SYNC = frozenset({"info.json", ".sync", "locks", ".lock", "temp", "version.txt"})
_ENDING = re.compile(r"\.[A-Za-z]\w{0,4}\Z")
_HTML = "2"
_ADDRESS = ":/"


class Export:
    """An export that is being read."""

    def __init__(self, tree: Tree, *, has_notebook_tags: bool) -> None:
        self._tree = tree
        self._has_notebook_tags = has_notebook_tags
        self._index = Index()
        others = [name for name in tree.names() if not FILE.fullmatch(name)]
        self._known = LinkedFiles(tree, others)
        self._others = [name for name in others if not _OF_SYNC & set(name.split("/"))]
        self._blobs = {
            PurePosixPath(name).stem: name for name in others if _FOLDERS & set(name.split("/")[:-1])
        }

    def read(self) -> Iterator[Given]:
        """The notes, and what else is to be told."""
        yield from indexed(self._tree, self._index)
        for name in self._index.notes:
            try:
                note = parsed(text(self._tree, name))
            except (SourceUnreadable, NotReadable) as error:  # it was readable just now
                yield Trouble(shown(name), f"It cannot be read: {error}")
                continue
            yield from self._note(name, note)
        yield from self._left()

    def _note(self, name: str, note: JoplinItem) -> Iterator[Given]:
        place = f"{shown(name)}, “{shown(note.title)}”" if note.title else shown(name)
        if note.is_encrypted:
            yield Trouble(place, f"The note is encrypted. {ENCRYPTED}")
            return
        if note.has("deleted_time"):
            yield Trouble(place, "It is in Joplin's trash and was left out.", Weight.LEFT_OUT)
            return
        if note.has("is_conflict"):
            yield Note(
                f"“{shown(note.title)}” is the other version of a note, which Joplin kept after a conflict."
            )
        reading = _Reading(note, self._index, self._known, self._blobs)
        yield reading.item(place, has_notebook_tag=self._has_notebook_tags)
        yield from (Trouble(place, fault, Weight.PARTLY) for fault in reading.faults)

    def _left(self) -> Iterator[Given]:
        versions = self._index.others.pop(REVISION, 0)
        if versions:
            yield Note(f"Earlier versions of notes ({versions}) were left out: what is kept is the last one.")
        for kind, count in sorted(self._index.others.items()):
            yield Note(f"Items of kind {shown(kind)} ({count}) are no notes and were left out.")
        for name in self._others:
            if name not in self._known.used:
                yield Trouble(shown(name), "No note refers to this file.", Weight.LEFT_OUT)


class _Reading:
    """One note."""

    def __init__(self, note: JoplinItem, index: Index, known: LinkedFiles, blobs: dict[str, str]) -> None:
        self._note, self._index, self._known, self._blobs = note, index, known, blobs
        self._attached = AttachedFiles(known)
        self._resources: dict[str, Any] = {}
        self._missing: set[str] = set()
        self._links: list[str] = []
        self.faults: list[str] = []

    def item(self, place: str, *, has_notebook_tag: bool) -> Item:
        note = self._note
        body = converting.to_markdown(note.body) if note.said.get("markup_language") == _HTML else note.body
        body = relinked(body, self._change)
        when, zone = self._when()
        notebook = self._index.paths.get(note.said.get("parent_id", ""), "")
        tags = self._tags()
        unknown: dict[str, Any] = note.rest("id", "type_", "source_url")
        if unknown.get("markup_language") == "1":
            del unknown["markup_language"]
        more = {"notebook": notebook, "resources": self._resources, "links": self._links}
        unknown |= {name: value for name, value in more.items() if value}
        return Item(
            key=note.id,
            place=place,
            title=note.title.strip(),
            text=body,
            date=when.date() if when else None,
            time=when.time() if when else None,
            zone=zone,
            tags=(*tags, notebook) if has_notebook_tag and notebook else tags,
            files=self._attached.files,
            values={"source_link": note.said["source_url"]} if note.has("source_url") else {},
            unknown=unknown,
        )

    def _when(self) -> tuple[dt.datetime | None, str]:
        """When the writer says it was made, else when it was, by the clock of this computer."""
        for name in ("user_created_time", "created_time"):
            if self._note.has(name):
                try:
                    return local(instant(self._note.said[name]), "")
                except (ValueError, OverflowError, OSError):
                    self.faults.append(f"When it was made cannot be read: {shown(self._note.said[name])}.")
        return None, ""

    def _tags(self) -> tuple[str, ...]:
        ids = self._index.tags_of.get(self._note.id, [])
        names = {self._index.tags[id_] for id_ in ids if self._index.tags.get(id_)}
        if len([id_ for id_ in ids if id_ in self._index.tags]) < len(ids):
            self.faults.append("One of its tags is not in the export.")
        return tuple(sorted(names, key=str.casefold))

    def _change(self, link: Link) -> str:
        """Links lead to files and to notes by their ids: `:/0123…`, with a part of it behind "#"."""
        if not link.target.startswith(_ADDRESS):
            return link.written
        id_ = link.target[2:34]
        if id_ in self._index.resources:
            name = self._attach(id_)
            return link.to_file(name, is_picture=self._is_picture(id_, name)) if name else link.written
        if id_ in self._index.titles:
            self._links.append(link.written)
            return link.to_words(self._index.titles[id_].strip())
        if ID.fullmatch(id_) and id_ not in self._missing:
            self._missing.add(id_)
            self.faults.append(f"What “{shown(link.words or link.target)}” leads to is not in the export.")
        return link.written

    def _attach(self, id_: str) -> str:
        """The name of a file's attachment, or "" where it is not there."""
        resource = self._index.resources[id_]
        path, wanted = self._blobs.get(id_, ""), _name_of(resource)
        if not path or resource.has("encryption_blob_encrypted"):
            if id_ not in self._missing:
                self._missing.add(id_)
                self._known.used.add(path)
                why = f"encrypted. {ENCRYPTED}" if path else "not in the export."
                self.faults.append(f"The file {shown(wanted)} is {why}")
                self._resources[wanted] = {"id": id_, "title": resource.title, **resource.rest("id", "type_")}
            return ""
        name = self._attached.add(path, wanted)
        if name not in self._resources:
            self._resources[name] = resource.rest("type_")
            size = resource.said.get("size", "")
            if size.isdecimal() and size != "0" and size != str(self._attached.files[-1].size):
                self.faults.append(
                    f"The file {shown(name)} is not as large as Joplin says; it was kept as it was found."
                )
        return name

    def _is_picture(self, id_: str, name: str) -> bool:
        kind = self._index.resources[id_].said.get("mime", "")
        return kind.startswith("image/") if kind else is_picture(name)


def _name_of(resource: JoplinItem) -> str:
    """What a file is called: by its title, which is its first name, with the ending that it has."""
    name = resource.title.strip() or resource.said.get("filename", "") or resource.id
    ending = resource.said.get("file_extension", "")
    has_ending = name.lower().endswith(f".{ending.lower()}") or _ENDING.search(name)
    return name if has_ending or not ending else f"{name}.{ending}"
