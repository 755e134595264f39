"""Forecasts against what came: bins, Wilson's spans, Brier's score and how far all that can be trusted."""

import pytest
from scipy.stats import binomtest

from chart_histories import END, START, after, goal
from workjournal.charts.calibration import CHART, figure
from workjournal.domain.goal import GoalState
from workjournal.domain.history import GoalPoint, History


def of(*goals: GoalPoint) -> History:
    return History(START, END, (), goals)


def told(forecast: int, true: int, false: int, first: int = 0) -> list[GoalPoint]:
    ends = [True] * true + [False] * false
    return [goal(first + place, forecast=forecast, came_true=end) for place, end in enumerate(ends)]


def test_a_bin_is_a_point_at_its_mean_forecast_and_share_with_wilsons_span() -> None:
    made = figure(of(*told(60, 3, 1), *told(70, 1, 1, 10), *told(10, 0, 2, 20)))
    line, points = made.series
    assert line.points == ((0.0, 0.0), (100.0, 100.0))
    assert points.points[0] == (10.0, 0.0)
    assert points.points[1] == pytest.approx((380 / 6, 400 / 6))
    interval = binomtest(4, 6).proportion_ci(method="wilson")
    assert points.spans[1] == pytest.approx((100 * interval.low, 100 * interval.high))
    assert points.sizes == pytest.approx((1 / 3, 1))
    assert [row[:4] for row in made.table.rows] == [
        ("0 to 25 %", "2", "10 %", "0"),
        ("50 to 75 %", "6", "63 %", "4"),
    ]


def test_an_early_one_says_so_and_gives_only_its_brier_score() -> None:
    made = figure(of(*told(80, 1, 1)))  # (0.2² + 0.8²) / 2 = 0.34
    assert made.reading == (
        "Early, so can't tell yet: 2 forecasts judged, Brier score 0.34 (0 is perfect, 0.25 is always saying 50 %)."
    )


@pytest.mark.parametrize(("each", "word"), [(1, "Early"), (5, "Growing"), (19, "Growing"), (20, "Steady")])
def test_the_word_follows_how_many_are_judged(each: int, word: str) -> None:
    made = figure(of(*told(50, each, each)))
    assert made.n == 2 * each
    assert made.reading.startswith(word)
    assert "often" not in made.reading


def test_a_bin_is_off_only_where_the_line_is_outside_its_span() -> None:
    off = figure(of(*told(90, 5, 15), *told(10, 1, 9, 50)))
    assert off.reading.endswith("goals came true in 1 of 2 bins less often than said, outside the 95 % span.")
    low = figure(of(*told(10, 15, 5), *told(90, 5, 15, 50)))
    assert "in 1 of 2 bins more often and in 1 of 2 bins less often than said" in low.reading
    assert figure(of(*told(70, 7, 4))).reading.endswith("; no bin is clearly off the line.")


def test_given_up_and_overdue_goals_count_as_not_come_true() -> None:
    given_up = goal(0, GoalState.ABANDONED, forecast=80, came_true=False)
    overdue = goal(1, GoalState.ACTIVE, forecast=80, came_true=False)
    open_still = goal(2, GoalState.ACTIVE, forecast=80)
    made = figure(of(given_up, overdue, open_still, goal(3, came_true=True)))
    assert made.n == 2
    assert made.series[1].points == ((80.0, 0.0),)


def test_what_was_closed_after_the_period_is_not_judged_in_it() -> None:
    later = goal(0, forecast=80, came_true=True, closed=after(400))
    assert figure(of(later)).is_empty


def test_a_sealed_forecast_is_for_no_pack() -> None:
    assert CHART.private
