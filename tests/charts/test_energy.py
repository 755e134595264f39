"""Energy over time: as difficulty is drawn, and never for a pack."""

from chart_histories import END, START, episode
from workjournal.charts.energy import CHART, figure
from workjournal.domain.history import History


def reading(weeks: int, step: int) -> str:
    rated = tuple(episode(week, 7 * week, 20, energy=50 + step * week) for week in range(weeks))
    return figure(History(START, END, rated)).reading


def test_points_weekly_medians_and_gaps() -> None:
    rated = ((0, 20), (1, 40), (200, 90), (201, None))
    made = figure(
        History(
            START,
            END,
            tuple(episode(place, day, 5, energy=energy) for place, (day, energy) in enumerate(rated)),
        )
    )
    assert made.n == 3
    assert [level for _, level in made.series[0].points] == [20, 40, 90]
    assert [row[1:] for row in made.table.rows] == [("30", "2"), ("90", "1")]
    assert made.y.title == "Energy"


def test_the_word_needs_eight_weeks() -> None:
    assert reading(7, 5) == "Can't tell yet whether energy changes: 7 of at least 8 weeks have a rating."
    assert reading(10, 5) == "Energy is rising over these 10 weeks."
    assert reading(10, -5) == "Energy is falling over these 10 weeks."
    assert reading(10, 0) == "Can't tell yet whether energy rises or falls over these 10 weeks."


def test_how_one_felt_is_for_no_pack() -> None:
    assert CHART.private
