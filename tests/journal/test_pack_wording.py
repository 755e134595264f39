"""What is told otherwise in a pack: by item and field, for an audience, without a change of the journal."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.label import Person
from workjournal.domain.redactions import Redaction
from workjournal.exporters.pdf_pages import page_texts
from workjournal.journal import redacting
from workjournal.journal.journal import Journal
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.pack_errors import PackLeaks
from workjournal.journal.pack_fields import NoSuchField
from workjournal.journal.service import NoSuchThing

START, END = dt.date(2026, 11, 1), dt.date(2026, 11, 30)
DAY = dt.date(2026, 11, 12)
OWN_STORY = "Priya shouted at me until the plan was done in the end."
TOLD_STORY = "We had a hard talk with Priya, and the plan was done."


@pytest.fixture
def episode(journal: Journal) -> Episode:
    journal.people.save(Person(name="Priya Sharma"))
    made = Episode(date=DAY, title="Shipped Project Falcon", story=OWN_STORY, result="Two days early")
    return journal.episodes.add(made)


def choice(episode: Episode, audience: Audience = Audience.MANAGER) -> PackChoice:
    return PackChoice(start=START, end=END, audience=audience, items=frozenset({episode.id}))


def told(journal: Journal, chosen: PackChoice) -> str:
    return " ".join(" ".join(page_texts(journal.packs.typeset(chosen))).split())


def test_the_fields_of_an_item_are_what_would_leave(journal: Journal, episode: Episode) -> None:
    fields = {field.key: field for field in journal.packs.fields(episode.id, choice(episode))}
    assert list(fields) == ["title", "story", "result", "source_link"]
    assert fields["story"].own == OWN_STORY
    assert fields["story"].text == OWN_STORY.replace("Priya", "Someone at work")
    assert not fields["story"].reworded


def test_a_reworded_text_leaves_and_the_journals_own_does_not(journal: Journal, episode: Episode) -> None:
    chosen = choice(episode)
    journal.packs.reword(episode.id, "story", TOLD_STORY, chosen)
    text = told(journal, chosen)
    assert "hard talk with someone at work" in text
    assert "shouted" not in text
    assert journal.episodes.get(episode.id).story == OWN_STORY


def test_the_own_text_of_a_reworded_one_is_a_secret(
    journal: Journal, episode: Episode, tmp_path: Path
) -> None:
    """Bytes made before the rewording hold the journal's own text, and are not written."""
    chosen = choice(episode)
    before = journal.packs.typeset(chosen)
    journal.packs.reword(episode.id, "story", TOLD_STORY, chosen)
    with pytest.raises(PackLeaks):
        journal.packs.export(chosen, tmp_path / "pack.pdf", before)
    assert [each.name for each in tmp_path.iterdir()] == ["vault"]


def test_a_wording_is_of_its_audience_and_can_be_taken_back(journal: Journal, episode: Episode) -> None:
    chosen = choice(episode)
    journal.packs.reword(episode.id, "title", "Shipped it", chosen)
    assert "Shipped Project Falcon" in told(journal, choice(episode, Audience.OWN))
    assert "Project Falcon" not in told(journal, chosen)
    journal.packs.take_back_wording(episode.id, "title", Audience.MANAGER)
    assert "Shipped Project Falcon" in told(journal, chosen)


def test_an_empty_wording_leaves_the_field_out(journal: Journal, episode: Episode) -> None:
    chosen = choice(episode)
    journal.packs.reword(episode.id, "result", "", chosen)
    assert "Two days early" not in told(journal, chosen)


def test_a_later_change_of_the_journals_text_is_told(journal: Journal, episode: Episode) -> None:
    chosen = choice(episode)
    journal.packs.reword(episode.id, "story", TOLD_STORY, chosen)
    assert journal.packs.balance(chosen).changed_since == 0
    changed = journal.episodes.get(episode.id)
    changed.story = "It went well after all, in the end."
    journal.episodes.save(changed)
    assert journal.packs.balance(chosen).changed_since == 1
    (story,) = [field for field in journal.packs.fields(episode.id, chosen) if field.key == "story"]
    assert story.changed_since
    assert story.reworded


def test_a_wording_of_one_pack_alone_comes_first(journal: Journal, episode: Episode) -> None:
    chosen = choice(episode)
    journal.packs.reword(episode.id, "title", "Shipped it", chosen)
    once = replace(chosen, wordings={(episode.id, "title"): "Handed it over"})
    assert "Handed it over" in told(journal, once)
    assert "Shipped it" in told(journal, chosen)


def test_what_cannot_be_told_is_named(journal: Journal, episode: Episode) -> None:
    with pytest.raises(NoSuchField, match=r"private_note.*title"):
        journal.packs.reword(episode.id, "private_note", "x", choice(episode))
    with pytest.raises(NoSuchThing):
        journal.packs.reword(uuid4(), "title", "x", choice(episode))


def test_a_wording_is_destroyed_with_its_thing(journal: Journal, episode: Episode) -> None:
    chosen = choice(episode)
    journal.packs.reword(episode.id, "title", "Shipped it", chosen)
    journal.trash.put(episode.id)
    journal.trash.empty()
    with journal._store.reading() as session:  # there is no verb for what is gone
        assert not session.connection().exec_driver_sql("SELECT count(*) FROM rewording").scalar()


def test_an_employers_words_leave_with_nobody_but_the_employer(journal: Journal, episode: Episode) -> None:
    redacting.redact(journal.preferences, [Redaction("Project Falcon", "a warehouse project")])
    assert "Project Falcon" in told(journal, choice(episode))
    text = told(journal, choice(episode, Audience.NEXT_JOB))
    assert "Shipped a warehouse project" in text
    assert "Falcon" not in text


def test_people_are_named_only_where_that_was_chosen(journal: Journal, episode: Episode) -> None:
    chosen = choice(episode)
    (person,) = journal.people.all()
    assert journal.packs.stand_ins(chosen) == {"Priya Sharma": "someone at work"}
    assert "Priya" in told(journal, replace(chosen, named=frozenset({person.id})))
    assert "Priya" not in told(journal, chosen)
