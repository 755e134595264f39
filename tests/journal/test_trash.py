"""The trash: by id alone, whatever the thing is."""

from typing import Any

import pytest

from conftest import Clock
from examples import Examples
from workjournal.domain.entity import new_id
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing

NOUNS = ["episode", "reflection", "lesson", "goal", "action"]


@pytest.mark.parametrize("noun", NOUNS)
def test_whatever_has_the_id_goes_and_comes_back(
    journal: Journal, one: Examples, clock: Clock, noun: str
) -> None:
    thing = getattr(one, noun)
    service: Any = getattr(journal, f"{noun}s")
    assert journal.trash.identify(str(thing.id)[-8:]) == thing.id
    assert journal.trash.put(thing.id).id == thing.id
    assert service.get(thing.id).trashed_at == clock.now
    clock.forward(days=1)
    assert journal.trash.put(thing.id).trashed_at != clock.now  # it was there already
    assert journal.trash.restore(thing.id).trashed_at is None
    assert service.get(thing.id).trashed_at is None


def test_an_unknown_id_is_told(journal: Journal, one: Examples) -> None:
    for verb in (journal.trash.put, journal.trash.restore):
        with pytest.raises(NoSuchThing, match="There is no thing with the id"):
            verb(new_id())
    with pytest.raises(NoSuchThing):
        journal.trash.identify("ffffffff")
