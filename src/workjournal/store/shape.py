"""What tables a database has and how they hang together, as SQLite itself tells it; on a raw connection of the driver."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Reference:
    """A foreign key of one column."""

    column: str
    parent: str


@dataclass(frozen=True)
class Index:
    """An index over every row, with its columns."""

    name: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """An ordinary table: its columns in order, its primary key, its full indexes, what it points at."""

    name: str
    columns: tuple[str, ...]
    blobs: frozenset[str]
    required: frozenset[str]
    key: tuple[str, ...]
    has_rowid: bool
    indexes: tuple[Index, ...]
    references: tuple[Reference, ...]

    @property
    def naming(self) -> str:
        """The column by which a row is told apart."""
        return "id" if "id" in self.columns else (*self.key, "rowid")[0]

    @property
    def is_link(self) -> bool:
        """Whether it only joins things: its key is made of foreign keys."""
        pointing = {reference.column for reference in self.references}
        return len(self.key) > 1 and pointing.issuperset(self.key)

    def only(self, columns: Collection[str]) -> "Table":
        """The same with no other columns than these."""
        return replace(self, columns=tuple(column for column in self.columns if column in columns))


def tables(connection: Any) -> list[Table]:
    """The tables that hold rows of their own (none of SQLite's, no index of texts), each after those it points at."""
    listed = [row for row in connection.execute("PRAGMA table_list").fetchall() if row[0] == "main"]
    waiting = {
        str(name): _table(connection, str(name), has_rowid=not without_rowid)
        for _, name, kind, _, without_rowid, *_ in listed
        if kind == "table" and not str(name).startswith("sqlite_")
    }
    ordered: list[Table] = []
    while waiting:
        free = [table for table in waiting.values() if not _parents(table) & waiting.keys()]
        ordered += sorted(free or waiting.values(), key=lambda table: table.name)
        waiting = {name: table for name, table in waiting.items() if table not in ordered}
    return ordered


def quoted(name: str) -> str:
    """A name as an identifier in SQL."""
    return '"' + name.replace('"', '""') + '"'


def _parents(table: Table) -> set[str]:
    return {reference.parent for reference in table.references} - {table.name}


def _table(connection: Any, name: str, *, has_rowid: bool) -> Table:
    columns = [row for row in connection.execute(f"PRAGMA table_xinfo({quoted(name)})") if row[6] == 0]
    keyed = sorted((row[5], row[1]) for row in columns if row[5])
    return Table(
        name=name,
        columns=tuple(row[1] for row in columns),
        blobs=frozenset(row[1] for row in columns if row[2].upper() == "BLOB"),
        key=tuple(column for _, column in keyed),
        has_rowid=has_rowid,
        required=frozenset(row[1] for row in columns if row[3]),
        indexes=tuple(
            Index(row[1], _indexed(connection, row[1]))
            for row in connection.execute(f"PRAGMA index_list({quoted(name)})").fetchall()
            if not row[4]
        ),
        references=tuple(
            Reference(row[3], row[2])
            for row in connection.execute(f"PRAGMA foreign_key_list({quoted(name)})")
        ),
    )


def _indexed(connection: Any, name: str) -> tuple[str, ...]:
    rows = connection.execute(f"PRAGMA index_info({quoted(name)})").fetchall()
    return tuple(row[2] for row in rows if row[2])
