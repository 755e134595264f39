"""Tables: CSV files of any program, a row for each entry, a column for each field."""

import heapq
from collections.abc import Iterator, Mapping

from workjournal.importers import trees
from workjournal.importers.importer import Asked, Importer, NotThisFormat, Setting
from workjournal.importers.item import Given
from workjournal.importers.markdown.folder import is_hidden
from workjournal.importers.markdown.links import ending
from workjournal.importers.table.columns import FIELDS, NOTHING, guess
from workjournal.importers.table.entries import FIRST, OWN, TABLES, Entries
from workjournal.importers.table.rows import MOST_BYTES, MOST_LINES, BadRow, Row, Table, table_of
from workjournal.importers.texts import NotReadable
from workjournal.importers.trees import Tree

__all__ = ["NOTHING", "TABLE", "columns_of", "first_rows", "guess"]
_NOTES = ("md", "markdown", "txt")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def columns_of(tree: Tree) -> list[str]:
    """The columns of a table, for a person to say what they are.

    Raises:
        NotThisFormat, SourceUnreadable, TooMuch
    """
    return list(_table(tree).columns)


def first_rows(tree: Tree, most: int = 5) -> list[Mapping[str, str]]:
    """Its first rows, by column.

    Raises:
        NotThisFormat, SourceUnreadable, TooMuch
    """
    return [row.cells for row in _table(tree, most).rows]


def _file_of(tree: Tree) -> str:
    """The file that holds the table, or "": a lone one, or the only one in a folder without notes."""
    names = [name for name in tree.names() if not is_hidden(name)]
    own = [name for name in names if name.rpartition("/")[2] == OWN]
    tables = [name for name in names if ending(name) in TABLES]
    if tree.is_file:
        lone = tree.names()[0]
        return lone if ending(lone) in TABLES or _is_excel_text(tree, lone) else ""
    if len(own) == 1:
        return own[0]
    return tables[0] if len(tables) == 1 and not any(ending(name) in _NOTES for name in names) else ""


def _is_excel_text(tree: Tree, name: str) -> bool:
    """Whether it is what Excel saves as “Unicode text”: UTF-16 with tabs, named .txt."""
    if ending(name) != "txt":
        return False
    start = trees.beginning(tree, name)
    return start.startswith(_UTF_16) and "\t" in start[:4000].decode("utf-16", "replace").partition("\n")[0]


def _accepts(tree: Tree) -> bool:
    return bool(_file_of(tree))


def _table(tree: Tree, most_rows: int = FIRST) -> Table:
    name = _file_of(tree)
    if not name:
        raise NotThisFormat(name=tree.name, format="CSV", reason="it is no table, or there are several in it")
    try:
        return table_of(trees.read(tree, name, MOST_BYTES), name, most_rows)
    except NotReadable as error:
        raise NotThisFormat(name=tree.name, format="CSV", reason=error) from error


def _read(tree: Tree, asked: Asked) -> Iterator[Given]:
    table = _table(tree, MOST_LINES)
    entries = Entries(tree, _file_of(tree), table, asked)
    yield from entries.notes()
    rows: Iterator[Row | BadRow] = heapq.merge(table.rows, table.bad, key=lambda row: row.number)
    for row in rows:
        yield from entries.given(row)
    yield from entries.left_out()


TABLE = Importer(
    key="csv",
    title="CSV table",
    about="A .csv or .tsv file of any program: a row for each entry. You say which column is what.",
    accepts=_accepts,
    read=_read,
    settings=(
        *(each.setting for each in FIELDS),
        Setting("dateformat", "Form of dates", 'Such as DD/MM/YYYY, "day first" or "month first".'),
        Setting("scale", "Highest rating", "How high difficulty and energy go in the file: 5, 10 or 100."),
    ),
)
