"""Which charts are ticked for packs, and whom the chosen texts name."""

import pytest

from workjournal.charts import CHARTS
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.label import Person, Relation
from workjournal.journal import pack_charts
from workjournal.journal.journal import Journal
from workjournal.journal.pack_choice import TooManyCharts


def test_the_usual_two_are_ticked_until_somebody_ticks(journal: Journal) -> None:
    assert pack_charts.ticked(journal.preferences) == ("confidence", "difficulty")
    pack_charts.tick(journal.preferences, [CHARTS[1].key])
    assert pack_charts.ticked(journal.preferences) == (CHARTS[1].key,)
    pack_charts.tick(journal.preferences, [])
    assert pack_charts.ticked(journal.preferences) == ()


def test_no_more_than_a_pack_shows(journal: Journal) -> None:
    with pytest.raises(TooManyCharts, match="at most 3"):
        pack_charts.tick(journal.preferences, ["a", "b", "c", "d"])


def test_stand_ins_are_of_those_named_in_what_was_chosen(journal: Journal) -> None:
    journal.people.save(Person(name="Marco Ruiz", pseudonym="the product lead"))
    journal.people.save(Person(name="Aiko", relation=Relation.MANAGER))
    today = journal.today()
    told = journal.episodes.add(Episode(date=today, title="Told marco about the cut"))
    journal.episodes.add(Episode(date=today, title="Aiko asked why"))
    offer = journal.packs.offer(today, today, Audience.MANAGER)
    choice = offer.choice(today, today, Audience.MANAGER)
    only = type(choice)(start=today, end=today, audience=Audience.MANAGER, items=frozenset({told.id}))
    assert journal.packs.stand_ins(only) == {"Marco Ruiz": "the product lead"}
