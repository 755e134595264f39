"""A pack for each audience: its sections in the chosen order, stories by skill, a year by months, what was agreed."""

import datetime as dt
from dataclasses import replace

import pytest

from workjournal.domain.action import Action, Owner
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.pack import SECTIONS, Pack
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.exporters.wording import wording
from workjournal.journal.journal import Journal
from workjournal.journal.pack_choice import PackChoice, SectionTwice, TooManyCharts, UnknownSection

START, END = dt.date(2026, 10, 1), dt.date(2026, 11, 30)
FOR_JOB = frozenset({Audience.NEXT_JOB})


def everything(journal: Journal, audience: Audience) -> PackChoice:
    items = frozenset(item.id for item in journal.packs.offer(START, END, audience).items)
    return PackChoice(start=START, end=END, audience=audience, items=items)


def test_stories_stand_once_under_the_skill_that_most_of_them_show(journal: Journal) -> None:
    for title, skills in (("One", ["Planning", "Writing"]), ("Two", ["Planning"]), ("Three", [])):
        made = Episode(date=END, title=title, story="I did it.", result="Done", audiences=FOR_JOB)
        journal.episodes.add(made, skills=skills)
    content = journal.packs.compose(everything(journal, Audience.NEXT_JOB))
    (stories,) = content.sections
    assert [(entry.title, entry.group) for entry in stories.entries] == [
        ("One", "Planning"),
        ("Two", "Planning"),
        ("Three", "Other work"),
    ]
    assert stories.entries[0].note == "30 November 2026 · also Writing"
    assert stories.entries[0].parts == (("Action", "I did it."), ("Result", "Done"))


def test_the_parts_of_a_story_can_be_written_for_it(journal: Journal) -> None:
    made = journal.episodes.add(Episode(date=END, title="One", story="I did it."))
    choice = everything(journal, Audience.NEXT_JOB)
    journal.packs.reword(made.id, "situation", "The rota was late.", choice)
    (stories,) = journal.packs.compose(choice).sections
    assert stories.entries[0].parts == (("Situation", "The rota was late."), ("Action", "I did it."))


def test_a_years_review_goes_by_months_with_ratings_and_credentials(journal: Journal) -> None:
    for day in (START, END):
        journal.episodes.add(Episode(date=day, title=f"On {day}"))
    skill = journal.skills.named("Planning")[0]
    for day, level in ((START, 40), (END, 55)):
        journal.ratings.rate(SkillRating(skill_id=skill.id, date=day, level=level))
    journal.credentials.keep(
        Credential(skill_id=skill.id, name="Forklift licence", issuer="TÜV", issued=START)
    )
    content = journal.packs.compose(everything(journal, Audience.OWN))
    parts = {section.key: section for section in content.sections}
    assert content.title == "Year in review"
    assert [entry.group for entry in parts["months"].entries] == ["October 2026", "November 2026"]
    table = parts["skills"].table
    assert table is not None
    assert table.rows == (("Planning", "40 of 100, 1 October 2026", "55 of 100, 30 November 2026"),)
    assert parts["credentials"].entries[0].title == "Forklift licence"
    assert parts["credentials"].entries[0].note == "TÜV · 1 October 2026"


def test_for_oneself_nothing_needs_to_be_ticked_before(journal: Journal) -> None:
    journal.episodes.add(Episode(date=END, title="A win", kind=Kind.WIN, result="Done"))
    offer = journal.packs.offer(START, END, Audience.OWN)
    assert not offer.suggested
    assert [item.title for item in offer.items if item.ticked] == ["A win"]


def test_sections_come_in_the_chosen_order(journal: Journal) -> None:
    journal.episodes.add(Episode(date=END, title="A win"))
    choice = replace(everything(journal, Audience.MANAGER), asks=("A week more",))
    for order in (("asks", "highlights"), ("highlights", "asks")):
        content = journal.packs.compose(replace(choice, sections=order))
        assert tuple(section.key for section in content.sections) == order


def test_a_wrong_choice_is_named() -> None:
    choice = PackChoice(start=START, end=END, audience=Audience.NEXT_JOB)
    with pytest.raises(UnknownSection, match=r'next-job has no section "asks"\. There are: stories'):
        replace(choice, sections=("asks",)).check()
    with pytest.raises(SectionTwice, match="goals"):
        replace(choice, sections=("goals", "growth", "goals")).check()
    with pytest.raises(TooManyCharts, match="at most 3"):
        replace(choice, charts=("a", "b", "c", "d")).check()


def test_what_was_told_before_is_marked_and_not_proposed_again(journal: Journal) -> None:
    manager = frozenset({Audience.MANAGER})
    old = journal.episodes.add(Episode(date=START, title="Old", audiences=manager))
    new = journal.episodes.add(Episode(date=END, title="New", audiences=manager))
    shared = Pack(
        date=dt.date(2026, 11, 3),
        audience=Audience.MANAGER,
        period_start=START,
        period_end=END,
        items=[str(old.id)],
    )
    journal.packs.save(shared)
    items = {item.id: item for item in journal.packs.offer(START, END, Audience.MANAGER).items}
    assert items[old.id].told == dt.date(2026, 11, 3)
    assert items[new.id].told is None
    assert [item.title for item in items.values() if item.ticked] == ["New"]
    elsewhere = journal.packs.offer(START, END, Audience.OWN).items
    assert all(item.told is None for item in elsewhere)


def test_the_next_pack_opens_with_what_was_agreed_and_heard(journal: Journal) -> None:
    shared = journal.packs.save(
        Pack(date=START, audience=Audience.MANAGER, period_start=START, period_end=START, met=START)
    )
    agreed = Action(date=END, text="Write the plan", owner=Owner.MANAGER, pack_id=shared.id)
    journal.actions.save(agreed)
    heard = Episode(date=END, title="She liked the rota", kind=Kind.FEEDBACK, pack_id=shared.id)
    journal.episodes.add(heard)
    offer = journal.packs.offer(START, END, Audience.MANAGER)
    assert {item.id: (item.section, item.ticked) for item in offer.items} == {
        agreed.id: ("since-last-time", True),
        heard.id: ("since-last-time", True),
    }
    content = journal.packs.compose(offer.choice(START, END, Audience.MANAGER))
    assert content.sections[0].key == "since-last-time"
    assert {entry.text or entry.title for entry in content.sections[0].entries} == {
        "Write the plan",
        "She liked the rota",
    }


def test_a_german_pack_has_german_words(journal: Journal) -> None:
    journal.episodes.add(Episode(date=END, title="A win", kind=Kind.WIN))
    content = journal.packs.compose(replace(everything(journal, Audience.MANAGER), language="de"))
    assert content.title == wording("de").titles[Audience.MANAGER]
    assert content.period == "1. Oktober 2026 bis 30. November 2026"
    assert content.sections[0].heading == "Höhepunkte und Tiefpunkte"
    assert content.sections[0].entries[0].note == "30. November 2026 · Erfolg"


def test_every_section_has_a_german_heading() -> None:
    for audience, sections in SECTIONS.items():
        for section in sections:
            assert wording("de").heading(audience, section.key, "") != ""
