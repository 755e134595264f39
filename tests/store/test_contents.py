"""What a copy tells of itself, of whatever schema it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from workjournal.store import contents
from workjournal.store.contents import Entry


@pytest.fixture
def old() -> Iterator[Any]:
    """A database of a schema that knew episodes and reflections, and no files outside."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(
            "CREATE TABLE episode (id, title, version, changed_at, trashed_at);"
            "CREATE TABLE reflection (id, answers, version, changed_at, trashed_at);"
            "CREATE TABLE alembic_version (version_num);"
            "INSERT INTO alembic_version VALUES ('0001');"
            "INSERT INTO episode VALUES ('a1', 'Moved  the\ndepot', 3, 'then', NULL), ('a2', 'x', 1, '', 'now');"
        )
        yield connection


def test_an_older_schema_is_told_about(old: Any) -> None:
    assert contents.schema(old) == "0001"
    assert contents.session(old) == 0
    assert contents.object_keys(old) == {}
    assert contents.counts(old) == {"episode": 1, "reflection": 0}
    assert list(contents.entries(old)) == [Entry("episode", "a1", "Moved the depot", "3 then")]


def test_a_reflection_is_called_by_its_first_answer(old: Any) -> None:
    answers = ('{"what": " ", "why": "Too\\nlate"}', "{}")
    old.executemany("INSERT INTO reflection VALUES (?, ?, 1, '', NULL)", enumerate(answers))
    titles = [entry.title for entry in contents.entries(old) if entry.kind == "reflection"]
    assert sorted(titles) == ["", "Too late"]
