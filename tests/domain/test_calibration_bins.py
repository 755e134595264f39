"""Brier and Wilson by hand and as SciPy has them; bins and stages."""

import math
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from workjournal.domain.calibration import Judged, Stage, bins, brier, stage, wilson

FORECASTS = st.lists(st.tuples(st.integers(0, 100), st.booleans()), max_size=60)


def forecasts(*pairs: tuple[int, bool]) -> list[Judged]:
    return [Judged(uuid4(), probability, came_true) for probability, came_true in pairs]


def test_brier_by_hand() -> None:
    """(0.3² + 0.6² + 0.1² + 0²) / 4 = (0.09 + 0.36 + 0.01) / 4."""
    assert brier([0.7, 0.6, 0.9, 0], [True, False, True, False]) == pytest.approx(0.115)
    assert brier([0.5] * 6, [True, False] * 3) == 0.25
    assert brier([1], [True]) == 0
    assert brier([1, 0], [False, True]) == 1


@given(FORECASTS.filter(bool))
def test_brier_lies_from_0_to_1_and_is_the_variance_for_always_saying_the_share(
    pairs: list[tuple[int, bool]],
) -> None:
    said, true = [one / 100 for one, _ in pairs], [came for _, came in pairs]
    assert 0 <= brier(said, true) <= 1
    often = sum(true) / len(true)
    assert brier([often] * len(true), true) == pytest.approx(often * (1 - often))


@pytest.mark.parametrize("broken", [[], [1.01], [-0.01], [70], [0.5, math.nan], [math.inf]])
def test_brier_refuses_what_is_no_probability(broken: list[float]) -> None:
    with pytest.raises(ValueError, match="probabilities"):
        brier(broken, [True] * len(broken))


def test_brier_wants_an_outcome_for_each_forecast() -> None:
    with pytest.raises(ValueError, match="argument 2"):
        brier([0.5, 0.5], [True])


def test_wilson_by_hand() -> None:
    """With z² = 3.8415 and 8 of 10: (0.8 + 0.19207 ± 1.95996 · √(0.016 + 0.0096036)) / 1.38415."""
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=5e-5)
    assert wilson(0, 10) == pytest.approx((0, 3.8415 / 13.8415), abs=5e-5)


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_is_scipys(share: tuple[int, int]) -> None:
    expected = stats.binomtest(*share).proportion_ci(0.95, method="wilson")
    assert wilson(*share) == pytest.approx((expected.low, expected.high), abs=1e-9)


@pytest.mark.parametrize("share", [(0, 0), (-1, 3), (4, 3)])
def test_wilson_refuses_what_is_no_share(share: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="share"):
        wilson(*share)


def test_bins_by_hand() -> None:
    found = bins(forecasts((60, True), (70, False), (74, True), (75, True), (100, True), (0, False)))
    assert [(one.low, one.high, one.n) for one in found] == [(0, 0.25, 1), (0.5, 0.75, 3), (0.75, 1, 2)]
    assert [one.mean_forecast for one in found] == pytest.approx([0, 0.68, 0.875])
    assert [one.share for one in found] == pytest.approx([0, 2 / 3, 1])
    ends = [(one.wilson_low, one.wilson_high) for one in found]
    assert ends == [wilson(0, 1), wilson(2, 3), wilson(2, 2)]


def test_three_bins_part_at_the_thirds() -> None:
    found = bins(forecasts((33, True), (34, True), (66, True), (67, True)), 3)
    assert [(one.low, one.n) for one in found] == [(0, 1), (1 / 3, 2), (2 / 3, 1)]


def test_no_forecast_no_bin_and_equal_ones_share_one() -> None:
    assert bins([]) == []
    assert [one.n for one in bins(forecasts(*[(70, True)] * 5))] == [5]


@given(FORECASTS, st.integers(1, 10))
def test_bins_share_out_every_forecast_once(pairs: list[tuple[int, bool]], count: int) -> None:
    found = bins(forecasts(*pairs), count)
    assert sum(one.n for one in found) == len(pairs)
    assert sum(one.n * one.share for one in found) == pytest.approx(sum(came for _, came in pairs))
    assert [one.low for one in found] == sorted(one.low for one in found)
    for one in found:
        assert one.low - 1e-12 <= one.mean_forecast <= one.high + 1e-12
        assert 0 <= one.wilson_low <= one.share <= one.wilson_high <= 1


def test_bins_refuse_what_is_no_forecast() -> None:
    with pytest.raises(ValueError, match="100 %"):
        bins(forecasts((101, True)))
    with pytest.raises(ValueError, match="100 %"):
        bins([Judged(uuid4(), math.nan, came_true=True)])  # type: ignore[arg-type]  # what a slip in a caller would bring
    with pytest.raises(ValueError, match="one bin"):
        bins([], 0)


@pytest.mark.parametrize(
    ("n", "expected"),
    [(0, "early"), (9, "early"), (10, "growing"), (39, "growing"), (40, "steady"), (500, "steady")],
)
def test_stages(n: int, expected: str) -> None:
    assert stage(n) is Stage(expected)
    assert stage(n) == expected
