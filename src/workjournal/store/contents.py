"""What a database holds, for a person: how many of each kind, what they are called, which files belong to it.

Read by a connection of the driver, so that a copy of an older schema can be told about too.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_TITLES = {
    "episode": "title",
    "reflection": "answers",
    "lesson": "text",
    "goal": "title",
    "action": "text",
    "attachment": "name",
    "pack": "period_start || ' – ' || period_end",
    "person": "name",
    "skill": "name",
    "tag": "name",
    "own_method": "name",
    "measure": "name",
    "reading": "value || ', ' || date",
    "marked_change": "text",
    "check_in": "date || ' ' || changed",
    "skill_rating": "level || ', ' || date",
    "credential": "name",
    "role_profile": "name",
    "role_target": "level",
    "pulse": "date",
}
KINDS = tuple(_TITLES)
"""The nouns of what is counted and named, the most telling one first; each is a table's name."""


@dataclass(frozen=True)
class Entry:
    """A thing as it stands in a database: its noun, what it is called in one line, and what changes with each save."""

    kind: str
    id: str
    title: str
    saved: str


def counts(connection: Any) -> dict[str, int]:
    """How many things of each kind there are, without those in the trash."""
    there = _tables(connection)
    asked = "SELECT count(*) FROM {} WHERE trashed_at IS NULL"
    return {
        kind: int(connection.execute(asked.format(kind)).fetchone()[0]) for kind in KINDS if kind in there
    }


def entries(connection: Any) -> Iterator[Entry]:
    """Everything there is but what lies in the trash."""
    there = _tables(connection)
    for kind, title in _TITLES.items():
        if kind in there:
            asked = f"SELECT id, {title}, version, changed_at FROM {kind} WHERE trashed_at IS NULL ORDER BY id DESC"  # noqa: S608
            for thing_id, words, version, changed_at in connection.execute(asked):
                yield Entry(kind, str(thing_id), _one_line(kind, words), f"{version} {changed_at}")


def object_keys(connection: Any) -> dict[str, bytes]:
    """The key of each attachment that lies in a file of its own, by the file's name; of those in the trash too."""
    if not connection.execute(
        "SELECT 1 FROM pragma_table_info('attachment') WHERE name = 'object_id'"
    ).fetchone():
        return {}  # a schema in which all lay in the database
    asked = "SELECT object_id, object_key FROM attachment WHERE object_id IS NOT NULL"
    return {str(name): bytes(key or b"") for name, key in connection.execute(asked)}


def schema(connection: Any) -> str:
    """The id of the schema."""
    return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def session(connection: Any) -> int:
    """How many writing sessions the database has counted; 0 where it did not count yet."""
    if "vault_state" not in _tables(connection):
        return 0
    return int(connection.execute("SELECT session FROM vault_state").fetchone()[0])


def _tables(connection: Any) -> set[str]:
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {str(name) for (name,) in rows}


def _one_line(kind: str, words: object) -> str:
    text = str(words)
    if kind == "reflection":
        answers = json.loads(text)
        text = next((answer for answer in answers.values() if answer.strip()), "")
    return " ".join(text.split())
