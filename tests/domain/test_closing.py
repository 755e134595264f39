"""How a goal starts, rests, is revised, ends and is opened again: the rules without a database."""

import datetime as dt

import pytest

from workjournal.domain.entity import Missing
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import (
    EndsTooEarly,
    Goal,
    GoalState,
    NoEnding,
    NothingToRevise,
    Resting,
    WrongGoalState,
)

NOW = dt.datetime(2026, 9, 1, 9, tzinfo=dt.UTC)
START = dt.date(2026, 9, 1)
ENDINGS = [GoalState.ACHIEVED, GoalState.PARTLY, GoalState.MISSED, GoalState.ABANDONED]


def running(probability: int | None = 70) -> Goal:
    goal = Goal(title="Lead the count", due=START + dt.timedelta(days=60))
    if probability is not None:
        goal.forecasts.append(Forecast(goal_id=goal.id, probability=probability))
    goal.begin(START, NOW)
    return goal


def after(days: int) -> dt.date:
    return START + dt.timedelta(days=days)


@pytest.mark.parametrize("state", ENDINGS)
def test_it_ends_once_and_can_be_opened_again(state: GoalState) -> None:
    goal = running()
    goal.close(state, after(5), reason="Enough")
    assert (goal.state, goal.closed, goal.reason) == (state, after(5), "Enough")
    with pytest.raises(WrongGoalState):
        goal.close(state, after(6), reason="x")
    with pytest.raises(WrongGoalState):
        goal.accepts_check_in()
    goal.reopen()
    assert (goal.state, goal.closed, goal.reason) == (GoalState.ACTIVE, None, "Enough")
    with pytest.raises(WrongGoalState):
        goal.reopen()


def test_giving_up_needs_a_reason() -> None:
    for reason in ("", " \n"):
        goal = running()
        with pytest.raises(Missing, match="Say why the goal is given up"):
            goal.close(GoalState.ABANDONED, after(1), reason=reason)
        assert goal.state is GoalState.ACTIVE


def test_one_that_never_started_can_only_be_given_up() -> None:
    goal = Goal(title="Some day")
    for state in ENDINGS[:3]:
        with pytest.raises(WrongGoalState):
            goal.close(state, START)
    goal.close(GoalState.ABANDONED, START, reason="Not mine")
    goal.reopen()
    assert goal.state is GoalState.PLANNED


@pytest.mark.parametrize("state", [GoalState.PLANNED, GoalState.ACTIVE])
def test_an_open_state_is_no_ending(state: GoalState) -> None:
    with pytest.raises(NoEnding):
        running().close(state, after(1))


def test_it_cannot_end_before_it_started() -> None:
    goal = running()
    with pytest.raises(EndsTooEarly, match="started on 2026-09-01"):
        goal.close(GoalState.MISSED, after(-1))
    goal.close(GoalState.MISSED, START)


def test_a_revision_stands_beside_the_first() -> None:
    goal = running()
    revised = goal.revise(30, "Two left", NOW + dt.timedelta(days=9))
    assert goal.forecast is not None
    assert (goal.forecast.probability, goal.forecast.is_intact()) == (70, True)
    assert goal.revisions == [revised]
    assert (revised.is_intact(), revised.by) == (True, goal.due)
    goal.close(GoalState.MISSED, after(5))
    with pytest.raises(WrongGoalState):
        goal.revise(10, "", NOW)


def test_there_is_nothing_to_revise_without_a_first_one() -> None:
    goal = running(probability=None)
    with pytest.raises(NothingToRevise):
        goal.revise(90, "Nearly there", NOW)
    assert goal.forecasts == []
    with pytest.raises(WrongGoalState):
        Goal(title="Some day").revise(50, "", NOW)


def test_it_rests_and_asks_for_nothing_until_it_is_resumed() -> None:
    goal = running()
    assert goal.check_in_due(after(7))
    goal.pause(after(7))
    goal.pause(after(9))
    assert goal.paused_on == after(7)
    assert not goal.check_in_due(after(30))
    assert goal.next_check_in(after(30)) is None
    assert goal.is_overdue(after(61))  # a rest does not move the day
    with pytest.raises(Resting):
        goal.snooze(after(12))
    goal.resume()
    assert goal.check_in_due(after(30))


def test_one_that_has_ended_rests_no_more() -> None:
    goal = running()
    goal.pause(after(7))
    goal.close(GoalState.ABANDONED, after(9), reason="Enough")
    goal.reopen()
    assert goal.paused_on is None


def test_a_check_in_that_is_put_off_asks_on_that_day() -> None:
    goal = running()
    goal.snooze(after(10))
    assert not goal.check_in_due(after(9))
    assert goal.check_in_due(after(10))
    assert goal.is_snoozed(after(9))
    assert not goal.is_snoozed(after(10))


@pytest.mark.parametrize("verb", ["pause", "snooze"])
def test_only_a_running_goal_can_rest(verb: str) -> None:
    with pytest.raises(WrongGoalState):
        getattr(Goal(title="Some day"), verb)(START)


def test_without_a_rhythm_it_never_asks() -> None:
    goal = running()
    goal.rhythm_days = 0
    assert not goal.check_in_due(after(400))
