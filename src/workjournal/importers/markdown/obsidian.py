"""Vaults of Obsidian: notes in Markdown beside a folder `.obsidian`, which says how daily notes are named."""

from collections.abc import Iterator
from typing import Any

from workjournal.importers import trees
from workjournal.importers.days.formats import DayFormat, day_format
from workjournal.importers.importer import Asked, Importer, NotThisFormat
from workjournal.importers.item import Given
from workjournal.importers.limits import TooMuch
from workjournal.importers.markdown.folder import SETTINGS, read_notes
from workjournal.importers.markdown.note import MARKDOWN
from workjournal.importers.texts import NotReadable, decoded, from_json
from workjournal.importers.trees import SourceUnreadable, Tree

_SETTINGS_FOLDER = ".obsidian"
_LARGEST = 1024 * 1024
"""Bytes of a file of settings."""


def _accepts(tree: Tree) -> bool:
    return not tree.is_file and _settings_at(tree) is not None


def _read(tree: Tree, asked: Asked) -> Iterator[Given]:
    place = _settings_at(tree)
    if place is None:
        raise NotThisFormat(name=tree.name, format="Obsidian", reason="there is no folder .obsidian in it")
    settings = _Settings(tree, place)
    yield from read_notes(tree, asked, MARKDOWN, settings.names_of_days(), settings.templates())


def _settings_at(tree: Tree) -> str | None:
    """The path of the outermost folder of settings."""
    found = [
        name[: name.index(f"{_SETTINGS_FOLDER}/") + len(_SETTINGS_FOLDER)]
        for name in tree.names()
        if name.startswith(f"{_SETTINGS_FOLDER}/") or f"/{_SETTINGS_FOLDER}/" in name
    ]
    return min(found, key=lambda path: (path.count("/"), path), default=None)


class _Settings:
    """What a vault says of itself; what cannot be read says nothing."""

    def __init__(self, tree: Tree, place: str) -> None:
        self._tree, self._place = tree, place
        self._there = frozenset(tree.names())

    def names_of_days(self) -> list[DayFormat]:
        """Of the core plugin, and of Periodic Notes."""
        daily = self._value("daily-notes.json").get("format")
        periodic = self._value("plugins/periodic-notes/data.json").get("daily")
        found = []
        for said in (daily, periodic.get("format") if isinstance(periodic, dict) else None):
            try:
                found += [day_format(said)] if isinstance(said, str) else []
            except NotReadable:
                continue
        return found

    def templates(self) -> list[str]:
        """The folders of the core plugin, and of Templater."""
        said = (
            self._value("templates.json").get("folder"),
            self._value("plugins/templater-obsidian/data.json").get("templates_folder"),
        )
        vault = self._place.removesuffix(_SETTINGS_FOLDER)
        return [vault + each.strip("/") for each in said if isinstance(each, str) and each.strip("/. ")]

    def _value(self, name: str) -> dict[str, Any]:
        path = f"{self._place}/{name}"
        if path not in self._there:
            return {}
        try:
            value = from_json(decoded(trees.read(self._tree, path, _LARGEST)))
        except (NotReadable, SourceUnreadable, TooMuch):
            return {}
        return value if isinstance(value, dict) else {}


OBSIDIAN = Importer(
    key="obsidian",
    title="Obsidian",
    about="The folder of a vault, or a ZIP of it.",
    accepts=_accepts,
    read=_read,
    settings=SETTINGS,
)
