"""Joplin's export as "Markdown + Front Matter": a file for each note in folders as the notebooks are, and `_resources`.

The fields are those of packages/lib/utils/frontMatter.ts in its source. It writes every value as it is, without
quotation marks, and its instants in UTC; a time without a zone, which other programs leave there, is the writer's own.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from workjournal.importers.html import converting
from workjournal.importers.item import Given, Item, Note, Trouble, Weight, fingerprint
from workjournal.importers.joplin.links import NOTES, RESOURCES, Links
from workjournal.importers.joplin.moments import Moments
from workjournal.importers.linked_files import LinkedFiles
from workjournal.importers.markdown.front_matter import split
from workjournal.importers.markdown.targets import relinked
from workjournal.importers.texts import NotReadable, decoded, plain
from workjournal.importers.trees import SourceUnreadable, Tree, beginning, shown, text

_OF_NOTEBOOK = ("_notebook.yml", "_folder_icon.")
_INSTANTS = re.compile(r"^(?:updated|created): \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$", re.MULTILINE)
"""As Joplin alone writes them."""
_TOLD = frozenset({"title", "id", "tags", "source"})


def notes_of(tree: Tree) -> list[str]:
    """The files of notes."""
    return [
        name
        for name in tree.names()
        if name.lower().endswith(NOTES) and RESOURCES not in name.split("/")[:-1]
    ]


class Export:
    """An export that is being read."""

    def __init__(self, tree: Tree, *, has_notebook_tags: bool) -> None:
        self._tree = tree
        self._has_notebook_tags = has_notebook_tags
        self._notes = notes_of(tree)
        own = set(self._notes)
        self._others = [name for name in tree.names() if name not in own]
        self._known = LinkedFiles(tree, self._others)
        self._linked = LinkedFiles(tree, self._notes)
        self._root = _root(tree)
        self._titles: dict[str, str] = {}
        self._moments = Moments(self._all_said)

    def read(self) -> Iterator[Given]:
        """The notes, and what else is to be told."""
        for name in self._notes:
            try:
                content = text(self._tree, name)
            except SourceUnreadable as error:
                yield Trouble(shown(name), f"It cannot be read: {error.fields['reason']}.")
                continue
            yield from self._note(name, content)
        yield from self._moments.notes
        unused = [name for name in self._others if name not in self._known.used]
        others = [name for name in unused if not name.rpartition("/")[2].startswith(_OF_NOTEBOOK)]
        if len(others) < len(unused):
            yield Note("The icons of notebooks were left out.")
        yield from (Trouble(shown(name), "No note refers to this file.", Weight.LEFT_OUT) for name in others)

    def _note(self, name: str, content: str) -> Iterator[Given]:
        place = shown(name)
        try:
            said, body = _apart(content)
        except NotReadable as error:
            said, body = {}, content
            yield Trouble(place, f"Its fields cannot be read and stay in the text: {error}.", Weight.PARTLY)
        links = Links(name, self._known, self._linked, self._title)
        markdown = converting.to_markdown(body) if name.lower().endswith(".html") else body
        markdown = relinked(markdown, links.change)
        title = str(said.get("title") or PurePosixPath(name).stem)
        faults, when = links.faults, self._moments.of(said)
        folder = PurePosixPath(name).parent.as_posix().removeprefix(self._root).strip("/.")
        tags = tuple({tag.casefold(): tag for tag in _names(said.get("tags"))}.values())
        source = said.get("source")
        unknown = {
            key: plain(value)
            for key, value in said.items()
            if key not in _TOLD and value not in ("", [], {}, None)
        }
        more = {"notebook": folder, "links": links.replaced, "files": list(links.missing)}
        yield Item(
            key=_key(said, title, body),
            place=place,
            title=" ".join(title.split()),
            text=markdown,
            date=when.date,
            time=when.time,
            zone=when.zone,
            tags=(*tags, folder) if self._has_notebook_tags and folder else tags,
            files=links.attached.files,
            values={"source_link": source} if isinstance(source, str) and source else {},
            unknown=unknown | {key: value for key, value in more.items() if value},
        )
        for fault in (*faults, *when.faults):
            yield Trouble(place, fault, Weight.PARTLY)

    def _title(self, name: str) -> str:
        """The title of a note that others lead to."""
        if name not in self._titles:
            self._titles[name] = str(self._said(name).get("title") or PurePosixPath(name).stem)
        return self._titles[name]

    def _said(self, name: str) -> dict[str, Any]:
        try:
            return _apart(decoded(beginning(self._tree, name)))[0]
        except (NotReadable, SourceUnreadable):
            return {}

    def _all_said(self) -> Iterator[Mapping[str, Any]]:
        return (self._said(name) for name in self._notes)


def looks_right(tree: Tree, name: str) -> bool:
    """Whether a note has the fields that Joplin writes for every one: when it was changed, and when it was made."""
    head, _, rest = decoded(beginning(tree, name)).removeprefix("\ufeff").partition("\n---")
    if not head.startswith("---\n") or not rest:
        return False
    if any(RESOURCES in each.split("/")[:-1] for each in tree.names()):
        return "\nupdated: " in head and "\ncreated: " in head
    return len(_INSTANTS.findall(head)) == 2


def _root(tree: Tree) -> str:
    """The folder that all of it is in, if there is one: it is no notebook."""
    tops = {name.partition("/")[0] if "/" in name else "" for name in tree.names()}
    homes = {PurePosixPath(name).parts[0] for name in tree.names() if RESOURCES in name.split("/")[1:-1]}
    return next(iter(tops)) if len(tops) == 1 and tops == homes else ""


def _apart(content: str) -> tuple[dict[str, Any], str]:
    """Fields as they are written, by their names in small letters, and the text.

    Raises:
        NotReadable
    """
    fields, body = split(content)
    if not fields:
        return {}, body
    import yaml

    head = content[: len(content) - len(body)].strip("\ufeff \n").removeprefix("---").removesuffix("---")
    try:
        written = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506 - makes texts of all; `split` has read it safely
    except yaml.YAMLError:
        written = fields
    said = written if isinstance(written, Mapping) else fields
    return {str(key).lower(): value for key, value in said.items()}, body.removeprefix("\n")


def _names(value: Any) -> list[str]:
    names = value if isinstance(value, list) else [value]
    return [name for each in names if isinstance(each, str) and (name := " ".join(each.split()))]


def _key(said: Mapping[str, Any], title: str, body: str) -> str:
    own = said.get("id")
    return (
        own if isinstance(own, str) and own else fingerprint("joplin", said.get("created", ""), title, body)
    )
