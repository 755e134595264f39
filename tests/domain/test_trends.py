"""The line is SciPy's, the test's S and ties are SciPy's, and the word is honest on autocorrelated series."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import stats

from workjournal.domain.trends import FEWEST, Numbers, Trend, score, theil_sen, word

RATINGS = st.integers(0, 20).map(lambda step: float(5 * step))


@given(arrays(np.float64, st.integers(2, 40), elements=RATINGS), st.randoms(use_true_random=False))
def test_line_is_scipys_theil_sen(y: Numbers, random: object) -> None:
    days = np.array(sorted(random.sample(range(400), len(y))), dtype=np.float64)  # type: ignore[attr-defined]
    line = theil_sen(days, y)
    expected = stats.theilslopes(y, days)
    assert line.slope == pytest.approx(expected.slope, abs=1e-12)
    assert line.intercept == pytest.approx(expected.intercept, abs=1e-9)


def test_line_leaves_out_pairs_of_the_same_day() -> None:
    line = theil_sen(np.array([1.0, 1, 2, 3]), np.array([0.0, 50, 20, 30]))
    assert np.isfinite(line.slope)
    assert line.at(2) == pytest.approx(line.intercept + 2 * line.slope)


@given(arrays(np.float64, st.integers(FEWEST, 40), elements=RATINGS).filter(lambda y: np.ptp(y) > 0))
def test_score_is_scipys_kendall(y: Numbers) -> None:
    """tau-b = S / √((pairs − ties in x)(pairs − ties in y)), and SciPy's p without its continuity is z's."""
    s, variance = score(y)
    tau, p = stats.kendalltau(np.arange(len(y)), y, method="asymptotic")
    pairs = len(y) * (len(y) - 1) / 2
    _, counts = np.unique(y, return_counts=True)
    tied = (counts * (counts - 1) / 2).sum()
    assert s == pytest.approx(tau * np.sqrt(pairs * (pairs - tied)), abs=1e-6)
    assert 2 * stats.norm.sf(abs(s) / np.sqrt(variance)) == pytest.approx(p, abs=1e-9)


def test_no_word_below_the_fewest_points_nor_for_a_flat_series() -> None:
    assert word(np.arange(FEWEST - 1, dtype=np.float64)) is Trend.UNKNOWN
    assert word(np.full(50, 40.0)) is Trend.UNKNOWN


@pytest.mark.parametrize("broken", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_is_refused(broken: float) -> None:
    """Compared, a NaN is neither more nor less, and would pass for a fall."""
    y = np.append(np.arange(20.0), broken)
    with pytest.raises(ValueError, match="finite"):
        word(y)
    with pytest.raises(ValueError, match="finite"):
        theil_sen(np.arange(21.0), y)
    with pytest.raises(ValueError, match="finite"):
        theil_sen(y, np.arange(21.0))


def test_nothing_and_one_point_have_no_word() -> None:
    assert word(np.array([])) is Trend.UNKNOWN
    assert word(np.array([70.0])) is Trend.UNKNOWN


def test_plain_rises_and_falls_are_named() -> None:
    rise = np.arange(20, dtype=np.float64)
    assert word(rise) is Trend.RISING
    assert word(-rise) is Trend.FALLING
    assert word(np.tile([10.0, 60.0], 15)) is Trend.UNKNOWN


@given(arrays(np.float64, st.integers(FEWEST, 30), elements=RATINGS))
def test_a_series_turned_upside_down_gets_the_opposite_word(y: Numbers) -> None:
    opposite = {Trend.RISING: Trend.FALLING, Trend.FALLING: Trend.RISING, Trend.UNKNOWN: Trend.UNKNOWN}
    assert word(100 - y) is opposite[word(y)]


def ratings(random: np.random.Generator, n: int, autocorrelation: float, rise: float) -> Numbers:
    """A person's ratings: AR(1) around 50 with a deviation of 15, on 0–100 in steps of 5, shape (n,).

    `rise` is the whole change from the first to the last, in standard deviations of the noise.
    """
    noise = random.normal(size=n)
    for place in range(1, n):
        noise[place] = autocorrelation * noise[place - 1] + np.sqrt(1 - autocorrelation**2) * noise[place]
    steady = 50 + 15 * (noise + rise * np.linspace(-0.5, 0.5, n))
    return np.clip(5 * np.round(steady / 5), 0, 100)


def share(n: int, autocorrelation: float, rise: float, runs: int) -> float:
    """How many of `runs` series got a word; with a rise, how many got the right one."""
    random = np.random.default_rng([n, round(10 * autocorrelation), round(10 * rise)])
    said = [word(ratings(random, n, autocorrelation, rise)) for _ in range(runs)]
    return sum(one is Trend.RISING or (not rise and one is Trend.FALLING) for one in said) / runs


def check_honesty(runs: int, errors: float) -> None:
    """False alarms and power against the promised bounds, each allowed so many standard errors of the simulation."""
    for n, most, least in ((12, 0.13, 0.33), (30, 0.10, 0.60)):
        alarms = [share(n, r, 0, runs) for r in (0.0, 0.3, 0.6)]
        power = share(n, 0.3, 2, runs)
        print(  # noqa: T201 (the figures are looked at: pytest -s)
            f"\n{n} points, {runs} series: false alarms {', '.join(f'{alarm:.1%}' for alarm in alarms)} at lag-1"
            f" autocorrelation 0, .3, .6; a rise of two deviations at .3 is found in {power:.1%}"
        )
        assert max(alarms) <= most + errors * np.sqrt(most * (1 - most) / runs)
        assert power >= least - errors * np.sqrt(least * (1 - least) / runs)


def test_false_alarms_and_power_in_a_small_simulation() -> None:
    check_honesty(300, errors=2)


@pytest.mark.slow
def test_false_alarms_and_power_in_a_large_simulation() -> None:
    check_honesty(6000, errors=0)
