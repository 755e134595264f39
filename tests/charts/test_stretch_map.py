"""The stretch map: closed goals by difficulty and ending; size, colour and the reading."""

import pytest

from chart_histories import END, START, after, goal
from workjournal.charts.stretch_map import figure
from workjournal.domain.goal import CHALLENGES, GoalState
from workjournal.domain.history import GoalPoint, History


def of(*goals: GoalPoint) -> History:
    return History(START, END, (), goals)


def test_a_goal_stands_at_its_difficulty_and_its_ending() -> None:
    made = figure(
        of(
            goal(0, GoalState.ACHIEVED, difficulty=30),
            goal(1, GoalState.ABANDONED, difficulty=90),
            goal(2, GoalState.PARTLY, difficulty=60),
            goal(3, GoalState.MISSED, difficulty=0),
        )
    )
    assert made.y.labels == ("abandoned", "missed", "partly", "achieved")
    assert sorted(made.series[0].points) == [(0.0, 1.0), (30.0, 3.0), (60.0, 2.0), (90.0, 0.0)]
    assert made.reading == "One of 4 closed goals with a difficulty rating was achieved, at 30."


def test_the_size_is_the_share_of_check_ins_with_feedback() -> None:
    made = figure(of(goal(0, difficulty=50, looks=4, feedback=3), goal(1, difficulty=60)))
    assert made.series[0].sizes == (0.75, 0.0)
    assert made.series[0].told == (
        "Goal 0: achieved, no kind named, feedback in 3 of 4 check-ins",
        "Goal 1: achieved, no kind named, no check-ins",
    )
    assert [row[3:5] for row in made.table.rows] == [("4", "3"), ("0", "0")]


def test_only_goals_that_were_closed_in_the_period_are_on_it() -> None:
    made = figure(
        of(
            goal(0, GoalState.ACTIVE, difficulty=50),
            goal(1, difficulty=60, closed=after(-1)),
            goal(2, difficulty=70, closed=after(400)),
            goal(3, difficulty=80),
            goal(4),
            goal(5),
        )
    )
    assert made.n == len(made.table.rows) == 1
    assert made.reading == (
        "The one closed goal with a difficulty rating, 80, was achieved; 2 more without a rating are not on the map."
    )


def test_the_first_kind_of_challenge_is_the_colour_and_the_rarest_share_one() -> None:
    kinds = [kind for place, kind in enumerate(CHALLENGES[:7]) for _ in range(9 - place)]
    made = figure(
        of(*(goal(number, difficulty=40, challenges=(kind, "x")) for number, kind in enumerate(kinds)))
    )
    assert [series.name for series in made.series] == [
        *("New responsibility", "New direction", "Inherited trouble", "Other")
    ]
    assert [len(series.points) for series in made.series] == [9, 8, 7, 6 + 5 + 4 + 3]
    assert len({series.marker for series in made.series}) == len(made.series)
    assert made.table.rows[-1][-1] == CHALLENGES[6]


def test_four_kinds_each_have_their_own() -> None:
    made = figure(of(*(goal(place, difficulty=40, challenges=(CHALLENGES[place],)) for place in range(4))))
    assert "Other" not in {series.name for series in made.series}
    assert len(made.series) == 4


def test_equal_goals_are_moved_apart_within_their_row() -> None:
    made = figure(of(*(goal(number, difficulty=50) for number in range(5))))
    heights = {up for _, up in made.series[0].points}
    assert len(heights) == 5
    assert all(round(up) == 3 for up in heights)


@pytest.mark.parametrize(
    ("states", "reading"),
    [
        ([GoalState.PARTLY], "The one closed goal with a difficulty rating, 40, was reached partly."),
        ([GoalState.MISSED] * 2, "None of 2 closed goals with a difficulty rating was achieved."),
        (
            [GoalState.ACHIEVED] * 2 + [GoalState.MISSED],
            "2 of 3 closed goals with a difficulty rating were achieved, the hardest at 50.",
        ),
    ],
)
def test_readings(states: list[GoalState], reading: str) -> None:
    goals = (goal(number, state, difficulty=40 + 10 * number) for number, state in enumerate(states))
    assert figure(of(*goals)).reading == reading
