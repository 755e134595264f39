"""The index over everything that was written: whether it is true, and how it is made anew."""

import json
from collections.abc import Iterator
from contextlib import suppress

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from workjournal.domain.said import said
from workjournal.store.search import DAY

INDEX = "search_words"
_OTHERS = ("malformed", "checksum mismatch")
"""What FTS5 says of an index that does not hold what the texts do."""
_SAID = {
    "reflection": ("answers",),
    "pack": ("asks", "commitments"),
    "skill": ("levels",),
    "own_method": ("prompts",),
}
"""The JSON columns whose texts a thing has in `said` too."""
_FILL = text(
    f"INSERT INTO search_place (id, kind, thing_id) SELECT day * {DAY} + row_number() OVER"  # noqa: S608
    " (PARTITION BY day ORDER BY thing_id), kind, thing_id FROM search_thing"
)
_PLACED = f"SELECT kind, thing_id, id / {DAY} FROM search_place"  # noqa: S608
_WRITTEN = "SELECT kind, thing_id, day FROM search_thing"
_DIFFERING = text(
    f"SELECT count(DISTINCT thing_id) FROM (SELECT * FROM ({_WRITTEN} EXCEPT {_PLACED})"  # noqa: S608
    f" UNION ALL SELECT * FROM ({_PLACED} EXCEPT {_WRITTEN}))"
)
_COMPARE = text(f"INSERT INTO {INDEX} ({INDEX}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
_REBUILD = text(f"INSERT INTO {INDEX} ({INDEX}) VALUES ('rebuild')")  # noqa: S608


def differing(session: Session) -> int:
    """How many things are to be found and have no place, have one of another day, or in vain, or say something else."""
    return int(session.execute(_DIFFERING).scalar_one()) + sum(1 for _ in _unsaid(session))


def _unsaid(session: Session) -> Iterator[tuple[str, str, str]]:
    """The things whose JSON says something else than is kept beside it: table, id and what it says."""
    for table, columns in _SAID.items():
        rows = session.execute(text(f"SELECT id, said, {', '.join(columns)} FROM {table}"))  # noqa: S608
        for thing_id, kept, *values in rows:
            with suppress(ValueError, TypeError):  # damaged, which another check tells
                words = said(*map(json.loads, values))
                if words != kept:
                    yield table, str(thing_id), words


def words_differ(session: Session) -> bool:
    """Whether the words in the index are others than those in the texts; reads all of both, in a session that writes."""
    try:
        session.execute(_COMPARE)
    except DatabaseError as error:
        if not any(words in str(error.orig) for words in _OTHERS):
            raise
        return True
    return False


def make_anew(session: Session) -> None:
    """Fill the index from the texts again, and what JSON texts say before."""
    for table, thing_id, words in list(_unsaid(session)):
        update = text(f"UPDATE {table} SET said = :said WHERE id = :id")  # noqa: S608 - our own tables
        session.execute(update, {"said": words, "id": thing_id})
    session.execute(text("DELETE FROM search_place"))
    session.execute(_FILL)
    session.execute(_REBUILD)


def forget(session: Session) -> None:
    """Write the indexes anew, so that no part of a word that is gone is left in them.

    Deleted words stay in their segments, and the list of where pages begin keeps the beginnings of some, until all is
    merged. One segment alone is not merged, so an empty one is put beside it first.
    """
    for command in (
        f"INSERT INTO {INDEX} (rowid, title, body, note) VALUES (-1, 'x', '', '')",  # noqa: S608
        f"INSERT INTO {INDEX} ({INDEX}) VALUES ('optimize')",  # noqa: S608
        f"INSERT INTO {INDEX} ({INDEX}, rowid, title, body, note) VALUES ('delete', -1, 'x', '', '')",  # noqa: S608
        "INSERT INTO lesson_words (lesson_words) VALUES ('rebuild')",
    ):
        session.execute(text(command))
