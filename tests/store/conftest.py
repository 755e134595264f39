"""A store without the services over it, on keys of its own."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from conftest import PASSPHRASE, Clock, make_keys_cheap
from copies import write
from workjournal.store.engine import open_vault_database
from workjournal.store.store import Store
from workjournal.vault import vault
from workjournal.vault.vault import Keys


@pytest.fixture(scope="session")
def stored_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault whose tables were made once, to be copied."""
    place = tmp_path_factory.mktemp("stored")
    with pytest.MonkeyPatch.context() as patch:
        make_keys_cheap(patch)
        patch.setenv("WORKJOURNAL_CONFIG", str(place / "settings"))
        Store.create(vault.create(place / "vault", PASSPHRASE), Clock()).dispose()
    return place / "vault"


@pytest.fixture
def keys(stored_vault: Path, folder: Path) -> Keys:
    """Of a vault without a database."""
    shutil.copytree(stored_vault, folder)
    made = vault.unlock(folder, PASSPHRASE)
    made.database.unlink()
    return made


@pytest.fixture
def store(stored_vault: Path, keys: Keys, clock: Clock) -> Iterator[Store]:
    shutil.copy(stored_vault / keys.database.name, keys.database)
    made = Store.open(keys, clock)
    yield made
    made.dispose()


@contextmanager
def disk_of(store: Store, pages: int) -> Iterator[None]:
    """Let the database grow to so many pages and no further; SQLite then says what it says on a full disk."""

    def limit(connection: Connection, pages: int = pages) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    event.listen(store.writer, "begin", limit)
    try:
        yield
    finally:
        event.remove(store.writer, "begin", limit)
        with store.writer.connect() as connection:
            connection.connection.driver_connection.execute("PRAGMA max_page_count=4294967294")  # type: ignore[union-attr]
        store.dispose()


def pages(store: Store) -> int:
    """How many pages the database has."""
    with store.reading() as session:
        return int(session.connection().exec_driver_sql("PRAGMA page_count").scalar_one())


@pytest.fixture
def filled(store: Store, keys: Keys) -> Store:
    """With what SQLite has besides plain tables."""
    write(store, 80)
    with closing(open_vault_database(keys)) as connection:
        connection.executescript(
            "CREATE TABLE keyed (a, b, PRIMARY KEY (b, a)) WITHOUT ROWID;"
            "INSERT INTO keyed SELECT title, id FROM episode;"
            "CREATE VIRTUAL TABLE found USING fts5(title, story, content='episode', content_rowid='rowid');"
            "INSERT INTO found(found, rank) VALUES ('secure-delete', 1);"
            "CREATE TRIGGER found_new AFTER INSERT ON episode BEGIN"
            " INSERT INTO found(rowid, title, story) VALUES (new.rowid, new.title, new.story); END;"
            "INSERT INTO found(rowid, title, story) SELECT rowid, title, story FROM episode;"
            "DELETE FROM keyed WHERE a LIKE '%7';"
            "PRAGMA user_version=23;"
            "PRAGMA application_id=42;"
        )
    return store


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "copies"
    folder.mkdir()
    return folder / "copy.db"
