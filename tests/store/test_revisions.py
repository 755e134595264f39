"""Earlier wordings: every changed text leaves the one before it, and nothing else does."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import select

from conftest import Clock
from workjournal.domain.entity import Base, Entity, OutOfRange
from workjournal.domain.episode import Episode
from workjournal.domain.keeping import Draft, Preference, Revision
from workjournal.domain.reflection import Reflection
from workjournal.store.store import Store

DAY = dt.date(2026, 11, 19)


def kept(store: Store) -> list[tuple[str, str]]:
    """Field and text of what was kept, oldest first."""
    with store.reading() as session:
        return [
            (revision.field, revision.text)
            for revision in session.scalars(select(Revision).order_by(Revision.id))
        ]


def change(store: Store, thing: Entity, **fields: Any) -> None:
    with store.writing() as session:
        session.add(thing)
        for field, value in fields.items():
            setattr(thing, field, value)


@pytest.fixture
def episode(store: Store) -> Episode:
    made = Episode(date=DAY, title="First", story="Once", private_note="Mine")
    change(store, made)
    return made


def test_a_new_thing_has_no_earlier_wording(store: Store, episode: Episode) -> None:
    assert kept(store) == []


def test_every_changed_text_is_kept_with_its_time(store: Store, episode: Episode, clock: Clock) -> None:
    clock.forward(minutes=5)
    change(store, episode, story="Twice", private_note="")
    assert sorted(kept(store)) == [("private_note", "Mine"), ("story", "Once")]
    with store.reading() as session:
        revision = session.scalars(select(Revision)).first()
        assert revision
        assert (revision.thing, revision.thing_id, revision.until) == ("episode", episode.id, clock.now)


def test_one_a_save_in_order(store: Store, episode: Episode) -> None:
    for title in ("Second", "Third", "Third", "Second"):
        change(store, episode, title=title)
    assert kept(store) == [("title", "First"), ("title", "Second"), ("title", "Third")]


def test_an_empty_text_is_not_worth_keeping(store: Store, episode: Episode) -> None:
    change(store, episode, result="Something")
    assert kept(store) == []


def test_what_is_no_text_leaves_none(store: Store, episode: Episode) -> None:
    change(store, episode, difficulty=50, date=DAY - dt.timedelta(days=1), trashed_at=store.clock())
    assert kept(store) == []


def test_answers_are_kept_whole(store: Store) -> None:
    reflection = Reflection(date=DAY, method="aar-short", answers={"why": "Größe", "next": ""})
    change(store, reflection)
    change(store, reflection, answers={"why": "Otherwise"})
    assert kept(store) == [("answers", '{"why": "Größe", "next": ""}')]


def test_a_rollback_keeps_none(store: Store, episode: Episode) -> None:
    with pytest.raises(OutOfRange):
        change(store, episode, title="Lost", difficulty=3)
    assert kept(store) == []


def test_every_named_text_is_a_field() -> None:
    for mapper in Base.registry.mappers:
        if issubclass(mapper.class_, Entity):
            assert set(mapper.class_.TEXTS) <= set(mapper.column_attrs.keys()), mapper.class_


def test_drafts_and_preferences_leave_none(store: Store) -> None:
    draft = Draft(place="capture", fields={"title": "a"}, changed_at=store.clock())
    preference = Preference(key="owner", value="a")
    for fields in ({"title": "b"}, {"title": "c"}):
        with store.writing() as session:
            session.add_all([draft, preference])
            draft.fields, preference.value = fields, fields["title"]
    assert kept(store) == []
