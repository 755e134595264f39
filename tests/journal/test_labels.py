"""Tags, skills and people: one name is one label, however it is typed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import Clock
from examples import DAY
from workjournal.domain.entity import Missing
from workjournal.domain.episode import Episode
from workjournal.domain.label import Person, Relation, Skill, Tag
from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.journal import Journal
from workjournal.journal.labels import NameTaken


@pytest.mark.parametrize(
    ("first", "again"),
    [("Depot", "dEPOT"), ("Äpfel", "äPFEL"), ("Straße", "STRASSE"), ("Ada  Holm", " ada holm ")],
)
def test_capitals_and_spaces_make_no_other_label(journal: Journal, first: str, again: str) -> None:
    [one] = journal.tags.named(first)
    assert [label.id for label in journal.tags.named(again, first)] == [one.id]
    assert journal.tags.names() == [" ".join(first.split())]


def test_one_call_makes_no_two_of_a_name(journal: Journal) -> None:
    assert [tag.name for tag in journal.tags.named("b", "B", " b", "a", "", "  ")] == ["b", "a"]
    assert journal.tags.names() == ["a", "b"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.text(st.sampled_from("aAßsSäÄİıI \t")), max_size=5))
def test_named_gives_the_labels_of_those_names(journal: Journal, names: list[str]) -> None:
    labels = journal.tags.named(*names)
    wanted = [" ".join(name.split()) for name in names if name.strip()]
    assert [label.name.casefold() for label in labels] == list(
        dict.fromkeys(name.casefold() for name in wanted)
    )
    everything = [name.casefold() for name in journal.tags.names()]
    assert len(everything) == len(set(everything))


def test_a_label_in_the_trash_comes_back_by_its_name(journal: Journal) -> None:
    [tag] = journal.tags.named("depot")
    journal.tags.trash(tag.id)
    assert journal.tags.names() == []
    journal.episodes.add(Episode(date=DAY, title="x"), tags=["Depot"])
    assert [label.id for label in journal.tags.all()] == [tag.id]


def test_an_existing_label_is_not_touched_by_its_use(journal: Journal, clock: Clock) -> None:
    [before] = journal.tags.named("depot")
    clock.forward(days=1)
    journal.episodes.add(Episode(date=DAY, title="x"), tags=["depot"])
    [after] = journal.tags.all()
    assert (after.version, after.changed_at) == (before.version, before.changed_at)


def test_renaming_keeps_what_it_is_on(journal: Journal) -> None:
    episode = journal.episodes.add(Episode(date=DAY, title="x"), people=["Ada"])
    [ada] = journal.people.all()
    ada.name, ada.relation, ada.pseudonym = "Ada  Holm ", Relation.MENTOR, "my mentor"
    journal.people.save(ada)
    [person] = journal.episodes.get(episode.id).people
    assert (person.id, person.name, person.relation, person.pseudonym) == (
        ada.id,
        "Ada Holm",
        Relation.MENTOR,
        "my mentor",
    )


def test_no_two_labels_get_one_name(journal: Journal) -> None:
    journal.skills.save(Skill(name="Planning"))
    other = journal.skills.save(Skill(name="Listening"))
    other.name = " PLANNING"
    with pytest.raises(NameTaken, match="another skill called PLANNING"):
        journal.skills.save(other)
    other.name = "listening"  # its own name, in other letters
    journal.skills.save(other)
    assert journal.skills.names() == ["Planning", "listening"]


def test_sorts_do_not_share_names(journal: Journal) -> None:
    journal.tags.save(Tag(name="Mercury"))
    journal.people.save(Person(name="Mercury"))
    assert journal.tags.names() == journal.people.names() == ["Mercury"]
    assert journal.skills.names() == []


def test_a_label_needs_a_name(journal: Journal) -> None:
    with pytest.raises(Missing):
        journal.tags.save(Tag(name=" "))
    assert journal.tags.named(" ") == []


def test_the_exact_name_goes_before_one_that_is_alike(journal: Journal) -> None:
    episode = journal.episodes.add(Episode(date=DAY, title="x"), tags=["Ärger"])
    for name in ("Ärger", "ärger", "ÄRGER"):
        assert [found.id for found in journal.episodes.newest(EpisodeFilter(tag=name))] == [episode.id]
    assert journal.episodes.newest(EpisodeFilter(tag="Arger")) == []
