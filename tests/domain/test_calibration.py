"""Which forecasts can be judged, and which of them came true: without a database."""

import datetime as dt

import pytest

from workjournal.domain.calibration import Judged, judged
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import Goal, GoalState

NOW = dt.datetime(2026, 9, 1, 9, tzinfo=dt.UTC)
START, DUE = dt.date(2026, 9, 1), dt.date(2026, 10, 31)
LATE, TODAY = dt.date(2026, 11, 5), dt.date(2026, 11, 29)


def goal(*, due: dt.date | None = DUE, probability: int | None = 70) -> Goal:
    made = Goal(title="Lead the count", due=due)
    if probability is not None:
        made.forecasts.append(Forecast(goal_id=made.id, probability=probability))
    made.begin(START, NOW)
    return made


@pytest.mark.parametrize(
    ("state", "day", "expected"),
    [
        (GoalState.ACHIEVED, DUE, True),
        (GoalState.ACHIEVED, LATE, False),  # forecast was that it is reached by its day
        (GoalState.PARTLY, DUE, False),
        (GoalState.MISSED, DUE, False),
        (GoalState.ABANDONED, START, False),
    ],
)
def test_how_it_ended_decides(state: GoalState, day: dt.date, expected: bool) -> None:
    ended = goal()
    ended.close(state, day, reason="Enough")
    assert ended.came_true(TODAY) is expected
    assert judged([ended], TODAY) == [Judged(ended.id, 70, expected)]


def test_without_a_day_achieved_is_achieved() -> None:
    ended = goal(due=None)
    ended.close(GoalState.ACHIEVED, LATE)
    assert ended.came_true(TODAY) is True


def test_an_overdue_goal_counts_also_while_it_rests() -> None:
    running = goal()
    assert running.came_true(DUE) is None
    assert judged([running], DUE) == []
    assert running.came_true(DUE + dt.timedelta(days=1)) is False
    running.pause(START)
    assert judged([running], TODAY) == [Judged(running.id, 70, came_true=False)]


def test_on_an_earlier_day_one_that_was_closed_later_still_ran() -> None:
    ended = goal()
    ended.close(GoalState.ACHIEVED, LATE)
    assert ended.came_true(DUE) is None
    assert ended.came_true(LATE - dt.timedelta(days=1)) is False, "overdue then"
    ended = goal(due=TODAY)
    ended.close(GoalState.MISSED, LATE)
    assert judged([ended], LATE - dt.timedelta(days=1)) == []


def test_moving_the_day_does_not_move_the_forecast() -> None:
    running = goal()
    running.due = TODAY + dt.timedelta(days=300)
    assert running.came_true(TODAY) is False
    running.close(GoalState.ACHIEVED, LATE)
    assert running.came_true(TODAY) is False


def test_what_never_started_or_was_never_forecast_cannot_be_judged() -> None:
    planned = Goal(title="Some day", due=DUE)
    planned.forecasts.append(Forecast(goal_id=planned.id, probability=50))
    assert planned.came_true(TODAY) is None
    given_up = Goal(title="Some day")
    given_up.forecasts.append(Forecast(goal_id=given_up.id, probability=50))
    given_up.close(GoalState.ABANDONED, DUE, reason="Not mine")
    without = goal(probability=None)
    without.close(GoalState.ACHIEVED, DUE)
    assert judged([planned, given_up, without], TODAY) == []


def test_a_broken_seal_is_not_believed() -> None:
    ended = goal()
    ended.close(GoalState.ACHIEVED, DUE)
    assert ended.forecast is not None
    ended.forecast.probability = 95
    assert judged([ended], TODAY) == []


def test_the_first_forecast_counts_and_not_the_revision() -> None:
    running = goal()
    running.revise(20, "It rains", NOW + dt.timedelta(days=20))
    running.close(GoalState.MISSED, DUE)
    assert judged([running], TODAY) == [Judged(running.id, 70, came_true=False)]
