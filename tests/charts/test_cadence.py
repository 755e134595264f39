"""Cadence: a square for each day with an episode and none for the others; no verdict on a gap."""

import datetime as dt
from dataclasses import replace

from chart_histories import END, LONG_AGO, START, TWENTY_YEARS, after, episode
from workjournal.charts.cadence import CHART, figure
from workjournal.domain.habit import scores
from workjournal.domain.history import History


def written(*days: int, end: dt.date = END) -> History:
    return History(START, end, tuple(episode(number, day, None) for number, day in enumerate(days)))


def test_a_day_is_a_square_in_its_week_and_weekday_and_other_days_are_none() -> None:
    made = figure(written(0, 0, 4, 11))  # 1 January 2026 is a Thursday
    assert [(cell.x, cell.y, cell.step) for cell in made.cells] == [(0, 3, 2), (1, 6, 1), (2, 6, 1)]
    assert made.y.labels[6] == "Mon"
    assert made.y.labels[3] == "Thu"
    assert made.cells[0].told == "Thu 1 Jan 2026: 2 episodes"
    assert [cell.id for cell in made.cells] == ["2026-01-01", "2026-01-05", "2026-01-12"]
    assert made.n == 4
    assert len(made.x.labels) == 53


def test_more_than_four_episodes_are_the_last_step() -> None:
    assert [cell.step for cell in figure(written(*[9] * 7)).cells] == [4]


def test_months_are_named_at_the_week_they_begin_in_and_january_by_its_year() -> None:
    named = {place: label for place, label in enumerate(figure(written(0)).x.labels) if label}
    assert list(named.values()) == [
        *("2026", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ]
    assert named[0] == "2026"
    assert named[4] == "Feb"  # the week of 26 January


def test_few_weeks_are_each_named_by_their_monday() -> None:
    assert figure(written(0, end=after(12))).x.labels == ("29 Dec", "5 Jan", "12 Jan")


def test_the_table_has_the_weeks_with_an_episode_day_by_day() -> None:
    made = figure(written(0, 0, 4, 60))
    assert made.table.rows[:2] == (
        ("2025-12-29", "", "", "", "2", "", "", "", "2"),
        ("2026-01-05", "1", "", "", "", "", "", "", "7"),
    )
    assert len(made.table.rows) == 3


def test_the_score_is_that_of_the_habit_at_the_periods_end() -> None:
    days = [day for day in range(365) if after(day).weekday() < 5]
    made = figure(written(*days))
    last = scores([after(day) for day in days], START, END)[-1][1]
    assert f"is {100 * last:.0f} of 100" in made.reading
    assert made.table.rows[-1][-1] == f"{100 * last:.0f}"
    assert last > 0.9


def test_there_is_no_score_in_the_reading_of_few_days() -> None:
    assert figure(written(*range(7))).reading == "Something is written down on 7 days of this period."


def test_the_score_remembers_the_weeks_before_the_period() -> None:
    short = written(*range(20), end=after(20))
    before = tuple(after(-day) for day in range(84, 0, -1))
    remembered = figure(replace(short, days_before=before))
    assert "habit score" in remembered.reading
    assert [row[:-1] for row in remembered.table.rows] == [row[:-1] for row in figure(short).table.rows]
    assert int(remembered.table.rows[0][-1]) > 80 > int(figure(short).table.rows[0][-1])


def test_years_are_drawn_as_months_and_a_month_without_an_episode_is_blank() -> None:
    made = figure(TWENTY_YEARS)
    assert made.y.labels == tuple(str(year) for year in range(2007, 2027))
    assert len(made.cells) == 240
    assert {cell.id for cell in made.cells} == {""}, "a month is several days"
    sparse = History(LONG_AGO, END, (episode(0, 0, None), episode(1, 0, None), episode(2, 8, None)))
    assert [(cell.x, cell.y, cell.step, cell.told) for cell in figure(sparse).cells] == [
        (0, 19, 1, "Jan 2026: 2 days with an episode")
    ]


def test_two_years_are_still_days() -> None:
    two = History(dt.date(2025, 1, 1), END, (episode(0, 0, None),))
    assert len(figure(two).y.labels) == 7


def test_it_counts_activity_and_so_is_for_no_pack() -> None:
    assert CHART.private
    assert not {"streak", "missed", "failed"}.intersection(figure(written(0, 300)).reading.split())
