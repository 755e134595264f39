"""Which files of what was chosen are jrnl's: a whole journal, or a folder with a file for each day or each entry."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from workjournal.importers import trees
from workjournal.importers.importer import Asked
from workjournal.importers.jrnl import entries, json_export
from workjournal.importers.jrnl.sealed import SUFFIXES, is_sealed
from workjournal.importers.jrnl.settings import Settings, is_configuration, settled
from workjournal.importers.limits import TooMuch
from workjournal.importers.texts import decoded
from workjournal.importers.trees import SourceUnreadable, Tree

_TRIED = 20
"""Files of a folder that are looked into to tell whether it is jrnl's."""
DAY = re.compile(r"(?:.*/)?(\d{4})/([01]\d)/([0-3]\d)\.(\w+)")
"""A folder journal's file, FolderJournal.py; ".txt" unless the configuration names another extension."""
_EXPORTED = re.compile(r"(?:.*/)?(\d{4})-(\d{2})-(\d{2})_[^/]*\.(txt|json)")
"""One entry, text_exporter.py: `jrnl --format json --file folder/`."""
_EXTENSIONS = frozenset({"txt", "md"})


class Found(NamedTuple):
    """A file of a folder; `day` is that of its name, None of a whole journal."""

    name: str
    day: dt.date | None


def accepts(tree: Tree) -> bool:
    """Whether these look like jrnl's."""
    name = trees.lone(tree)
    if name:
        return _looks_right(tree, name)
    settings, _ = settled(tree, Asked())
    seen = visible(tree)
    named = [name for name in seen if _day_of(name, settings)]
    if any(_looks_right(tree, name) for name in named[:_TRIED]):
        return True
    if named or len(seen) > _TRIED:
        return False
    right = [name for name in seen if _is_journal(tree, name, settings)]
    return 2 * len(right) >= len(seen) > 0


def _looks_right(tree: Tree, name: str) -> bool:
    start = trees.beginning(tree, name)
    if is_sealed(start, tree.size(name), name):
        return True
    text, suffix = decoded(start), _suffix(name)
    bare, undated = suffix in SUFFIXES, suffix in {".journal", ".jrnl"}
    return json_export.looks_exported(text) or entries.looks_dated(text, bare=bare, undated=undated)


def found_in(tree: Tree, settings: Settings) -> list[Found]:
    """The files with entries: those that bear a day as their name, and whole journals outside of such a folder."""
    found: list[Found] = []
    roots: set[str] = set()
    others: list[str] = []
    for name in visible(tree):
        day = _day_of(name, settings)
        if day:
            found.append(Found(name, day))
            roots.add(_root(name))
        else:
            others.append(name)
    outside = (name for name in others if roots.isdisjoint(_above(name)))
    found += [Found(name, None) for name in outside if _is_journal(tree, name, settings)]
    return found


def visible(tree: Tree) -> list[str]:
    """All files but the configuration and hidden ones, such as those of git."""
    names = (name for name in tree.names() if not is_configuration(name))
    return [name for name in names if not any(part.startswith(".") for part in name.split("/"))]


def _day_of(name: str, settings: Settings) -> dt.date | None:
    found = DAY.fullmatch(name)
    if found and found[4].lower() not in _EXTENSIONS | {settings.extension.lower()}:
        return None
    found = found or _EXPORTED.fullmatch(name)
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _root(name: str) -> str:
    """The folder that a day's file is of: of 2020/08/29.txt and of 2020-08-29_title.txt the one above."""
    depth = 3 if DAY.fullmatch(name) else 1
    return "/".join(name.split("/")[:-depth])


def _above(name: str) -> Iterator[str]:
    """The folders a file is in, the outermost, "", first."""
    parts = name.split("/")
    return ("/".join(parts[:depth]) for depth in range(len(parts)))


def _is_journal(tree: Tree, name: str, settings: Settings) -> bool:
    if PurePosixPath(name).name in settings.journals:
        return True
    try:
        return _suffix(name) in SUFFIXES | {".json"} and _looks_right(tree, name)
    except (SourceUnreadable, TooMuch):
        return True  # so that it is told when it is read


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
