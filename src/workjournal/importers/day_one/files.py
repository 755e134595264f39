"""The photos, videos, recordings and PDFs of a Day One export.

They lie in a folder for each kind, named by the MD5 of their content: "photos/<md5>.jpeg". An entry lists them, each
with an identifier by which its text refers to it. What was not on the device when it was exported is listed without
an MD5 and has no file. The extension is not always the type that is listed: a recording of type "aac" is an ".m4a".
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from workjournal.importers.day_one.text import Embed
from workjournal.importers.fields import Fields
from workjournal.importers.item import File
from workjournal.importers.texts import cleaned
from workjournal.importers.trees import Tree, shown

KINDS = {
    "photos": ("photo", "photos", "filename"),
    "videos": ("video", "videos", "filename"),
    "audios": ("recording", "audios", "title"),
    "pdfAttachments": ("PDF", "pdfs", "pdfName"),
}
"""By the name of the list: a word for one of them, the folder, and the field with the name that people know it by."""
_WORDS = {
    "": "photo",
    "photo": "photo",
    "video": "video",
    "audio": "recording",
    "pdfAttachment": "PDF",
    "pdf": "PDF",
}
"""By the kind in an address in the text."""
_FOLDERS = frozenset(folder for _word, folder, _name in KINDS.values())
_MOST_NAMESAKES = 100
_MD5 = re.compile(r"[0-9a-fA-F]{32}")
_UNFIT = re.compile(r'[\\/:*?"<>|\[\]`]')
_ENDING = re.compile(
    r"\.(jpe?g|png|gif|hei[cf]|webp|tiff?|dng|mov|mp4|m4[av]|mp3|aac|wav|caf|pdf)$", re.IGNORECASE
)


class Shelf:
    """The files of an export by what they are called."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._named: dict[tuple[str, str], list[str]] = {}
        self._unused: dict[str, None] = {}
        for name in tree.names():
            path = PurePosixPath(name)
            folder = path.parent.name.lower()
            if folder in _FOLDERS and not path.name.startswith("."):
                self._unused[name] = None
                namesakes = self._named.setdefault((folder, path.stem.lower()), [])
                if len(namesakes) < _MOST_NAMESAKES:
                    namesakes.append(name)

    def find(self, folder: str, beside: str, stems: Iterator[str], ending: str) -> str:
        """The file of one of these names, rather from beside the journal and of that ending; or ""."""
        for stem in stems:
            names = self._named.get((folder, stem.lower()), [])
            if names:
                found = min(names, key=lambda name: (_home(name) != beside, not name.endswith(ending), name))
                self._unused.pop(found, None)
                return found
        return ""

    def unused(self) -> Iterator[str]:
        """What no entry asked for."""
        yield from self._unused

    def others(self, journals: Collection[str]) -> Iterator[str]:
        """What is neither a journal nor in a folder of files."""
        return (
            name
            for name in self.tree.names()
            if name not in journals and PurePosixPath(name).parent.name.lower() not in _FOLDERS
        )


class Attached:
    """The files of one entry, and what its text says where it shows them."""

    def __init__(self, shelf: Shelf, fields: Fields, beside: str) -> None:
        self._shelf, self._fields, self._beside = shelf, fields, beside
        self._files: dict[str, File] = {}
        self._names: dict[str, tuple[str, bool]] = {}
        self._missing: dict[str, str] = {}
        self._namesakes: Counter[str] = Counter()
        for kind in KINDS:
            for record in fields.records(kind):
                self._add(kind, record)

    @property
    def files(self) -> tuple[File, ...]:
        return tuple(self._files.values())

    def embed(self, embed: Embed) -> str | None:
        """What stands in the text for one of them; None where it is none of these and stays as it is."""
        identifier = embed.identifier.upper()
        if identifier in self._names:
            name, is_picture = self._names[identifier]
            target = f"<{name}>" if re.search(r"[\s()]", name) else name
            return f"{'!' if is_picture else ''}[{embed.label or name}]({target})"
        if embed.kind not in _WORDS:
            return None
        if identifier not in self._missing:
            self._missing[identifier] = ""
            self._fields.faults.append(f"The {_WORDS[embed.kind]} {shown(identifier)} is not in the export.")
        return f"![{embed.label or self._missing[identifier]}]({embed.address})"

    def _add(self, kind: str, record: Mapping[str, Any]) -> None:
        word, folder, known_as = KINDS[kind]
        md5, identifier = _text(record, "md5"), _text(record, "identifier").upper()
        wanted = _text(record, known_as) or _text(record, "filename")
        ending = "." + (_text(record, "type") or _text(record, "format")).lstrip(".").lower()
        stems = (each for each in (md5, identifier, PurePosixPath(wanted).stem) if each)
        found = self._shelf.find(folder, self._beside, stems, ending)
        if not found:
            label = _fit(wanted) or (md5 or identifier or "without a name") + (
                ending if len(ending) > 1 else ""
            )
            self._fields.faults.append(f"The {word} {shown(label)} is not in the export.")
            self._missing.setdefault(identifier, label)
            return
        if found not in self._files:
            name = self._distinct(_named(wanted, found))
            opened = partial(self._shelf.tree.opened, found)
            digest = md5.lower() if _MD5.fullmatch(md5) else ""
            size = self._shelf.tree.size(found)
            self._files[found] = File(name=name, size=size, opened=opened, digest=digest)
        self._names.setdefault(identifier, (self._files[found].name, kind == "photos"))

    def _distinct(self, name: str) -> str:
        path, found = PurePosixPath(name), name
        while found.casefold() in self._namesakes:
            self._namesakes[name.casefold()] += 1
            found = f"{path.stem}-{self._namesakes[name.casefold()]}{path.suffix}"
        self._namesakes[found.casefold()] = 1
        return found


def _home(name: str) -> str:
    """The folder that its folder lies in."""
    return str(PurePosixPath(name).parent.parent)


def _text(record: Mapping[str, Any], name: str) -> str:
    value = record.get(name)
    return cleaned(value).strip() if isinstance(value, str) else ""


def _fit(name: str) -> str:
    """A name that every system has as one, and that can stand in a link."""
    line = "".join(letter if letter.isprintable() else " " for letter in _UNFIT.sub("_", name))
    return line.strip(" .")[:100].strip(" .")


def _named(wanted: str, found: str) -> str:
    """The name that people know it by, with the ending that it really has."""
    path = PurePosixPath(found)
    stem = _fit(_ENDING.sub("", wanted))
    return f"{stem}{path.suffix}" if stem else _fit(path.name)
