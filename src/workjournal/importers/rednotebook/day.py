"""A day of RedNotebook as an item: its text, and its categories with their entries as lists below it."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workjournal.domain import percent
from workjournal.importers.attached_files import AttachedFiles, is_picture
from workjournal.importers.html.pieces import escaped
from workjournal.importers.html.pieces import item as listed
from workjournal.importers.item import Given, Item, Trouble, Weight, fingerprint
from workjournal.importers.linked_files import LinkedFiles
from workjournal.importers.markdown.targets import Link, relinked
from workjournal.importers.rednotebook.marks import has_untold
from workjournal.importers.rednotebook.txt2tags import to_markdown
from workjournal.importers.texts import cleaned, decoded, plain
from workjournal.importers.trees import shown

_TEXT, _OLD_TAGS = "text", "tags"
_HASHTAG = re.compile(r"(?<![\w&#])[#\uff03](\w+)")
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}|include", re.IGNORECASE)
_ADDRESS = re.compile(r"\b[A-Za-z][A-Za-z0-9+.-]{1,15}+://\S+")
_ELSEWHERE = re.compile(r"(?!file:)[A-Za-z][\w+.-]+:|#|www\.", re.IGNORECASE)
_DEEPEST = 60
"""Folders in one another, of a path that is looked for."""
_DRIVE = re.compile(r"/?[A-Za-z]:[/\\]")


@dataclass
class Journal:
    """What is known of the journal that a day is in; `has_untold` once there was something Markdown cannot say."""

    known: LinkedFiles
    folder: str
    is_markdown: bool
    has_untold: bool = False

    def markdown(self, text: str) -> str:
        if self.is_markdown:
            return text
        self.has_untold = self.has_untold or has_untold(text)
        return to_markdown(text)


@dataclass
class _Said:
    """What a day says. `entries` are those of each category; `left` what is in no form that is known."""

    text: str = ""
    entries: dict[str, list[str]] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    left: dict[str, Any] = field(default_factory=dict)

    def tag(self, name: str) -> None:
        name = " ".join(name.split())
        if name:
            self.tags.setdefault(name.casefold(), name)


def day(place: str, date: dt.date, content: Any, journal: Journal) -> Iterator[Given]:
    """The item of a day, and what went wrong with it; nothing for a day without words."""
    said = _said(content)
    if not said.text.strip() and not said.entries and not said.tags and not said.left:
        return
    for name in hashtags(said.text):
        said.tag(name)
    attached = _Attached(journal)
    text = "\n\n".join(
        part for part in (journal.markdown(said.text).strip("\n"), *_lists(said, journal)) if part
    )
    text = relinked(text, attached.change)
    unknown = {**said.left, **({"files": list(attached.missing)} if attached.missing else {})}
    yield Item(
        key=fingerprint(
            "rednotebook", date, said.text, sorted(said.entries.items()), sorted(said.tags.values())
        ),
        place=place,
        text=text,
        date=date,
        tags=tuple(said.tags.values()),
        files=attached.files.files,
        unknown=unknown,
    )
    if said.left:
        yield Trouble(place, "A part of it has no form that is known; it was kept beside.", Weight.PARTLY)
    for name in attached.missing:
        kind = "picture" if is_picture(name) else "file"
        what = f"The {kind} {shown(name)} is not here: RedNotebook only notes where it is."
        yield Trouble(place, what, Weight.PARTLY)


def hashtags(text: str) -> list[str]:
    """The tags in a text, as RedNotebook sees them: at least one letter, no colour, and not in an address."""
    names = _HASHTAG.findall(_ADDRESS.sub(" ", text)) if "#" in text or "\uff03" in text else []
    return [
        name for name in names if not _COLOUR.fullmatch(name) and any(letter.isalpha() for letter in name)
    ]


def _said(content: Any) -> _Said:
    said = _Said()
    if isinstance(content, Mapping):
        for key, value in content.items():
            name = _line(key)
            if name == _TEXT:
                _take_text(said, value)
            else:
                _take_category(said, name, value)
    else:
        _take_text(said, content)
    return said


def _take_text(said: _Said, value: Any) -> None:
    if isinstance(value, Mapping | list):
        said.left[_TEXT] = plain(value)
    elif value is not None:
        said.text = _words(value)


def _take_category(said: _Said, name: str, value: Any) -> None:
    """A category is a tag. Its entries stay readable below the text; those of the old category "Tags" are tags."""
    if isinstance(value, Mapping):
        entries = [_line(entry) for entry in value]
        deeper = {
            _line(entry): plain(each) for entry, each in value.items() if each not in (None, "", {}, [])
        }
        if deeper:
            said.left[name] = deeper
    elif isinstance(value, list):
        entries = [_line(entry) for entry in value if entry is not None]
    else:
        entries = [] if value is None or value == "" else [_line(value)]
    entries = [entry for entry in entries if entry]
    if name.casefold() == _OLD_TAGS:
        for entry in entries:
            said.tag(entry)
        return
    said.tag(name)
    if entries:
        said.entries[name] = entries


def _line(value: Any) -> str:
    return _words(value).strip()


def _words(value: Any) -> str:
    """A value as text. Bytes are what Python 2 wrote of a text that it did not understand."""
    return decoded(value) if isinstance(value, bytes) else cleaned(str(plain(value)))


def _lists(said: _Said, journal: Journal) -> Iterator[str]:
    for name, entries in said.entries.items():
        lines = [listed("- ", journal.markdown(entry)) for entry in entries]
        yield "\n".join((f"**{escaped(name)}**", *lines) if name else lines)


class _Attached:
    """The files that a text names; most are somewhere on the writer's disk, and only those in the tree come along."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.files = AttachedFiles(journal.known, journal.folder)
        self.missing: dict[str, None] = {}

    def change(self, link: Link) -> str:
        target = link.target
        if (_ELSEWHERE.match(target) and not _DRIVE.match(target)) or target.endswith("/"):
            return link.written
        path = re.sub(r"^file:(?://)?", "", target, flags=re.IGNORECASE)
        found = self._found(path) or self._found(percent.decoded(path))
        if not found:
            self.missing[path] = None
            return link.written
        name = self.files.add(found)
        return link.to_file(name, is_picture=is_picture(name))

    def _found(self, path: str) -> str:
        """The file at a path from the journal on, or at the end of one from the root of a disk on."""
        parts = path.replace("\\", "/").lstrip("/").split("/")[-_DEEPEST:]
        is_relative = not path.startswith("/") and not _DRIVE.match(path)
        for start in range(len(parts) if not is_relative else 1):
            here = "/".join(parts[start:])
            found = self._journal.known.find(here, self._journal.folder, is_path=True) if here else ""
            if found and (start + 1 < len(parts) or is_relative or self._is_beside(found)):
                return found
        return ""

    def _is_beside(self, name: str) -> bool:
        """A name alone may be that of any file; only beside the months it is the one."""
        return name.rpartition("/")[0] == self._journal.folder
