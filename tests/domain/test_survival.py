"""Kaplan–Meier by hand, as published, and as SciPy has it."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from workjournal.domain.survival import Step, waiting

WAITS = st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=40)


def test_by_hand() -> None:
    """Five: done after 0, 2, 2 and 5 days, one watched for 3. At 2 two of four end, at 5 the only one left."""
    found = waiting([0, 2, None, 5, 2], [9, 9, 3, 9, 9])
    assert [step.day for step in found] == [0, 2, 5]
    assert [step.share_still_waiting for step in found] == pytest.approx([4 / 5, 2 / 5, 0])


def test_as_published() -> None:
    """Bewick, Cheek & Ball 2004, Critical Care 8:389, "Statistics review 12", table 2: 1 1 4 5 6+ 9 9+ 22."""
    found = waiting([1, 1, 4, 5, None, 9, None, 22], [0, 0, 0, 0, 6, 0, 9, 0])
    assert [step.day for step in found] == [0, 1, 4, 5, 9, 22]
    assert [round(step.share_still_waiting, 3) for step in found] == [1, 0.75, 0.625, 0.5, 0.333, 0]


@given(WAITS.filter(lambda waits: any(over for _, over in waits)))
def test_as_scipy_has_it(waits: list[tuple[int, bool]]) -> None:
    found = waiting([day if over else None for day, over in waits], [day for day, _ in waits])
    censored = stats.CensoredData(
        uncensored=[day for day, over in waits if over], right=[day for day, over in waits if not over]
    )
    curve = stats.ecdf(censored).sf
    for day in range(found[-1].day + 1):
        share = [step.share_still_waiting for step in found if step.day <= day][-1]
        assert share == pytest.approx(float(curve.evaluate(np.array([day]))[0]), abs=1e-9)


@given(WAITS)
def test_the_curve_falls_from_day_0_to_the_longest_wait(waits: list[tuple[int, bool]]) -> None:
    found = waiting([day if over else None for day, over in waits], [day for day, _ in waits])
    days, shares = [step.day for step in found], [step.share_still_waiting for step in found]
    assert days == sorted(set(days))
    assert shares == sorted(shares, reverse=True)
    assert all(0 <= share <= 1 for share in shares)
    if waits:
        assert (days[0], days[-1]) == (0, max(day for day, _ in waits))


def test_nothing_one_and_only_those_who_still_wait() -> None:
    assert waiting([], []) == []
    assert waiting([3], [9]) == [Step(0, 1), Step(3, 0)]
    assert waiting([0], [9]) == [Step(0, 0)]
    assert waiting([None], [0]) == [Step(0, 1)]
    assert waiting([None, None], [4, 9]) == [Step(0, 1), Step(9, 1)]


def test_leaving_out_those_who_wait_would_look_shorter() -> None:
    assert waiting([1, 2, None, None], [0, 0, 30, 30])[-1] == Step(30, 0.5)
    assert waiting([1, 2], [0, 0])[-1] == Step(2, 0)


def test_what_is_no_number_of_days_is_refused() -> None:
    with pytest.raises(ValueError, match="0 or more"):
        waiting([-1], [3])
    with pytest.raises(ValueError, match="0 or more"):
        waiting([None], [-1])
    with pytest.raises(ValueError, match="0 or more"):
        waiting([math.nan], [3])  # type: ignore[list-item]  # what a slip in a caller would bring
    with pytest.raises(ValueError, match="argument 2"):
        waiting([1, 2], [3])
