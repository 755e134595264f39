"""What is known of a thing before it is told: how, by which texts, from which story; and a form without any of it."""

import datetime as dt
from pathlib import Path

import pytest

from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.label import Person
from workjournal.domain.lesson import Lesson
from workjournal.domain.pack import Paper
from workjournal.domain.reflection import Reflection
from workjournal.exporters.pdf_pages import page_texts
from workjournal.journal.journal import Journal
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.pack_errors import PackUnwritable
from workjournal.journal.pack_items import PackItem

START, DAY, END = dt.date(2026, 11, 1), dt.date(2026, 11, 12), dt.date(2026, 11, 30)


def choice(audience: Audience = Audience.MANAGER) -> PackChoice:
    return PackChoice(start=START, end=END, audience=audience)


def episode(journal: Journal) -> Episode:
    return journal.episodes.add(Episode(date=DAY, title="Asked Priya first", story="Priya said no."))


def offered(journal: Journal, audience: Audience = Audience.MANAGER) -> PackItem:
    (item,) = journal.packs.offer(START, END, audience).items
    return item


def test_an_item_says_that_it_is_reworded_and_that_its_own_text_changed_since(journal: Journal) -> None:
    one = episode(journal)
    assert not offered(journal).reworded
    journal.packs.reword(one.id, "story", "She said no.", choice())
    assert offered(journal).reworded
    assert not offered(journal).changed_since
    assert not offered(journal, Audience.NEXT_JOB).reworded
    one = journal.episodes.get(one.id)
    one.story = "Priya said yes."
    journal.episodes.save(one)
    assert offered(journal).changed_since


def test_a_field_says_how_the_journals_own_text_would_leave(journal: Journal) -> None:
    journal.people.save(Person(name="Priya Sharma", pseudonym="my colleague"))
    one = episode(journal)
    journal.packs.reword(one.id, "story", "It was a no.", choice())
    fields = {field.key: field for field in journal.packs.fields(one.id, choice())}
    assert fields["story"].text == "It was a no."
    assert fields["story"].usual == "My colleague said no."
    assert fields["title"].usual == fields["title"].text


def test_only_a_manager_is_told_what_a_running_goal_needs(journal: Journal) -> None:
    goal = journal.goals.add(Goal(title="Lead it", criterion="Done", feedback_from="Aiko"))
    journal.goals.start(goal.id, DAY)
    to_manager = {field.key for field in journal.packs.fields(goal.id, choice())}
    assert {"feedback_from", "help_needed"} <= to_manager
    elsewhere = {field.key for field in journal.packs.fields(goal.id, choice(Audience.NEXT_JOB))}
    assert not {"feedback_from", "help_needed"} & elsewhere
    assert "target" in elsewhere


def test_the_newest_evidence_story_fills_the_fields_of_a_portfolio(journal: Journal) -> None:
    journal.people.save(Person(name="Priya Sharma", pseudonym="my colleague"))
    one = episode(journal)
    for day, context in ((DAY, "Long ago"), (END, "With Priya, in autumn")):
        answers = {"context": context, "action": "I asked", "result": "", "learning": "Ask first"}
        journal.reflections.keep(Reflection(date=day, method="carl", answers=answers, episodes=[one]))
    journal.reflections.keep(Reflection(date=END, method="aar-short", answers={"why": "x"}, episodes=[one]))
    told = journal.packs.evidence_story(one.id, choice(Audience.NEXT_JOB))
    assert told == {"situation": "With my colleague, in autumn", "action": "I asked", "learning": "Ask first"}
    other = episode(journal)
    assert journal.packs.evidence_story(other.id, choice(Audience.NEXT_JOB)) == {}


def test_a_sentence_that_was_chosen_elsewhere_with_another_sign_at_its_end_stops_no_pack(
    journal: Journal,
) -> None:
    journal.episodes.add(Episode(date=DAY, title="Nine seconds, and then he had it"))
    journal.lessons.add(Lesson(date=DAY, text="Nine seconds, and then he had it."))
    offer = journal.packs.offer(START, END, Audience.OWN)
    only = frozenset(item.id for item in offer.items if item.section == "months")
    chosen = PackChoice(start=START, end=END, audience=Audience.OWN, items=only)
    assert "Nine seconds" in "".join(page_texts(journal.packs.typeset(chosen)))


def test_a_blank_form_holds_nothing_of_the_journal(journal: Journal, tmp_path: Path) -> None:
    episode(journal)
    path = tmp_path / "form.pdf"
    journal.packs.blank_form(path, Paper.LETTER, "de")
    text = "".join(page_texts(path.read_bytes()))
    assert "Vier-Augen-Gespräch" in text
    assert "Priya" not in text
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(PackUnwritable):
        journal.packs.blank_form(journal.folder / "form.pdf", Paper.A4, "en")
