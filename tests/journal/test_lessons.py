"""Lessons: kept with their skills, applied, retired and taken up again."""

import datetime as dt

import pytest

from examples import DAY, Examples
from workjournal.domain.entity import Missing, new_id
from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Lesson, LessonState
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
