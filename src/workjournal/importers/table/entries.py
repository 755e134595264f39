"""The rows of a table as entries, once it is known what its columns are."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from workjournal.importers import trees
from workjournal.importers.days.written import When
from workjournal.importers.importer import Asked, SettingRefused
from workjournal.importers.item import File, Given, Item, Note, Trouble, Weight, fingerprint
from workjournal.importers.limits import TooMuch
from workjournal.importers.linked_files import LinkedFiles
from workjournal.importers.markdown.folder import is_hidden
from workjournal.importers.markdown.links import ending
from workjournal.importers.table import values
from workjournal.importers.table.columns import FIELDS, NOTHING, guess
from workjournal.importers.table.days import days
from workjournal.importers.table.rows import MOST_BYTES, BadRow, Row, Table, table_of
from workjournal.importers.texts import NotReadable
from workjournal.importers.trees import SourceUnreadable, Tree, shown

TABLES = ("csv", "tsv", "tab")
OWN = "episodes.csv"
"""The table of episodes in this program's own export, beside tables of other things."""
FIRST = 100
"""Rows that the columns are guessed by."""
_OWN_FILES = "attachments.csv"
_OWN_VALUES = ("setting", "source", "moment")
_RATINGS = ("difficulty", "energy")
_PLAIN = ("result", "role", "source_link", "private_note")
_TITLES = {each.key: each.title for each in FIELDS}


@dataclass
class _Said:
    """What a row says so far, and what is wrong with it."""

    values: dict[str, Any] = field(default_factory=dict)
    unknown: dict[str, Any] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)


class Entries:
    """A table with what its columns are."""

    def __init__(self, tree: Tree, name: str, table: Table, asked: Asked) -> None:
        self._table, self._name, self._shown = table, name, shown(name)
        self._columns = _mapped(table, asked)
        self._rest = [column for column in table.columns if column not in self._columns.values()]
        self._is_own = name.rpartition("/")[2] == OWN
        names = [each for each in tree.names() if each != name and not is_hidden(each)]
        self._names, self._files = names, LinkedFiles(tree, names)
        self._own_files = self._listed(tree) if self._is_own else {}
        self._days = days(asked.setting("dateformat"), self._filled("date"))
        scale = _scale(asked)
        self._scales = {
            key: scale or values.scale_of(self._filled(key), decimal_comma=table.decimal_comma)
            for key in _RATINGS
            if key in self._columns
        }

    def place(self, number: int) -> str:
        return f"{self._shown}, row {number}"

    def notes(self) -> Iterator[Note]:
        """What was guessed."""
        told = [f"{_TITLES[key]} from “{column}”" for key, column in self._columns.items()]
        yield Note(f"The columns were read so: {', '.join(told) or 'none of them is known'}.")
        if self._rest:
            yield Note(f"What is in {values.listed(self._rest)} is kept beside each entry.")
        yield from self._days.notes
        for key, scale in self._scales.items():
            if scale != values.SCALES[-1]:
                yield Note(f"The {key} is read as one up to {scale}, and becomes one up to 100.")
        if self._table.is_old:
            yield Note("The file is not in Unicode; it was read with the letters of Windows in the west.")

    def given(self, row: Row | BadRow) -> Iterator[Given]:
        place = self.place(row.number)
        if isinstance(row, BadRow):
            yield Trouble(place, row.reason)
            return
        try:
            when = self._days.read(self._cell(row, "date"), self._cell(row, "zone"))
        except NotReadable as error:
            yield Trouble(place, f"The date cannot be read: {error}.")
            return
        said = _Said()
        self._say(row, said)
        if when:
            if not when.is_whole:
                said.unknown[self._columns["date"]] = self._cell(row, "date")
            when = replace(when, time=self._time(row, said) or when.time)
        files = self._attached(row, said)
        for trouble in said.troubles:
            yield Trouble(place, trouble, Weight.PARTLY)
        yield self._item(row, when, said, files)

    def left_out(self) -> Iterator[Trouble]:
        """The files beside the table that no row names."""
        for name in self._names:
            if name not in self._files.used:
                what = "It is another table." if ending(name) in TABLES else "No row refers to it."
                yield Trouble(shown(name), what, Weight.LEFT_OUT)

    def _item(self, row: Row, when: When | None, said: _Said, files: tuple[File, ...]) -> Item:
        return Item(
            key=_id(row) or fingerprint(*row.cells.items()),
            place=self.place(row.number),
            title=" ".join(self._cell(row, "title").split()),
            text=self._cell(row, "text"),
            date=when.date if when else None,
            time=when.time if when else None,
            zone=when.zone if when else "",
            tags=values.names(self._cell(row, "tags")),
            people=values.names(self._cell(row, "people")),
            starred=values.is_yes(self._cell(row, "starred")),
            files=files,
            kind=said.values.pop("kind", None),
            values=said.values,
            unknown=said.unknown,
        )

    def _say(self, row: Row, said: _Said) -> None:
        said.unknown |= {column: cell for column in self._rest if (cell := row.cells[column])}
        said.values |= {key: cell for key in _PLAIN if (cell := self._cell(row, key))}
        for key in ("kind", *_RATINGS):
            if self._cell(row, key):
                self._say_value(row, key, said)
        for key in ("time", "zone"):
            if self._cell(row, key) and not self._cell(row, "date"):
                said.unknown[self._columns[key]] = self._cell(row, key)
        if self._is_own:
            said.values |= {key: said.unknown.pop(key) for key in _OWN_VALUES if key in said.unknown}

    def _say_value(self, row: Row, key: str, said: _Said) -> None:
        cell = self._cell(row, key)
        try:
            said.values[key] = values.kind(cell) if key == "kind" else self._rating(key, cell)
        except NotReadable as error:
            said.troubles.append(f"The {key} cannot be read: {error}. It was kept beside.")
            said.unknown[self._columns[key]] = cell
        else:
            if self._scales.get(key, 100) != 100:
                said.unknown[self._columns[key]] = cell

    def _time(self, row: Row, said: _Said) -> dt.time | None:
        cell = self._cell(row, "time")
        try:
            return self._days.time(cell) if cell else None
        except NotReadable as error:
            said.troubles.append(f"The time cannot be read: {error}. It was kept beside.")
            said.unknown[self._columns["time"]] = cell
            return None

    def _rating(self, key: str, cell: str) -> int:
        return values.rating(cell, self._scales[key], decimal_comma=self._table.decimal_comma)

    def _attached(self, row: Row, said: _Said) -> tuple[File, ...]:
        found: dict[str, File] = {}
        folder = self._name.rpartition("/")[0]
        own = self._own_files.get(row.cells.get("id", ""), ())
        for name in (*values.names(self._cell(row, "files")), *own):
            path = self._files.find(name, folder, is_path=True)
            if path:
                found[path] = self._files.use(path, path.rpartition("/")[2])
            else:
                said.troubles.append(f"The file {shown(name)} is not in the export.")
                said.unknown.setdefault("files not found", []).append(name)
        return tuple(found.values())

    def _listed(self, tree: Tree) -> dict[str, list[str]]:
        """The files of each episode, by its id, as the own export lists them in a table."""
        name = self._name.removesuffix(OWN) + _OWN_FILES
        found: defaultdict[str, list[str]] = defaultdict(list)
        if name in self._names:
            try:
                table = table_of(trees.read(tree, name, MOST_BYTES), name)
            except (NotReadable, SourceUnreadable, TooMuch):
                return {}
            self._files.used.add(name)
            for row in table.rows:
                found[row.cells.get("of_id", "")].append(row.cells.get("file", ""))
        return found

    def _cell(self, row: Row, key: str) -> str:
        return row.cells.get(self._columns.get(key, ""), "")

    def _filled(self, key: str) -> Sequence[str]:
        return self._table.filled(self._columns[key]) if key in self._columns else ()


def _mapped(table: Table, asked: Asked) -> dict[str, str]:
    """The column of each field: as a person said, else as it is guessed from those that are left.

    Raises:
        SettingRefused
    """
    by_name = {column.casefold(): column for column in table.columns}
    said: dict[str, str] = {}
    for each in FIELDS:
        name = asked.setting(each.key)
        if name and name != NOTHING:
            if name.casefold() not in by_name:
                raise SettingRefused(
                    setting=each.setting.title,
                    value=name,
                    reason=f"there are {values.listed(table.columns)}",
                )
            said[each.key] = by_name[name.casefold()]
    left = [column for column in table.columns if column not in said.values()]
    guessed = guess(left, [row.cells for row in table.rows[:FIRST]])
    return said | {key: column for key, column in guessed.items() if not asked.setting(key)}


def _scale(asked: Asked) -> int:
    """Raises: SettingRefused."""
    said = asked.setting("scale")
    if said and not (said.isascii() and said.isdigit() and 0 < int(said[:9]) <= 100):
        raise SettingRefused(setting="The highest rating", value=said, reason="it is a number up to 100")
    return int(said) if said else 0


def _id(row: Row) -> str:
    """The id that this program gave to a thing, or any other that is the only one of its kind."""
    for column in ("id", "uuid"):
        try:
            return str(UUID(row.cells.get(column, "")))
        except ValueError:
            continue
    return ""
