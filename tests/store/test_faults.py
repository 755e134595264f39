"""The environment's faults: each is told as what it is, and none is taken for a bug or for a wrong key."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import event, select

from conftest import Clock
from damage import flip, page_count, schema_pages
from workjournal.domain.episode import Episode
from workjournal.errors import JournalError
from workjournal.store.faults import Busy, ReadOnly, StoreDamaged
from workjournal.store.store import Store
from workjournal.vault.vault import Keys

DAY = dt.date(2026, 11, 19)


def saved(store: Store, **fields: Any) -> None:
    with store.writing() as session:
        session.add(Episode(**{"date": DAY, "title": "A day", **fields}))


def all_of(store: Store) -> list[Episode]:
    with store.reading() as session:
        return list(session.scalars(select(Episode)))


def test_who_waits_too_long_is_told(store: Store, keys: Keys) -> None:
    second = Store.open(keys)
    event.listen(second.writer, "checkout", lambda raw, *_: raw.execute("PRAGMA busy_timeout=10"))
    with store.writing() as session:
        session.add(Episode(date=DAY, title="Slow"))
        session.flush()
        with pytest.raises(Busy):
            saved(second)
    saved(second)
    second.close()


def test_a_vanished_folder_is_told(keys: Keys, store: Store) -> None:
    store.close()
    keys.database.unlink()
    keys.database.mkdir()
    with pytest.raises(ReadOnly):
        Store.open(keys)
    keys.database.rmdir()


def test_damage_found_while_reading_is_told(keys: Keys, store: Store) -> None:
    for number in range(40):
        saved(store, story=f"{number} " * 2000)
    store.close()
    for page in {*range(41, page_count(keys.database) + 1)} - schema_pages(keys):
        flip(keys.database, page)
    damaged = Store.open(keys)
    with pytest.raises(StoreDamaged, match="damaged or its disk is failing"):
        all_of(damaged)
    damaged.engine.dispose()


def test_a_journal_that_cannot_be_made_there_is_told(keys: Keys, clock: Clock) -> None:
    keys.database.symlink_to("/dev/full")
    with pytest.raises(JournalError):
        Store.create(keys, clock)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "\0" * 32),
        ("created_at", "\0" * 26),
        ("date", "\0"),
        ("kind", "nonsense"),
        ("audiences", "everyone"),
    ],
)
def test_a_value_that_is_not_as_it_was_written_is_damage(
    keys: Keys, store: Store, field: str, value: str
) -> None:
    """SQLCipher gives zeros for what it cannot read. Seen failing (a ValueError, told as a bug) without `_is_of_a_row`."""
    saved(store)
    with store.writer.connect() as connection, connection.begin():
        connection.exec_driver_sql(f"UPDATE episode SET {field} = ?", (value,))
    with pytest.raises(StoreDamaged, match="not what was written") as caught:
        all_of(store)
    assert caught.value.__cause__ is None  # which would hold what stands there


def test_a_bug_while_reading_stays_a_bug(store: Store) -> None:
    saved(store)

    def wrong() -> None:
        with store.reading() as session:
            session.scalars(select(Episode)).all()
            int("a bug of ours")

    with pytest.raises(ValueError, match="invalid literal"):
        wrong()
