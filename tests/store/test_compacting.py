"""Writing the database anew: nothing of what was deleted is left, and nothing of what was not is lost."""

import random
import re
import resource
from contextlib import closing

import pytest
from sqlalchemy import text

from e2e.pages import decrypted
from workjournal.errors import JournalError
from workjournal.store import engine
from workjournal.store.compacting import rewrite
from workjournal.store.engine import open_vault_database
from workjournal.store.faults import Busy
from workjournal.store.store import Store
from workjournal.vault.vault import Keys

NAME = re.compile(rb"name\d{5}x\d{6}")
ROWS = 3000


def labels(keys: Keys, seed: int) -> tuple[set[bytes], set[bytes]]:
    """Fill a table whose rows move between pages, delete half of it; the names that are there and those that are not."""
    chance = random.Random(seed)
    names = [f"name{number:05}x{chance.randrange(10**6):06}" for number in range(ROWS)]
    chance.shuffle(names)
    connection = open_vault_database(keys)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("CREATE TABLE label (id TEXT PRIMARY KEY, name TEXT UNIQUE, note TEXT)")
    for number, name in enumerate(names):
        connection.execute(
            "INSERT INTO label VALUES (?, ?, ?)", (f"{number:08}", name, name * chance.randrange(30))
        )
    for number in chance.sample(range(ROWS), ROWS // 2):
        longer = names[number] * chance.randrange(80)
        connection.execute("UPDATE label SET note = ? WHERE id = ?", (longer, f"{number:08}"))
    connection.execute("COMMIT")
    gone = chance.sample(range(ROWS), ROWS // 2)
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("DELETE FROM label WHERE id = ?", [(f"{number:08}",) for number in gone])
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    kept = {row[0].encode() for row in connection.execute("SELECT name FROM label")}
    connection.close()
    return kept, {names[number].encode() for number in gone}


def lying_in(keys: Keys) -> set[bytes]:
    """The names that lie anywhere in the database's pages."""
    return set(NAME.findall(b"".join(decrypted(keys.database, keys.database_key))))


def names(keys: Keys) -> set[bytes]:
    with closing(open_vault_database(keys)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return {row[0].encode() for row in connection.execute("SELECT name FROM label")}


@pytest.mark.parametrize("seed", range(4))
def test_nothing_deleted_is_left(store: Store, keys: Keys, seed: int) -> None:
    """With the control in it: `secure_delete` alone, which is on, leaves some."""
    kept, gone = labels(keys, seed)
    assert lying_in(keys) & gone, "if SQLite has learnt to clear the gaps, `rewrite` may go"
    rewrite(keys)
    assert lying_in(keys) == names(keys) == kept
    assert not (size := keys.database.with_name("journal.db-wal").stat().st_size), size


def test_who_has_it_open_goes_on(store: Store, keys: Keys) -> None:
    kept, _ = labels(keys, 1)
    with store.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM label")) == len(kept)
    rewrite(keys)
    for opened in (store.reading(), store.writing()):
        with opened as session:
            assert session.scalar(text("SELECT count(*) FROM label")) == len(kept)


def test_who_reads_or_writes_meanwhile_is_not_disturbed(
    store: Store, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, _ = labels(keys, 1)
    settings = tuple(setting.replace("=5000", "=50") for setting in engine.SETTINGS)
    monkeypatch.setattr(engine, "SETTINGS", settings)
    for opened in (store.reading(), store.writing()):
        with opened as session:
            session.scalar(text("SELECT count(*) FROM label"))
            with pytest.raises(Busy):
                rewrite(keys)
            assert session.scalar(text("SELECT count(*) FROM label")) == len(kept)
    rewrite(keys)
    assert lying_in(keys) == names(keys) == kept


def test_a_full_disk_loses_nothing(store: Store, keys: Keys) -> None:
    kept, _ = labels(keys, 1)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (keys.database.stat().st_size // 3, hard))
    try:
        with pytest.raises(JournalError):
            rewrite(keys)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert names(keys) == kept
    rewrite(keys)
    assert lying_in(keys) == kept
