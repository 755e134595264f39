"""Copies of the database that count only after they were opened and compared.

Never by the driver's backup(): in trials it copied a damaged source without an error, and the bad copy passed
SQLCipher's check. Never by PRAGMA rekey in place: on a full disk it said ok and kept the old key.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from workjournal.errors import JournalError
from workjournal.store.engine import DatabaseUnreadable, LogUnread, open_raw, open_vault_database
from workjournal.store.faults import faults_named
from workjournal.store.integrity import Report, TableDigest, heard, page_damage, table_digests, unheard
from workjournal.store.store import Store
from workjournal.vault.files import sync_folder
from workjournal.vault.vault import Keys

Digests = dict[str, TableDigest]
Content = dict[str, Any]
Opened = Callable[[Path], Any]
_NUMBERS = ("user_version", "application_id")
ATTEMPTS = 3
"""Of a copy, while another program writes; nobody can during the last one."""


class SourceDamaged(JournalError):
    """The journal's database is damaged ({found}), so no copy of it was made. `workjournal check` tells what is left; an earlier backup can be restored beside it."""


class NoRoom(JournalError):
    """There is too little room in {folder}: {needed} are needed, {free} are free. Nothing was made; free some space or choose another place, and try again."""


class CopyExists(JournalError):
    """There is something at {target} already, and it was left as it is. Choose another name."""


class CopyUnwritable(JournalError):
    """The copy could not be written to {folder}: {reason}. Nothing of it was kept; make room or choose another place, and try again."""


class CopyDiffers(JournalError):
    """The copy in {folder} is not what the journal is ({found}), so it was not kept. The disk may be failing: try another place."""


def copy_verified(store: Store, target: Path, report: Report = unheard) -> Digests:
    """Copy the database to `target`, under the same key; what it holds, table by table.

    Another program may write meanwhile: the copy is of one moment.

    Raises:
        SourceDamaged, NoRoom, CopyExists, CopyUnwritable, CopyDiffers, Busy
    """
    keys, size = store.keys, store.keys.header.page_size

    def opened(copy: Path) -> Any:
        return open_raw(copy, keys.database_key, keys.database_salt, size, read_only=True)

    with _source(store) as source:
        _need_whole(source, keys.database, target, part(report, 0.0, 0.3))
        for attempt in range(1, ATTEMPTS + 1):
            with _temporary(target) as beside:
                locked = attempt == ATTEMPTS and not store.read_only
                with heard(source, report, 0.3, "Copying"), _nobody_writes(store, locked=locked):
                    _vacuum(source, beside, size)
                    source.execute("BEGIN")  # the state from now on is what the copy is compared with
                    content = _content(source)
                digests = table_digests(source, part(report, 0.4, 0.6))
                source.execute("ROLLBACK")
                found = _difference(beside, opened, (content, digests), part(report, 0.6, 1.0))
                if not found:
                    _put_in_place(beside, target)
                    return digests
    raise CopyDiffers(folder=target.parent, found="; ".join(found))


def copy_rekeyed(
    source: Store | Any, target: Path, key: bytes, salt: bytes, page_size: int, report: Report = unheard
) -> Digests:
    """Copy the database to `target` under another key; what it holds, table by table.

    Args:
        source: the store, or a connection of the driver that may attach (`open_raw(..., attach=True)`).
        target: the new file.
        key: 32 bytes.
        salt: 16 bytes.
        page_size: of the copy, in bytes.
        report: told how far it is.

    Raises:
        SourceDamaged, NoRoom, CopyExists, CopyUnwritable, CopyDiffers, Busy
    """
    with _source(source) as connection:
        main = connection.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]
        _need_whole(connection, Path(main), target, part(report, 0.0, 0.3))

        def opened(copy: Path) -> Any:
            return open_raw(copy, key, salt, page_size, read_only=True)

        with _temporary(target) as beside:
            with _attached(connection, beside, key, salt, page_size):
                content, digests = _exported(connection, part(report, 0.3, 0.6))
            found = _difference(beside, opened, (content, digests), part(report, 0.6, 1.0))
            if found:
                raise CopyDiffers(folder=target.parent, found="; ".join(found))
            _put_in_place(beside, target)
    return digests


def examine(keys: Keys, digests: Digests, report: Report = unheard) -> list[str]:
    """What is wrong with a closed database that is to hold exactly so much, in plain words; [] is good."""
    try:
        with closing(open_vault_database(keys, read_only=True)) as copy:
            return _compared(copy, digests, report)
    except LogUnread:
        return ["something was written beside its database"]
    except (driver.DatabaseError, DatabaseUnreadable):
        return ["its database cannot be read"]


def need_room(folder: Path, size: int) -> None:
    """See that there is room for twice `size` bytes in `folder`, so that a copy never fills the disk to the brim.

    Raises:
        NoRoom, CopyUnwritable
    """
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise CopyUnwritable(folder=folder, reason=error.strerror) from error
    if free < 2 * size:
        raise NoRoom(folder=folder, needed=_in_words(2 * size), free=_in_words(free))


def part(report: Report, start: float, end: float) -> Report:
    """The report of a piece of the work, which is from `start` to `end` of the whole."""
    return lambda fraction, text: report(start + fraction * (end - start), text)


def sync_file(file: Path) -> None:
    """Make what was written into `file` durable."""
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _source(source: Store | Any) -> Iterator[Any]:
    """A connection that may attach; one that was given stays open."""
    if not isinstance(source, Store):
        yield source
        return
    keys = source.keys
    with (
        faults_named(keys.folder),
        closing(open_vault_database(keys, attach=True, read_only=source.read_only)) as connection,
    ):
        yield connection


def _need_whole(connection: Any, database: Path, target: Path, report: Report) -> None:
    if target.exists():
        raise CopyExists(target=target)
    found = page_damage(connection, report)
    if found:
        raise SourceDamaged(found="; ".join(found[:3]))
    need_room(target.parent, database.stat().st_size)


@contextmanager
def _temporary(target: Path) -> Iterator[Path]:
    """An empty file beside `target` that only we may read, gone in the end unless it was renamed; its faults named."""
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    log = beside.with_name(f"{beside.name}-journal")
    try:
        beside.unlink(missing_ok=True)
        os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        yield beside
    except OSError as error:
        raise CopyUnwritable(folder=target.parent, reason=error.strerror or type(error).__name__) from error
    finally:
        for file in (beside, log):
            with suppress(OSError):  # the next copy takes it away; what went wrong is told already
                file.unlink(missing_ok=True)


@contextmanager
def _faults_of_copy(target: Path) -> Iterator[None]:
    """The source has just been found whole: what fails now is the copy's disk, unless somebody holds the lock."""
    try:
        yield
    except driver.DatabaseError as error:
        if "locked" in str(error) or "interrupted" in str(error):
            raise
        raise CopyUnwritable(folder=target.parent, reason=str(error)) from error


@contextmanager
def _nobody_writes(store: Store, *, locked: bool) -> Iterator[None]:
    """With `locked`, hold the write lock."""
    if not locked:
        yield
        return
    with closing(open_vault_database(store.keys)) as guard:
        guard.execute("BEGIN IMMEDIATE")
        yield
        guard.execute("ROLLBACK")


def _vacuum(source: Any, beside: Path, page_size: int) -> None:
    # Without it the copy has pages of the library's own default size, and nobody can open it.
    source.execute(f"PRAGMA cipher_default_page_size={page_size:d}")
    with _faults_of_copy(beside):
        source.execute("VACUUM INTO ?", (str(beside.absolute()),))


@contextmanager
def _attached(connection: Any, beside: Path, key: bytes, salt: bytes, page_size: int) -> Iterator[None]:
    assert len(key) == 32
    assert len(salt) == 16
    secret = bytearray(f"x'{key.hex()}{salt.hex()}'".encode())
    connection.execute("ATTACH DATABASE ? AS copy KEY ?", (str(beside.absolute()), secret))
    try:
        connection.execute(f"PRAGMA copy.cipher_page_size={page_size:d}")
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("DETACH DATABASE copy")


def _exported(connection: Any, report: Report) -> tuple[Content, Digests]:
    """Fill the attached copy; what the source held at that moment."""
    file = connection.execute("SELECT file FROM pragma_database_list WHERE name = 'copy'").fetchone()[0]
    with heard(connection, report, 0.0, "Copying under the new key"), _faults_of_copy(Path(file)):
        connection.execute("BEGIN")  # one moment for all tables, and for the digests
        content = _content(connection)
        connection.execute("SELECT sqlcipher_export('copy')").fetchone()
        for name in _NUMBERS:  # the export leaves them out
            connection.execute(f"PRAGMA copy.{name}={content[name]:d}")
    digests = table_digests(connection, part(report, 0.5, 1.0))
    with _faults_of_copy(Path(file)):
        connection.execute("COMMIT")
    return content, digests


def _content(connection: Any) -> Content:
    """What a database has besides its rows: tables, indexes, triggers and views as they were declared, its numbers."""
    content: Content = {name: connection.execute(f"PRAGMA main.{name}").fetchone()[0] for name in _NUMBERS}
    declared = connection.execute("SELECT type, name, tbl_name, sql FROM main.sqlite_schema").fetchall()
    content["declared"] = sorted(repr(row) for row in declared if not row[1].startswith("sqlite_s"))
    return content


def _difference(beside: Path, opened: Opened, expected: tuple[Content, Digests], report: Report) -> list[str]:
    """What is wrong with a copy, after both checks and the comparison; [] is good."""
    sync_file(beside)
    content, digests = expected
    try:
        with closing(opened(beside)) as copy:
            if _content(copy) != content:
                return ["tables are missing or different"]
            return _compared(copy, digests, report)
    except (driver.DatabaseError, DatabaseUnreadable):
        return ["it cannot be read"]


def _compared(copy: Any, digests: Digests, report: Report) -> list[str]:
    found = page_damage(copy, part(report, 0.0, 0.5))
    if found:
        return found
    there = table_digests(copy, part(report, 0.5, 1.0))
    return [f"{name} differs" for name in sorted(digests | there) if digests.get(name) != there.get(name)]


def _put_in_place(beside: Path, target: Path) -> None:
    beside.rename(target)
    sync_folder(target.parent)


def _in_words(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"
