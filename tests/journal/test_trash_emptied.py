"""Emptying the trash: what is destroyed with what, and that nothing else is."""

import datetime as dt

import pytest
from sqlalchemy import inspect

from conftest import Clock
from examples import DAY, Examples
from journal.trashing import NOUNS, RECORDS, example, found, lost, put, rows
from workjournal.domain.action import Action
from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import Base, new_id
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Application, Lesson, Recall
from workjournal.domain.reflection import Reflection
from workjournal.journal import trash as module
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing
from workjournal.journal.trash import Emptied, TracesRemain
from workjournal.store.faults import DiskFull

LONG = "A long story. " * 2000
"""Long enough for a digest of its own."""
GOES_WITH = {
    "episode": {"attachment": 1, "application": 1, "reflection_episode": 1}
    | dict.fromkeys(["episode_tag", "episode_person", "episode_skill"], 1),
    "reflection": {"reflection_episode": 1},
    "lesson": {"application": 1, "recall": 1, "lesson_goal": 1},
    "goal": {"forecast": 1, "check_in": 2, "goal_skill": 1, "lesson_goal": 1},
    "action": {},
    "attachment": {},
    "tag": {"episode_tag": 1},
    "skill": {"episode_skill": 1, "goal_skill": 1}
    | dict.fromkeys(["skill_rating", "credential", "role_target"], 1),
    "person": {"episode_person": 1},
    "pack": {},
    "method": {},
    "measure": {"reading": 1, "marked_change": 1},
    "profile": {"role_target": 1},
    **{noun: {} for noun in RECORDS if noun not in {"measure", "profile"}},
}


@pytest.mark.parametrize("noun", [*NOUNS, *RECORDS])
def test_each_goes_with_what_hangs_on_it_and_nothing_else(journal: Journal, one: Examples, noun: str) -> None:
    """Nothing living is lost: the rows of every table are counted."""
    journal.goals.check_in(CheckIn(goal_id=one.goal.id, date=DAY, progress=5))
    journal.lessons.apply(one.lesson.id, one.episode.id)
    before, thing = rows(journal), example(one, noun)
    put(journal, thing)
    assert journal.trash.empty() == Emptied(1)
    assert lost(journal, before) == {thing.__tablename__: 1, **GOES_WITH[noun]}
    assert found(journal, type(thing), thing.id) is None
    with pytest.raises(NoSuchThing):
        journal.trash.restore(thing.id)
    assert journal.trash.empty() == Emptied(0)


def test_what_stays_stays_without_its_reference(journal: Journal, one: Examples) -> None:
    other = Episode(date=DAY, title="Second")
    journal.episodes.add(other, tags=["depot", "yard"])
    about_goal = Reflection(date=DAY, method="aar-short", answers={"why": "x"}, goal_id=one.goal.id)
    journal.reflections.keep(about_goal, episodes=[one.episode.id, other.id])
    for_goal = journal.actions.save(Action(date=DAY, text="Ask", goal_id=one.goal.id))
    for thing in (one.goal, one.reflection, one.tag):
        put(journal, thing)
    assert journal.trash.empty() == Emptied(3)
    assert journal.lessons.get(one.lesson.id).reflection_id is None
    assert journal.actions.get(one.action.id).reflection_id is None
    assert journal.actions.get(for_goal.id).goal_id is None
    assert journal.reflections.get(about_goal.id).goal_id is None
    episode = journal.episodes.get(one.episode.id)
    assert (episode.goal_id, episode.tags) == (None, [])
    assert [skill.name for skill in episode.skills] == ["Planning"]
    assert [tag.name for tag in journal.episodes.get(other.id).tags] == ["yard"]
    journal.trash.put(one.episode.id)
    journal.trash.empty()
    assert [each.id for each in journal.reflections.get(about_goal.id).episodes] == [other.id]


def test_a_lesson_outlives_where_it_came_from_and_where_it_was_used(journal: Journal, one: Examples) -> None:
    journal.lessons.apply(one.lesson.id, one.episode.id)
    for thing in (one.reflection, one.episode):
        journal.trash.put(thing.id)
    journal.trash.empty()
    lesson = journal.lessons.get(one.lesson.id)
    assert (lesson.text, lesson.reflection_id, lesson.applications) == ("Ask first", None, [])


def test_a_review_outlives_the_method_it_was_asked_by(journal: Journal, one: Examples) -> None:
    journal.trash.put(one.method.id)
    journal.trash.empty()
    review = journal.reflections.get(one.review.id)
    assert [prompt.key for prompt in journal.methods.asked(review).prompts][:2] == ["liked", "learned"]
    review.answers = {"liked": "Still a quiet month"}
    journal.reflections.keep(review)
    assert journal.methods.asked(journal.reflections.get(review.id)).name == "My month"


def test_an_unknown_thing_is_called_by_its_noun(journal: Journal) -> None:
    with pytest.raises(NoSuchThing, match="There is no own method with the id"):
        journal.methods.get(new_id())


def test_everything_at_once(journal: Journal, one: Examples) -> None:
    journal.goals.check_in(CheckIn(goal_id=one.goal.id, date=DAY, progress=5))
    journal.lessons.apply(one.lesson.id, one.episode.id)
    asks = journal.actions.open()[1:]
    for noun in (*NOUNS, *RECORDS, "plan", "review"):
        put(journal, example(one, noun))
    for thing in (*asks, *one.spare.values(), *one.records.profile.targets):
        journal.trash.put(thing.id)
    assert journal.trash.empty() == Emptied(len(NOUNS) + len(RECORDS) + 2 + 1 + 3 + 1)
    assert {name for name, count in rows(journal).items() if count} == {"draft", "preference"}


def test_what_is_kept_about_it_goes_too(journal: Journal, one: Examples) -> None:
    kept, gone = one.lesson, one.episode
    for text in (LONG, LONG + "!"):
        gone.story, kept.detail = text, text
        journal.episodes.save(gone)
        journal.lessons.save(kept)
    for thing_id in (gone.id, kept.id):
        journal.drafts.keep(f"reflection:{thing_id}", {"why": "x"})
        journal.drafts.keep(f"lesson:{thing_id}", {"text": "x"})
    before = rows(journal)
    journal.trash.put(gone.id)
    journal.trash.empty()
    missing = lost(journal, before)
    # The text and its earlier wording are both long enough for a digest.
    assert (missing["revision"], missing["text_digest"], missing["draft"]) == (1, 2, 2)
    assert journal.revisions.of(gone.id) == []
    assert len(journal.revisions.of(kept.id)) == 1
    assert {draft.place for draft in journal.drafts.all()} == {
        "capture",
        f"reflection:{kept.id}",
        f"lesson:{kept.id}",
    }


def test_only_what_lies_there_long_enough(journal: Journal, one: Examples, clock: Clock) -> None:
    journal.trash.put(one.lesson.id)
    clock.forward(days=10)
    journal.trash.put(one.reflection.id)
    assert journal.trash.empty(older_than=clock.now - dt.timedelta(days=10)) == Emptied(0)
    assert journal.trash.empty(older_than=clock.now - dt.timedelta(days=9)) == Emptied(1)
    assert [thing.id for thing in journal.trash.contents()] == [one.reflection.id]


def test_many_things_at_once(journal: Journal) -> None:
    """More than the driver takes parameters for in one batch."""
    goal = journal.goals.add(Goal(title="x"))
    with journal._store.writing() as session:
        session.add_all(
            Episode(date=DAY, title=f"{number}", goal_id=goal.id, trashed_at=journal._store.clock())
            for number in range(1200)
        )
    journal.tags.named("kept")
    assert journal.trash.empty() == Emptied(1200)
    assert rows(journal)["episode"] == 0
    assert journal.goals.get(goal.id).title == "x"


def test_it_is_announced_once_with_all_that_changed(journal: Journal, one: Examples) -> None:
    journal.lessons.apply(one.lesson.id, one.episode.id)
    journal.trash.put(one.reflection.id)
    journal.trash.put(one.lesson.id)
    heard: list[frozenset[type]] = []
    journal.subscribe(heard.append)
    journal.trash.empty()
    assert heard == [{Reflection, Lesson, Application, Recall, Action}]


def test_a_failure_half_way_destroys_nothing(
    journal: Journal, one: Examples, monkeypatch: pytest.MonkeyPatch
) -> None:
    for noun in NOUNS:
        put(journal, getattr(one, noun))
    before, deleted = rows(journal), []

    def refuse(*_: object) -> None:
        deleted.append(1)
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(journal._store.writer.dialect, "do_commit", refuse)
        with pytest.raises(DiskFull):
            journal.trash.empty()
    assert deleted
    assert lost(journal, before) == {}
    assert journal.trash.count() == len(NOUNS)


def test_traces_that_could_not_be_cleared_are_told(
    journal: Journal, one: Examples, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DiskFull

    journal.trash.put(one.lesson.id)
    with monkeypatch.context() as patch:
        patch.setattr(module, "rewrite", refuse)
        with pytest.raises(TracesRemain, match="Free some space"):
            journal.trash.empty()
    assert journal.trash.count() == 0
    assert journal.trash.empty() == Emptied(0)


def test_every_reference_is_one_the_database_knows(journal: Journal) -> None:
    """A column that names a thing without a foreign key would be left pointing at nothing."""
    for mapper in Base.registry.mappers:
        for column in inspect(mapper.class_).columns:
            named = column.name.endswith("_id") and column.name not in {"thing_id", "object_id"}
            assert bool(column.foreign_keys) == named, column
