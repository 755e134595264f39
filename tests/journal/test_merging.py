"""Lessons that say the same: found, merged so that nothing is lost, and taken apart again."""

import datetime as dt
from typing import Any

import pytest

from examples import DAY, Examples
from workjournal.domain.entity import Audience, new_id
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Lesson, LessonState
from workjournal.domain.reflection import Reflection
from workjournal.domain.spacing import Grade, replayed
from workjournal.journal.journal import Journal
from workjournal.journal.merging import InTheTrash, SameLesson
from workjournal.journal.service import NoSuchThing

ONE_DAY = dt.timedelta(days=1)
MANAGER, NEXT_JOB = Audience.MANAGER, Audience.NEXT_JOB


def kept(journal: Journal, text: str, *, skills: tuple[str, ...] = (), **fields: Any) -> Lesson:
    return journal.lessons.add(Lesson(date=DAY, text=text, **fields), skills=skills)


def episode(journal: Journal, title: str = "Depot") -> Episode:
    return journal.episodes.save(Episode(date=DAY, title=title))


def source_of(journal: Journal, *lessons: Lesson) -> Reflection:
    """A reflection that leaves them."""
    made = Reflection(date=DAY, method="aar-short", answers={"why": "x"})
    return journal.reflections.keep(made, lessons=lessons)


def state_of(journal: Journal, lesson: Lesson) -> dict[str, Any]:
    """All that can be told of a lesson."""
    read = journal.lessons.get(lesson.id)
    return {
        **{name: getattr(read, name) for name in ("text", "detail", "trigger", "state", "audiences", "due")},
        "memory": read.memory,
        "trashed": read.trashed_at is not None,
        "skills": [skill.name for skill in read.skills],
        "uses": {(use.id, use.episode_id, use.worked, use.trashed_at is None) for use in read.applications},
        "recalls": [(recall.id, recall.grade) for recall in journal.recalls.of(lesson.id)],
        "goals": [goal.id for goal in journal.lessons.goals_of(lesson.id)],
        "sources": [source.id for source in journal.lessons.sources(lesson.id)],
    }


@pytest.fixture
def pair(journal: Journal) -> tuple[Lesson, Lesson]:
    """Two lessons that say the same, each with a life of its own, and one episode in which both were used."""
    kept_one = kept(
        journal, "Ask the depot first", skills=("Planning",), audiences=frozenset({MANAGER, NEXT_JOB})
    )
    other = kept(
        journal,
        "First ask the depot",
        skills=("Asking", "Planning"),
        detail="They close at four.",
        trigger="when a truck is late",
        audiences=frozenset({MANAGER}),
    )
    for lesson in (kept_one, other):
        source_of(journal, lesson)
        journal.lessons.take_into(lesson.id, journal.goals.add(Goal(title="Lead the count")).id)
    both = episode(journal)
    journal.lessons.apply(kept_one.id, both.id)
    journal.lessons.apply(other.id, both.id, worked=True)
    journal.lessons.apply(kept_one.id, episode(journal).id, worked=False)
    journal.lessons.apply(other.id, episode(journal).id, worked=True)
    for number, grade in enumerate((Grade.GOOD, Grade.AGAIN, Grade.EASY)):
        lesson = (kept_one, other, kept_one)[number]
        journal.recalls.recall(lesson.id, grade, DAY + number * ONE_DAY, f"Words {number}")
    return journal.lessons.get(kept_one.id), journal.lessons.get(other.id)


# Merging


def test_everything_goes_over(journal: Journal, pair: tuple[Lesson, Lesson]) -> None:
    one, other = pair
    before, duplicate = state_of(journal, one), state_of(journal, other)
    journal.merging.merge(one.id, other.id, DAY + 9 * ONE_DAY)
    after = state_of(journal, one)
    assert after["skills"] == ["Asking", "Planning"]
    assert set(after["goals"]) == {*before["goals"], *duplicate["goals"]}
    assert after["sources"] == [*before["sources"], *duplicate["sources"]]
    assert after["recalls"] == sorted(
        [*before["recalls"], *duplicate["recalls"]], key=lambda recall: recall[0]
    )
    grades = [(DAY, Grade.GOOD), (DAY + ONE_DAY, Grade.AGAIN), (DAY + 2 * ONE_DAY, Grade.EASY)]
    assert after["memory"] == replayed(grades, DAY + 9 * ONE_DAY)
    assert after["trigger"] == "when a truck is late"
    assert state_of(journal, other)["trashed"]
    assert [each.id for each in journal.lessons.all()] == [one.id]


def test_a_use_in_the_same_episode_counts_once_and_still_tells_whether_it_worked(
    journal: Journal, pair: tuple[Lesson, Lesson]
) -> None:
    """Seen failing without `_judge`: "it worked" went into the trash with the duplicate."""
    one, other = pair
    journal.merging.merge(one.id, other.id, DAY)
    read = journal.lessons.get(one.id)
    assert sorted(str(use.worked) for use in read.applied()) == ["False", "True", "True"]
    assert len({use.episode_id for use in read.applied()}) == 3
    assert read.worked() == 2


def test_a_use_that_was_taken_back_does_not_hide_the_duplicates(journal: Journal) -> None:
    """Seen failing with every use of the kept one counted as used."""
    one, other, at = kept(journal, "A"), kept(journal, "B"), episode(journal)
    journal.lessons.apply(one.id, at.id, worked=False)
    journal.lessons.unapply(one.id, at.id)
    journal.lessons.apply(other.id, at.id, worked=True)
    journal.merging.merge(one.id, other.id, DAY)
    assert [use.worked for use in journal.lessons.get(one.id).applied()] == [True]
    journal.lessons.apply(one.id, at.id, worked=False)  # changes the one that counts
    assert [use.worked for use in journal.lessons.get(one.id).applied()] == [False]


TEXTS = [
    # kept: text, trigger, detail; the duplicate's; what the detail is then
    (("A", "", ""), ("B", "", ""), "> B"),
    (("A", "", ""), ("A", "", ""), ""),
    (("A", "", "x"), ("A", "", "x"), "x"),
    (("A", "", "x"), ("B", "", "y\nz"), "x\n\n> B\n>\n> y\n> z"),
    (("A", "when a", ""), ("A", "when b", ""), "> when b"),
    (("A", "when a", ""), ("A", "when a", ""), ""),
    (("A", "", ""), ("B", "when b", ""), "> B"),
    (("A", "when a", "> q"), ("B", "when b", "> r"), "> q\n\n> B\n>\n> when b\n>\n> > r"),
]


@pytest.mark.parametrize(("one", "other", "detail"), TEXTS)
def test_its_words_are_quoted_where_they_differ(
    journal: Journal, one: tuple[str, str, str], other: tuple[str, str, str], detail: str
) -> None:
    first, second = (kept(journal, text, trigger=when, detail=more) for text, when, more in (one, other))
    journal.merging.merge(first.id, second.id, DAY)
    read = journal.lessons.get(first.id)
    assert (read.text, read.trigger, read.detail) == (one[0], one[1] or other[1], detail)


STATES = [
    (LessonState.NEW, LessonState.APPLIED, LessonState.APPLIED),
    (LessonState.SHARED, LessonState.NEW, LessonState.SHARED),
    (LessonState.RETIRED, LessonState.RECALLED, LessonState.RECALLED),
    (LessonState.RETIRED, LessonState.RETIRED, LessonState.RETIRED),
    (LessonState.RECALLED, LessonState.RETIRED, LessonState.RECALLED),
]


@pytest.mark.parametrize(("one", "other", "then"), STATES)
def test_it_has_come_as_far_as_the_further_of_the_two(
    journal: Journal, one: LessonState, other: LessonState, then: LessonState
) -> None:
    first, second = kept(journal, "A", state=one), kept(journal, "B", state=other)
    merged = journal.merging.merge(first.id, second.id, DAY)
    assert journal.lessons.get(first.id).state is then
    journal.merging.part(merged, DAY)
    assert [journal.lessons.get(each.id).state for each in (first, second)] == [one, other]


AUDIENCES = [
    ({MANAGER}, {MANAGER}, "B", {MANAGER}),
    ({MANAGER, NEXT_JOB}, {MANAGER}, "B", {MANAGER}),
    ({MANAGER}, set(), "B", set()),
    (set(), {MANAGER}, "B", set()),
    ({MANAGER}, set(), "A", {MANAGER}),  # nothing was quoted
]


@pytest.mark.parametrize(("one", "other", "text", "then"), AUDIENCES)
def test_private_words_are_not_shared_by_being_quoted(
    journal: Journal, one: set[Audience], other: set[Audience], text: str, then: set[Audience]
) -> None:
    """A pack shows the detail of a lesson. Seen failing with the audiences left as they were."""
    first = kept(journal, "A", audiences=frozenset(one))
    second = kept(journal, text, audiences=frozenset(other))
    merged = journal.merging.merge(first.id, second.id, DAY)
    assert journal.lessons.get(first.id).audiences == then
    journal.merging.part(merged, DAY)
    assert journal.lessons.get(first.id).audiences == one


def test_the_reflection_of_the_duplicate_tells_what_it_left(journal: Journal) -> None:
    one, other = kept(journal, "A"), kept(journal, "B")
    first, second = source_of(journal, one), source_of(journal, other)
    journal.merging.merge(one.id, other.id, DAY)
    for reflection in (first, second):
        assert [lesson.id for lesson in journal.reflections.left_by(reflection.id)[0]] == [one.id]
    assert journal.reflections.lessons_left([first, second]) == {first.id: 1, second.id: 1}


def test_two_of_one_reflection_have_it_once(journal: Journal) -> None:
    one, other = kept(journal, "A"), kept(journal, "B")
    source = source_of(journal, one, other)
    journal.merging.merge(one.id, other.id, DAY)
    assert [each.id for each in journal.lessons.sources(one.id)] == [source.id]
    assert journal.reflections.lessons_left([source]) == {source.id: 1}


def test_a_chain_of_duplicates_ends_in_one(journal: Journal) -> None:
    lessons = [kept(journal, text) for text in "ABC"]
    sources = [source_of(journal, lesson) for lesson in lessons]
    journal.merging.merge(lessons[1].id, lessons[2].id, DAY)
    journal.merging.merge(lessons[0].id, lessons[1].id, DAY)
    read = journal.lessons.get(lessons[0].id)
    assert read.detail == "> B\n>\n> > C"
    assert [each.id for each in journal.lessons.sources(read.id)] == [source.id for source in sources]


def test_a_lesson_is_not_merged_with_itself_or_with_nothing(journal: Journal, one: Examples) -> None:
    with pytest.raises(SameLesson):
        journal.merging.merge(one.lesson.id, one.lesson.id, DAY)
    for pair in ((one.lesson.id, new_id()), (new_id(), one.lesson.id)):
        with pytest.raises(NoSuchThing):
            journal.merging.merge(*pair, DAY)


def test_what_lies_in_the_trash_is_not_merged(journal: Journal, pair: tuple[Lesson, Lesson]) -> None:
    """Merged twice, its words would be quoted twice."""
    kept, duplicate = pair
    journal.merging.merge(kept.id, duplicate.id, DAY)
    detail = journal.lessons.get(kept.id).detail
    for two in ((kept.id, duplicate.id), (duplicate.id, kept.id)):
        with pytest.raises(InTheTrash):
            journal.merging.merge(*two, DAY)
    assert journal.lessons.get(kept.id).detail == detail


# Taking apart


def test_taken_apart_both_are_as_they_were(journal: Journal, pair: tuple[Lesson, Lesson]) -> None:
    before = [state_of(journal, lesson) for lesson in pair]
    today = DAY + 9 * ONE_DAY
    merged = journal.merging.merge(pair[0].id, pair[1].id, today)
    assert state_of(journal, pair[0]) != before[0]
    journal.merging.part(merged, today)
    assert [state_of(journal, lesson) for lesson in pair] == before
    merged = journal.merging.merge(pair[1].id, pair[0].id, today)  # and the other way round
    journal.merging.part(merged, today)
    assert [state_of(journal, lesson) for lesson in pair] == before


def test_what_was_used_or_recalled_after_the_merge_stays_with_the_kept_one(
    journal: Journal, pair: tuple[Lesson, Lesson]
) -> None:
    one, other = pair
    before = state_of(journal, other)
    merged = journal.merging.merge(one.id, other.id, DAY + 9 * ONE_DAY)
    later = episode(journal)
    journal.lessons.apply(one.id, later.id, worked=True)
    journal.recalls.recall(one.id, Grade.HARD, DAY + 10 * ONE_DAY)
    journal.merging.part(merged, DAY + 10 * ONE_DAY)
    assert state_of(journal, other) == before
    assert later.id in {use.episode_id for use in journal.lessons.get(one.id).applied()}
    assert [grade for _, grade in state_of(journal, one)["recalls"]] == [Grade.GOOD, Grade.EASY, Grade.HARD]


def test_emptying_the_trash_afterwards_loses_nothing(journal: Journal, pair: tuple[Lesson, Lesson]) -> None:
    """Whatever the duplicate had that can be told is with the kept one. Seen failing without goals going over."""
    one, other = pair
    journal.merging.merge(one.id, other.id, DAY + 9 * ONE_DAY)
    before = state_of(journal, one)
    journal.trash.empty()
    assert state_of(journal, one) == before
    assert "First ask the depot" in before["detail"]
    assert "They close at four." in before["detail"]
    assert len(before["goals"]) == len(before["sources"]) == 2
    assert len(before["recalls"]) == len(before["uses"]) == 3
    with pytest.raises(NoSuchThing):
        journal.lessons.get(other.id)
