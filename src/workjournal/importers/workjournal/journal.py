"""Journals that this program exported as JSON: an archive or folder with journal.json, or that file alone.

The format is docs/journal-export.schema.json; exporters/journal_json.py writes it.
"""

import base64
import binascii
import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any, BinaryIO

from workjournal.domain.intake import OURS
from workjournal.domain.portable import FORMAT, JOURNAL, VERSION, Form, fields, portable
from workjournal.errors import JournalError
from workjournal.importers.importer import Asked, Importer, NotThisFormat
from workjournal.importers.item import File, Given, Note, Row, Trouble, Weight
from workjournal.importers.limits import TooMuch
from workjournal.importers.texts import NotReadable
from workjournal.importers.trees import Tree, beginning, lone, shown
from workjournal.importers.workjournal.rows import Value, values

TITLE = "Workjournal"
MOST_ROWS = 1_000_000
"""All of them are in memory before any is saved. Ten years of full days are some 100,000."""
_SAYS = re.compile(rb'"format"\s*:\s*"workjournal"')
_CONTENTS = {
    noun.__tablename__: field.name
    for noun in portable()
    for field in fields(noun)
    if field.form is Form.CONTENT
}
_HEAD = frozenset({"format", "version", "exported_at", "choice", "$schema"})


class NewerExport(JournalError):
    """{name} was exported by a newer Workjournal. This one reads exports up to version {known}, not {found}. Nothing was imported."""


def _accepts(tree: Tree) -> bool:
    name = _journal(tree)
    return bool(name) and _SAYS.search(beginning(tree, name)) is not None


def _journal(tree: Tree) -> str:
    """The file of the journal: at the root, or in the one folder that was packed with it; "" for none."""
    if alone := lone(tree):
        return alone
    found = [name for name in tree.names() if name.rpartition("/")[2] == JOURNAL and name.count("/") <= 1]
    return min(found, key=lambda name: name.count("/"), default="")


def _read(tree: Tree, _asked: Asked) -> Iterator[Given]:
    name = _journal(tree)
    if not name:
        raise NotThisFormat(name=tree.name, format=TITLE, reason=f"there is no {JOURNAL} in it")
    with tree.opened(name) as file:
        try:
            yield from _Journal(tree, name).given(file)
        except NotReadable as error:
            raise NotThisFormat(name=tree.name, format=TITLE, reason=str(error)) from error


class _Journal:
    def __init__(self, tree: Tree, name: str) -> None:
        self._tree, self._name = tree, name
        self._files = frozenset(tree.names())
        self._folder = name[: -len(JOURNAL)] if name.endswith(JOURNAL) else ""
        self._is_ours, self._whole = False, True
        self._tables = frozenset(noun.__tablename__ for noun in portable())

    def given(self, file: BinaryIO) -> Iterator[Given]:
        """Everything in the file. What it says of itself comes first, unless another program has sorted it."""
        rows = 0
        for value in values(file, self._name):
            if value.key in _HEAD:
                yield from self._head(value)
                continue
            if value.key not in self._tables:
                yield from self._unknown(value)
                continue
            rows += 1
            if rows > MOST_ROWS:
                raise TooMuch(name=self._tree.name, what=f"there are more than {MOST_ROWS:,} rows in it")
            yield self._row(value)
        if not self._is_ours:
            raise NotReadable(f'it does not say "format": "{FORMAT}"')

    def _head(self, value: Value) -> Iterator[Note]:
        if value.key == "format":
            self._is_ours = value.value == FORMAT
        elif value.key == "version":
            version = value.value
            if not isinstance(version, int) or isinstance(version, bool) or version < 1:
                raise NotReadable("its version is no number")
            if version > VERSION:
                raise NewerExport(name=self._tree.name, known=VERSION, found=version)
        elif value.key == "choice" and isinstance(value.value, Mapping) and value.value.get("whole") is False:
            self._whole = False
            yield Note(
                "This file holds a part of a journal. What refers to anything else comes in without that."
            )

    def _unknown(self, value: Value) -> Iterator[Trouble]:
        if value.number in {0, 1}:
            what = "There is no such part of a journal. It was left out."
            yield Trouble(f"{self._name}, {shown(value.key)}", what, Weight.LEFT_OUT)

    def _row(self, value: Value) -> Row | Trouble:
        place = f"{value.key} {value.number}"
        if value.number == 0:
            return Trouble(f"{self._name}, {value.key}", "It is no list of rows.")
        if not isinstance(value.value, dict):
            return Trouble(place, "It is no row, but a single value.")
        held = value.value.get(_CONTENTS.get(value.key, ""))
        try:
            file = self._file(value.value, held) if held is not None else None
        except NotReadable as error:
            return Trouble(place, f"It is left out: {error}.")
        return Row(place=place, table=value.key, values=value.value, file=file, whole=self._whole)

    def _file(self, row: Mapping[str, Any], held: object) -> File:
        named = row.get("name") or row.get("file_name") or "file"
        name, digest = (each if isinstance(each, str) else "" for each in (named, row.get("sha256")))
        if not isinstance(held, Mapping):
            raise NotReadable("its content is neither a file nor base64")
        path, text = held.get("file"), held.get("base64")
        if isinstance(path, str):
            path = self._folder + path
            if path not in self._files:
                raise NotReadable(f"its file {shown(path)} is not in the export")
            opened = partial(self._tree.opened, path)
            return File(name=name, size=self._tree.size(path), opened=opened, digest=digest)
        if not isinstance(text, str):
            raise NotReadable("its content is neither a file nor base64")
        try:
            content = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            raise NotReadable("its content is no base64") from None
        return File(name=name, size=len(content), opened=partial(_in_memory, content), digest=digest)


@contextmanager
def _in_memory(content: bytes) -> Iterator[BinaryIO]:
    yield io.BytesIO(content)


WORKJOURNAL = Importer(
    key=OURS,
    title="Workjournal (JSON)",
    about="What this program exported as JSON: the .zip, the folder or the .json. Everything comes back as it was.",
    accepts=_accepts,
    read=_read,
)
