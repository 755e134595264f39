"""What was in a pack, told by its sections in the words the journal has today."""

import datetime as dt
from uuid import UUID

import pytest

from journal.test_queries import recorded, scanning
from workjournal.domain.action import Action, ActionKind, ActionState, Owner
from workjournal.domain.entity import Audience, new_id
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Lesson
from workjournal.domain.pack import SECTIONS, Pack
from workjournal.domain.skill_record import Credential
from workjournal.journal.journal import Journal
from workjournal.journal.pack_telling import ELSEWHERE, Presence, ToldSection

START, DAY = dt.date(2026, 11, 1), dt.date(2026, 11, 19)


def told(
    journal: Journal, *items: UUID, audience: Audience = Audience.MANAGER, **fields: object
) -> list[ToldSection]:
    pack = Pack(date=DAY, audience=audience, period_start=START, period_end=DAY)
    pack.sections = [section.key for section in SECTIONS[audience]]
    pack.items = [str(item) for item in items]
    for name, value in fields.items():
        setattr(pack, name, value)
    return [*journal.meetings.told(journal.meetings.save(pack))]


def titles(sections: list[ToldSection]) -> dict[str, list[str]]:
    return {section.key: [thing.title for thing in section.things] for section in sections}


def acted(journal: Journal, text: str, day: dt.date = DAY, **fields: object) -> UUID:
    action = Action(date=day, text=text)
    for name, value in fields.items():
        setattr(action, name, value)
    return journal.actions.save(action).id


def test_each_thing_stands_in_its_section_in_the_order_of_the_pack(journal: Journal) -> None:
    skill = journal.skills.named("Planning")[0]
    things = [
        journal.lessons.add(Lesson(date=DAY, text="Ask\nfirst")).id,
        journal.goals.add(Goal(title="Lead the count")).id,
        journal.episodes.add(Episode(date=DAY, title="Moved the depot")).id,
        journal.credentials.keep(Credential(skill_id=skill.id, name="Lead badge")).id,
    ]
    assert titles(told(journal, *things, audience=Audience.NEXT_JOB)) == {
        "stories": ["Moved the depot"],
        "goals": ["Lead the count"],
        "lessons": ["Ask first"],
        "credentials": ["Lead badge"],
    }
    own = told(journal, *things[:3], audience=Audience.OWN, sections=["lessons", "goals", "months"])
    assert titles(own) == {
        "lessons": ["Ask first"],
        "goals": ["Lead the count"],
        "months": ["Moved the depot"],
    }
    assert [section.heading for section in own] == [
        "What I learned and where I applied it",
        "Stretch goals",
        "Month by month",
    ]
    badge = told(journal, things[3], audience=Audience.NEXT_JOB)[0].things[0]
    assert (badge.noun, badge.shown_by) == ("credential", skill.id)


def test_actions_stand_where_they_stood_when_it_was_shared(journal: Journal) -> None:
    early = journal.meetings.save(
        Pack(date=START, audience=Audience.MANAGER, period_start=START, period_end=START)
    )
    agreed = journal.meetings.agree(early.id, Action(date=DAY, text="Agreed last time"))
    heard = journal.meetings.hear(early.id, Episode(date=DAY, title="Said last time"))
    items = [
        acted(journal, "Written before", START - dt.timedelta(days=1)),
        acted(journal, "Done by then", state=ActionState.DONE, ended=DAY),
        acted(journal, "Done since", state=ActionState.DONE, ended=DAY + dt.timedelta(days=9)),
        acted(journal, "Asked", kind=ActionKind.ASK),
        acted(journal, "Theirs", owner=Owner.MANAGER),
        agreed.id,
        heard.id,
    ]
    pack = Pack(date=DAY, audience=Audience.MANAGER, period_start=START, period_end=DAY)
    pack.sections, pack.items = [each.key for each in SECTIONS[Audience.MANAGER]], [*map(str, items)]
    journal.meetings.save(pack)
    journal.meetings.agree(pack.id, journal.actions.get(items[3]))
    assert titles([*journal.meetings.told(pack)]) == {
        "since-last-time": ["Agreed last time", "Said last time", "Written before", "Done by then"],
        "asks": ["Asked", "Theirs"],
        "commitments": ["Done since"],
    }


def test_charts_and_typed_lines_are_told_too(journal: Journal) -> None:
    sections = told(
        journal,
        charts=["difficulty", "of-a-later-program"],
        asks=["A free day"],
        commitments=["Write the plan"],
    )
    assert [(each.key, each.charts, each.lines) for each in sections] == [
        ("asks", (), ("A free day",)),
        ("growth", ("Difficulty over time", "of-a-later-program"), ()),
        ("commitments", (), ("Write the plan",)),
    ]
    assert told(journal) == []


def test_what_is_in_the_trash_or_gone_is_said(journal: Journal) -> None:
    trashed = journal.episodes.add(Episode(date=DAY, title="Moved the depot")).id
    gone = journal.lessons.add(Lesson(date=DAY, text="Ask first")).id
    journal.trash.put(gone)
    journal.trash.empty()
    journal.trash.put(trashed)
    highlights, elsewhere = told(journal, gone, trashed, new_id())
    assert [(each.title, each.presence) for each in highlights.things] == [
        ("Moved the depot", Presence.TRASHED)
    ]
    assert (elsewhere.key, elsewhere.heading) == (ELSEWHERE, "")
    assert [(each.title, each.presence) for each in elsewhere.things] == [("", Presence.GONE)] * 2


@pytest.mark.parametrize("sections", [["goals"], []])
def test_a_thing_of_no_section_is_not_hidden(journal: Journal, sections: list[str]) -> None:
    """What was shared must be seen, even where a later program names its sections in another way."""
    thing = journal.episodes.add(Episode(date=DAY, title="Moved the depot")).id
    assert titles(told(journal, thing, sections=sections)) == {ELSEWHERE: ["Moved the depot"]}


def test_many_things_are_read_without_a_scan(journal: Journal) -> None:
    things = [journal.episodes.add(Episode(date=DAY, title=str(number))).id for number in range(3)]
    with recorded() as queries:
        (section,) = told(journal, *things, *(new_id() for _ in range(600)), sections=["highlights"])[:1]
    assert [thing.title for thing in section.things] == ["0", "1", "2"]
    assert scanning(journal, queries) == {}
