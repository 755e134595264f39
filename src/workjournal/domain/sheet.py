"""Rows out of a CSV file as spreadsheets write them; a row that cannot be read is named and stops no other."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from workjournal.domain.sheet_text import LooseQuote, SheetText, UnreadableRow, decode, shown
from workjournal.errors import JournalError

MOST_BYTES = 5_000_000
MOST_ROWS = 50_000
MOST_COLUMNS = 200
_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
_NAMED = 20
"""So many headings are told of a file that has the wrong ones."""

Made = TypeVar("Made")


class SheetTooLarge(JournalError):
    """The file is larger than 5 MB, more than is read at once. Split it, and import the parts one after another."""


class TooManyRows(JournalError):
    """The file has more than 50,000 rows, more than is read at once. Split it, and import the parts one after another."""


class EmptySheet(JournalError):
    """There is nothing in the file. Its first line must name the columns; needed are {needed}."""


class BrokenHeading(JournalError):
    """Line {line} must name the columns and cannot be read. {reason}"""


class MissingColumns(JournalError):
    """There is no column for {missing}. Line {line} names {found}; needed are {needed}."""


class SameColumn(JournalError):
    """The columns {names} on line {line} mean the same. Keep one of them."""


class TooFewCells(UnreadableRow):
    """There are too few cells: {found}, where the heading has {width}."""


class TooManyCells(UnreadableRow):
    """There are too many cells: {found}, where the heading has {width}. A {mark} inside a cell needs quotation marks around the cell."""


@dataclass(frozen=True)
class Column:
    """A column that is looked for by its name and by other words for it, whatever their case."""

    name: str
    aliases: tuple[str, ...] = ()
    required: bool = True


Columns = tuple[Column, ...]

MEASURE_COLUMNS: Columns = (
    Column("date", ("day", "datum", "tag")),
    Column("value", ("wert", "messwert")),
    Column("note", ("comment", "notiz", "kommentar", "bemerkung"), required=False),
    Column("measure", ("metric", "messgröße", "messgroesse", "kennzahl"), required=False),
)
PROFILE_COLUMNS: Columns = (
    Column("skill", ("competence", "competency", "fähigkeit", "faehigkeit", "kompetenz")),
    Column("target", ("level", "target level", "ziel", "zielwert", "stufe")),
    Column("description", ("beschreibung",), required=False),
)


@dataclass(frozen=True)
class Row:
    """The cells of a row by column, without spaces around them; "" where the file has no such column.

    `line` is the line of the file, from 1, on which the row begins; `text` how it stands there, shortened.
    """

    line: int
    cells: Mapping[str, str]
    text: str

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


@dataclass(frozen=True)
class BadRow:
    """A row that is left out, and why in a sentence."""

    line: int
    reason: str
    text: str


@dataclass(frozen=True)
class Sheet:
    """Rows and bad rows, each in the file's order, and the headings that mean nothing here."""

    rows: tuple[Row, ...]
    bad: tuple[BadRow, ...]
    ignored: tuple[str, ...]
    delimiter: str

    @property
    def decimal_comma(self) -> bool:
        """Whether a comma may be the decimal mark of a number, as it does not end a cell."""
        return self.delimiter != ","

    def each(self, make: Callable[[Row], Made]) -> tuple[list[Made], list[BadRow]]:
        """What `make` makes of the rows; and all bad rows by line, with those for which it raises a JournalError."""
        made, bad = [], list(self.bad)
        for row in self.rows:
            try:
                made.append(make(row))
            except JournalError as error:
                bad.append(BadRow(row.line, str(error), row.text))
        return made, sorted(bad, key=lambda row: row.line)


def read(content: bytes, columns: Columns) -> Sheet:
    """The rows of a CSV file in UTF-8, or in UTF-16 with its mark.

    The first line that is not blank names the columns, in any order; it tells whether commas, semicolons or tabs
    are between the cells. Blank lines, and rows of empty cells, are passed over.

    Raises:
        SheetTooLarge, NotUnicode, EmptySheet, BrokenHeading, MissingColumns, SameColumn, TooManyRows
    """
    if len(content) > MOST_BYTES:
        raise SheetTooLarge
    text = SheetText(decode(content))
    if not text.skip_blank():
        raise EmptySheet(needed=_told(columns))
    heading = _Heading(text, columns)
    rows: list[Row] = []
    bad: list[BadRow] = []
    while text.skip_blank():
        line = text.line
        try:
            cells = heading.row(text)
        except UnreadableRow as error:
            bad.append(BadRow(line, str(error), text.since(line)))
        else:
            if cells:
                rows.append(Row(line, cells, text.since(line)))
        if len(rows) + len(bad) > MOST_ROWS:
            raise TooManyRows
    return Sheet(tuple(rows), tuple(bad), heading.ignored, heading.delimiter)


class _Heading:
    """What the first line says: what is between the cells, and which column is where."""

    def __init__(self, text: SheetText, columns: Columns) -> None:
        self._line = text.line
        self.delimiter, cells = self._understood(text, columns)
        self.width = len(cells)
        names = [_plain(cell) for cell in cells]
        self._places = {column.name: self._place(column, names, cells) for column in columns}
        missing = [each for each in columns if each.required and self._places[each.name] is None]
        if missing:
            found = ", ".join(shown(cell, 40) for cell in cells[:_NAMED] if cell) or "none"
            raise MissingColumns(missing=_told(missing), needed=_told(columns), found=found, line=self._line)
        known = set(self._places.values())
        self.ignored = tuple(
            shown(cell, 40) for place, cell in enumerate(cells) if cell and place not in known
        )

    def row(self, text: SheetText) -> dict[str, str]:
        """The next row's cells by column; nothing where all of them are empty.

        Raises:
            UnreadableRow
        """
        cells = text.take(self.delimiter)
        if not any(cells):
            return {}
        if len(cells) < self.width:
            raise TooFewCells(found=len(cells), width=self.width)
        if len(cells) > self.width:
            raise TooManyCells(found=len(cells), width=self.width, mark=_DELIMITERS[self.delimiter])
        return {name: "" if place is None else cells[place] for name, place in self._places.items()}

    def _understood(self, text: SheetText, columns: Columns) -> tuple[str, list[str]]:
        """The delimiter by which most columns are found, or else most cells, and the cells."""
        words = {_plain(word) for column in columns for word in (column.name, *column.aliases)}
        readings: list[tuple[int, int, str, list[str], int]] = []
        broken: list[UnreadableRow] = []
        for delimiter in _DELIMITERS:
            text.line = self._line
            try:
                cells = text.take(delimiter)
            except UnreadableRow as error:
                broken.append(error)
            else:
                fitting = sum(_plain(cell) in words for cell in cells)
                readings.append((fitting, len(cells), delimiter, cells, text.line))
        if not readings:
            # Quotation marks look loose by every delimiter but the right one.
            broken.sort(key=lambda error: isinstance(error, LooseQuote))
            raise BrokenHeading(line=self._line, reason=broken[0])
        _, _, delimiter, cells, text.line = max(readings, key=lambda reading: reading[:2])
        if len(cells) > MOST_COLUMNS:
            raise BrokenHeading(line=self._line, reason="It names more than 200.")
        return delimiter, cells

    def _place(self, column: Column, names: list[str], cells: list[str]) -> int | None:
        words = {_plain(word) for word in (column.name, *column.aliases)}
        places = [place for place, name in enumerate(names) if name in words]
        if len(places) > 1:
            doubled = " and ".join(f"“{shown(cells[place], 40)}”" for place in places)
            raise SameColumn(names=doubled, line=self._line)
        return places[0] if places else None


def _plain(name: str) -> str:
    """A heading as it is compared: macOS writes ö as two characters, and ß has a capital of two letters."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _told(columns: Columns | list[Column]) -> str:
    """The required ones, each with the other words for it."""
    return ", ".join(
        f"{each.name} (or {', '.join(each.aliases)})" if each.aliases else each.name
        for each in columns
        if each.required
    )
