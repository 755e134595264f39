"""An SQLAlchemy engine over SQLCipher, with the settings that shared trials found safe (docs in SECURITY.md)."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import QueuePool

from workjournal.errors import JournalError

OLDEST_CIPHER = (4, 9, 0)
OLDEST_SQLITE = (3, 51, 3)
"""Before it SQLite had the WAL-reset corruption bug."""

READ_ONLY = "workjournal_read_only"
"""Execution option of a connection that must not take the write lock."""

SETTINGS = (
    "journal_mode=wal",
    "synchronous=full",
    "fullfsync=on",
    "checkpoint_fullfsync=on",
    "foreign_keys=on",
    "secure_delete=on",
    "trusted_schema=off",
    "cell_size_check=on",
    "temp_store=memory",
    "mmap_size=0",
    "busy_timeout=5000",
)


class DriverTooOld(JournalError):
    """The database driver is too old to be safe (SQLCipher {cipher}, SQLite {sqlite}). Install Workjournal again."""


class DatabaseUnreadable(JournalError):
    """The journal's database cannot be read: it is damaged, or belongs to another vault. Restore it from a backup."""


class NotEncrypted(JournalError):
    """The database would not be encrypted; nothing was written to it."""


def open_engine(database: Path, key: bytes, salt: bytes, page_size: int) -> Engine:
    """An engine whose connections are unlocked with `key` (32 bytes) and `salt` (16 bytes).

    BEGIN is issued by us: the driver's own would leave DDL outside the transaction, and a writer must take the
    lock at once, so that it cannot be refused half-way.
    """
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=_connector(database, key, salt, page_size),
        hide_parameters=True,
        poolclass=QueuePool,
        pool_size=3,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        read_only = connection.get_execution_options().get(READ_ONLY)
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def _connector(database: Path, key: bytes, salt: bytes, page_size: int) -> Callable[[], Any]:
    # A malformed raw key is silently taken for a passphrase, a missing one makes a plaintext file.
    assert len(key) == 32
    assert len(salt) == 16
    secret = f"x'{key.hex()}{salt.hex()}'".encode()

    def connect() -> Any:
        # The pool hands a connection to one thread at a time; the driver's own check would forbid even that.
        connection = driver.connect(str(database), isolation_level=None, check_same_thread=False)
        try:
            connection.set_key(bytearray(secret))
            connection.execute("PRAGMA cipher_log_level=NONE")
            connection.execute(f"PRAGMA cipher_page_size={page_size:d}")
            for setting in SETTINGS:
                connection.execute(f"PRAGMA {setting}")
            _check(connection)
            connection.create_function("casefold", 1, str.casefold, deterministic=True)
        except BaseException as error:
            connection.close()
            # A full disk or a lock is another trouble than a wrong key, and the store names it.
            if isinstance(error, driver.DatabaseError) and "not a database" in str(error):
                raise DatabaseUnreadable from error
            raise
        return connection

    return connect


def _check(connection: Any) -> None:
    cipher = str(connection.execute("PRAGMA cipher_version").fetchone()[0]).split()[0]
    sqlite = str(connection.execute("SELECT sqlite_version()").fetchone()[0])
    if _numbers(cipher) < OLDEST_CIPHER or _numbers(sqlite) < OLDEST_SQLITE:
        raise DriverTooOld(cipher=cipher, sqlite=sqlite)
    if str(connection.execute("PRAGMA cipher_status").fetchone()[0]) != "1":
        raise NotEncrypted
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def first_page_is_plain(database: Path) -> bool:
    """Whether the file shows SQLite's own beginning, which an encrypted one never does."""
    with database.open("rb") as file:
        return file.read(16) == b"SQLite format 3\x00"
