"""The cadence score fades and recovers, and no gap breaks it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.habit import scores

START = dt.date(2026, 1, 5)  # a Monday
PLACES = st.sets(st.integers(0, 200))
PER_WEEK = st.integers(1, 7)


def day(place: int) -> dt.date:
    return START + dt.timedelta(days=place)


def score(places: set[int], last: int, per_week: int = 5) -> float:
    return scores(map(day, places), START, day(last), per_week)[-1][1]


def workdays(weeks: int) -> set[int]:
    return {place for place in range(7 * weeks) if place % 7 < 5}


def test_daily_by_hand() -> None:
    """Seven days in a row of seven: every day one seventh more of the week is there, m = 0.5^(1/13)."""
    m = 0.5 ** (1 / 13)
    expected = 0.0
    for place in range(10):
        expected = m * expected + (1 - m) * min(1, (place + 1) / 7)
        assert score(set(range(10)), place, 7) == pytest.approx(expected)


def test_a_daily_score_halves_in_thirteen_days_once_its_week_is_over() -> None:
    full = set(range(300))
    assert score(full, 319, 7) == pytest.approx(2 * score(full, 332, 7))


def test_free_weekends_cost_nothing() -> None:
    assert score(workdays(40), 279) == pytest.approx(1, abs=1e-3)
    assert score(workdays(40), 279, 7) < 0.8


def test_two_weeks_off_take_a_third_and_six_weeks_bring_it_back() -> None:
    before = workdays(26)
    assert score(before, 26 * 7 + 13) == pytest.approx(0.69, abs=0.01)
    after = before | {place + 28 * 7 for place in workdays(6)}
    assert score(after, 34 * 7 - 1) > 0.9


@given(PLACES, PER_WEEK)
def test_every_day_of_the_period_has_a_score_from_0_to_1(places: set[int], per_week: int) -> None:
    found = scores(map(day, places), day(20), day(150), per_week)
    assert [one for one, _ in found] == [day(place) for place in range(20, 151)]
    assert all(0 <= value <= 1 for _, value in found)


@given(st.sets(st.integers(0, 200), min_size=1), PER_WEEK, st.integers(1, 400))
def test_no_gap_breaks_it(places: set[int], per_week: int, gap: int) -> None:
    """A missed day takes at most 5.2 % of what there was, 1 − 0.5^(1/13), however many were missed before."""
    last = max(places) + gap
    now, next_day = score(places, last, per_week), score(places, last + 1, per_week)
    assert next_day > 0
    assert next_day >= 0.948 * now


@given(PLACES, PER_WEEK, st.integers(0, 200))
def test_a_day_more_never_lowers_it(places: set[int], per_week: int, more: int) -> None:
    assert score(places | {more}, 220, per_week) >= score(places, 220, per_week) - 1e-12


@given(PLACES, st.integers(30, 200))
def test_it_recovers_from_any_gap(places: set[int], gap: int) -> None:
    back = max(places, default=0) + gap
    found = score(places | {back + place for place in workdays(26)}, back + 26 * 7 - 1)
    assert found > 0.97


@given(PLACES, PER_WEEK, st.integers(0, 200))
def test_a_later_start_shows_the_same_scores(places: set[int], per_week: int, later: int) -> None:
    days = [day(place) for place in places]
    whole = scores(days, START, day(200), per_week)
    assert scores(days, day(later), day(200), per_week) == whole[later:]


def test_nothing_one_day_ties_and_days_to_come() -> None:
    assert scores([], START, day(2)) == [(day(0), 0.0), (day(1), 0.0), (day(2), 0.0)]
    one = scores([START], START, START)
    assert one[0][1] > 0
    assert scores([START, START], START, START) == one
    assert scores([START, day(1), day(400)], START, START) == one
    assert scores([day(5)], START, day(-1)) == []
    assert scores([day(5)], START, START) == [(START, 0.0)]


@pytest.mark.parametrize("per_week", [0, 8, -1])
def test_a_week_has_seven_days(per_week: int) -> None:
    with pytest.raises(ValueError, match="seven days"):
        scores([], START, START, per_week)
