"""A store without the services over it, on keys of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from conftest import PASSPHRASE, Clock
from workjournal.store.store import Store
from workjournal.vault import vault
from workjournal.vault.vault import Keys


@pytest.fixture
def keys(folder: Path) -> Keys:
    """Of a vault without a database."""
    return vault.create(folder, PASSPHRASE)


@pytest.fixture
def store(keys: Keys, clock: Clock) -> Iterator[Store]:
    made = Store.create(keys, clock)
    yield made
    made.engine.dispose()


@contextmanager
def disk_of(store: Store, pages: int) -> Iterator[None]:
    """Let the database grow to so many pages and no further; SQLite then says what it says on a full disk."""

    def limit(connection: Connection, pages: int = pages) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    event.listen(store.engine, "begin", limit)
    try:
        yield
    finally:
        event.remove(store.engine, "begin", limit)
        with store.engine.connect() as connection:
            connection.connection.driver_connection.execute("PRAGMA max_page_count=4294967294")  # type: ignore[union-attr]
        store.engine.dispose()


def pages(store: Store) -> int:
    """How many pages the database has."""
    with store.reading() as session:
        return int(session.connection().exec_driver_sql("PRAGMA page_count").scalar_one())
