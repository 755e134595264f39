"""An SQLAlchemy engine over SQLCipher, with the settings that shared trials found safe (docs in SECURITY.md)."""

from pathlib import Path, PurePath
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import QueuePool

from workjournal.errors import JournalError
from workjournal.vault.vault import Keys

OLDEST_CIPHER = (4, 9, 0)
OLDEST_SQLITE = (3, 51, 3)
"""Before it SQLite had the WAL-reset corruption bug."""

READ_ONLY = "workjournal_read_only"
"""Execution option of a connection that must not take the write lock."""

SETTINGS = (
    "journal_mode=wal",  # left out where nothing may be written
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

_UNREADABLE = ("not a database", "malformed")


class DriverTooOld(JournalError):
    """The database driver is too old to be safe (SQLCipher {cipher}, SQLite {sqlite}). Install Workjournal again."""


class DatabaseUnreadable(JournalError):
    """The journal's database cannot be read: it is damaged, or belongs to another vault. Restore it from a backup."""


class NotEncrypted(JournalError):
    """The database would not be encrypted; nothing was written to it."""


class LogUnread(JournalError):
    """The journal's last changes still lie in {log}, and its folder cannot be written, so they cannot be read in. Copy the whole folder to a place that can be written, and open that."""


def open_engine(keys: Keys, *, read_only: bool = False, connections: int = 3) -> Engine:
    """An engine on the database of an opened vault.

    BEGIN is issued by us: the driver's own would leave DDL outside the transaction, and a writer must take the
    lock at once, so that it cannot be refused half-way.
    """
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: open_vault_database(keys, read_only=read_only),
        hide_parameters=True,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0 if connections == 1 else 10,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        only_reads = read_only or connection.get_execution_options().get(READ_ONLY)
        connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")

    return engine


def hurry(writer: Engine) -> None:
    """Wait for the disk no more, which is most of a small save; a loss of power may then damage the database.

    Only for one that is thrown away. The next connection of the engine's waits again.
    """
    # Raw, since SQLite refuses it in a transaction, and we begin one on any other.
    connection = writer.raw_connection()
    connection.cursor().execute("PRAGMA synchronous=off")
    connection.close()


def open_vault_database(keys: Keys, *, attach: bool = False, read_only: bool = False) -> Any:
    """A connection of the driver to the database of an opened vault; see `open_raw`."""
    return open_raw(
        keys.database,
        keys.database_key,
        keys.database_salt,
        keys.header.page_size,
        attach=attach,
        read_only=read_only,
    )


def open_raw(
    database: Path,
    key: bytes,
    salt: bytes,
    page_size: int,
    *,
    attach: bool = False,
    read_only: bool = False,
) -> Any:
    """A connection of the driver, unlocked with `key` (32 bytes) and `salt` (16 bytes), with every setting.

    Args:
        database: the file; it must be there, though it may be empty for a new database.
        key: raw, derived from the master key.
        salt: of the database.
        page_size: bytes.
        attach: allow ATTACH and VACUUM, which only copying needs.
        read_only: neither write the file nor make any beside it.

    Raises:
        DatabaseUnreadable, DriverTooOld, NotEncrypted, LogUnread
    """
    # A malformed raw key is silently taken for a passphrase, a missing one makes a plaintext file.
    assert len(key) == 32
    assert len(salt) == 16
    # The pool hands a connection to one thread at a time; the driver's own check would forbid even that.
    connection = driver.connect(
        _address(database, read_only=read_only), uri=True, isolation_level=None, check_same_thread=False
    )
    try:
        connection.set_key(bytearray(f"x'{key.hex()}{salt.hex()}'".encode()))
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA cipher_page_size={page_size:d}")
        for setting in SETTINGS[1:] if read_only else SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        _check(connection)
        connection.create_function("casefold", 1, str.casefold, deterministic=True)
        if not attach:
            connection.set_authorizer(_no_other_file)
    except BaseException as error:
        connection.close()
        # A full disk or a lock is another trouble than a wrong key or a damaged list of tables; the store names it.
        if isinstance(error, driver.DatabaseError) and any(word in str(error) for word in _UNREADABLE):
            raise DatabaseUnreadable from error
        raise
    return connection


def _address(database: Path, *, read_only: bool) -> str:
    """The file as a URI: never one that makes a new file where the database is missing."""
    if not read_only:
        return f"{_as_uri(database.absolute())}?mode=rw"
    log = database.with_name(f"{database.name}-wal")
    if log.exists() and log.stat().st_size:
        raise LogUnread(log=log)
    # Without "immutable" reading needs a file of shared memory beside the database.
    return f"{_as_uri(database.absolute())}?mode=ro&immutable=1"


def _as_uri(database: PurePath) -> str:
    """SQLite knows no server in a URI; Windows' own name of a share, //server/share, is a path to it."""
    uri = database.as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


def _no_other_file(action: int, *_what: object) -> int:
    return int(driver.SQLITE_DENY if action == driver.SQLITE_ATTACH else driver.SQLITE_OK)


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
