"""Reading every row of a database for what SQLCipher does not notice; it goes on behind what cannot be read."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import sqlcipher3.dbapi2 as driver

from workjournal.store.faults import StoreDamaged
from workjournal.store.integrity import Report, page_damage
from workjournal.store.mending import DamagedText, texts_with_nul, texts_with_other_digest
from workjournal.store.salvaged import Reopen
from workjournal.store.shape import Table, quoted, tables


@dataclass
class Examined:
    """How many rows each table has, the texts that are not what was written, the tables that cannot be read through."""

    rows: dict[str, int] = field(default_factory=dict)
    damaged: list[DamagedText] = field(default_factory=list)
    unreadable: dict[str, str] = field(default_factory=dict)


def pages_of(reopen: Reopen, report: Report) -> list[str]:
    """`page_damage` on a connection of its own; trouble with the check itself is damage too."""
    try:
        with closing(reopen()) as connection:
            return page_damage(connection, report)
    except driver.Error as error:
        return [f"the check itself failed: {error}"]


def examine(reopen: Reopen, report: Report) -> Examined:
    """Read every table, each on a connection of its own: one that met damage reads nothing more.

    Raises:
        StoreDamaged, and whatever else `reopen` raises for a database of which nothing can be read at all.
    """
    try:
        return _examined(reopen, report)
    except driver.Error as error:
        raise StoreDamaged(reason=error) from error


def _examined(reopen: Reopen, report: Report) -> Examined:
    done = Examined()
    with closing(reopen()) as connection:
        known = {table.name: table for table in _attempted(done, "", lambda: tables(connection)) or ()}
    for number, (name, table) in enumerate(known.items()):
        report(number / len(known), "Reading every text")
        with closing(reopen()) as connection:
            count = _attempted(done, name, lambda: _count(connection, table))  # noqa: B023 - called at once
        with closing(reopen()) as connection:
            holed = _attempted(done, name, lambda: list(texts_with_nul(connection, table)))  # noqa: B023
        done.rows[name] = count or 0
        done.damaged += holed or ()
    if "text_digest" in known:
        with closing(reopen()) as connection:
            done.damaged += _new(
                done, _attempted(done, "text_digest", lambda: _other(connection, known)) or ()
            )
    report(1.0, "")
    return done


def _attempted(done: Examined, name: str, work: Callable[[], Any]) -> Any:
    """What `work` gives, or None with the trouble noted under the table's name."""
    try:
        return work()
    except driver.Error as error:
        done.unreadable.setdefault(name, str(error))
        return None


def _count(connection: Any, table: Table) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {quoted(table.name)} NOT INDEXED").fetchone()[0])  # noqa: S608


def _other(connection: Any, known: dict[str, Table]) -> list[DamagedText]:
    return list(texts_with_other_digest(connection, known))


def _new(done: Examined, texts: Any) -> Iterator[DamagedText]:
    """Those not named for another reason already."""
    named = {(text.table, text.thing_id, text.field) for text in done.damaged}
    return (text for text in texts if (text.table, text.thing_id, text.field) not in named)
