"""Confidence before and after: what is drawn, and of which goals the reading speaks."""

from chart_histories import END, START, YEAR, goal
from workjournal.charts.confidence import figure
from workjournal.domain.goal import GoalState
from workjournal.domain.history import History


def test_it_reads_only_closed_goals_and_lists_all() -> None:
    rated = (
        goal(0, confidence=(40, 70, None)),
        goal(1, confidence=(60, 50, None)),
        goal(2, GoalState.ACTIVE, confidence=(30, None, None)),
    )
    made = figure(History(START, END, (), rated))
    assert made.reading == "Confidence was higher after than before in 1 of 2 closed goals."
    assert made.n == len(made.table.rows) == 3
    assert len(made.links) == 2


def test_it_draws_the_newest_goals_and_lists_the_rest() -> None:
    made = figure(YEAR)
    assert len(made.y.labels) == 12
    assert made.n == len(made.table.rows) == 20


def test_really_before_has_a_marker_of_its_own() -> None:
    made = figure(History(START, END, (), (goal(0, confidence=(40, 70, 25)),)))
    by_name = {series.name: series for series in made.series}
    assert by_name["Really before"].points == ((25.0, 0.0),)
    assert len({series.marker for series in made.series}) == 3
    assert made.table.rows == (("Goal 0", "achieved", "40", "25", "70"),)
