"""The index over the words of lessons, kept by triggers (migrations/versions/0003_lessons.py): which fit a text best."""

from collections.abc import Collection, Sequence
from itertools import islice
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

TABLE = "lesson_words"
_RANKED = text(
    # The trigger says when a lesson is wanted, so its words weigh most; the first column is the id.
    f"SELECT id, bm25({TABLE}, 0, 1.0, 1.5, 0.5) AS fit FROM {TABLE} WHERE {TABLE} MATCH :words ORDER BY fit LIMIT :most"  # noqa: S608
)

_LISTED = "id, text, trigger, detail"
_DIFFERING = text(
    f"SELECT id FROM (SELECT {_LISTED} FROM lesson EXCEPT SELECT {_LISTED} FROM {TABLE})"  # noqa: S608
    f" UNION SELECT id FROM (SELECT {_LISTED} FROM {TABLE} EXCEPT SELECT {_LISTED} FROM lesson)"
)


def differing(session: Session) -> int:
    """Of how many lessons the index holds other words than they have, or none, or too many."""
    return len(session.execute(_DIFFERING).all())


def make_anew(session: Session) -> None:
    """Fill the index from the lessons again."""
    session.execute(text(f"DELETE FROM {TABLE}"))  # noqa: S608
    session.execute(text(f"INSERT INTO {TABLE} ({_LISTED}) SELECT {_LISTED} FROM lesson"))  # noqa: S608


def closest(
    session: Session, words: Sequence[str], most: int, without: Collection[UUID] = ()
) -> dict[UUID, float]:
    """Up to `most` lessons with any of these words, the best first, and how well each fits (more is better, above 0).

    The ranking is BM25 as SQLite's FTS5 has it; retired lessons and those in the trash are among them, unless they are
    among those to do `without`.
    """
    if not words:
        return {}
    wanted = " OR ".join(f'"{word}"' for word in words)
    rows = session.execute(_RANKED, {"words": wanted, "most": most + len(without)})
    found = ((UUID(lesson_id), -fit) for lesson_id, fit in rows)
    return dict(islice((each for each in found if each[0] not in without), most))
