"""Long texts carry a digest, and no damaged text is shown."""

import datetime as dt
import hashlib

import pytest
from sqlalchemy import select, text

from workjournal.domain.entity import NotAText, TextDamaged
from workjournal.domain.episode import Episode
from workjournal.domain.keeping import Revision, TextDigest
from workjournal.domain.reflection import Reflection
from workjournal.store.faults import StoreDamaged
from workjournal.store.store import Store

DAY = dt.date(2026, 11, 19)
LONG = "Ünique words about the depot. " * 600


def digests(store: Store) -> dict[str, str]:
    with store.reading() as session:
        return {found.field: found.sha256 for found in session.scalars(select(TextDigest))}


def kept(store: Store, thing: Episode | Reflection) -> None:
    with store.writing() as session:
        session.add(thing)


def test_a_long_text_has_the_digest_of_what_the_database_holds(store: Store) -> None:
    kept(store, Episode(date=DAY, title="Short", story=LONG))
    kept(store, Reflection(date=DAY, method="aar-short", answers={"why": LONG}))
    found = digests(store)
    assert set(found) == {"story", "answers"}
    with store.reading() as session:
        for table, field in (("episode", "story"), ("reflection", "answers")):
            stored = session.execute(text(f"SELECT {field} FROM {table}")).scalar_one()
            assert hashlib.sha256(stored.encode()).hexdigest() == found[field]


def test_it_follows_each_change(store: Store) -> None:
    episode = Episode(date=DAY, title="T", story=LONG)
    kept(store, episode)
    episode.story = LONG + "more"
    kept(store, episode)
    assert digests(store)["story"] == hashlib.sha256((LONG + "more").encode()).hexdigest()
    assert digests(store)["text"] == hashlib.sha256(LONG.encode()).hexdigest()  # of the earlier wording
    episode.story = "Short again"
    kept(store, episode)
    assert "story" not in digests(store)


def test_short_texts_cost_nothing(store: Store) -> None:
    kept(store, Episode(date=DAY, title="T", story="x" * 12 * 1024))
    assert digests(store) == {}
    with store.reading() as session:
        assert session.scalars(select(Revision)).all() == []


def test_a_text_with_nul_is_not_shown(store: Store) -> None:
    """Seen failing with `Text()` for `str`: the NULs of a damaged page came as the text."""
    episode = Episode(date=DAY, title="T", story="whole")
    kept(store, episode)
    with store.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE episode SET story = 'ha' || char(0) || 'lf'")
    with store.reading() as session, pytest.raises(TextDamaged, match="workjournal check"):
        session.get(Episode, episode.id)


def test_a_text_with_nul_is_not_saved_and_stays_in_hand(store: Store) -> None:
    episode = Episode(date=DAY, title="T", story="a\0b")
    with pytest.raises(NotAText, match="NUL"):
        kept(store, episode)
    assert episode.story == "a\0b"
    episode.story = "ab"
    kept(store, episode)


def test_answers_that_cannot_be_read_are_damage(store: Store) -> None:
    kept(store, Reflection(date=DAY, method="aar-short", answers={"why": "x"}))
    with store.writer.begin() as connection:
        connection.exec_driver_sql('UPDATE reflection SET answers = \'{"why": "x\'')
    with pytest.raises(StoreDamaged), store.reading() as session:
        session.scalars(select(Reflection)).all()
