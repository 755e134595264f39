"""Reflections: kept with what they leave, all or nothing."""

import datetime as dt
from collections.abc import Callable

import pytest

from examples import DAY, Examples
from workjournal.domain.action import Action
from workjournal.domain.entity import Missing, OutOfRange, new_id
from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Lesson
from workjournal.domain.methods import METHODS
from workjournal.domain.methods.method import Method, UnknownMethod, UnknownPrompt
from workjournal.domain.reflection import Reflection
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing


def reflection(day: dt.date = DAY, **answers: str) -> Reflection:
    return Reflection(date=day, method="aar-short", answers=answers or {"why": "Late"})


def test_it_is_kept_with_its_episodes_lessons_and_actions(journal: Journal, one: Examples) -> None:
    other = journal.episodes.save(Episode(date=DAY, title="Another"))
    kept = journal.reflections.keep(
        Reflection(
            date=DAY,
            method="aar-short",
            answers={"why": "Größe"},
            decision_quality=80,
            outcome_quality=0,
            period_start=DAY,
            period_end=DAY,
            goal_id=one.goal.id,
        ),
        episodes=[one.episode.id, other.id],
        lessons=[Lesson(date=DAY, text="A"), Lesson(date=DAY, text="B")],
        actions=[Action(date=DAY, text="C")],
    )
    read = journal.reflections.get(kept.id)
    assert (read.answers, read.decision_quality, read.outcome_quality) == ({"why": "Größe"}, 80, 0)
    assert (read.period_start, read.goal_id) == (DAY, one.goal.id)
    assert {episode.id for episode in read.episodes} == {one.episode.id, other.id}
    lessons, actions = journal.reflections.left_by(kept.id)
    assert (sorted(lesson.text for lesson in lessons), [action.text for action in actions]) == (
        ["A", "B"],
        ["C"],
    )
    assert journal.reflections.lessons_left([one.reflection, kept]) == {one.reflection.id: 1, kept.id: 2}
    assert [r.id for r in journal.reflections.of_episode(other.id)] == [kept.id]
    assert [r.id for r in journal.reflections.of_episode(one.episode.id)] == [one.reflection.id, kept.id]


def test_keeping_it_again_leaves_or_replaces_its_episodes(journal: Journal, one: Examples) -> None:
    read = journal.reflections.get(one.reflection.id)
    read.answers = {"next": "Earlier"}
    journal.reflections.keep(read)
    assert [e.id for e in journal.reflections.get(read.id).episodes] == [one.episode.id]
    journal.reflections.keep(read, episodes=[])
    assert journal.reflections.get(read.id).episodes == []
    assert journal.reflections.of_episode(one.episode.id) == []


Refusal = tuple[Callable[[Reflection], None], type[JournalError]]
REFUSED: list[Refusal] = [
    (lambda r: setattr(r, "method", "gibbs-and-a-half"), UnknownMethod),
    (lambda r: setattr(r, "answers", {"nonsense": "x"}), UnknownPrompt),
    (lambda r: setattr(r, "answers", {"why": " "}), Missing),
    (lambda r: setattr(r, "outcome_quality", 3), OutOfRange),
]


@pytest.mark.parametrize(("change", "error"), REFUSED)
def test_a_refused_one_leaves_nothing(
    journal: Journal, change: Callable[[Reflection], None], error: type
) -> None:
    made = reflection()
    change(made)
    with pytest.raises(error):
        journal.reflections.keep(made, lessons=[Lesson(date=DAY, text="A")])
    assert journal.reflections.newest() == []
    assert journal.lessons.all() == []


@pytest.mark.parametrize(
    ("lesson", "action", "episode"), [("", "C", False), ("A", "", False), ("A", "C", True)]
)
def test_if_one_part_fails_none_is_kept(journal: Journal, lesson: str, action: str, episode: bool) -> None:
    made = reflection()
    lessons, actions = [Lesson(date=DAY, text=lesson)], [Action(date=DAY, text=action)]
    with pytest.raises((Missing, NoSuchThing)):
        journal.reflections.keep(
            made, episodes=[new_id()] if episode else None, lessons=lessons, actions=actions
        )
    assert (journal.reflections.newest(), journal.lessons.all(), journal.actions.open()) == ([], [], [])
    lessons[0].text, actions[0].text = "A", "C"  # the same things, mended
    journal.reflections.keep(made, lessons=lessons, actions=actions)
    assert len(journal.reflections.newest()) == len(journal.lessons.all()) == len(journal.actions.open()) == 1


def test_a_refused_change_keeps_what_was_typed(journal: Journal, one: Examples) -> None:
    read = journal.reflections.get(one.reflection.id)
    read.answers = {"why": "Typed for an hour"}
    with pytest.raises(NoSuchThing):
        journal.reflections.keep(read, episodes=[new_id()])
    assert read.answers == {"why": "Typed for an hour"}
    journal.reflections.keep(read)
    assert journal.reflections.get(read.id).answers == {"why": "Typed for an hour"}


def test_newest_first_by_pages_without_the_trash(journal: Journal) -> None:
    kept = [journal.reflections.keep(reflection(DAY - dt.timedelta(days=days))) for days in (2, 0, 1, 0)]
    journal.reflections.trash(journal.reflections.keep(reflection()).id)
    expected = [kept[3].id, kept[1].id, kept[2].id, kept[0].id]
    assert [r.id for r in journal.reflections.newest()] == expected
    assert [r.id for r in journal.reflections.newest(limit=2, skip=1)] == expected[1:3]


def test_what_is_in_the_trash_is_not_among_what_it_left(journal: Journal, one: Examples) -> None:
    journal.lessons.trash(one.lesson.id)
    journal.actions.trash(one.action.id)
    assert journal.reflections.left_by(one.reflection.id) == ([], [])
    assert journal.reflections.lessons_left([one.reflection]) == {}
    journal.reflections.trash(one.reflection.id)
    assert journal.reflections.of_episode(one.episode.id) == []


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.key)
def test_every_method_can_be_kept(journal: Journal, method: Method) -> None:
    answers = {prompt.key: f"To {prompt.key}: Größe \"'\n" for prompt in method.prompts}
    kept = journal.reflections.keep(Reflection(date=DAY, method=method.key, answers=answers))
    assert journal.reflections.get(kept.id).answers == answers
