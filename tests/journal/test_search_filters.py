"""Each filter of a search: what has it, what has not, and the same with a minus."""

import datetime as dt
from uuid import UUID

import pytest

from examples import DAY, Examples
from workjournal.domain.action import Action, ActionState
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.goal import GoalState
from workjournal.domain.lesson import Lesson
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal


def ids(journal: Journal, line: str) -> set[UUID]:
    return {hit.id for hit in journal.search.find(line, limit=1000).hits}


@pytest.fixture
def bare(journal: Journal, one: Examples) -> Episode:
    """An episode with nothing on it."""
    return journal.episodes.add(Episode(date=DAY, title="Bare"))


def check(journal: Journal, line: str, having: set[UUID]) -> None:
    """That a filter gives just these, with words too, and the others with a minus."""
    every = ids(journal, "from:0001")
    assert len(every) > len(having)
    assert ids(journal, line) == having
    assert ids(journal, f"-{line}") == every - having
    assert ids(journal, f"bare {line}") == ids(journal, "bare") & having
    assert ids(journal, f"bare -{line}") == ids(journal, "bare") - having


@pytest.mark.parametrize("name", ["tag:DEPOT", 'person:"ada holm"'])
def test_tags_and_people_are_of_episodes(journal: Journal, one: Examples, bare: Episode, name: str) -> None:
    check(journal, name, {one.episode.id})


def test_skills_are_of_episodes_lessons_goals_and_what_speaks_for_them(
    journal: Journal, one: Examples, bare: Episode
) -> None:
    lesson = journal.lessons.add(Lesson(date=DAY, text="Bare lesson"), skills=["planning"])
    assert ids(journal, "skill:planning") >= {one.episode.id, one.goal.id, lesson.id}
    kinds = {hit.kind for hit in journal.search.find("skill:planning").hits}
    assert kinds == {"episode", "goal", "lesson", "rating", "credential"}
    check(journal, "skill:planning", ids(journal, "skill:Planning"))


def test_a_label_that_nothing_has_finds_nothing(journal: Journal, one: Examples, bare: Episode) -> None:
    for line in ("tag:nowhere", "person:x", "skill:x", "goal:nowhere"):
        check(journal, line, set())


def test_labels_that_were_put_together_are_found_by_the_one_that_is_left(journal: Journal) -> None:
    first = journal.episodes.add(Episode(date=DAY, title="x"), tags=["Planing"])
    second = journal.episodes.add(Episode(date=DAY, title="y"), tags=["Planning"])
    wrong, right = journal.tags.named("Planing", "Planning")
    journal.tags.put_away(wrong.id, right.id)
    assert ids(journal, "tag:planning") == {first.id, second.id}
    assert ids(journal, "tag:planing") == set()


def test_a_goal_is_known_by_a_part_of_its_title(journal: Journal, one: Examples, bare: Episode) -> None:
    found = journal.search.find('goal:"STOCK co"').hits
    assert {one.goal.id, one.episode.id, one.lesson.id} <= {hit.id for hit in found}
    assert {hit.kind for hit in found} >= {"goal", "episode", "lesson", "forecast", "check-in"}
    check(journal, "goal:stock", {hit.id for hit in found})


def test_has_attachment(journal: Journal, one: Examples, bare: Episode) -> None:
    check(journal, "has:attachment", {one.episode.id})
    journal.episodes.detach(one.attachment.id)
    check(journal, "has:attachment", set())


def test_has_reflection_and_is_unreflected(journal: Journal, one: Examples, bare: Episode) -> None:
    check(journal, "has:reflection", {one.episode.id})
    check(journal, "is:unreflected", {bare.id})
    about = Reflection(date=DAY, method="aar-short", answers={"why": "x"}, goal_id=one.goal.id)
    journal.reflections.keep(about)
    check(journal, "has:reflection", {one.episode.id, one.goal.id})
    for reflection in (about, one.reflection):
        journal.trash.put(reflection.id)
    check(journal, "has:reflection", set())
    check(journal, "is:unreflected", {bare.id, one.episode.id})


def test_has_link_and_note(journal: Journal, one: Examples, bare: Episode) -> None:
    for line in ("has:link", "has:note"):
        check(journal, line, set())
    bare.source_link, bare.private_note = "https://example.org", "Between us"
    journal.episodes.save(bare)
    for line in ("has:link", "has:note"):
        check(journal, line, {bare.id})


def test_has_goal(journal: Journal, one: Examples, bare: Episode) -> None:
    before = ids(journal, "has:goal")
    assert {one.episode.id, one.lesson.id} <= before
    action = journal.actions.save(Action(date=DAY, text="Ask", goal_id=one.goal.id))
    check(journal, "has:goal", before | {action.id})


def test_has_lesson(journal: Journal, one: Examples, bare: Episode) -> None:
    check(journal, "has:lesson", {one.reflection.id, one.episode.id, one.goal.id})
    journal.lessons.apply(one.lesson.id, bare.id)
    check(journal, "has:lesson", {one.reflection.id, one.episode.id, one.goal.id, bare.id})
    journal.lessons.unapply(one.lesson.id, bare.id)
    journal.trash.put(one.lesson.id)
    check(journal, "has:lesson", set())


def test_is_shared(journal: Journal, one: Examples, bare: Episode) -> None:
    before = ids(journal, "is:shared")
    assert one.pack.id in before
    assert bare.id not in before
    bare.audiences = frozenset({Audience.MANAGER})
    journal.episodes.save(bare)
    check(journal, "is:shared", before | {bare.id})


def test_is_open_and_done(journal: Journal, one: Examples, bare: Episode) -> None:
    open_before = ids(journal, "is:open")
    assert {one.action.id, one.goal.id, one.plan.id} <= open_before
    check(journal, "is:open", open_before)
    journal.actions.end(one.action.id, ActionState.DONE, DAY)
    journal.goals.close(one.goal.id, GoalState.MISSED, dt.date(2026, 11, 30))
    check(journal, "is:open", open_before - {one.action.id, one.goal.id})
    check(journal, "is:done", {one.action.id, one.goal.id})
