"""What the tests of salvaging share: a database to damage, ways to damage it, and what must come over."""

import datetime as dt
import hashlib
from collections.abc import Callable
from contextlib import closing
from typing import Any

import sqlcipher3.dbapi2 as driver

from damage import schema_pages
from workjournal.domain.attachment import Attachment
from workjournal.domain.episode import Episode
from workjournal.domain.label import Tag
from workjournal.store.engine import open_raw, open_vault_database
from workjournal.store.patching import HOLE, MARK
from workjournal.store.salvaged import Salvaged
from workjournal.store.store import Store
from workjournal.vault.vault import Keys

DAY = dt.date(2026, 11, 19)
PAGE = 16384
OWN = ("alembic_version", "vault_state")
EPISODES = 120


def fill(store: Store) -> None:
    """Enough for a few hundred pages: short rows, many to a page, and long ones that run over several."""
    with store.writing() as session:
        for number in range(EPISODES):
            episode = Episode(date=DAY, title=f"Day {number}", story=f"{number} pallets " * 300)
            episode.tags = [Tag(name=f"tag {number}")]
            session.add(episode)
            session.flush()  # the file's episode is there before it
            if number % 10 == 0:
                content = f"{number} ".encode() * 12_000
                session.add(
                    Attachment(
                        episode_id=episode.id,
                        name="n",
                        media_type="t",
                        size=len(content),
                        sha256=sha256(content),
                        content=content,
                    )
                )


def opener(keys: Keys) -> Callable[[], Any]:
    return lambda: open_vault_database(keys, read_only=True)


def quiet(_fraction: float, _text: str) -> None:
    pass


def rows(connection: Any, table: str) -> dict[int, Any]:
    return {row[0]: row for row in connection.execute(f"SELECT rowid, * FROM {table}")}


def flip(keys: Keys, page: int, offset: int = 8000) -> None:
    content = bytearray(keys.database.read_bytes())
    content[(page - 1) * PAGE + offset] ^= 1
    keys.database.write_bytes(content)


def emptied(connection: Any) -> None:
    connection.execute("PRAGMA foreign_keys=off")
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")


TABLES = ("episode_tag", "attachment", "text_digest", "tag", "episode")


def kept_and_lost(done: Salvaged, before: dict[str, dict[int, Any]], target: Any) -> int:
    """Every row is there as it was, but for fields named as damaged, or named as lost; returns how many are lost."""
    lost = 0
    changed = {(text.table, text.thing_id, text.field) for text in done.damaged}
    for table, rows_before in before.items():
        columns = ["rowid", *(row[1] for row in target.execute(f"PRAGMA table_info({table})"))]
        after = rows(target, table)
        removed = {orphan.rowid for orphan in done.orphans if orphan.removed and orphan.table == table}
        named = {
            rowid
            for loss in done.lost
            if loss.table == table
            for rowid in rows_before
            if isinstance(loss.first, int) and isinstance(loss.last, int) and loss.first <= rowid <= loss.last
        }
        for rowid, row in rows_before.items():
            assert rowid in after or rowid in named or rowid in removed, (table, rowid)
            if rowid in after and table != "episode_tag":  # its time is the episode's, by a trigger
                thing = dict(zip(columns, row, strict=True))
                for column, now in zip(columns, after[rowid], strict=True):
                    known = (table, thing.get("id"), column) in changed or sha256(now) != thing.get("sha256")
                    assert now == thing[column] or (known and is_marked(column, now)), (table, rowid, column)
        assert after.keys() <= rows_before.keys()
        lost += len(rows_before.keys() - after.keys())
    return lost


def is_marked(column: str, value: object) -> bool:
    """Whether something that is not as it was shows it: never another text that looks well."""
    if column in {"created_at", "changed_at", "version"}:
        return True
    return value is None or value == "" or not isinstance(value, str) or MARK in value or HOLE in value


def sha256(content: object) -> str:
    return hashlib.sha256(content).hexdigest() if isinstance(content, bytes) else ""


def leaf_of(keys: Keys, table: str, rowid: int) -> int:
    """A page without which a row cannot be read though others of its table can; found by trying."""
    intact = keys.database.read_bytes()
    pages: set[int] = {*range(1, len(intact) // PAGE + 1)} - schema_pages(keys)
    for page in pages:
        flip(keys, page)
        read = []
        for wanted in (rowid, 1 if rowid > 60 else EPISODES):
            with closing(opener(keys)()) as connection:
                try:
                    query = f"SELECT * FROM {table} NOT INDEXED WHERE rowid = ?"
                    read.append(bool(connection.execute(query, (wanted,)).fetchall()))
                except driver.Error:
                    read.append(False)
        keys.database.write_bytes(intact)
        if read == [False, True]:
            return page
    raise AssertionError


def make_table(keys: Keys, name: str, columns: str, options: str = "") -> Any:
    """A database with one table, and the connection that made it."""
    keys.database.touch()
    connection = open_raw(keys.database, keys.database_key, keys.database_salt, keys.header.page_size)
    connection.execute("PRAGMA journal_mode=delete")
    connection.execute(f"CREATE TABLE {name} ({columns}) {options}")
    return connection


def change_behind(keys: Keys, statement: str, *values: object) -> None:
    """As damage does that no check sees: past the program's own digests."""
    with closing(open_vault_database(keys)) as connection:
        connection.execute("PRAGMA foreign_keys=off")
        assert connection.execute(statement, values).rowcount
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
