"""Lessons: kept with their skills, applied, retired and taken up again."""

import datetime as dt

import pytest

from examples import DAY, Examples
from workjournal.domain.entity import Missing, new_id
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Lesson, LessonState
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing


def test_skills_are_set_left_or_taken_away(journal: Journal) -> None:
    lesson = journal.lessons.add(Lesson(date=DAY, text="Ask"), skills=["Planning", "planning", "Asking"])
    journal.lessons.add(lesson)
    assert [skill.name for skill in journal.lessons.get(lesson.id).skills] == ["Asking", "Planning"]
    journal.lessons.add(lesson, skills=[])
    assert journal.lessons.get(lesson.id).skills == []
    with pytest.raises(Missing):
        journal.lessons.add(Lesson(date=DAY, text=""))


def test_newest_first_and_the_retired_on_demand(journal: Journal) -> None:
    kept = [
        journal.lessons.save(Lesson(date=DAY - dt.timedelta(days=days), text="x")) for days in (1, 0, 2, 0)
    ]
    journal.lessons.retire(kept[1].id)
    journal.lessons.trash(journal.lessons.save(Lesson(date=DAY, text="y")).id)
    assert [lesson.id for lesson in journal.lessons.all()] == [kept[3].id, kept[0].id, kept[2].id]
    assert [lesson.id for lesson in journal.lessons.all(retired=True)] == [kept[n].id for n in (3, 1, 0, 2)]


def test_applying_twice_is_applying_once(journal: Journal, one: Examples) -> None:
    first = journal.lessons.apply(one.lesson.id, one.episode.id)
    again = journal.lessons.apply(one.lesson.id, one.episode.id, worked=True)
    assert again.id == first.id
    read = journal.lessons.get(one.lesson.id)
    assert [(a.episode_id, a.worked) for a in read.applications] == [(one.episode.id, True)]
    assert read.state is LessonState.APPLIED
    journal.lessons.apply(one.lesson.id, one.episode.id, worked=False)
    assert journal.lessons.get(one.lesson.id).worked() == 0


def test_each_episode_counts_by_itself(journal: Journal, one: Examples) -> None:
    other = journal.episodes.save(Episode(date=DAY, title="Another"))
    journal.lessons.apply(one.lesson.id, one.episode.id, worked=True)
    journal.lessons.apply(one.lesson.id, other.id)
    assert len(journal.lessons.get(one.lesson.id).applied()) == 2
    assert [lesson.id for lesson in journal.lessons.applied_in(other.id)] == [one.lesson.id]


def test_taken_back_and_applied_again(journal: Journal, one: Examples) -> None:
    journal.lessons.apply(one.lesson.id, one.episode.id, worked=True)
    journal.lessons.unapply(one.lesson.id, one.episode.id)
    assert journal.lessons.applied_in(one.episode.id) == []
    assert journal.lessons.get(one.lesson.id).applied() == []
    journal.lessons.unapply(one.lesson.id, one.episode.id)
    journal.lessons.unapply(one.lesson.id, new_id())
    journal.lessons.apply(one.lesson.id, one.episode.id)
    assert len(journal.lessons.get(one.lesson.id).applications) == 1
    assert [lesson.id for lesson in journal.lessons.applied_in(one.episode.id)] == [one.lesson.id]


def test_a_lesson_in_the_trash_was_not_applied(journal: Journal, one: Examples) -> None:
    journal.lessons.apply(one.lesson.id, one.episode.id)
    journal.lessons.trash(one.lesson.id)
    assert journal.lessons.applied_in(one.episode.id) == []


def test_applying_what_is_not_there_is_told(journal: Journal, one: Examples) -> None:
    with pytest.raises(NoSuchThing, match="no lesson"):
        journal.lessons.apply(new_id(), one.episode.id)
    with pytest.raises(NoSuchThing, match="no episode"):
        journal.lessons.apply(one.lesson.id, new_id())
    assert journal.lessons.get(one.lesson.id).state is LessonState.NEW


def test_a_retired_lesson_stays_so_until_it_is_taken_up(journal: Journal, one: Examples) -> None:
    journal.lessons.retire(one.lesson.id)
    journal.lessons.apply(one.lesson.id, one.episode.id)
    assert journal.lessons.get(one.lesson.id).state is LessonState.RETIRED
    assert journal.lessons.take_up(one.lesson.id).state is LessonState.APPLIED
    journal.lessons.retire(one.lesson.id)
    assert journal.lessons.take_up(one.lesson.id, LessonState.RECALLED).state is LessonState.RECALLED


def test_a_goal_builds_on_a_lesson_until_that_is_taken_back(journal: Journal, one: Examples) -> None:
    other = journal.lessons.save(Lesson(date=DAY, text="Second"))
    for _ in range(2):
        journal.lessons.take_into(other.id, one.goal.id)
    journal.lessons.take_into(other.id, one.plan.id)
    assert [lesson.id for lesson in journal.lessons.of_goal(one.goal.id)] == [one.lesson.id, other.id]
    assert [goal.id for goal in journal.lessons.goals_of(other.id)] == [one.goal.id, one.plan.id]
    for _ in range(2):
        journal.lessons.take_out_of(other.id, one.goal.id)
    assert [lesson.id for lesson in journal.lessons.of_goal(one.goal.id)] == [one.lesson.id]
    assert [goal.id for goal in journal.lessons.goals_of(other.id)] == [one.plan.id]
    for pair in ((new_id(), one.goal.id), (other.id, new_id())):
        with pytest.raises(NoSuchThing):
            journal.lessons.take_into(*pair)


def test_what_is_in_the_trash_is_built_on_by_none_and_builds_on_none(journal: Journal, one: Examples) -> None:
    journal.lessons.trash(one.lesson.id)
    assert journal.lessons.of_goal(one.goal.id) == []
    journal.lessons.restore(one.lesson.id)
    journal.goals.trash(one.goal.id)
    assert journal.lessons.goals_of(one.lesson.id) == []


def test_saving_a_lesson_leaves_its_goals_and_sources_alone(journal: Journal, one: Examples) -> None:
    """They are not loaded with a lesson, and must not be emptied by it."""
    read = journal.lessons.get(one.lesson.id)
    read.text = "Ask the depot first"
    journal.lessons.add(read, skills=["Asking"])
    assert [goal.id for goal in journal.lessons.goals_of(read.id)] == [one.goal.id]
    assert [source.id for source in journal.lessons.sources(read.id)] == [one.reflection.id]


def test_its_sources_are_known_from_the_trash_too(journal: Journal, one: Examples) -> None:
    journal.reflections.trash(one.reflection.id)
    assert [source.id for source in journal.lessons.sources(one.lesson.id)] == [one.reflection.id]
    assert journal.lessons.sources(journal.lessons.save(Lesson(date=DAY, text="Direct")).id) == []


def test_used_in_a_period_each_once_and_whether_it_worked_the_last_time(journal: Journal) -> None:
    """By the episodes' own days, whenever that was noted."""
    first, second, third = (journal.lessons.save(Lesson(date=DAY, text=text)) for text in "ABC")

    def used(lesson: Lesson, days: int, hour: int, *, worked: bool | None) -> Episode:
        day = DAY + dt.timedelta(days=days)
        episode = journal.episodes.save(Episode(date=day, time=dt.time(hour), title="x"))
        journal.lessons.apply(lesson.id, episode.id, worked=worked)
        return episode

    used(first, 0, 15, worked=True)
    used(first, 0, 9, worked=False)
    used(second, 6, 9, worked=None)
    used(second, 3, 9, worked=True)
    used(third, 7, 9, worked=True)
    used(third, -1, 9, worked=True)
    end = DAY + dt.timedelta(days=6)

    def found() -> list[tuple[str, bool | None]]:
        return [(lesson.text, worked) for lesson, worked in journal.lessons.used_between(DAY, end)]

    assert found() == [("A", True), ("B", None)]
    taken_back, trashed = used(third, 1, 9, worked=True), used(third, 2, 9, worked=True)
    journal.lessons.unapply(third.id, taken_back.id)
    journal.episodes.trash(trashed.id)
    journal.lessons.trash(first.id)
    assert found() == [("B", None)]


def test_a_new_lesson_is_due_the_day_after_it_was_written(journal: Journal) -> None:
    direct = journal.lessons.add(Lesson(date=DAY, text="A"))
    left = Lesson(date=DAY, text="B")
    journal.reflections.keep(Reflection(date=DAY, method="aar-short", answers={"why": "x"}), lessons=[left])
    for lesson in (direct, left):
        assert journal.lessons.get(lesson.id).due == DAY + dt.timedelta(days=1)


def test_a_goal_that_is_destroyed_leaves_its_lessons(journal: Journal) -> None:
    lesson = journal.lessons.add(Lesson(date=DAY, text="A"))
    goals = [journal.goals.add(Goal(title=title)) for title in "XY"]
    for goal in goals:
        journal.lessons.take_into(lesson.id, goal.id)
    journal.trash.put(goals[0].id)
    journal.trash.empty()
    assert [goal.id for goal in journal.lessons.goals_of(lesson.id)] == [goals[1].id]


def test_what_reflections_on_a_goal_left(journal: Journal) -> None:
    goal, other = journal.goals.add(Goal(title="Lead")), journal.goals.add(Goal(title="Other"))
    own, merged, elsewhere = (Lesson(date=DAY, text=word) for word in ("Own", "Merged", "Elsewhere"))
    for about, lesson in ((goal, own), (goal, merged), (other, elsewhere)):
        reflection = Reflection(date=DAY, method="aar-short", answers={"why": "x"}, goal_id=about.id)
        journal.reflections.keep(reflection, lessons=[lesson])
    journal.lessons.save(Lesson(date=DAY, text="From nowhere"))
    journal.merging.merge(elsewhere.id, merged.id, DAY)
    assert {each.id for each in journal.lessons.left_by_goal(goal.id)} == {own.id, elsewhere.id}
    assert [each.id for each in journal.lessons.left_by_goal(other.id)] == [elsewhere.id]
    journal.lessons.trash(own.id)
    assert [each.id for each in journal.lessons.left_by_goal(goal.id)] == [elsewhere.id]
