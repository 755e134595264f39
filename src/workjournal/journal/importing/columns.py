"""The columns of a table that is looked at, for a person to say what they are."""

from collections.abc import Mapping
from dataclasses import dataclass

from workjournal.importers.table.columns import FIELDS
from workjournal.importers.table.entries import FIRST
from workjournal.importers.table.sheet import TABLE, columns_of, first_rows, guess
from workjournal.journal.importing.reading import Reading


@dataclass(frozen=True)
class Columns:
    """What a table has, and what it is taken for.

    Attributes:
        fields: the keys of those settings of its importer that name a column.
        names: the columns, in their order.
        examples: for each the first value in it.
        guessed: the column of each field that has one.
    """

    fields: tuple[str, ...]
    names: tuple[str, ...]
    examples: Mapping[str, str]
    guessed: Mapping[str, str]


def columns(read: Reading) -> Columns | None:
    """Those of a table; None of any other format.

    Raises:
        NotThisFormat, SourceUnreadable, TooMuch
    """
    if read.importer.key != TABLE.key:
        return None
    names, rows = columns_of(read.tree), first_rows(read.tree, FIRST)
    examples = {
        name: next((cell for row in rows if (cell := row.get(name, "").strip())), "") for name in names
    }
    return Columns(tuple(field.key for field in FIELDS), tuple(names), examples, guess(names, rows))
