"""Whether a database is whole, and what it holds: checks that name damage, digests that compare two databases.

Both take a connection of the driver, and report so often that a wait can be cancelled.
"""

import hashlib
import re
import struct
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

Report = Callable[[float, str], None]
"""How far the work is (0 to 1) and with what; may raise to end it."""

MOST_NAMED = 100
"""Findings of one kind that are told one by one."""
STEPS_BETWEEN_REPORTS = 100_000
"""Of SQLite's machine: some milliseconds."""
ROWS_AT_ONCE = 500
PATIENCE_MS = 1000
"""How long a checkpoint waits for readers; what it cannot bring in is read from the log as well."""

_DAMAGE = ("malformed", "not a database", "disk i/o")
_PLAIN_WORDS = (
    (re.compile(r"HMAC verification failed for page (\d+)"), "page {0} of the database is damaged"),
    (
        re.compile(r"page (\d+) has an invalid size"),
        "the database is cut off, or something follows it, at page {0}",
    ),
    (re.compile(r"row \d+ missing from index (\S+)"), "the index {0} does not list every row"),
    (re.compile(r"wrong # of entries in index (\S+)"), "the index {0} does not list every row"),
    (re.compile(r"non-unique entry in index (\S+)"), "the index {0} lists something twice"),
    (re.compile(r"NULL value in (\S+)"), "a value that must be there is missing in {0}"),
    (re.compile(r"malformed inverted index for FTS5 table (\S+)"), "the search index {0} is damaged"),
)


@dataclass(frozen=True)
class TableDigest:
    """How many rows a table has, and a SHA-256 (hex) over all of them."""

    rows: int
    sha256: str


def unheard(_fraction: float, _text: str) -> None:
    """A report nobody waits for."""


def page_damage(connection: Any, report: Report = unheard) -> list[str]:
    """What is wrong with the database's pages, indexes and references, in plain words without any text of it; [] is good.

    The order matters: SQLCipher's own check cries wolf while changes still lie in the log, and SQLite's may not be
    able to read at all what the first has found.
    """
    report(0.0, "Bringing the last changes in")
    _checkpoint(connection)
    report(0.1, "Checking every page")
    found = _damaged_pages(connection)
    if not found:
        with heard(connection, report, 0.4, "Checking tables and indexes"):
            found = _findings(connection, f"integrity_check({MOST_NAMED})")
    if not found:
        with heard(connection, report, 0.9, "Checking references"):
            found = _dangling(connection)
    report(1.0, "")
    return found


def table_digests(connection: Any, report: Report = unheard) -> dict[str, TableDigest]:
    """Rows and digest of every ordinary table, by name; those under a search index too.

    For one state of all tables, begin a transaction first. SQLite's own notes (sqlite_stat…, sqlite_sequence) and the
    faces of virtual tables are left out: the first may differ between equal journals, the second hold nothing.
    """
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name"
    )
    names = [name for (name,) in tables.fetchall() if not name.startswith("sqlite_")]
    digests = {}
    with _texts_as_stored(connection):
        for number, name in enumerate(names):
            digests[name] = _digest(connection, name, lambda: report(number / len(names), "Comparing"))  # noqa: B023
    report(1.0, "")
    return digests


@contextmanager
def heard(connection: Any, report: Report, fraction: float, text: str) -> Iterator[None]:
    """Report during a long statement too; what the report raises ends the statement and comes out here."""
    raised: list[BaseException] = []

    def progress() -> int:
        try:
            report(fraction, text)
        except BaseException as error:  # noqa: BLE001 - raised again below; the driver would swallow it
            raised.append(error)
        return len(raised)

    report(fraction, text)
    connection.set_progress_handler(progress, STEPS_BETWEEN_REPORTS)
    try:
        yield
    except driver.OperationalError:
        if raised:
            raise raised[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _checkpoint(connection: Any) -> None:
    if not connection.in_transaction:
        patience = connection.execute("PRAGMA busy_timeout").fetchone()[0]
        connection.execute(f"PRAGMA busy_timeout={PATIENCE_MS}")
        try:
            _findings(connection, "wal_checkpoint(TRUNCATE)")
        finally:
            connection.execute(f"PRAGMA busy_timeout={patience:d}")


def _damaged_pages(connection: Any) -> list[str]:
    """What SQLCipher finds; while another program writes, only what it finds again when nobody does."""
    found = _findings(connection, "cipher_integrity_check")
    if found and not connection.in_transaction and _log(connection) is not None:
        _checkpoint(connection)
        try:
            connection.execute("BEGIN IMMEDIATE")
        except driver.DatabaseError:  # nobody can write, or somebody will not stop
            return found
        try:
            found = _findings(connection, "cipher_integrity_check")
        finally:
            connection.execute("ROLLBACK")
    return found


def _log(connection: Any) -> Path | None:
    """The log of changes beside the database, if there is one: without it nobody is writing."""
    file = connection.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]
    log = Path(f"{file}-wal")
    return log if log.exists() else None


def _findings(connection: Any, check: str) -> list[str]:
    try:
        rows = connection.execute(f"PRAGMA {check}").fetchall()
    except driver.DatabaseError as error:
        if not any(words in str(error).lower() for words in _DAMAGE):
            raise
        return ["a part of the database cannot be read"]
    told = Counter(_plain(row[0]) for row in rows if isinstance(row[0], str) and row[0] != "ok")
    found = list(told)
    return found if len(found) <= MOST_NAMED else [*found[:MOST_NAMED], f"and {len(found) - MOST_NAMED} more"]


def _plain(finding: str) -> str:
    for pattern, words in _PLAIN_WORDS:
        if match := pattern.search(finding):
            return words.format(*match.groups())
    return "the order inside the database is broken"


def _dangling(connection: Any) -> list[str]:
    rows = connection.execute("PRAGMA foreign_key_check").fetchall()
    counted = Counter((child, parent) for child, _row, parent, _key in rows)
    return [
        f"{count} row{'s' * (count > 1)} of {child} point{'s' * (count == 1)} at a {parent} that is not there"
        for (child, parent), count in counted.items()
    ]


@contextmanager
def _texts_as_stored(connection: Any) -> Iterator[None]:
    """Read texts that are no UTF-8, too: damage is to be compared, not to stumble over."""
    before = connection.text_factory
    connection.text_factory = lambda stored: str(stored, "utf-8", "surrogateescape")
    try:
        yield
    finally:
        connection.text_factory = before


def _digest(connection: Any, table: str, report: Callable[[], None]) -> TableDigest:
    columns, order = _columns(connection, table)
    digest, rows = hashlib.sha256(), 0
    cursor = connection.execute(f"SELECT {columns} FROM {_quoted(table)} ORDER BY {order}")  # noqa: S608
    while some := cursor.fetchmany(ROWS_AT_ONCE):
        report()
        rows += len(some)
        for row in some:
            digest.update(b"".join(_encoded(row)))
    return TableDigest(rows, digest.hexdigest())


def _columns(connection: Any, table: str) -> tuple[str, str]:
    """What to read of a table, and in which order.

    The number of a row belongs to its content where something may refer to it. In a table without any index nothing
    does, and there SQLite may number anew when it copies.
    """
    if connection.execute("SELECT wr FROM pragma_table_list(?) WHERE schema = 'main'", (table,)).fetchone()[
        0
    ]:
        keys = connection.execute("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", (table,))
        return "*", ", ".join(_quoted(name) for (name,) in keys.fetchall())
    indexed = connection.execute("SELECT 1 FROM pragma_index_list(?)", (table,)).fetchone()
    return "rowid, *" if indexed else "*", "rowid"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _encoded(row: Iterable[object]) -> Iterator[bytes]:
    """Each value as its type, its length and its bytes, so that no two rows look alike."""
    for value in row:
        if value is None:
            kind, content = b"n", b""
        elif isinstance(value, int):
            kind, content = b"i", str(value).encode()
        elif isinstance(value, float):
            kind, content = b"r", struct.pack(">d", value)
        elif isinstance(value, str):
            kind, content = b"t", value.encode("utf-8", "surrogateescape")
        else:
            assert isinstance(value, bytes)
            kind, content = b"b", value
        yield kind + len(content).to_bytes(8, "big")
        yield content
    yield b"\n"
