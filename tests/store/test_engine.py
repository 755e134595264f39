"""The engine: encrypted or not at all, with the settings that were found safe."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.pool import StaticPool
from sqlcipher3.dbapi2 import DatabaseError
from sqlcipher3.dbapi2 import OperationalError as OperationalDriverError

from workjournal.domain.label import Tag
from workjournal.store import engine as engines
from workjournal.store.engine import (
    DatabaseUnreadable,
    DriverTooOld,
    first_page_is_plain,
    open_engine,
    open_raw,
    open_vault_database,
)
from workjournal.store.store import Store
from workjournal.vault.vault import Keys

SECRET = "Halvorsen owes us nineteen pallets"


@pytest.fixture
def other(keys: Keys, store: Store) -> Iterator[Engine]:
    """An engine on the same file with another key."""
    store.checkpoint()
    wrong = open_engine(replace(keys, master=bytes(32)))
    yield wrong
    wrong.dispose()


def pragma(store: Store, name: str) -> Any:
    with store.engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_no_page_of_the_file_is_sqlites(keys: Keys, store: Store) -> None:
    with store.writing() as session:
        session.add(Tag(name=SECRET))
    store.checkpoint()
    content = keys.database.read_bytes()
    assert not first_page_is_plain(keys.database)
    assert b"SQLite format" not in content
    assert b"CREATE TABLE" not in content
    assert SECRET.encode() not in content
    assert len(content) % 16384 == 0
    with (
        closing(sqlite3.connect(keys.database)) as plain,
        pytest.raises(sqlite3.DatabaseError, match="not a database"),
    ):
        plain.execute("SELECT * FROM tag")


def test_a_plain_file_is_told_as_such(keys: Keys) -> None:
    with closing(sqlite3.connect(keys.database)) as plain:
        plain.execute("CREATE TABLE tag (name)")
    assert first_page_is_plain(keys.database)  # the control of the test above


def test_the_driver_says_that_it_encrypts(store: Store) -> None:
    assert str(pragma(store, "cipher_status")) == "1"
    assert int(pragma(store, "cipher_page_size")) == 16384
    assert int(pragma(store, "page_size")) == 16384


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("fullfsync", 1),
        ("checkpoint_fullfsync", 1),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("temp_store", 2),
        ("busy_timeout", 5000),
    ],
)
def test_every_connection_has_the_settings(store: Store, name: str, value: object) -> None:
    with store.engine.connect(), store.engine.connect():  # a second one beside the first
        assert pragma(store, name) == value


def test_memory_is_not_mapped(store: Store) -> None:
    assert pragma(store, "mmap_size") in {0, None}


def test_another_key_reads_nothing(other: Engine) -> None:
    with pytest.raises(DatabaseUnreadable, match="damaged, or belongs to another vault"):
        other.connect()


@pytest.mark.parametrize("beginning", [0, 16, 2000, 16000])
def test_a_damaged_first_page_is_unreadable(keys: Keys, store: Store, beginning: int) -> None:
    store.close()
    content = bytearray(keys.database.read_bytes())
    content[beginning] ^= 1
    keys.database.write_bytes(content)
    if beginning < 16:  # the salt; ours is in the header, so this one does not matter
        Store.open(keys).close()
        return
    with pytest.raises(DatabaseUnreadable):
        Store.open(keys)


def test_a_file_of_noise_is_unreadable(keys: Keys, store: Store) -> None:
    store.close()
    keys.database.write_bytes(bytes(range(256)) * 256)
    with pytest.raises(DatabaseUnreadable):
        Store.open(keys)


def test_a_malformed_key_never_reaches_the_driver(keys: Keys) -> None:
    # The driver would silently take it for a passphrase.
    for key, salt in ((b"short", bytes(16)), (bytes(32), b"short")):
        with pytest.raises(AssertionError):
            open_raw(keys.database, key, salt, 16384)


def test_an_old_driver_is_refused(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(DriverTooOld, match="SQLite 3"):
        Store.create(keys)


def failure(engine: Engine) -> str:
    """What the error of a refused insert says."""
    insert = "INSERT INTO preference VALUES (?, ?)"
    with engine.connect() as connection:
        connection.exec_driver_sql(insert, (SECRET, SECRET))
        with pytest.raises(IntegrityError) as caught:
            connection.exec_driver_sql(insert, (SECRET, SECRET))
    return f"{caught.value} {caught.value!r} {caught.value.__cause__!r}"


def test_an_errors_text_holds_no_content(store: Store) -> None:
    assert SECRET not in failure(store.engine)
    talkative = create_engine("sqlite://", module=driver, poolclass=StaticPool)
    with talkative.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE preference (key PRIMARY KEY, value)")
    assert SECRET in failure(talkative)  # the control: without hide_parameters it would
    talkative.dispose()


def test_a_reader_does_not_wait_for_a_writer(store: Store) -> None:
    with store.writing() as session:
        session.add(Tag(name="half-way"))
        session.flush()
        with store.reading() as reader:
            assert reader.query(Tag).all() == []


def test_a_writer_takes_the_lock_at_once(store: Store) -> None:
    with store.engine.connect() as holder:
        holder.exec_driver_sql("SELECT 1")  # our BEGIN IMMEDIATE: the write lock is taken
        with store.engine.connect() as second:
            raw: Any = second.connection.driver_connection
            raw.execute("PRAGMA busy_timeout=10")
            with pytest.raises(OperationalError, match="locked"):
                second.exec_driver_sql("SELECT 1")
            raw.execute("PRAGMA busy_timeout=5000")


def test_names_are_compared_as_people_do(store: Store) -> None:
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT casefold('Äpfel STRASSE ß')").scalar() == "äpfel strasse ss"


def test_no_other_file_is_attached(store: Store, tmp_path: Path) -> None:
    """Seen failing without the authorizer."""
    other = tmp_path / "plain.db"
    for statement in (f"ATTACH DATABASE '{other}' AS other", f"VACUUM INTO '{other}'"):
        with store.writer.connect() as connection, pytest.raises(DatabaseError, match="auth"):
            connection.connection.driver_connection.execute(statement)  # type: ignore[union-attr]
    assert not other.exists()
    with closing(open_vault_database(store.keys, attach=True)) as copying:  # the control
        copying.execute(f"ATTACH DATABASE '{other}' AS other KEY ''")
        copying.execute("CREATE TABLE other.t (x)")
    assert other.exists()


def test_opening_makes_no_file(keys: Keys) -> None:
    """Seen failing without `mode=rw`: an empty journal began where the database was missing."""
    with pytest.raises(OperationalDriverError, match="unable to open"):
        open_vault_database(keys)
    assert not keys.database.exists()


def test_reading_only_makes_no_file_beside(keys: Keys, store: Store) -> None:
    with store.writing() as session:
        session.add(Tag(name="kept"))
    store.close()
    before = sorted(keys.folder.iterdir())
    with closing(open_vault_database(keys, read_only=True)) as connection:
        assert connection.execute("SELECT name FROM tag").fetchall() == [("kept",)]
        with pytest.raises(OperationalDriverError, match="readonly"):
            connection.execute("DELETE FROM tag")
    assert sorted(keys.folder.iterdir()) == before


@pytest.mark.parametrize(
    ("file", "address"),
    [
        (PureWindowsPath("C:/Users/Ada #1/journal.db"), "file:///C:/Users/Ada%20%231/journal.db"),
        (PureWindowsPath("//server/share/journal.db"), "file:////server/share/journal.db"),
        (PurePosixPath("/home/ada/journal?.db"), "file:///home/ada/journal%3F.db"),
    ],
)
def test_a_file_on_a_server_has_an_address_too(file: PurePath, address: str) -> None:
    """Seen failing: SQLite takes the server for an authority, and refuses every one but "localhost"."""
    assert engines._as_uri(file) == address
