"""The index over everything that was written: kept by triggers, through every change, rewrite and rollback."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql

from store.searched import KINDS, found, kept, shadows, true
from workjournal.domain.entity import Entity
from workjournal.domain.episode import Episode
from workjournal.domain.query import THINGS, parse
from workjournal.domain.reflection import Reflection
from workjournal.store import search
from workjournal.store import search_upkeep as upkeep
from workjournal.store.compacting import rewrite
from workjournal.store.search_words import MixedWords
from workjournal.store.store import Store
from workjournal.vault.vault import Keys

DAY = dt.date(2026, 11, 19)


def changed(store: Store, thing: Entity, **fields: Any) -> None:
    with store.writing() as session:
        session.add(thing)
        for name, value in fields.items():
            setattr(thing, name, value)


def numbers(store: Store) -> dict[UUID, int]:
    with store.reading() as session:
        rows = session.execute(sql("SELECT thing_id, id FROM search_place"))
        return {UUID(thing_id): number for thing_id, number in rows}


def test_every_sort_of_thing_is_tried_here() -> None:
    assert {noun.__tablename__ for noun, _, _ in KINDS.values()} == set(THINGS.values())
    assert set(KINDS) == set(THINGS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_text_of_a_thing_is_found_and_follows_its_changes(store: Store, kind: str) -> None:
    """Seen failing without the trigger of a change, and with a column left out of it."""
    for field in KINDS[kind][2]:
        thing = kept(store, kind, **{field: "Depotto"})
        assert found(store, f"kind:{kind} depotto") == {thing.id}, field
        changed(store, thing, **{field: KINDS[kind][1].get(field, "") or "Pallets"})
        assert found(store, "depotto") == set(), field
        with store.writing() as session:
            session.delete(session.get_one(type(thing), thing.id))
        assert found(store, f"kind:{kind}") == set(), field
        assert true(store)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_in_the_trash_is_not_found_and_comes_back(store: Store, kind: str) -> None:
    thing = kept(store, kind, **{KINDS[kind][2][0]: "Depotto"})
    changed(store, thing, trashed_at=store.clock())
    assert found(store, "depotto") == set()
    assert true(store)
    changed(store, thing, trashed_at=None)
    assert found(store, "depotto") == {thing.id}
    assert true(store)


@pytest.mark.parametrize(
    ("kind", "owner"),
    [
        ("attachment", "episode"),
        ("check-in", "goal"),
        ("forecast", "goal"),
        ("recall", "lesson"),
        ("rating", "skill"),
        ("credential", "skill"),
        ("reading", "measure"),
        ("need", "profile"),
    ],
)
def test_what_belongs_to_a_thing_is_found_while_that_is(store: Store, kind: str, owner: str) -> None:
    """Seen failing without the triggers that follow an owner."""
    things = [kept(store, kind, **{KINDS[kind][2][0]: f"Depotto {number}"}) for number in range(3)]
    noun = KINDS[owner][0]
    with store.reading() as session:
        above = session.get_one(noun, getattr(things[0], f"{'profile' if kind == 'need' else owner}_id"))
    changed(store, things[2], trashed_at=store.clock())
    changed(store, above, trashed_at=store.clock())
    assert found(store, "depotto") & {things[0].id, things[2].id} == set()
    assert true(store)
    changed(store, above, trashed_at=None)
    assert found(store, "depotto") >= {things[0].id}
    assert things[2].id not in found(store, "depotto")
    assert true(store)


@pytest.mark.parametrize("kind", ["forecast", "recall", "rating", "reading", "pulse", "need"])
def test_a_figure_without_a_word_has_no_place(store: Store, kind: str) -> None:
    field = KINDS[kind][2][0]
    thing = kept(store, kind, **{field: ""})
    assert thing.id not in numbers(store)
    changed(store, thing, **{field: "Depotto"})
    assert found(store, "depotto") == {thing.id}
    changed(store, thing, **{field: ""})
    assert thing.id not in numbers(store)
    assert true(store)


def test_a_place_is_of_the_day_and_stays_while_the_day_does(store: Store) -> None:
    first, second = kept(store, "episode", title="One"), kept(store, "episode", title="Two")
    before = numbers(store)
    assert before[second.id] == before[first.id] + 1 == search.first_number(DAY) + 2
    changed(store, first, title="Eins", story="Other words")
    assert numbers(store) == before
    changed(store, first, date=DAY - dt.timedelta(days=9))
    assert numbers(store)[first.id] == search.first_number(DAY - dt.timedelta(days=9)) + 1
    assert true(store)


def test_an_attachment_moves_with_its_episode(store: Store) -> None:
    attachment = kept(store, "attachment", name="Depotto.pdf")
    with store.reading() as session:
        episode = session.get_one(Episode, attachment.episode_id)
    changed(store, episode, date=dt.date(2020, 1, 2))
    assert found(store, "depotto on:2020-01-02") == {attachment.id}
    assert true(store)


@pytest.mark.parametrize("day", [dt.date(100, 1, 1), dt.date(1970, 1, 1), dt.date(9899, 12, 31)])
def test_any_day_has_places(store: Store, day: dt.date) -> None:
    thing = kept(store, "episode", title="Depotto", date=day)
    with store.reading() as session:
        query = parse(f"depotto on:{day.isoformat()}", DAY)
        (place,) = search.results(session, query, 9, 9, mixed=MixedWords()).places
    assert (place.thing_id, place.day, place.table) == (thing.id, day, "episode")
    assert true(store)


def test_a_save_that_fails_leaves_no_word(store: Store) -> None:
    def fail() -> None:
        with store.writing() as session:
            session.add(Episode(date=DAY, title="Depotto"))
            session.flush()
            assert session.scalar(sql("SELECT count(*) FROM search_words WHERE search_words MATCH 'depotto'"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert found(store, "depotto") == set()
    assert true(store)


def test_a_rewrite_of_the_database_leaves_it_true(store: Store, keys: Keys) -> None:
    things = [kept(store, "episode", title=f"Depotto word{'abcdefgh'[number] * 3}") for number in range(8)]
    with store.writing() as session:
        for thing in things[:7:2]:
            session.delete(session.get_one(Episode, thing.id))
    left, before = {thing.id for thing in things[1::2]}, numbers(store)
    store.dispose()
    rewrite(keys)
    assert (found(store, "depotto"), numbers(store)) == (left, before)
    changed(store, things[1], title="Midnight")
    assert found(store, "depotto") == left - {things[1].id}
    assert true(store)


def test_what_was_deleted_leaves_no_trace_in_the_index(store: Store) -> None:
    """Not even the beginning of a word in the list of pages. With the control in it."""
    names = [f"q{number:04}" + "zanzibarquagga"[number % 14 :] * 3 for number in range(900)]
    with store.writing() as session:
        session.add_all(Episode(date=DAY, title="Depot", story=" ".join(names[part::9])) for part in range(9))
        session.add(Episode(date=DAY, title="Stays", story="This stays"))
    with store.writing() as session:
        upkeep.forget(session)  # one segment, of several pages
    assert b"q0" in shadows(store)
    with store.writing() as session:
        for episode in session.query(Episode).filter(Episode.title == "Depot"):
            session.delete(episode)
    left = shadows(store)
    assert [name for name in names if name[:4].encode() in left]  # what `forget` is for
    with store.writing() as session:
        upkeep.forget(session)
    left = shadows(store)
    assert not [name for name in names if name[:4].encode() in left]
    assert found(store, "stays")
    assert true(store)


def test_an_index_that_is_behind_is_seen_and_made_anew(store: Store) -> None:
    thing, other = (
        kept(store, "episode", title="Depotto"),
        kept(store, "reflection", answers={"why": "Pallets"}),
    )
    for behind in (
        "DELETE FROM search_place",
        f"UPDATE search_place SET id = id + {search.DAY} WHERE thing_id = '{thing.id.hex}'",
        "UPDATE search_place SET thing_id = 'f' || substr(thing_id, 2)",
        "UPDATE reflection SET said = 'Nothing'",
        "INSERT INTO search_words (search_words) VALUES ('delete-all')",
        "INSERT INTO search_words (rowid, title, body, note) SELECT id, 'more', '', '' FROM search_place",
    ):
        with store.writing() as session:
            session.execute(sql(behind))
        assert not true(store), behind
        with store.writing() as session:
            upkeep.make_anew(session)
        assert true(store), behind
        assert found(store, "depotto") == {thing.id}
        assert found(store, "pallets") == {other.id}


def test_what_json_says_is_kept_beside_it_at_each_save(store: Store) -> None:
    """Seen failing without `said` in Reflection.check."""
    kept_one = kept(store, "reflection", answers={"why": "Länge", "how": " ", "next": "Ask"})
    assert isinstance(kept_one, Reflection)
    assert kept_one.said == "Länge\nAsk"
    changed(store, kept_one, answers={"why": "Depotto"})
    assert kept_one.said == "Depotto"
    assert found(store, "länge") == set()
    assert true(store)


WORDS = st.text(st.characters(categories=["L", "M", "N"]), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, min_size=1, max_size=6), st.text(max_size=40))
def test_any_text_is_found_by_its_words_and_taken_out_again(
    store: Store, words: list[str], more: str
) -> None:
    story = more.replace("\0", " ") + " " + " ".join(words)
    thing = kept(store, "episode", title="x", story=story)
    assert true(store)
    changed(store, thing, story="Other")
    assert true(store)
    with store.writing() as session:
        session.delete(session.get_one(Episode, thing.id))
    assert true(store)
