"""Damage is found and named; what a database holds has one digest, and nothing else has the same."""

import datetime as dt
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from conftest import Clock
from damage import PAGE, cut, differing_pages, flip, page_count, put_back, schema_pages
from workjournal.domain.episode import Episode
from workjournal.store.engine import DatabaseUnreadable, open_vault_database
from workjournal.store.integrity import TableDigest, page_damage, table_digests
from workjournal.store.store import Store
from workjournal.vault.vault import Keys

DAY = dt.date(2026, 11, 19)
SECRET = "Halvorsen owes us nineteen pallets"


class Cancelled(Exception):
    """By the test."""


def write(store: Store, count: int, story: str = SECRET) -> None:
    with store.writing() as session:
        session.add_all(Episode(date=DAY, title=f"{SECRET} {n}", story=story * 60) for n in range(count))


@pytest.fixture
def database(keys: Keys, clock: Clock) -> Path:
    """Of a closed journal of some dozen pages."""
    store = Store.create(keys, clock)
    write(store, 60)
    store.close()
    return keys.database


def damage(keys: Keys) -> list[str]:
    """What is found in the closed database."""
    try:
        with closing(open_vault_database(keys)) as connection:
            return page_damage(connection)
    except (DatabaseUnreadable, driver.DatabaseError):
        return ["it cannot be opened"]


def digests(keys: Keys) -> dict[str, TableDigest]:
    with closing(open_vault_database(keys)) as connection:
        return table_digests(connection)


# Damage


def test_a_whole_database_has_no_damage(keys: Keys, database: Path) -> None:
    assert damage(keys) == []


def test_changes_that_still_lie_in_the_log_are_no_damage(keys: Keys, store: Store) -> None:
    write(store, 40)
    assert keys.database.with_name("journal.db-wal").stat().st_size > PAGE
    assert damage(keys) == []
    with store.reading() as session:
        session.connection().exec_driver_sql("SELECT count(*) FROM episode")  # holds the log while it looks
        write(store, 40)
        assert damage(keys) == []


def test_a_program_that_writes_all_the_time_makes_no_false_alarm(keys: Keys, store: Store) -> None:
    done = threading.Event()

    def busy() -> None:
        while not done.is_set():
            write(store, 20)

    writing = threading.Thread(target=busy)
    writing.start()
    try:
        assert [damage(keys) for _ in range(10)] == [[]] * 10
    finally:
        done.set()
        writing.join()


def test_a_bit_in_any_page_is_found_and_the_page_named(keys: Keys, database: Path) -> None:
    """Seen failing with SQLCipher's check left out: then most pages are only "a part that cannot be read"."""
    whole, schema = database.read_bytes(), schema_pages(keys)
    assert page_count(database) > 20 > len(schema)
    for page in range(1, page_count(database) + 1):
        flip(database, page)
        named = "it cannot be opened" if page in schema else f"page {page} of the database is damaged"
        assert damage(keys) == [named]
        database.write_bytes(whole)


def test_a_file_that_was_cut_off_is_found(keys: Keys, database: Path) -> None:
    whole = database.read_bytes()
    for size in (1, PAGE // 2, PAGE, 3 * PAGE, 3 * PAGE + 100):
        cut(database, size)
        assert damage(keys) != [], size
        database.write_bytes(whole)
    for more in (b"x", bytes(PAGE), whole[:PAGE]):
        database.write_bytes(whole + more)
        assert damage(keys) != [], len(more)
        database.write_bytes(whole)


def test_pages_that_changed_places_are_found(keys: Keys, database: Path) -> None:
    whole = database.read_bytes()
    one, other = (whole[page * PAGE : (page + 1) * PAGE] for page in (4, 9))
    database.write_bytes(whole.replace(one, bytes(PAGE)).replace(other, one).replace(bytes(PAGE), other))
    assert damage(keys) == ["page 5 of the database is damaged", "page 10 of the database is damaged"]


def test_an_older_page_put_back_shows_in_the_checks_or_in_the_digests(keys: Keys, database: Path) -> None:
    """SQLCipher's own check finds none of them. Seen failing with digests over the row counts alone."""
    older = database.read_bytes()
    store = Store.open(keys)
    with store.writing() as session:
        for episode in session.query(Episode):
            episode.story, episode.title = episode.story.upper(), episode.title.upper()
        write_tail = [Episode(date=DAY, title=f"More {n}", story="x" * 3000) for n in range(20)]
        session.add_all(write_tail)
    store.close()
    whole, holds = database.read_bytes(), digests(keys)
    by_checks = by_digests = 0
    for page in differing_pages(older, whole):
        put_back(database, older, page)
        if damage(keys):
            by_checks += 1
        elif digests(keys) != holds:
            by_digests += 1
        database.write_bytes(whole)
    assert by_checks > 0
    assert by_digests > 0


def test_references_to_nothing_are_named(keys: Keys, database: Path) -> None:
    with closing(open_vault_database(keys)) as connection:
        connection.execute("PRAGMA foreign_keys=off")
        connection.executemany(
            "INSERT INTO goal_skill VALUES (?, ?)", [("a" * 32, "b" * 32), ("c" * 32, "d" * 32)]
        )
    assert damage(keys) == [
        "2 rows of goal_skill point at a skill that is not there",
        "2 rows of goal_skill point at a goal that is not there",
    ]


def test_an_index_that_lost_rows_is_named_once(keys: Keys, database: Path) -> None:
    with closing(open_vault_database(keys)) as connection:
        connection.execute("PRAGMA writable_schema=on")
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, '(kind,', '(title,') WHERE name = 'ix_episode_kind'"
        )
    assert damage(keys) == ["the index ix_episode_kind does not list every row"]


def test_no_finding_holds_a_text(keys: Keys, database: Path) -> None:
    whole = database.read_bytes()
    store = Store.open(keys)
    with store.writing() as session:
        for episode in session.query(Episode):
            session.delete(episode)
    write(store, 30, "other")
    store.close()
    newer = database.read_bytes()
    for page in differing_pages(whole, newer):
        put_back(database, whole, page)
        assert not [found for found in damage(keys) if "Halvorsen" in found]
        database.write_bytes(newer)


# Digests


@pytest.fixture
def plain() -> Iterator[Any]:
    """Digests are of rows, so any SQLite does."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE one (a, b)")
        yield connection


def test_values_that_look_alike_have_digests_of_their_own(plain: Any) -> None:
    values = [None, "", b"", 0, 0.0, "0", b"0", 1, 1.0, "1", "n", "a\0", "a", "a\0b", "ab", -1, 1e300, 2**62]
    seen = set()
    for value in values:
        for pair in ((value, "x"), ("x", value)):
            plain.execute("DELETE FROM one")
            plain.execute("INSERT INTO one VALUES (?, ?)", pair)
            seen.add(table_digests(plain)["one"])
    assert len(seen) == 2 * len(values)


def test_where_one_value_ends_belongs_to_the_digest(plain: Any) -> None:
    seen = set()
    for pair in (("ab", "c"), ("a", "bc"), ("abc", ""), ("", "abc")):
        plain.execute("DELETE FROM one")
        plain.execute("INSERT INTO one VALUES (?, ?)", pair)
        seen.add(table_digests(plain)["one"])
    assert len(seen) == 4


def test_a_text_that_is_no_text_has_a_digest_and_later_reads_as_before(plain: Any) -> None:
    plain.execute("INSERT INTO one VALUES (CAST(x'ff41' AS TEXT), 1)")
    before = table_digests(plain)["one"]
    plain.execute("UPDATE one SET a = CAST(x'fe41' AS TEXT)")
    assert table_digests(plain)["one"] != before
    assert plain.text_factory is str


def test_every_ordinary_table_has_one_and_no_other(plain: Any) -> None:
    plain.executescript(
        "CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, x);"
        "INSERT INTO counted (x) VALUES (1);"
        "CREATE TABLE keyed (a, b, PRIMARY KEY (b, a)) WITHOUT ROWID;"
        "CREATE VIRTUAL TABLE found USING fts5(x);"
        "CREATE INDEX by_a ON one (a);"
        "ANALYZE;"
    )
    shadows = {f"found_{part}" for part in ("config", "content", "data", "docsize", "idx")}
    assert set(table_digests(plain)) == {"one", "counted", "keyed", *shadows}


def test_rows_have_one_order_however_they_came(plain: Any) -> None:
    plain.execute("CREATE TABLE keyed (a, b, PRIMARY KEY (b, a)) WITHOUT ROWID")
    rows = [(a, b) for a in range(30) for b in "xyz"]
    plain.executemany("INSERT INTO keyed VALUES (?, ?)", rows)
    before = table_digests(plain)["keyed"]
    plain.execute("DELETE FROM keyed")
    plain.executemany("INSERT INTO keyed VALUES (?, ?)", reversed(rows))
    assert table_digests(plain)["keyed"] == before
    assert before.rows == 90


def test_a_rows_number_belongs_to_it_where_something_may_refer_to_it(plain: Any) -> None:
    plain.executescript(
        "CREATE TABLE named (a PRIMARY KEY); INSERT INTO named VALUES ('x'); INSERT INTO one VALUES (1, 2)"
    )
    before = table_digests(plain)
    plain.executescript("UPDATE named SET rowid = 7; UPDATE one SET rowid = 7")
    assert table_digests(plain)["named"] != before["named"]
    assert table_digests(plain)["one"] == before["one"]


# Waiting


@pytest.mark.parametrize("work", [page_damage, table_digests])
def test_the_work_can_be_given_up_at_every_report(
    keys: Keys, database: Path, work: Callable[..., object]
) -> None:
    with closing(open_vault_database(keys)) as connection:
        said: list[float] = []
        work(connection, lambda fraction, _text: said.append(fraction))
        assert said == sorted(said)
        assert said[-1] == 1.0
        for stop in range(len(said)):
            left = iter(range(stop))

            def report(_fraction: float, _text: str, left: Iterator[int] = left) -> None:
                if next(left, None) is None:
                    raise Cancelled

            with pytest.raises(Cancelled):
                work(connection, report)
        assert page_damage(connection) == []  # the connection is as good as before
