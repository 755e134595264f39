"""The trash: by id alone, whatever the thing is, and what lies in it."""

import pytest

from conftest import Clock
from examples import Examples
from journal.trashing import NOUNS, RECORDS, example, found, put
from workjournal.domain.entity import Base, Entity, new_id
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing
from workjournal.journal.trash import KINDS


@pytest.mark.parametrize("noun", [*NOUNS, *RECORDS])
def test_whatever_has_the_id_goes_and_comes_back(
    journal: Journal, one: Examples, clock: Clock, noun: str
) -> None:
    thing = example(one, noun)
    assert journal.trash.identify(str(thing.id)[-8:]) == thing.id
    put(journal, thing)
    assert journal.trash.put(thing.id).id == thing.id
    assert found(journal, type(thing), thing.id).trashed_at == clock.now
    clock.forward(days=1)
    assert journal.trash.put(thing.id).trashed_at != clock.now  # it was there already
    assert journal.trash.restore(thing.id).trashed_at is None
    assert found(journal, type(thing), thing.id).trashed_at is None


def test_an_unknown_id_is_told(journal: Journal, one: Examples) -> None:
    for verb in (journal.trash.put, journal.trash.restore):
        with pytest.raises(NoSuchThing, match="There is no thing with the id"):
            verb(new_id())
    with pytest.raises(NoSuchThing):
        journal.trash.identify("ffffffff")


def test_what_can_be_trashed_is_listed(journal: Journal) -> None:
    """A forecast, the use and the recall of a lesson go with what they belong to; an import is taken back instead."""
    mapped = {mapper.class_.__name__ for mapper in Base.registry.mappers if issubclass(mapper.class_, Entity)}
    assert {noun.__name__ for noun in KINDS} == mapped - {"Forecast", "Application", "Recall", "Intake"}


def test_the_contents_newest_first_in_one_line(journal: Journal, one: Examples, clock: Clock) -> None:
    assert (journal.trash.contents(), journal.trash.count()) == ([], 0)
    one.lesson.text = "Ask\n first  "
    journal.lessons.save(one.lesson)
    for noun in NOUNS:
        clock.forward(minutes=1)
        put(journal, getattr(one, noun))
    contents = journal.trash.contents()
    assert journal.trash.count() == len(NOUNS)
    assert [thing.noun for thing in contents] == ["own method", *NOUNS[-2::-1]]
    assert {thing.noun: thing.title for thing in contents} == {
        "episode": "Moved the depot",
        "reflection": "Late",
        "lesson": "Ask first",
        "goal": "Lead the stock count",
        "action": "Call Ada",
        "attachment": "note.txt",
        "tag": "depot",
        "skill": "Planning",
        "person": "Ada Holm",
        "pack": "manager, 2026-11-01 – 2026-11-30",
        "own method": "My month",
    }
    assert (contents[0].id, contents[0].since) == (one.method.id, clock.now)


def test_a_part_is_named_with_what_it_belongs_to(journal: Journal, one: Examples) -> None:
    for part in ("reading", "rating", "check_in"):
        journal.trash.put(example(one, part).id)
    target = one.records.profile.targets[0]
    journal.trash.put(target.id)
    assert {thing.noun: thing.title for thing in journal.trash.contents()} == {
        "reading": "Days late: 7.5, 2026-11-19",
        "skill rating": "Planning: 45, 2026-11-19",
        "check in": "Lead the stock count: 2026-11-01",
        "role target": "Planning: 70",
    }
