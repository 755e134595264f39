"""Joplin: JEX, RAW, and Markdown with front matter."""

from collections.abc import Iterator
from itertools import islice

from workjournal.importers.importer import Asked, Importer, NotThisFormat, Setting, SettingRefused
from workjournal.importers.item import Given
from workjournal.importers.joplin import markdown_export, raw
from workjournal.importers.joplin.items import FILE
from workjournal.importers.trees import BEGINNING, Tree, beginning, shown

_NOTEBOOKS, _AS_TAGS = "notebooks", "tags"
_LOOKED_AT = 12
_SIGNS = (b"type_: ", b"encryption_applied: ", b"updated_time: ")


def _accepts(tree: Tree) -> bool:
    return _is_raw(tree) or _is_markdown(tree)


def _is_raw(tree: Tree) -> bool:
    names = islice((name for name in tree.names() if FILE.fullmatch(name)), _LOOKED_AT)
    return any(_looks_raw(tree, name) for name in names)


def _looks_raw(tree: Tree, name: str) -> bool:
    """Whether it has properties of an item. Those of a very long note are out of sight."""
    start = beginning(tree, name)
    return any(sign in start for sign in _SIGNS) or len(start) == BEGINNING


def _is_markdown(tree: Tree) -> bool:
    names = tree.names()
    if any(".obsidian" in name.split("/") for name in names):
        return False
    notes = markdown_export.notes_of(tree)
    return any(markdown_export.looks_right(tree, name) for name in notes[:_LOOKED_AT])


def _read(tree: Tree, asked: Asked) -> Iterator[Given]:
    wanted = asked.setting(_NOTEBOOKS).lower()
    if wanted not in {"", _AS_TAGS}:
        raise SettingRefused(setting="Notebooks", value=shown(wanted), reason="it is tags, or empty")
    if any(FILE.fullmatch(name) for name in tree.names()):
        yield from raw.Export(tree, has_notebook_tags=wanted == _AS_TAGS).read()
    elif markdown_export.notes_of(tree):
        yield from markdown_export.Export(tree, has_notebook_tags=wanted == _AS_TAGS).read()
    else:
        raise NotThisFormat(name=tree.name, format="Joplin", reason="there are no notes in it")


JOPLIN = Importer(
    key="joplin",
    title="Joplin",
    about="An export as JEX or RAW, or as Markdown with front matter; a folder or ZIP.",
    accepts=_accepts,
    read=_read,
    changed=("user_updated_time", "updated_time"),
    settings=(
        Setting(
            _NOTEBOOKS,
            "Notebooks",
            "Write tags to get the notebook of a note as a tag. Without it, it is kept beside the note.",
        ),
    ),
)
