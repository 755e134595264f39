"""What is wrong with rows that can be read: texts that are not what was written, links whose ends are gone.

All on a raw connection of the driver; nothing is changed but by `repair_links`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workjournal.store.digests import digest
from workjournal.store.shape import Table, quoted, tables

HOLDS_NUL = "it holds characters that nobody can type"
NOT_AS_WRITTEN = "it is not what was written"


@dataclass(frozen=True)
class DamagedText:
    """A text that is not what was written, or cannot be."""

    table: str
    thing_id: str
    field: str
    why: str


@dataclass(frozen=True)
class Orphan:
    """A row that points at a thing which is gone. A pure link was `removed`; anything else was kept."""

    table: str
    rowid: int
    column: str
    parent: str
    parent_id: str
    removed: bool = False


def texts_with_nul(connection: Any, table: Table) -> Iterator[DamagedText]:
    """The texts of a table that hold a NUL: SQLCipher fills with them what it could not read."""
    texts = [column for column in table.columns if column not in table.blobs]
    if not texts:
        return
    found = ", ".join(f"instr({quoted(column)}, char(0))" for column in texts)
    anywhere = " OR ".join(f"instr({quoted(column)}, char(0))" for column in texts)
    query = f"SELECT CAST({quoted(table.naming)} AS TEXT), {found} FROM {quoted(table.name)} WHERE {anywhere}"  # noqa: S608
    for thing_id, *places in connection.execute(query):
        for column, place in zip(texts, places, strict=True):
            if place:
                yield DamagedText(table.name, str(thing_id), column, HOLDS_NUL)


def texts_with_other_digest(connection: Any, known: dict[str, Table]) -> Iterator[DamagedText]:
    """The long texts that do not fit the digest kept of them, and the digests whose text is gone."""
    kept = connection.execute("SELECT thing, thing_id, field, sha256 FROM text_digest").fetchall()
    for name, thing_id, field, sha256 in kept:
        table = known.get(name)
        if table is None or field not in table.columns:
            yield DamagedText(name, thing_id, field, NOT_AS_WRITTEN)
            continue
        query = f"SELECT {quoted(field)} FROM {quoted(name)} WHERE id = ?"  # noqa: S608
        row = connection.execute(query, (thing_id,)).fetchone()
        if row is None or not isinstance(row[0], str) or digest(row[0]) != sha256:
            yield DamagedText(name, thing_id, field, NOT_AS_WRITTEN)


def orphans(connection: Any) -> Iterator[Orphan]:
    """The rows that point at a thing which is gone."""
    known = {table.name: table for table in tables(connection)}
    for name, rowid, parent, number in connection.execute("PRAGMA foreign_key_check").fetchall():
        assert rowid is not None  # no table of ours points at another and is WITHOUT ROWID
        keys = connection.execute(f"PRAGMA foreign_key_list({quoted(name)})").fetchall()
        column = next(row[3] for row in keys if row[0] == number)
        query = f"SELECT {quoted(column)} FROM {quoted(name)} WHERE rowid = ?"  # noqa: S608
        parent_id = connection.execute(query, (rowid,)).fetchone()[0]
        yield Orphan(name, rowid, column, parent, str(parent_id), removed=known[name].is_link)


def repair_links(connection: Any) -> list[Orphan]:
    """Remove the rows that only joined something to a thing which is gone; tell of these and of all other orphans."""
    found = list(orphans(connection))
    for orphan in found:
        if orphan.removed:
            connection.execute(f"DELETE FROM {quoted(orphan.table)} WHERE rowid = ?", (orphan.rowid,))  # noqa: S608
    return found
