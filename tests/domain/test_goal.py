"""A stretch goal's rules: from planned to closed, its rhythm, and a forecast nobody can touch up afterwards."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.check_in import CheckIn, NotFinite, StillToCome
from workjournal.domain.entity import Missing, new_id
from workjournal.domain.forecast import Forecast, ForecastSealed
from workjournal.domain.goal import OPEN_STATES, Goal, GoalState, WrongGoalState

DAY = dt.date(2026, 11, 19)
NOW = dt.datetime(2026, 11, 19, 18, 0, tzinfo=dt.UTC)
CLOSED = [state for state in GoalState if state not in OPEN_STATES]
days = st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1))


def goal(
    state: GoalState = GoalState.PLANNED, *, start: dt.date | None = None, due: dt.date | None = None
) -> Goal:
    return Goal(title="Lead the stock count", state=state, start=start, due=due)


def with_forecast(**fields: object) -> Goal:
    made = goal()
    made.forecasts.append(Forecast(goal_id=made.id, probability=70, reasons="I did it twice"))
    return made


def checked_in(made: Goal, day: dt.date) -> None:
    made.check_ins.append(CheckIn(goal_id=made.id, date=day, progress=10))


@pytest.mark.parametrize("state", GoalState)
def test_only_a_planned_goal_can_be_started(state: GoalState) -> None:
    one = goal(state)
    if state is GoalState.PLANNED:
        one.begin(DAY, NOW)
        assert (one.state, one.start) == (GoalState.ACTIVE, DAY)
    else:
        with pytest.raises(
            WrongGoalState, match=f"The goal is {state.value}; only one that is planned can be started"
        ):
            one.begin(DAY, NOW)


@pytest.mark.parametrize("state", GoalState)
@pytest.mark.parametrize("end", CLOSED)
def test_only_an_active_goal_can_be_closed_but_a_planned_one_given_up(
    state: GoalState, end: GoalState
) -> None:
    one = goal(state)
    if state is GoalState.ACTIVE or (state is GoalState.PLANNED and end is GoalState.ABANDONED):
        one.close(end, DAY, reason="No time")
        assert (one.state, one.closed, one.reason) == (end, DAY, "No time")
    else:
        with pytest.raises(WrongGoalState, match="can be closed"):
            one.close(end, DAY, reason="No time")
        assert (one.state, one.closed, one.reason) == (state, None, "")


def test_giving_up_needs_a_reason() -> None:
    one = goal(GoalState.ACTIVE)
    with pytest.raises(Missing, match="it counts as a result too"):
        one.close(GoalState.ABANDONED, DAY, reason=" ")
    assert one.state is GoalState.ACTIVE
    one.close(GoalState.MISSED, DAY)


@pytest.mark.parametrize("state", GoalState)
def test_only_an_active_goal_is_checked_in_on(state: GoalState) -> None:
    if state is GoalState.ACTIVE:
        goal(state).accepts_check_in()
    else:
        with pytest.raises(WrongGoalState):
            goal(state).accepts_check_in()


def test_starting_seals_the_forecast() -> None:
    one = with_forecast()
    one.accepts_forecast()
    one.begin(DAY, NOW)
    assert one.forecast
    assert one.forecast.sealed_at == NOW
    assert one.forecast.is_intact()
    with pytest.raises(ForecastSealed):
        one.accepts_forecast()
    with pytest.raises(ForecastSealed, match="cannot be changed"):
        one.forecast.seal(NOW)


@pytest.mark.parametrize("state", [state for state in GoalState if state is not GoalState.PLANNED])
def test_nobody_forecasts_what_has_begun(state: GoalState) -> None:
    with pytest.raises(WrongGoalState, match="only one that is planned can be forecast"):
        goal(state).accepts_forecast()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("probability", 75),
        ("reasons", "I did it thrice"),
        ("sealed_at", NOW + dt.timedelta(microseconds=1)),
        ("goal_id", new_id()),
        ("digest", "0" * 64),
        ("digest", ""),
    ],
)
def test_a_touched_up_forecast_shows(field: str, value: object) -> None:
    one = with_forecast()
    one.begin(DAY, NOW)
    assert one.forecast
    setattr(one.forecast, field, value)
    assert not one.forecast.is_intact()


def test_the_seal_does_not_depend_on_the_time_zone_it_is_read_in() -> None:
    one = with_forecast()
    one.begin(DAY, NOW.astimezone(dt.timezone(dt.timedelta(hours=9))))
    assert one.forecast
    one.forecast.sealed_at = NOW
    assert one.forecast.is_intact()


def test_an_unsealed_forecast_is_intact() -> None:
    one = with_forecast().forecast
    assert one
    one.probability = 5
    assert one.is_intact()


def test_the_first_forecast_counts() -> None:
    one = with_forecast()
    one.forecasts.append(Forecast(goal_id=one.id, probability=5))
    assert one.forecast
    assert one.forecast.probability == 70
    assert goal().forecast is None


@given(days, st.lists(days, max_size=4), days)
def test_a_check_in_is_due_a_week_after_the_last_look(
    start: dt.date, looks: list[dt.date], today: dt.date
) -> None:
    one = goal(GoalState.ACTIVE, start=start)
    for day in looks:
        checked_in(one, day)
    last = max([start, *looks])
    assert one.last_look(today) == last
    assert one.check_in_due(today) == (today - last >= dt.timedelta(days=7))
    assert one.next_check_in(today) == last + dt.timedelta(days=7)


@pytest.mark.parametrize("state", [state for state in GoalState if state is not GoalState.ACTIVE])
def test_no_other_goal_is_ever_due_for_one(state: GoalState) -> None:
    one = goal(state, start=DAY - dt.timedelta(days=100))
    assert not one.check_in_due(DAY)
    assert one.next_check_in(DAY) is None


def test_the_latest_of_each_rating() -> None:
    one = goal(GoalState.ACTIVE)
    assert one.latest("progress") is None
    for progress, confidence in ((10, 80), (30, None), (None, 60), (None, None)):
        one.check_ins.append(
            CheckIn(goal_id=one.id, date=DAY, progress=progress, confidence=confidence, changed="x")
        )
    assert (one.latest("progress"), one.latest("confidence")) == (30, 60)


@pytest.mark.parametrize("state", GoalState)
@given(due=st.none() | days, today=days)
def test_only_an_open_goal_is_overdue(state: GoalState, due: dt.date | None, today: dt.date) -> None:
    expected = state in OPEN_STATES and due is not None and today > due
    assert goal(state, due=due).is_overdue(today) == expected


@pytest.mark.parametrize(
    ("today", "due", "week"),
    [
        (0, None, (1, None)),
        (6, None, (1, None)),
        (7, None, (2, None)),
        (0, 84, (1, 12)),
        (83, 84, (12, 12)),
        (84, 84, (12, 12)),
        (85, 84, (13, 12)),
        (0, 0, (1, 1)),
        (3, 10, (1, 2)),
        (10, 10, (2, 2)),
    ],
)
def test_the_week_it_is_in(today: int, due: int | None, week: tuple[int, int | None]) -> None:
    one = goal(GoalState.ACTIVE, start=DAY, due=None if due is None else DAY + dt.timedelta(days=due))
    assert one.week(DAY + dt.timedelta(days=today)) == week


@given(days, st.integers(0, 800), st.integers(0, 800))
def test_until_its_due_day_no_goal_is_in_a_week_beyond_its_last(
    start: dt.date, length: int, passed: int
) -> None:
    one = goal(GoalState.ACTIVE, start=start, due=start + dt.timedelta(days=length))
    today = start + dt.timedelta(days=passed)
    week, weeks = one.week(today)
    assert weeks is not None
    assert weeks >= 1
    assert week >= 1
    assert week <= weeks or one.is_overdue(today)


def test_a_goal_not_started_is_in_its_first_week() -> None:
    assert goal(due=DAY + dt.timedelta(days=14)).week(DAY) == (1, 2)


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan")])
def test_a_measure_is_a_finite_number(value: float) -> None:
    with pytest.raises(NotFinite, match=f"not {value}"):
        CheckIn(goal_id=new_id(), date=DAY, measure_value=value).check()
    CheckIn(goal_id=new_id(), date=DAY, measure_value=-0.5).check()


def test_a_check_in_looks_back() -> None:
    look = CheckIn(goal_id=new_id(), date=DAY)
    look.accepts_day(DAY)
    with pytest.raises(StillToCome, match="2026-11-19 is still to come"):
        look.accepts_day(DAY - dt.timedelta(days=1))


def test_a_forecast_holds_only_with_its_whole_seal() -> None:
    said = Forecast(goal_id=new_id(), probability=70)
    assert (said.is_intact(), said.holds()) == (True, False)
    said.seal(NOW, DAY)
    assert said.holds()
    said.sealed_at, said.digest = None, ""
    assert (said.is_intact(), said.holds()) == (True, False)


@pytest.mark.parametrize("state", CLOSED)
def test_only_an_open_goal_can_be_closed(state: GoalState) -> None:
    goal().accepts_closing(DAY, DAY)
    with pytest.raises(WrongGoalState):
        goal(state).accepts_closing(DAY, DAY)


def test_a_goal_does_not_end_on_a_day_to_come() -> None:
    goal().accepts_closing(DAY - dt.timedelta(days=1), DAY)
    with pytest.raises(StillToCome, match=f"{DAY} is still to come"):
        goal().accepts_closing(DAY, DAY - dt.timedelta(days=1))
