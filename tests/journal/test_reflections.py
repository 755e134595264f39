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
from workjournal.domain.methods.method import Method, Prompt, UnknownMethod, UnknownPrompt
from workjournal.domain.period import Interval, Period
from workjournal.domain.reflection import Depth, Reflection
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.journal.reflections import draft_place
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


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.key)
def test_every_method_can_be_left_half_way_and_gone_on_with(journal: Journal, method: Method) -> None:
    """One answer is enough; and each of the others can be added to it."""
    answers: dict[str, str] = {}
    kept = Reflection(date=DAY, method=method.key, answers={})
    for prompt in method.prompts:
        answers[prompt.key] = f"To {prompt.key}"
        kept.answers = dict(answers)
        kept = journal.reflections.get(journal.reflections.keep(kept).id)
        assert kept.answers == answers
        assert kept.asked is None
    assert journal.methods.asked(kept) == method


def test_the_form_is_kept_with_it_where_it_is_not_a_shipped_one(journal: Journal) -> None:
    short = METHODS[0]
    longer = short.followed_by([Prompt("mood", "How was it?")])
    made = Reflection(date=DAY, method=short.key, answers={"why": "Late", "mood": "Fine"})
    with pytest.raises(UnknownPrompt):
        journal.reflections.keep(made)
    journal.reflections.keep(made, asked=longer)
    read = journal.reflections.get(made.id)
    assert read.asked == longer.as_json()
    assert journal.methods.asked(read).prompts == longer.prompts
    read.answers = {"mood": "Better"}
    journal.reflections.keep(read)  # as it was asked before
    assert journal.reflections.get(made.id).asked == longer.as_json()
    read.answers = {"why": "Late"}
    journal.reflections.keep(read, asked=short)  # and then by the shipped one
    assert journal.reflections.get(made.id).asked is None


def test_evidence_distance_and_depth_are_kept(journal: Journal, one: Examples) -> None:
    made = reflection()
    made.evidence, made.distanced = "The rota\nhttps://example.org", True
    journal.reflections.keep(made)
    read = journal.reflections.get(made.id)
    assert (read.evidence, read.distanced, read.depth) == (made.evidence, True, None)
    for depth in (*Depth, None):
        journal.reflections.rate_depth(made.id, depth)
        assert journal.reflections.get(made.id).depth is depth
    read = journal.reflections.get(made.id)
    read.evidence = "The rota"
    journal.reflections.keep(read)
    assert [revision.text for revision in journal.revisions.of(made.id)] == ["The rota\nhttps://example.org"]


def test_those_on_a_goal_oldest_first(journal: Journal, one: Examples) -> None:
    kept = []
    for day in (DAY, DAY - dt.timedelta(days=9), DAY):
        made = reflection(day)
        made.goal_id = one.goal.id
        kept.append(journal.reflections.keep(made).id)
    journal.reflections.trash(kept[2])
    assert [r.id for r in journal.reflections.of_goal(one.goal.id)] == kept[:2]
    assert journal.reflections.of_goal(one.plan.id) == []


def test_a_lesson_keeps_the_reflection_that_left_it_first(journal: Journal, one: Examples) -> None:
    later = journal.reflections.keep(reflection(), lessons=[journal.lessons.get(one.lesson.id)])
    assert journal.lessons.get(one.lesson.id).reflection_id == one.reflection.id
    assert journal.reflections.left_by(later.id) == ([], [])


def test_a_draft_lies_under_what_it_is_about() -> None:
    about = new_id()
    week = Period.of(Interval.WEEK, DAY)
    assert draft_place(about) == f"reflection:{about}"
    assert draft_place(week) == "reflection:week-2026-11-16"
    assert draft_place(None) == "reflection:new"
