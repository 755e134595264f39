"""Putting away a label that is in use: what is to stand in its place is said, no text is touched, and all comes back."""

import datetime as dt
from typing import Any

import pytest

from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.lesson import Lesson
from workjournal.domain.role_profile import RoleProfile
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.journal.journal import Journal
from workjournal.journal.label_use import LabelInUse, LabelPutAway, SameLabel

DAY = dt.date(2026, 11, 19)
STORY = "Tomasz Wren said it twice. #depot +Planning"
LABELS: dict[str, type[Tag | Skill | Person]] = {"tags": Tag, "skills": Skill, "people": Person}
TABLES = ("episode_tag", "episode_person", "episode_skill", "goal_skill", "lesson_skill")


@pytest.fixture(autouse=True)
def used(journal: Journal) -> None:
    """Two episodes, a goal and a lesson with labels, one episode with the other names, one in the trash."""
    for title, first in (("One", True), ("Two", False), ("Gone", True)):
        journal.episodes.add(
            Episode(date=DAY, title=title, story=STORY),
            tags=["depot"] if first else ["depot", "yard"],
            people=["Tomasz Wren"] if first else ["Tomasz Wren", "T. Wren"],
            skills=["Planning"] if first else ["Planning", "Plans"],
        )
    journal.goals.add(Goal(title="Lead the count"), skills=["Planning"])
    journal.lessons.add(Lesson(date=DAY, text="Ask first"), skills=["Planning"])
    journal.episodes.trash(episode(journal, "Gone").id)


def episode(journal: Journal, title: str) -> Episode:
    in_trash = [each.id for each in journal.trash.contents() if each.noun == "episode"]
    found = [*journal.episodes.newest(), *map(journal.episodes.get, in_trash)]
    return next(each for each in found if each.title == title)


def links(journal: Journal) -> dict[str, set[tuple[Any, ...]]]:
    with journal._store.engine.connect() as connection:
        return {
            table: {tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table}")}
            for table in TABLES
        }


def service(journal: Journal, name: str) -> Any:
    return getattr(journal, name)


def two(journal: Journal, name: str) -> tuple[Any, Any]:
    """The label most have, and the other one."""
    names = {"tags": ("depot", "yard"), "skills": ("Planning", "Plans"), "people": ("Tomasz Wren", "T. Wren")}
    by_name = {label.name: label for label in service(journal, name).all()}
    used, other = names[name]
    return by_name[used], by_name[other]


def labels_of(journal: Journal, name: str, title: str) -> list[str]:
    return [label.name for label in getattr(episode(journal, title), name)]


@pytest.mark.parametrize("name", LABELS)
def test_it_is_not_put_away_by_accident(journal: Journal, name: str) -> None:
    label, _ = two(journal, name)
    before = links(journal)
    for verb in (service(journal, name).trash, journal.trash.put):
        with pytest.raises(LabelInUse, match=rf"{label.name} is in use: 2 episodes.*Say what is to stand"):
            verb(label.id)
    assert links(journal) == before
    assert service(journal, name).get(label.id).trashed_at is None


def test_where_it_is_used_is_counted_without_the_trash(journal: Journal) -> None:
    assert journal.tags.usage(two(journal, "tags")[0].id) == {"episode": 2}
    assert journal.skills.usage(two(journal, "skills")[0].id) == {"episode": 2, "goal": 1, "lesson": 1}


@pytest.mark.parametrize("name", LABELS)
def test_taken_off_it_comes_back_to_all_it_was_on(journal: Journal, name: str) -> None:
    label, other = two(journal, name)
    before = links(journal)
    service(journal, name).put_away(label.id)
    assert labels_of(journal, name, "One") == []
    assert labels_of(journal, name, "Two") == [other.name]
    assert [each.id for each in service(journal, name).all()] == [other.id]
    journal.trash.restore(label.id)
    assert links(journal) == before
    assert service(journal, name).get(label.id).used_on is None


@pytest.mark.parametrize("name", LABELS)
def test_another_one_takes_its_place_and_that_is_undone_exactly(journal: Journal, name: str) -> None:
    label, other = two(journal, name)
    before = links(journal)
    done = service(journal, name).put_away(label.id, other.id)
    for title in ("One", "Two", "Gone"):
        assert labels_of(journal, name, title) == [other.name]
    service(journal, name).undo(done)
    assert links(journal) == before  # "Two" had both, and has both again


@pytest.mark.parametrize("name", LABELS)
def test_no_text_is_touched(journal: Journal, name: str) -> None:
    label, other = two(journal, name)
    for into in (None, other.id):
        service(journal, name).restore(label.id)
        service(journal, name).put_away(label.id, into)
        assert {episode(journal, title).story for title in ("One", "Two", "Gone")} == {STORY}
    journal.trash.empty()
    assert {episode(journal, title).story for title in ("One", "Two")} == {STORY}


def test_one_that_is_typed_again_remembers_all_it_was_on(journal: Journal) -> None:
    label, _ = two(journal, "tags")
    journal.tags.put_away(label.id)
    one = episode(journal, "One")
    journal.episodes.add(one, tags=["depot"])  # typed again: in use again, on this one alone
    assert labels_of(journal, "tags", "Two") == ["yard"]
    journal.tags.put_away(label.id)
    journal.trash.restore(label.id)
    assert labels_of(journal, "tags", "One") == ["depot"]
    assert labels_of(journal, "tags", "Two") == ["depot", "yard"]


def test_what_hangs_on_a_skill_goes_over_or_stays_with_it(journal: Journal) -> None:
    planning, plans = two(journal, "skills")
    rating = journal.ratings.rate(SkillRating(skill_id=planning.id, date=DAY, level=60, evidence="Rota held"))
    credential = journal.credentials.keep(Credential(skill_id=planning.id, name="Planner"))
    both, one = (journal.profiles.save(RoleProfile(name=name)) for name in ("Both", "One"))
    for profile, name in ((both, "Planning"), (both, "Plans"), (one, "Planning")):
        journal.profiles.need(profile.id, name, 80)
    done = journal.skills.put_away(planning.id, plans.id)
    assert [each.id for each in journal.ratings.of(plans.id)] == [rating.id]
    assert [each.id for each in journal.credentials.of(plans.id)] == [credential.id]
    assert [each.skill.name for each in journal.profiles.gaps(one.id)] == ["Plans"]
    assert [each.skill.name for each in journal.profiles.gaps(both.id)] == ["Plans"]
    journal.skills.undo(done)
    assert [each.evidence for each in journal.ratings.of(planning.id)] == ["Rota held"]
    assert journal.ratings.of(plans.id) == []
    assert len(journal.profiles.gaps(both.id)) == 2
    journal.skills.put_away(planning.id)
    journal.skills.restore(planning.id)
    assert [each.id for each in journal.ratings.of(planning.id)] == [rating.id]


def test_a_level_in_the_trash_keeps_none_from_going_over(journal: Journal) -> None:
    planning, plans = two(journal, "skills")
    profile = journal.profiles.save(RoleProfile(name="Lead"))
    journal.profiles.need(profile.id, "Plans", 50)
    journal.profiles.need_no_more(profile.id, plans.id)
    journal.profiles.need(profile.id, "Planning", 80)
    done = journal.skills.put_away(planning.id, plans.id)
    assert [(each.skill.name, each.gap.needed) for each in journal.profiles.gaps(profile.id)] == [
        ("Plans", 80)
    ]
    journal.skills.undo(done)
    assert [(each.skill.name, each.gap.needed) for each in journal.profiles.gaps(profile.id)] == [
        ("Planning", 80)
    ]


def test_it_cannot_stand_in_its_own_place_nor_can_one_from_the_trash(journal: Journal) -> None:
    label, other = two(journal, "tags")
    with pytest.raises(SameLabel):
        journal.tags.put_away(label.id, label.id)
    journal.tags.put_away(other.id)
    with pytest.raises(LabelPutAway):
        journal.tags.put_away(label.id, other.id)
    assert journal.tags.usage(label.id) == {"episode": 2}


@pytest.mark.parametrize("name", LABELS)
def test_all_are_counted_at_once_as_each_is_alone(journal: Journal, name: str) -> None:
    """What hangs on a skill is no use of it."""
    spare = service(journal, name).save(LABELS[name](name="Nobody's"))
    if name == "skills":
        journal.ratings.rate(SkillRating(skill_id=spare.id, date=DAY, level=40))
    nouns = ("episode", "goal", "lesson")
    alone = {
        label.id: sum(
            number for noun, number in service(journal, name).usage(label.id).items() if noun in nouns
        )
        for label in service(journal, name).all()
    }
    assert alone.pop(spare.id) == 0
    assert service(journal, name).counts() == alone


def test_composed_or_not_a_name_is_one_name(journal: Journal) -> None:
    (first,) = journal.tags.named("Verspätung")
    (again,) = journal.tags.named("Verspa\u0308tung")
    assert again.id == first.id
    kept = journal.tags.save(Tag(name="Ro\u0308hre"))
    assert kept.name == "Röhre"
