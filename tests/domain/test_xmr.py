"""Natural limits against a published chart, the three rules by hand, and limits anew after a marked change."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from workjournal.domain.history import ChangePoint
from workjournal.domain.trends import Numbers
from workjournal.domain.xmr import FEWEST, Limits, Phase, Rule, Signal, limits, phases, signals

FLOW = np.array([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1])
"""Flow rates of ten batches: NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2 "Individuals Control Charts",
https://www.itl.nist.gov/div898/handbook/pmc/section3/pmc322.htm. There the centre is 50.81, the mean moving range
1.8778, the limits are 45.8159 and 55.8041, and no batch is out of control."""
SIX = Limits(centre=0, low=-6, high=6)
DAY = dt.date(2026, 1, 5)
FINITE = st.floats(-1e6, 1e6)


def values(*numbers: float) -> Numbers:
    return np.array(numbers, dtype=np.float64)


def weeks(count: int) -> list[dt.date]:
    return [DAY + dt.timedelta(weeks=week) for week in range(count)]


def test_limits_are_those_of_the_published_chart() -> None:
    found = limits(FLOW)
    assert found.centre == pytest.approx(50.81)
    assert (found.high - found.centre) / 2.66 == pytest.approx(1.8778, abs=5e-5)
    assert found.low == pytest.approx(45.8159, abs=1e-3)  # there 3/1.128 is not rounded to 2.66
    assert found.high == pytest.approx(55.8041, abs=1e-3)
    assert [one for one in signals(FLOW, found) if one.rule is Rule.BEYOND] == []


def test_limits_by_hand() -> None:
    """Moving ranges 2, 4, 0, 6, 0 have the mean 2.4; the mean of the values is 5."""
    found = limits(values(4, 6, 2, 2, 8, 8))
    assert found.centre == 5
    assert (found.low, found.high) == pytest.approx((-1.384, 11.384))


@given(arrays(np.float64, st.integers(2, 40), elements=FINITE), st.floats(-1e3, 1e3))
def test_limits_lie_evenly_and_move_with_the_values(y: Numbers, shift: float) -> None:
    found, moved = limits(y), limits(y + shift)
    assert found.low <= found.centre <= found.high
    assert found.centre == pytest.approx(float(np.mean(y)), abs=1e-6)
    assert moved.centre == pytest.approx(found.centre + shift, abs=1e-6)
    assert moved.high - moved.low == pytest.approx(found.high - found.low, abs=1e-6)


@given(FINITE, st.integers(2, 30))
def test_values_that_never_move_have_no_signal(value: float, count: int) -> None:
    same = np.full(count, value)
    assert limits(same) == Limits(value, value, value)
    assert signals(same, limits(same)) == []


def test_a_move_away_from_values_that_never_moved_is_beyond() -> None:
    assert signals(values(3, 3, 4), Limits(3, 3, 3)) == [Signal(2, Rule.BEYOND, 2)]


@pytest.mark.parametrize("numbers", [(), (5.0,)])
def test_a_range_needs_two_values(numbers: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="two values"):
        limits(values(*numbers))


@pytest.mark.parametrize("broken", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_is_refused(broken: float) -> None:
    y = np.append(FLOW, broken)
    with pytest.raises(ValueError, match="finite"):
        limits(y)
    with pytest.raises(ValueError, match="finite"):
        signals(y, SIX)
    with pytest.raises(ValueError, match="finite"):
        phases(weeks(len(y)), y, [])


def test_nothing_and_one_value_have_no_signal() -> None:
    assert signals(values(), SIX) == []
    assert signals(values(5), SIX) == []


def test_on_the_limit_is_not_beyond_it() -> None:
    assert signals(values(6, -6, 6.01, 0, -6.01), SIX) == [
        Signal(2, Rule.BEYOND, 2),
        Signal(4, Rule.BEYOND, 4),
    ]


def test_eight_on_one_side_are_one_signal_at_the_eighth() -> None:
    assert signals(values(-1, *[1] * 7), SIX) == []
    assert signals(values(-1, *[1] * 12), SIX) == [Signal(8, Rule.RUN, 1)]
    assert signals(values(*[-1] * 8, *[1] * 8), SIX) == [Signal(7, Rule.RUN, 0), Signal(15, Rule.RUN, 8)]


def test_a_value_on_the_centre_ends_a_run() -> None:
    assert signals(values(*[1] * 7, 0, *[1] * 7), SIX) == []
    assert signals(values(*[0] * 20), SIX) == []


def test_three_of_four_close_to_the_same_limit() -> None:
    assert (
        signals(values(4, 1, -4, 4, 1, 4), SIX) == []
    )  # two of the first four, and the third is on the other side
    assert signals(values(0, 4, -1, 4, 4, -1), SIX) == [Signal(4, Rule.NEAR, 1)]
    assert signals(values(-4, -4, -4, 1), SIX) == [Signal(2, Rule.NEAR, 0)]
    assert signals(values(3, 3, 3, 3), SIX) == []  # half way is not closer


def test_three_of_four_that_go_on_are_one_signal_and_begin_again_later() -> None:
    again = signals(values(4, 4, 4, 4, -1, -1, -1, 4, 4, 4), SIX)
    assert again == [Signal(2, Rule.NEAR, 0), Signal(9, Rule.NEAR, 7)]


def test_rules_that_meet_at_one_value_are_all_told_in_their_order() -> None:
    found = signals(values(1, 1, 1, 1, 1, 4, 4, 7), SIX)
    assert found == [Signal(7, Rule.BEYOND, 7), Signal(7, Rule.RUN, 0), Signal(7, Rule.NEAR, 5)]


@given(arrays(np.float64, st.integers(2, 40), elements=st.integers(0, 20).map(float)))
def test_signals_do_not_depend_on_the_unit(y: Numbers) -> None:
    """Nor on which way is up; ties and values on a line in the arithmetic of tenths included."""
    found = signals(y, limits(y))
    assert signals(y * 0.1, limits(y * 0.1)) == found
    assert signals(-y, limits(-y)) == found


def test_limits_begin_anew_on_the_day_of_a_change() -> None:
    y = np.concatenate([FLOW, FLOW + 10])
    change = ChangePoint(weeks(11)[10], "A new tool")
    assert phases(weeks(20), y, [change]) == [
        Phase(0, 10, limits(FLOW), None),
        Phase(10, 20, limits(FLOW + 10), change),
    ]


def test_under_six_values_a_phase_has_no_limits() -> None:
    change = ChangePoint(weeks(11)[5] + dt.timedelta(days=1), "A new role")
    few, enough = phases(weeks(6 + FEWEST), np.arange(6.0 + FEWEST), [change])
    assert (few.start_index, few.end_index, few.change) == (0, 6, None)
    assert few.limits == limits(np.arange(6.0))
    assert enough.change is change
    assert [one.limits for one in phases(weeks(5), np.arange(5.0), [])] == [None]


def test_changes_before_between_and_after_all_values() -> None:
    before = ChangePoint(DAY - dt.timedelta(days=3), "Before")
    first = ChangePoint(DAY + dt.timedelta(days=15), "First")
    second = ChangePoint(DAY + dt.timedelta(days=16), "Second, before any value")
    after = ChangePoint(DAY + dt.timedelta(days=900), "After")
    found = phases(weeks(10), np.append(FLOW[:9], 50.0), [after, second, before, first])
    assert [(one.start_index, one.end_index, one.change) for one in found] == [
        (0, 3, before),
        (3, 10, second),
    ]
    assert phases([], values(), [before, after]) == []
    assert phases(weeks(1), values(1), []) == [Phase(0, 1, None, None)]


def test_phases_want_a_day_for_each_value_in_order() -> None:
    with pytest.raises(ValueError, match="oldest first"):
        phases(weeks(3), values(1, 2), [])
    with pytest.raises(ValueError, match="oldest first"):
        phases(weeks(2)[::-1], values(1, 2), [])


@given(st.lists(st.integers(0, 60), max_size=30).map(sorted), st.lists(st.integers(-5, 70), max_size=6))
def test_phases_share_out_every_value_once(places: list[int], changed: list[int]) -> None:
    days = [DAY + dt.timedelta(days=place) for place in places]
    changes = [ChangePoint(DAY + dt.timedelta(days=place), str(place)) for place in changed]
    found = phases(days, np.array(places, dtype=np.float64), changes)
    covered = [index for one in found for index in range(one.start_index, one.end_index)]
    assert covered == list(range(len(days)))
    for one in found:
        assert (one.limits is None) is (one.end_index - one.start_index < FEWEST)
        if one.change:
            assert one.change.date <= days[one.start_index]
            assert all(day < one.change.date for day in days[: one.start_index])
