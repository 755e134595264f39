"""How long work waits for a reflection: Kaplan–Meier's steps, with those that still wait counted in."""

import datetime as dt

import pytest

from chart_histories import END, START, lag
from workjournal.charts.reflection_lag import CAP, CHART, figure
from workjournal.domain.history import History, LagPoint

WAITED = (0, 1, 1, 3, 8, 20)
LAGS = tuple(lag(number, 10, days) for number, days in enumerate(WAITED))


def figure_of(
    *lags: LagPoint, end: dt.date = END
) -> tuple[str, dict[str, dict[float, float]], list[tuple[str, ...]]]:
    made = figure(History(START, end, lags=lags))
    return made.reading, {series.name: dict(series.points) for series in made.series}, list(made.table.rows)


def test_steps_are_those_of_a_curve_worked_out_by_hand() -> None:
    reading, series, rows = figure_of(*LAGS, lag(6, 10, None), lag(7, 10, 90))
    # Eight were watched: 7/8 on day 0, 5/8 on day 1, then 4/8, 3/8 and 2/8, which is where the two that wait on stay.
    assert series["Reflected on"] == pytest.approx({0: 87.5, 1: 62.5, 3: 50.0, 8: 37.5, 20: 25.0})
    assert series["Watched no longer"] == {CAP: 25.0}
    assert rows[1] == ("1", "2", "0", "62 %")
    assert rows[-1] == ("60", "0", "2", "25 %")
    assert reading == (
        "About half of the episodes worth a reflection had one within 3 days; "
        "2 of 8 still waited after 60 days or at the period's end."
    )


def test_a_point_of_one_episode_leads_to_it_and_one_of_several_to_none() -> None:
    waiting = lag(6, 10, None)
    over, still = figure(History(START, END, lags=(*LAGS, waiting))).series[1:]
    named = dict(zip((day for day, _ in over.points), over.ids, strict=True))
    assert named == {
        0: str(LAGS[0].episode),
        1: "",
        **{WAITED[at]: str(LAGS[at].episode) for at in (3, 4, 5)},
    }
    assert still.ids == (str(waiting.episode),)


def test_what_is_watched_for_a_short_time_only_weighs_as_long_as_it_is() -> None:
    """Three of the last day are watched for no day at all, and pull the curve in no direction."""
    late = tuple(lag(10 + number, 364, None) for number in range(3))
    _, series, _ = figure_of(*LAGS, *late)
    watched = {day: share for day, share in series["Reflected on"].items() if day}
    assert watched[1] == pytest.approx(100 * 8 / 9 * 3 / 5)


def test_a_reflection_after_the_period_is_not_known_of_in_it() -> None:
    reading, series, _ = figure_of(lag(0, 10, 5), end=START + dt.timedelta(days=12))
    assert series["Watched no longer"] == {2: 100.0}
    assert "0 of 1 episode" in reading


def test_few_are_counted_and_no_usual_wait_is_told() -> None:
    reading, _, _ = figure_of(*LAGS)
    assert reading.startswith("Too few to tell how long they usually wait: 6 of 6 episodes")


def test_no_half_is_told_where_half_never_came() -> None:
    reading, _, _ = figure_of(*LAGS[:3], *(lag(10 + number, 10, None) for number in range(9)))
    assert reading.startswith("Can't tell within how many days")
    assert "9 of 12" in reading


def test_all_on_the_same_day() -> None:
    reading, series, _ = figure_of(*(lag(number, 10, 0) for number in range(9)))
    assert reading == "About half of the episodes worth a reflection had one on the same day; all 9 have one."
    assert series["Reflected on"] == {0: 0.0}


def test_it_tells_habits_and_is_for_no_pack() -> None:
    assert CHART.private
