"""Lessons that may say the same are found by their words."""

from typing import Any

import pytest

from examples import DAY
from workjournal.domain.lesson import Lesson
from workjournal.journal.journal import Journal


def kept(journal: Journal, text: str, *, skills: tuple[str, ...] = (), **fields: Any) -> Lesson:
    return journal.lessons.add(Lesson(date=DAY, text=text, **fields), skills=skills)


def test_lessons_of_the_same_words_are_alike_the_likeliest_first(journal: Journal) -> None:
    lesson = kept(journal, "Ask the depot before loading trucks")
    nearest = kept(journal, "Before loading trucks, ask at the depot")
    near = kept(journal, "Ask the depot about loading")
    kept(journal, "Sleep on a hard decision")
    kept(journal, "Trucks are late in every winter")
    assert [each.id for each in journal.merging.alike(lesson.id)] == [nearest.id, near.id]
    assert [each.id for each in journal.merging.alike(lesson.id, most=1)] == [nearest.id]


def test_retired_ones_are_alike_too_but_none_in_the_trash(journal: Journal) -> None:
    lesson, retired, trashed = (kept(journal, "Ask the depot first") for _ in range(3))
    journal.lessons.retire(retired.id)
    journal.lessons.trash(trashed.id)
    assert [each.id for each in journal.merging.alike(lesson.id)] == [retired.id]


@pytest.mark.parametrize("text", ["and so it was", "供应商", '" OR *', "NEAR(a b)", "x"])
def test_a_lesson_without_telling_words_is_like_none(journal: Journal, text: str) -> None:
    lesson = kept(journal, text)
    kept(journal, "Ask the depot first")
    assert journal.merging.alike(lesson.id) == []


def test_the_form_of_a_word_and_its_accents_make_no_difference(journal: Journal) -> None:
    lesson = kept(journal, "Lieferanten früh anrufen")
    other = kept(journal, "Den Lieferant FRUH anrufen")
    assert [each.id for each in journal.merging.alike(lesson.id)] == [other.id]
