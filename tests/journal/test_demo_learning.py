"""What the demo's storyteller learned: reflections by many methods, reviews, lessons that come back."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from conftest import PASSPHRASE
from journal.demo_telling import EVERYTHING, SUNDAY, make
from workjournal.domain.action import ActionKind, ActionState
from workjournal.domain.lesson import Lesson, LessonState, Recall
from workjournal.domain.methods import METHODS
from workjournal.domain.period import Interval, Period
from workjournal.domain.reflection import Depth, Reflection
from workjournal.domain.spacing import MOST_A_DAY, Grade
from workjournal.journal import opening
from workjournal.journal.agenda import DueKind
from workjournal.journal.journal import Journal
from workjournal.journal.matching import Writing

FRIDAY = dt.date(2026, 11, 20)
"""Its week is still open, and nothing of a month or a quarter ends."""


pytestmark = pytest.mark.xdist_group("demo of a Friday")  # it is made once


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("demo") / "friday", today=FRIDAY)


@pytest.fixture
def year(made: Path) -> Iterator[Journal]:
    with opening.open_journal(made, PASSPHRASE) as journal:
        yield journal


def reflections(journal: Journal) -> list[Reflection]:
    return journal.reflections.newest(limit=EVERYTHING)


def reviews(journal: Journal, interval: Interval) -> list[Reflection]:
    """The newest first."""
    return [each for each in reflections(journal) if each.period and each.period.interval is interval]


def lessons(journal: Journal) -> list[Lesson]:
    return journal.lessons.all(retired=True)


def recalls(journal: Journal) -> list[Recall]:
    return [recall for lesson in lessons(journal) for recall in journal.recalls.of(lesson.id)]


def test_today_offers_one_of_everything(year: Journal) -> None:
    due = year.agenda.due(FRIDAY)
    wanted = {DueKind.REFLECT, DueKind.REVIEW, DueKind.RECALL, DueKind.CHECK_IN, DueKind.ACT, DueKind.PULSE}
    assert {each.kind for each in due} >= wanted
    assert [each.thing for each in due if each.kind is DueKind.REVIEW] == [Period.of(Interval.WEEK, FRIDAY)]
    assert [each.number for each in due if each.kind is DueKind.RECALL] in ([2], [3], [4])


def test_reflections_use_every_method_and_answer_its_questions_only(year: Journal) -> None:
    shipped = {method.key: method for method in METHODS}
    for reflection in reflections(year):
        asked = year.methods.asked(reflection)
        asked.check_answers(reflection.answers)
        if reflection.method in shipped:
            assert asked == shipped[reflection.method]
    used = Counter(each.method for each in reflections(year))
    assert set(shipped) - set(used) == set()
    assert any(each.distanced for each in reflections(year))
    assert {each.depth for each in reflections(year)} == {None, *Depth}
    assert sum(bool(each.evidence) for each in reflections(year)) > 20


def test_a_goal_is_thought_about_before_it_starts_and_at_its_end(year: Journal) -> None:
    goals = {goal.id: goal for goal in year.goals.all()}
    on_goals = [each for each in reflections(year) if each.goal_id]
    for reflection in on_goals:
        goal = goals[reflection.goal_id] if reflection.goal_id else None
        assert goal
        assert goal.start
        if reflection.method in {"woop", "premortem"}:
            assert reflection.date < goal.start
        else:
            assert goal.closed
            assert reflection.date >= goal.closed
    assert Counter(each.method for each in on_goals) == {"woop": 2, "premortem": 2, "aar-full": 3}
    assert any(year.lessons.of_goal(goal_id) for goal_id in goals)


def test_the_own_method_was_changed_and_is_used(year: Journal) -> None:
    (own,) = year.methods.own()
    assert (own.edition, own.basis) == (2, "4ls")
    uses = [each for each in reflections(year) if each.method == str(own.id)]
    assert len(uses) >= 2
    added = own.prompts[-1]["key"]
    assert all(added in each.answers for each in uses)


def test_weeks_months_and_quarters_are_reviewed_but_not_the_last_week(year: Journal) -> None:
    weeks, months, quarters = (reviews(year, interval) for interval in Interval)
    assert 13 <= len(weeks) <= 26
    assert [each.period for each in weeks[:3]] == [
        Period.of(Interval.WEEK, FRIDAY - dt.timedelta(weeks=back)) for back in (1, 2, 3)
    ]
    assert len(months) >= 5
    assert len(quarters) == 3  # the story began when the first one was nearly over
    assert year.reviews.find(Period.of(Interval.WEEK, FRIDAY)) is None
    for review in (*weeks, *months, *quarters):
        assert review.period
        late = max(dt.timedelta(), review.date - review.period.end)
        assert review.period.start <= review.date
        assert late <= dt.timedelta(days=14)


def test_commitments_are_actions_with_an_end(year: Journal) -> None:
    ends: Counter[ActionState] = Counter()
    for interval in Interval:
        for review in reviews(year, interval):
            listed = [line.removeprefix("- ") for line in review.answers.get("commitments", "").splitlines()]
            _, actions = year.reflections.left_by(review.id)
            assert len(listed) <= 3
            assert [action.text for action in actions] == listed
            assert all(action.ended is None or review.date < action.ended <= FRIDAY for action in actions)
            ends.update(action.state for action in actions)
    assert set(ends) == {ActionState.DONE, ActionState.DROPPED, ActionState.OPEN}
    material = year.reviews.material(Period.of(Interval.WEEK, FRIDAY))
    assert {each.state for each in material.commitments} == {ActionState.DONE, ActionState.OPEN}
    assert material.applied
    assert material.episodes


def test_plans_fire_fail_or_never_come_up(year: Journal) -> None:
    actions = year.actions.touched_in(dt.date.min, dt.date.max)
    plans = Counter(action.state for action in actions if action.if_then)
    assert set(plans) == {*ActionState} - {ActionState.DROPPED}
    assert all(
        action.if_then or action.state not in {ActionState.NOT_MET, ActionState.NEVER_AROSE}
        for action in actions
    )
    assert {action.kind for action in actions} == set(ActionKind)


def test_lessons_have_sources_and_uses(year: Journal) -> None:
    everything = lessons(year)
    left_by = {source.method for lesson in everything for source in year.lessons.sources(lesson.id)}
    assert len(left_by) >= 8
    assert any(not year.lessons.sources(lesson.id) for lesson in everything)  # written by itself
    assert {use.worked for lesson in everything for use in lesson.applied()} == {True, False, None}
    assert sum(len(lesson.applied()) > 1 for lesson in everything) >= 10
    assert sum(bool(lesson.skills) for lesson in everything) == len(everything)
    assert {lesson.state for lesson in everything} == set(LessonState)


def test_two_lessons_say_nearly_the_same_and_two_others_became_one(year: Journal) -> None:
    alike = [lesson for lesson in lessons(year) if year.merging.alike(lesson.id)]
    assert len(alike) == 2
    merged = [lesson for lesson in lessons(year) if len(year.lessons.sources(lesson.id)) == 2]
    assert [lesson.text for lesson in merged] == [
        "Ask for the ship date in writing, with the name of the person who set it."
    ]
    assert "> Get a date in writing" in merged[0].detail


def test_recalls_keep_to_their_days(year: Journal) -> None:
    by_day = Counter(recall.date for recall in recalls(year))
    assert max(by_day.values()) <= MOST_A_DAY
    assert all(day.weekday() < 5 and day < FRIDAY for day in by_day)
    assert len(by_day) < 200  # not every evening
    for lesson in lessons(year):
        history = year.recalls.of(lesson.id)
        first = lesson.date - dt.timedelta(days=40)  # a merged one brings older recalls
        assert all(recall.date > first for recall in history)
        assert all(
            one.date < following.date for one, following in pairwise(history) if "> Get" not in lesson.detail
        )
        assert lesson.due
        assert lesson.due > (history[-1].date if history else lesson.date)
        assert lesson.recalled_on == (history[-1].date if history else None)
    assert {recall.grade for recall in recalls(year)} == set(Grade)
    spoken = [recall.answer for recall in recalls(year) if recall.answer]
    assert len(spoken) > 30
    assert len(spoken) == len(set(spoken))
    assert all(not recall.answer for recall in recalls(year) if recall.grade is Grade.AGAIN)


def test_what_is_written_next_finds_its_lessons(year: Journal) -> None:
    writing = Writing(
        text="Theatre manager at Northmere rang: the tray for Thursday is late, and I have not told the surgeon.",
        skills=("Difficult conversations",),
        people=("Bernadette Ojo",),
        tags=("customer",),
    )
    assert "Ring before writing when somebody has been let down." in {
        match.lesson.text for match in year.matching.lessons(writing)
    }
    episodes = [each for each in year.episodes.newest(limit=60) if each.skills]
    found = [
        year.matching.lessons(Writing(text=each.story, skills=tuple(skill.name for skill in each.skills)))
        for each in episodes
    ]
    assert sum(bool(matches) for matches in found) > 0.9 * len(found)


@pytest.mark.xdist_group("demo")  # made once too
def test_nothing_is_dated_after_a_sunday(told_year: Path) -> None:
    nothing_is_dated_after(SUNDAY, told_year)


@pytest.mark.slow
@pytest.mark.parametrize("today", [dt.date(2026, 11, 30), dt.date(2026, 9, 30), dt.date(2027, 1, 2)])
def test_nothing_is_dated_after_today(today: dt.date, tmp_path: Path) -> None:
    nothing_is_dated_after(today, make(tmp_path / "demo", today=today))


def nothing_is_dated_after(today: dt.date, demo: Path) -> None:
    with opening.open_journal(demo, PASSPHRASE) as journal:
        days = [episode.date for episode in journal.episodes.newest(limit=EVERYTHING)]
        days += [reflection.date for reflection in reflections(journal)]
        days += [lesson.date for lesson in lessons(journal)]
        days += [recall.date + dt.timedelta(days=1) for recall in recalls(journal)]
        for action in journal.actions.touched_in(dt.date.min, dt.date.max):
            days += [action.date, action.ended or action.date]
        days += [look.date for goal in journal.goals.all() for look in goal.check_ins]
        days += [value.date for each in journal.measures.all() for value in journal.measures.values(each.id)]
        days += [change.date for change in journal.changes.all()]
        days += [rating.date for each in journal.skills.all() for rating in journal.ratings.of(each.id)]
        days += [pulse.date for pulse in journal.pulses.all()]
        assert max(days) <= today
        made = [each.created_at for each in (*reflections(journal), *lessons(journal)) if each.created_at]
        assert max(made).astimezone().date() <= today
        # What ends today is still to be reviewed, and a handful of lessons wait.
        ends = {each.period for each in reflections(journal) if each.period} & {
            Period.of(interval, today) for interval in Interval
        }
        assert ends == set()
        assert 1 <= journal.recalls.waiting(today) <= MOST_A_DAY
