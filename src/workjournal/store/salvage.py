"""Row by row out of a damaged database into a whole one with the same tables.

A page that cannot be read fails for every row in it, and the error poisons the connection: it is opened anew, the rows
behind are looked for by steps and halving, and what stays unread is named. Nothing readable is left out: a text that
fails its digest is copied and named too, and of a row that is torn the rest is kept.
"""

from collections.abc import Callable, Collection
from typing import Any

from workjournal.store.mending import repair_links, texts_with_nul, texts_with_other_digest
from workjournal.store.salvaged import DamagedSource, Reopen, Salvaged, Unread
from workjournal.store.shape import quoted, tables
from workjournal.store.table_copy import TableCopy

Report = Callable[[float, str], None]


def salvage(reopen: Reopen, target: Any, report: Report, *, leave_out: Collection[str] = ()) -> Salvaged:
    """Copy every row that can be read.

    Args:
        reopen: gives a new connection to the damaged database.
        target: a connection to a database with the same tables, in which they are empty.
        report: told how far it is.
        leave_out: tables that belong to the target itself.

    Raises:
        whatever `reopen` raises for a database of which nothing can be read at all.
    """
    source, salvaged = DamagedSource(reopen), Salvaged()
    try:
        known = _columns_of(source)
        wanted = [table for table in tables(target) if table.name not in leave_out and table.name in known]
        target.execute("PRAGMA foreign_keys=off")
        for number, table in enumerate(wanted):
            report(number / len(wanted), table.name)
            target.execute("BEGIN IMMEDIATE")
            TableCopy(source, target, table.only(known[table.name]), salvaged).run()
            target.execute("COMMIT")
        salvaged.orphans += repair_links(target)
        for table in wanted:
            salvaged.damaged += texts_with_nul(target, table)
        named = {(text.thing_id, text.field) for text in salvaged.damaged}
        by_name = {table.name: table for table in wanted}
        if "text_digest" in by_name:
            other = texts_with_other_digest(target, by_name)
            salvaged.damaged += [text for text in other if (text.thing_id, text.field) not in named]
        target.execute("PRAGMA foreign_keys=on")
    finally:
        source.close()
    report(1.0, "")
    return salvaged


def _columns_of(source: DamagedSource) -> dict[str, set[str]]:
    """The tables the damaged database says it has, with their columns."""
    # One without pages of its own is an index over words: it need not be readable, and is made anew by triggers.
    names = [
        row[0] for row in source.read("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage")
    ]
    return {name: {row[1] for row in source.read(f"PRAGMA table_info({quoted(name)})")} for name in names}


def schema_of(reopen: Reopen) -> str:
    """The id of the schema as the damaged database still tells it, or "".

    Raises:
        whatever `reopen` raises for a database of which nothing can be read at all.
    """
    source = DamagedSource(reopen)
    try:
        return str(source.first("SELECT version_num FROM alembic_version")[0])
    except (Unread, TypeError):
        return ""
    finally:
        source.close()


def count_sessions(target: Any, generation: int, session: int) -> None:
    """Let a database count what its header counts."""
    target.execute("UPDATE vault_state SET generation = ?, session = max(session, ?)", (generation, session))
    target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
