"""A table out of a CSV file, whatever is between its cells: columns by their headings, and rows as a spreadsheet counts."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workjournal.domain.sheet import MOST_COLUMNS
from workjournal.domain.sheet_text import LooseQuote, SheetText, UnreadableRow, shown
from workjournal.importers.days.written import When, when
from workjournal.importers.limits import MEGABYTE, TooMuch
from workjournal.importers.texts import NotReadable, decoded

MOST_BYTES = 64 * MEGABYTE
MOST_LINES = 1_000_000
MOST_LETTERS = 1_000_000
"""In a cell: a day's entry, with room."""
_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical line"}
_SEPARATOR = re.compile(r"\s*+\"?sep=([,;\t|])\"?[ ]*+\n", re.IGNORECASE)
"""The line that tells Excel what is between the cells."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


class TooManyCells(UnreadableRow):
    """There are {found} cells, where the heading has {width}. A {mark} inside a cell needs quotation marks around the cell."""


@dataclass(frozen=True)
class Row:
    """A row's cells by column; `number` counts from 1 with the headings, as a spreadsheet does."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class BadRow:
    """A row that cannot be read, and why in a sentence."""

    number: int
    reason: str


@dataclass(frozen=True)
class Table:
    """Rows in the file's order. `is_old` says that it is in the letters of old Windows, not in Unicode."""

    columns: Sequence[str]
    rows: Sequence[Row]
    bad: Sequence[BadRow]
    delimiter: str
    is_old: bool

    @property
    def decimal_comma(self) -> bool:
        """Whether a comma may be the decimal mark of a number, as it does not end a cell."""
        return self.delimiter != ","

    def filled(self, column: str) -> list[str]:
        """What is in a column, without its empty cells."""
        return [cell for row in self.rows if (cell := row.cells.get(column, ""))]


def table_of(content: bytes, name: str, most_rows: int = MOST_LINES) -> Table:
    """The table in a CSV file; its first line that is not blank names the columns, unless it holds a day.

    Raises:
        TooMuch
        NotReadable: there is nothing in it, or its first line cannot be read.
    """
    text = decoded(content)
    if text.count("\n") > MOST_LINES:
        raise TooMuch(name=name, what=f"it has more than {MOST_LINES:,} lines")
    csv.field_size_limit(max(csv.field_size_limit(), 2 * MOST_LETTERS))
    told = _SEPARATOR.match(text)
    sheet = SheetText(text, MOST_LETTERS)
    sheet.line = text.count("\n", 0, told.end()) + 1 if told else 1
    if not sheet.skip_blank():
        raise NotReadable("there is nothing in it")
    delimiter, head, line = _heading(sheet, told[1] if told else "")
    if len(head) > MOST_COLUMNS:
        raise NotReadable(f"it has more than {MOST_COLUMNS} columns")
    has_headings = not any(_day(cell) for cell in head)
    columns = _distinct(head if has_headings else [""] * len(head))
    sheet.line, number = (sheet.line, 1) if has_headings else (line, 0)
    rows: list[Row] = []
    bad: list[BadRow] = []
    for made in _rows(sheet, columns, delimiter, number):
        if isinstance(made, Row):
            rows.append(made)
        else:
            bad.append(made)
        if len(rows) + len(bad) >= most_rows:
            break
    return Table(columns, rows, bad, delimiter, _is_old(content))


def plain_text(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from calculating with it (OWASP, CSV Injection)."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA) else cell


def _rows(sheet: SheetText, columns: Sequence[str], delimiter: str, number: int) -> Iterator[Row | BadRow]:
    before = sheet.line
    while sheet.skip_blank():
        number += 1 + sheet.line - before
        try:
            cells = sheet.take(delimiter)
            if any(cells[len(columns) :]):
                raise TooManyCells(found=len(cells), width=len(columns), mark=_DELIMITERS[delimiter])
        except UnreadableRow as error:
            yield BadRow(number, str(error))
        else:
            if any(cells):
                filled = [*cells, *[""] * (len(columns) - len(cells))]
                yield Row(number, dict(zip(columns, map(plain_text, filled), strict=False)))
        before = sheet.line


def _heading(sheet: SheetText, said: str) -> tuple[str, list[str], int]:
    """What is between cells, by which there are most of them; the first row's cells, and its line."""
    line = sheet.line
    readings: list[tuple[int, str, list[str], int]] = []
    broken: list[UnreadableRow] = []
    for delimiter in [said] if said else _DELIMITERS:
        sheet.line = line
        try:
            cells = sheet.take(delimiter)
        except UnreadableRow as error:
            broken.append(error)
        else:
            readings.append((len(cells), delimiter, cells, sheet.line))
    if not readings:
        broken.sort(
            key=lambda error: isinstance(error, LooseQuote)
        )  # loose by every delimiter but the right one
        raise NotReadable(f"its first line cannot be read: {broken[0]}")
    _, delimiter, cells, sheet.line = max(readings, key=lambda reading: reading[0])
    return delimiter, cells, line


def _day(cell: str) -> When | None:
    try:
        return when(cell) if not cell.isdigit() else None
    except NotReadable:
        return None


def _distinct(head: Sequence[str]) -> list[str]:
    """Headings in one line each; one that is empty is called by its place, one that is there twice by its number."""
    names: list[str] = []
    seen: Counter[str] = Counter()
    for place, cell in enumerate(head, 1):
        name = first = shown(plain_text(cell)) or f"Column {place}"
        while seen[name]:
            seen[first] += 1
            name = f"{first} ({seen[first]})"
        seen[name] += 1
        names.append(name)
    return names


def _is_old(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    try:
        content.decode()
    except UnicodeDecodeError:
        return True
    return False
