"""What a choice reaches: what matches, what hangs on it, and nothing private for an audience."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from examples import DAY, END, START, Examples
from row_examples import bring, empty, rows, told
from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Lesson
from workjournal.domain.portable import portable
from workjournal.domain.pulse import Pulse
from workjournal.domain.references import listings, references
from workjournal.domain.reflection import Reflection
from workjournal.exporters import journal_schema
from workjournal.journal.exporting.choice import Choice
from workjournal.journal.exporting.matching import NoSuchTag
from workjournal.journal.exporting.reach import chosen
from workjournal.journal.journal import Journal
from workjournal.journal.pack_choice import PackChoice

SECRET = "zanzibar"
LATER = dt.date(2026, 12, 24)


def ids(value: dict[str, Any], table: str) -> set[str]:
    return {row["id"] for row in value[table]}


def some(path: Path, journal: Journal, **wanted: Any) -> dict[str, Any]:
    value = told(journal, path / "some.json", Choice(**wanted))
    jsonschema.Draft202012Validator(journal_schema.schema()).validate(value)
    return value


def check_needed(value: dict[str, Any]) -> None:
    """Nothing is without what it cannot be without, nor without its labels."""
    every = {
        table: ids(value, table)
        for table in value
        if isinstance(value[table], list) and value[table] and "id" in value[table][0]
    }
    for noun in portable():
        for row in value[noun.__tablename__]:
            for link in references(noun):
                if link.needed and row[link.column.name]:
                    assert row[link.column.name] in every[link.target.__tablename__]
            for listing in listings(noun):
                if listing.key in {"tags", "people", "skills"}:
                    assert set(row[listing.key]) <= every.get(listing.target.__tablename__, set())


def test_the_whole_has_everything_and_its_trash(journal: Journal, one: Examples) -> None:
    journal.trash.put(one.action.id)
    assert Choice().is_whole
    assert Choice(audience=Audience.OWN, attachments=False).is_whole
    with journal._store.reading() as session:
        assert set(chosen(session, Choice()).values()) == {None}


def test_a_period_has_what_is_of_its_days(journal: Journal, one: Examples, tmp_path: Path) -> None:
    journal.episodes.add(Episode(date=LATER, title="Later"), tags=["later"])
    journal.lessons.apply(one.lesson.id, one.episode.id)
    value = some(tmp_path, journal, start=START, end=END)
    check_needed(value)
    assert ids(value, "episode") == {str(one.episode.id)}
    assert {row["name"] for row in value["tag"]} == {"depot"}
    for table in ("reflection", "lesson", "action", "goal", "check_in", "pulse", "attachment", "application"):
        assert value[table], table
    assert not value["preference"] + value["draft"]
    after = some(tmp_path, journal, start=LATER)
    check_needed(after)
    assert [row["title"] for row in after["episode"]] == ["Later"]
    assert not after["check_in"] + after["pulse"] + after["attachment"] + after["recall"]
    assert ids(after, "goal") == {str(one.goal.id), str(one.plan.id)}
    assert not some(tmp_path, journal, end=dt.date(2020, 1, 1))["goal"]


def test_a_tag_has_what_hangs_on_its_episodes(journal: Journal, one: Examples, tmp_path: Path) -> None:
    other = journal.episodes.add(Episode(date=DAY, title="Other"), tags=["other"])
    journal.reflections.keep(
        Reflection(date=LATER, method="aar-short", answers={"why": "x"}), episodes=[other.id]
    )
    value = some(tmp_path, journal, tags=frozenset({"DEPOT"}))
    check_needed(value)
    assert ids(value, "episode") == {str(one.episode.id)}
    assert ids(value, "reflection") == {str(one.reflection.id)}
    assert ids(value, "lesson") == {str(one.lesson.id)}
    assert ids(value, "action") == {str(one.action.id)}
    assert value["recall"]
    assert not value["pulse"] + value["goal"] + value["check_in"]
    assert not some(tmp_path, journal, tags=frozenset({"depot"}), end=START)["episode"]
    with pytest.raises(NoSuchTag, match="rota"):
        some(tmp_path, journal, tags=frozenset({"rota"}))


def test_chosen_things_bring_what_they_cannot_be_without(
    journal: Journal, one: Examples, tmp_path: Path
) -> None:
    value = some(tmp_path, journal, ids=frozenset({one.goal.id}))
    check_needed(value)
    assert value["check_in"]
    assert value["forecast"]
    assert value["measure"]
    assert not value["episode"]
    recall = some(tmp_path, journal, ids=frozenset({one.recall.id}))
    assert ids(recall, "lesson") == {str(one.lesson.id)}
    check_needed(recall)


def test_what_is_in_the_trash_is_in_no_part(journal: Journal, one: Examples, tmp_path: Path) -> None:
    journal.trash.put(one.lesson.id)
    value = some(tmp_path, journal, start=START, end=END)
    assert not value["lesson"] + value["recall"]
    assert value["reflection"]


def test_a_part_comes_into_another_journal(journal: Journal, one: Examples, tmp_path: Path) -> None:
    value = some(tmp_path, journal, tags=frozenset({"depot"}))
    empty(journal)
    came = bring(journal, tmp_path / "some.json")
    assert not came.troubles
    assert [each.id for each in journal.episodes.newest()] == [one.episode.id]
    assert journal.episodes.newest()[0].goal_id is None
    assert came.imported == sum("version" in row for _, row in rows(value))


def secretive(journal: Journal, one: Examples) -> None:
    """Ticks for the manager, and secrets in everything that is not told."""
    episode = journal.episodes.get(one.episode.id)
    episode.audiences = frozenset({Audience.MANAGER, Audience.NEXT_JOB})
    episode.private_note = episode.role = SECRET
    episode.story = "Ada Holm and I moved it"
    journal.episodes.save(episode)
    lesson = journal.lessons.get(one.lesson.id)
    lesson.audiences, lesson.trigger = frozenset({Audience.MANAGER}), SECRET
    journal.lessons.save(lesson)
    goal = journal.goals.get(one.goal.id)
    goal.audiences = frozenset({Audience.MANAGER})
    goal.premortem = goal.obstacle = goal.wish = goal.conditions = SECRET
    journal.goals.save(goal)
    journal.goals.check_in(CheckIn(goal_id=goal.id, date=DAY, changed=SECRET, progress=40))
    journal.pulses.give(Pulse(date=DAY, safety=40, note=SECRET))
    journal.lessons.add(Lesson(date=DAY, text=SECRET))
    journal.episodes.add(Episode(date=DAY, title=SECRET), tags=[SECRET], people=[f"Zoe {SECRET}"])
    journal.reflections.keep(
        Reflection(date=DAY, method="gibbs", answers={"feelings": SECRET}), episodes=[one.episode.id]
    )


def test_an_audience_gets_what_was_ticked_and_nothing_private(
    journal: Journal, one: Examples, tmp_path: Path
) -> None:
    secretive(journal, one)
    value = some(tmp_path, journal, audience=Audience.MANAGER)
    assert SECRET not in json.dumps(value)
    assert "Holm" not in json.dumps(value)
    assert "next-job" not in json.dumps(value)
    assert {table for table, _ in rows(value)} == {"episode", "lesson", "goal", "skill"}
    (episode,) = value["episode"]
    assert episode["story"] == "Someone at work and I moved it"
    assert episode["audiences"] == ["manager"]
    assert not {"difficulty", "energy", "people", "tags", "private_note", "created_at"} & set(episode)
    assert ids(some(tmp_path, journal, audience=Audience.NEXT_JOB), "episode") == {str(one.episode.id)}
    assert not some(tmp_path, journal, audience=Audience.NEXT_JOB)["goal"]
    empty(journal)
    assert not bring(journal, tmp_path / "some.json").troubles


def test_what_was_reworded_is_told_so(journal: Journal, one: Examples, tmp_path: Path) -> None:
    secretive(journal, one)
    for audience, field, text in (
        (Audience.MANAGER, "title", "A calmer title"),
        (Audience.NEXT_JOB, "situation", "It was full."),
    ):
        journal.packs.reword(one.episode.id, field, text, PackChoice(start=START, end=END, audience=audience))
    (told_,) = some(tmp_path, journal, audience=Audience.MANAGER)["episode"]
    assert told_["title"] == "A calmer title"
    (story,) = some(tmp_path, journal, audience=Audience.NEXT_JOB)["episode"]
    assert story["story"] == "It was full.\n\nSomeone at work and I moved it"
