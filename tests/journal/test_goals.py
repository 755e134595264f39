"""Stretch goals: planned, forecast, started, checked in on, closed; and a forecast that stays as it was."""

import datetime as dt

import pytest

from conftest import PASSPHRASE, Clock
from examples import DAY, Examples
from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import Missing, OutOfRange
from workjournal.domain.forecast import ForecastSealed
from workjournal.domain.goal import Goal, GoalState, NoEnding, WrongGoalState
from workjournal.journal import opening
from workjournal.journal.journal import Journal


@pytest.fixture
def plan(journal: Journal) -> Goal:
    return journal.goals.add(
        Goal(title="Speak at the fair", due=DAY + dt.timedelta(days=84)), skills=["Speaking"]
    )


def forecast(journal: Journal, goal: Goal) -> tuple[int, str, dt.datetime | None] | None:
    kept = journal.goals.get(goal.id).forecast
    return None if kept is None else (kept.probability, kept.reasons, kept.sealed_at)


def test_skills_are_set_left_or_taken_away(journal: Journal, plan: Goal) -> None:
    journal.goals.add(plan)
    assert [skill.name for skill in journal.goals.get(plan.id).skills] == ["Speaking"]
    journal.goals.add(plan, skills=[])
    assert journal.goals.get(plan.id).skills == []


def test_a_forecast_can_be_changed_until_the_start(journal: Journal, plan: Goal, clock: Clock) -> None:
    journal.goals.forecast(plan.id, 70, "I did it twice")
    journal.goals.forecast(plan.id, 55, "Not so often")
    assert forecast(journal, plan) == (55, "Not so often", None)
    assert len(journal.goals.get(plan.id).forecasts) == 1
    journal.goals.start(plan.id, DAY)
    assert forecast(journal, plan) == (55, "Not so often", clock.now)
    for probability in (60, None):
        with pytest.raises(ForecastSealed):
            journal.goals.forecast(plan.id, probability)
    assert forecast(journal, plan) == (55, "Not so often", clock.now)


def test_a_forecast_can_be_taken_back(journal: Journal, plan: Goal) -> None:
    journal.goals.forecast(plan.id, 70)
    journal.goals.forecast(plan.id, None)
    assert forecast(journal, plan) is None
    journal.goals.forecast(plan.id, None)


def test_what_is_no_forecast_is_refused(journal: Journal, plan: Goal) -> None:
    with pytest.raises(OutOfRange):
        journal.goals.forecast(plan.id, 99)
    with pytest.raises(Missing, match="Give your reasons a probability"):
        journal.goals.forecast(plan.id, None, "Because")
    assert forecast(journal, plan) is None


def test_nobody_forecasts_what_has_begun(journal: Journal, plan: Goal) -> None:
    journal.goals.start(plan.id, DAY)
    with pytest.raises(WrongGoalState, match="can be forecast"):
        journal.goals.forecast(plan.id, 95)
    assert forecast(journal, plan) is None


def test_goal_and_forecast_are_planned_both_or_neither(journal: Journal) -> None:
    goal = Goal(title="Lead a team")
    with pytest.raises(OutOfRange):
        journal.goals.plan(goal, skills=["Leading"], probability=3)
    assert (journal.goals.all(), journal.skills.names()) == ([], [])
    journal.goals.plan(goal, probability=None)
    assert forecast(journal, goal) is None
    journal.goals.plan(goal, skills=["Leading"], probability=45, reasons="New")
    assert forecast(journal, goal) == (45, "New", None)


def test_the_seal_survives_the_way_through_the_database(journal: Journal, plan: Goal, clock: Clock) -> None:
    journal.goals.forecast(plan.id, 70, "Größe")
    clock.now = dt.datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    journal.goals.start(plan.id, DAY)
    journal.close()
    with opening.open_journal(journal.folder, PASSPHRASE, clock) as reopened:
        kept = reopened.goals.get(plan.id).forecast
    assert kept
    assert kept.is_intact()
    kept.probability = 75
    assert not kept.is_intact()


def test_tampering_in_the_database_shows(journal: Journal, plan: Goal) -> None:
    journal.goals.forecast(plan.id, 70)
    journal.goals.start(plan.id, DAY)
    with journal._store.writing() as session:
        session.connection().exec_driver_sql("UPDATE forecast SET probability = 90")
    kept = journal.goals.get(plan.id).forecast
    assert kept
    assert not kept.is_intact()


def test_check_ins_are_kept_by_day(journal: Journal, plan: Goal) -> None:
    with pytest.raises(WrongGoalState):
        journal.goals.check_in(CheckIn(goal_id=plan.id, date=DAY, progress=5))
    journal.goals.start(plan.id, DAY)
    for days, progress in ((14, 30), (7, 10)):
        journal.goals.check_in(
            CheckIn(goal_id=plan.id, date=DAY + dt.timedelta(days=days), progress=progress)
        )
    with pytest.raises(Missing):
        journal.goals.check_in(CheckIn(goal_id=plan.id, date=DAY))
    goal = journal.goals.get(plan.id)
    assert [check_in.progress for check_in in goal.check_ins] == [10, 30]
    assert goal.latest("progress") == 30


def test_those_that_nobody_looked_at_for_a_week_are_due(journal: Journal, one: Examples) -> None:
    started = one.goal.start
    assert started
    assert journal.goals.due_for_check_in(started + dt.timedelta(days=6)) == []
    assert [goal.id for goal in journal.goals.due_for_check_in(started + dt.timedelta(days=7))] == [
        one.goal.id
    ]
    journal.goals.trash(one.goal.id)
    assert journal.goals.due_for_check_in(started + dt.timedelta(days=7)) == []


def test_it_closes_with_where_one_really_was(journal: Journal, one: Examples) -> None:
    with pytest.raises(OutOfRange):
        journal.goals.close(one.goal.id, GoalState.PARTLY, DAY, confidence_after=7)
    assert journal.goals.get(one.goal.id).state is GoalState.ACTIVE
    journal.goals.close(one.goal.id, GoalState.PARTLY, DAY, confidence_after=60, confidence_really_before=20)
    goal = journal.goals.get(one.goal.id)
    assert (goal.state, goal.closed) == (GoalState.PARTLY, DAY)
    assert (goal.confidence_after, goal.confidence_really_before) == (60, 20)
    with pytest.raises(WrongGoalState):
        journal.goals.start(one.goal.id, DAY)


def test_active_then_planned_then_closed_newest_first(journal: Journal) -> None:
    made = {title: journal.goals.add(Goal(title=title)).id for title in "abcdef"}
    for title in "abc":
        journal.goals.start(made[title], DAY)
    journal.goals.close(made["a"], GoalState.ACHIEVED, DAY)
    journal.goals.close(made["e"], GoalState.ABANDONED, DAY, reason="No fair this year")
    journal.goals.trash(made["f"])
    assert [goal.title for goal in journal.goals.all()] == ["c", "b", "d", "e", "a"]


def test_a_check_in_elsewhere_does_not_stop_an_open_copy_from_being_saved(
    journal: Journal, plan: Goal
) -> None:
    journal.goals.start(plan.id, DAY)
    open_copy = journal.goals.get(plan.id)
    journal.goals.check_in(CheckIn(goal_id=plan.id, date=DAY, progress=10))
    open_copy.why = "Because it frightens me"
    journal.goals.save(open_copy)
    assert journal.goals.get(plan.id).why == "Because it frightens me"
    assert len(journal.goals.get(plan.id).check_ins) == 1


@pytest.mark.parametrize("state", [GoalState.PLANNED, GoalState.ACTIVE])
def test_a_goal_does_not_end_as_an_open_one(journal: Journal, plan: Goal, state: GoalState) -> None:
    journal.goals.start(plan.id, DAY)
    with pytest.raises(NoEnding):
        journal.goals.close(plan.id, state, DAY)
