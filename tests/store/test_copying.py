"""A copy is one only after it was opened and compared. The faults of SQLCipher that ask for each step are shown here."""

import os
import stat
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from copies import KEY, SALT, write
from damage import PAGE, cut, flip, page_count, put_back, schema_pages
from workjournal.errors import JournalError
from workjournal.store import integrity
from workjournal.store.copying import (
    copy_rekeyed,
    copy_verified,
)
from workjournal.store.engine import DatabaseUnreadable, open_raw, open_vault_database
from workjournal.store.integrity import page_damage, table_digests
from workjournal.store.store import Store
from workjournal.vault.vault import Keys


def copied(keys: Keys, target: Path) -> Any:
    return closing(open_raw(target, keys.database_key, keys.database_salt, PAGE, read_only=True))


def is_alike(one: Any, other: Any) -> bool:
    """Rows, declarations, numbers; and the search index still finds by row."""
    hits = (
        "SELECT e.title FROM found JOIN episode e ON e.rowid = found.rowid WHERE found MATCH 'day' ORDER BY 1"
    )
    declared = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2"
    questions = (hits, declared, "PRAGMA user_version", "PRAGMA application_id", "SELECT * FROM keyed")
    assert len(one.execute(hits).fetchall()) >= 80
    assert table_digests(one) == table_digests(other)
    return all(one.execute(asked).fetchall() == other.execute(asked).fetchall() for asked in questions)


# A copy under the same key


def test_a_copy_holds_all_there_is(filled: Store, keys: Keys, target: Path) -> None:
    digests = copy_verified(filled, target)
    with copied(keys, target) as copy, closing(open_vault_database(keys)) as source:
        assert is_alike(copy, source)
        assert page_damage(copy) == []
        assert table_digests(copy) == digests
    assert digests["episode"].rows == 80
    assert [file.name for file in target.parent.iterdir()] == ["copy.db"]
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_copy_of_a_journal_opened_for_reading(filled: Store, keys: Keys, target: Path) -> None:
    filled.close()
    reading = Store.open(keys, read_only=True)
    digests = copy_verified(reading, target)
    reading.close()
    assert digests["episode"].rows == 80


def test_without_the_page_size_nobody_could_open_the_copy(keys: Keys, store: Store, target: Path) -> None:
    """The fault of VACUUM INTO that `_vacuum` is written around: the copy's pages are of the library's own size."""
    with closing(open_vault_database(keys, attach=True)) as source:
        source.execute("PRAGMA cipher_default_page_size=4096")
        source.execute("VACUUM INTO ?", (str(target),))
    with pytest.raises((DatabaseUnreadable, driver.DatabaseError)), copied(keys, target):
        pass


def test_what_is_written_meanwhile_is_in_the_copy_or_not_but_never_half(
    filled: Store, keys: Keys, target: Path
) -> None:
    """Seen failing with a single attempt that takes no lock: CopyDiffers."""
    done = threading.Event()

    def busy() -> None:
        while not done.is_set():
            write(filled, 3)

    writing = threading.Thread(target=busy)
    writing.start()
    try:
        digests = copy_verified(filled, target)
    finally:
        done.set()
        writing.join()
    with copied(keys, target) as copy:
        assert table_digests(copy) == digests
    assert digests["episode"].rows % 3 == 80 % 3


def test_nobody_can_write_during_the_last_attempt(
    filled: Store, keys: Keys, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who writes at each step of each copying. Seen failing without the lock: CopyDiffers."""
    monkeypatch.setattr(integrity, "STEPS_BETWEEN_REPORTS", 200)
    said: list[str] = []
    with closing(open_vault_database(keys)) as other:
        other.execute("PRAGMA busy_timeout=0")

        def report(_fraction: float, text: str) -> None:
            if text == "Copying":
                try:
                    other.execute("UPDATE episode SET version = version + 1")
                    said.append("written")
                except driver.OperationalError as error:
                    said.append(str(error))

        digests = copy_verified(filled, target, report)
    with copied(keys, target) as copy:
        assert table_digests(copy) == digests
    assert set(said) == {"written", "database is locked"}


# A damaged source


@pytest.fixture
def closed(filled: Store, keys: Keys) -> Path:
    filled.close()
    return keys.database


def refusal(keys: Keys, target: Path) -> str:
    """How both kinds of copying refuse a damaged source; nothing is left by either."""
    said = []
    copies: list[Callable[[Store], object]] = [
        lambda store: copy_verified(store, target),
        lambda store: copy_rekeyed(store, target, KEY, SALT, PAGE),
    ]
    for copy in copies:
        store = Store(keys)
        try:
            with pytest.raises(JournalError) as caught:
                copy(store)
        finally:
            store.dispose()
        said.append(type(caught.value).__name__)
        assert list(target.parent.iterdir()) == []
    return " ".join(sorted(set(said)))


def test_a_source_with_a_bit_turned_anywhere_is_refused(keys: Keys, closed: Path, target: Path) -> None:
    """Seen failing without the check of the source: then it is told as if the copy's disk were to blame."""
    whole, schema = closed.read_bytes(), schema_pages(keys)
    for page in range(1, page_count(closed) + 1, 3):
        flip(closed, page)
        # Those that hold the list of tables are missed before anything can be checked.
        expected = {"DatabaseUnreadable"} if page in schema else {"SourceDamaged", "StoreDamaged"}
        assert refusal(keys, target) in expected, page
        closed.write_bytes(whole)


def test_a_source_cut_off_is_refused(keys: Keys, closed: Path, target: Path) -> None:
    whole = closed.read_bytes()
    for size in (100, PAGE, 5 * PAGE):
        cut(closed, size)
        assert refusal(keys, target) in {"SourceDamaged", "StoreDamaged", "DatabaseUnreadable"}, size
        closed.write_bytes(whole)


def test_a_source_with_an_older_page_of_an_index_is_refused(keys: Keys, closed: Path, target: Path) -> None:
    older = closed.read_bytes()
    store = Store.open(keys)
    with closing(open_vault_database(keys)) as connection:
        root = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'ix_lesson_date'"
        ).fetchone()[0]
        connection.execute(
            "INSERT INTO lesson (id, created_at, changed_at, version, date, text, detail, trigger, state, audiences)"
            " VALUES ('1', '', '', 1, '2026-11-19', 'x', 'y', '', '', '')"
        )
    store.close()
    put_back(closed, older, root)
    assert refusal(keys, target) == "SourceDamaged"


def test_backup_copies_damage_without_a_word(keys: Keys, closed: Path, target: Path) -> None:
    """The fault of SQLCipher for which backup() is never used, and which one release may mend."""
    target.touch()
    silent = 0
    for page in range(5, page_count(closed)):
        whole = closed.read_bytes()
        content = bytearray(whole)
        content[(page - 1) * PAGE + 9000] ^= 1
        closed.write_bytes(content)
        with closing(open_vault_database(keys)) as source:
            target.write_bytes(b"")
            with closing(open_raw(target, keys.database_key, keys.database_salt, PAGE)) as copy:
                try:
                    source.backup(copy)
                    silent += not copy.execute("PRAGMA cipher_integrity_check").fetchall()
                except driver.DatabaseError:
                    pass
        closed.write_bytes(whole)
        if silent:
            break
    assert silent


# A copy under another key


def test_a_rekeyed_copy_holds_all_there_is(filled: Store, keys: Keys, target: Path) -> None:
    digests = copy_rekeyed(filled, target, KEY, SALT, PAGE)
    with (
        closing(open_raw(target, KEY, SALT, PAGE)) as copy,
        closing(open_vault_database(keys)) as source,
    ):
        assert is_alike(copy, source)
        assert table_digests(copy) == digests
        copy.execute("INSERT INTO found(found) VALUES ('integrity-check')")
        assert page_damage(copy) == []
    assert target.read_bytes()[:16] == SALT
    assert [file.name for file in target.parent.iterdir() if file.name.startswith(".")] == []


def test_a_rekeyed_copy_opens_by_the_new_key_alone(filled: Store, keys: Keys, target: Path) -> None:
    copy_rekeyed(filled, target, KEY, SALT, PAGE)
    for key, salt in ((keys.database_key, keys.database_salt), (keys.database_key, SALT)):
        with pytest.raises(DatabaseUnreadable):
            open_raw(target, key, salt, PAGE)
    with closing(open_vault_database(keys)) as source:
        assert page_damage(source) == []  # the old one still opens by the old key


def test_a_rekeyed_copy_by_a_connection_of_ones_own(filled: Store, keys: Keys, target: Path) -> None:
    with closing(open_vault_database(keys, attach=True)) as source:
        for page_size in (PAGE, 8192):
            copy = target.with_name(f"{page_size}.db")
            assert copy_rekeyed(source, copy, KEY, SALT, page_size) == table_digests(source)
        attached = source.execute("SELECT name FROM pragma_database_list").fetchall()
        assert ("copy",) not in attached


def test_a_rekeyed_copy_is_of_one_moment(filled: Store, target: Path) -> None:
    """Seen failing without the transaction around the export: CopyDiffers."""
    done = threading.Event()

    def busy() -> None:
        while not done.is_set():
            write(filled, 3)

    writing = threading.Thread(target=busy)
    writing.start()
    try:
        digests = copy_rekeyed(filled, target, KEY, SALT, PAGE)
    finally:
        done.set()
        writing.join()
    assert digests["episode"].rows % 3 == 80 % 3
