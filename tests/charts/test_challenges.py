"""Kinds of challenge by quarter: what ran where, and blanks that invite."""

import datetime as dt

import pytest

from chart_histories import END, LONG_AGO, START, goal
from workjournal.charts.challenges import figure
from workjournal.domain.goal import CHALLENGES, GoalState
from workjournal.domain.history import GoalPoint, History

MARCH, MAY = dt.date(2026, 3, 1), dt.date(2026, 5, 9)


def of(*goals: GoalPoint) -> History:
    return History(START, END, (), goals)


def test_a_goal_has_a_square_in_each_quarter_it_ran_in() -> None:
    made = figure(of(goal(0, start=MARCH, closed=MAY, challenges=("high stakes",))))
    assert {(made.x.labels[cell.x], made.y.labels[cell.y]) for cell in made.cells} == {
        ("Q1 2026", "high stakes"),
        ("Q2 2026", "high stakes"),
    }
    assert {cell.told for cell in made.cells} == {"1 goal"}
    assert {cell.id for cell in made.cells} == {str(goal(0).id)}
    assert {row[0]: row[1:] for row in made.table.rows}["high stakes"] == ("1", "1", "–", "–")


def test_every_kind_has_its_row_the_first_on_top() -> None:
    made = figure(of(goal(0, challenges=("high stakes",))))
    assert made.y.labels[::-1] == CHALLENGES
    assert [row[0] for row in made.table.rows] == list(CHALLENGES)


def test_one_that_is_open_runs_to_the_end_and_one_not_begun_does_not_run() -> None:
    running = goal(0, GoalState.ACTIVE, start=MAY, challenges=("mixed team",))
    planned = goal(1, GoalState.PLANNED, start=None, challenges=("high stakes",))
    later = goal(2, GoalState.ACTIVE, start=dt.date(2027, 1, 1), challenges=("high stakes",))
    made = figure(of(running, planned, later))
    assert [cell.x for cell in made.cells] == [1, 2, 3]
    assert made.n == 1


def test_several_goals_are_warmer_and_a_kind_named_twice_by_one_is_one() -> None:
    goals = [goal(number, closed=MARCH, challenges=("high stakes", "high stakes")) for number in range(6)]
    (two,) = figure(of(*goals[:2])).cells
    (six,) = figure(of(*goals)).cells
    assert (two.step, two.told) == (2, "2 goals")
    assert (six.step, six.told) == (4, "6 goals")
    assert two.id == six.id == "", "of several none is the one"


def test_a_kind_in_words_of_ones_own_has_a_row_below_the_others() -> None:
    made = figure(of(goal(0, challenges=("night work", "high stakes"))))
    assert made.y.labels[0] == "night work"
    assert made.reading.startswith("One goal brings 1 of the 10 kinds of challenge and 1 of your own")


def test_a_long_period_is_shown_in_years() -> None:
    made = figure(History(LONG_AGO, END, (), (goal(0, challenges=("high stakes",)),)))
    assert made.x.labels[-1] == "2026"
    assert len(made.x.labels) == 20
    assert [cell.x for cell in made.cells] == [19]


@pytest.mark.parametrize(
    ("met", "ending"),
    [
        (10, ""),
        (9, "; the blank one, mixed team, is an invitation"),
        (8, "; the blank ones, other cultures and mixed team, are invitations"),
        (3, "; the blank ones, such as people problems and high stakes, are invitations"),
    ],
)
def test_blanks_are_invitations(met: int, ending: str) -> None:
    goals = (goal(0, challenges=CHALLENGES[: met - 1]), goal(1, challenges=CHALLENGES[met - 1 : met]))
    reading = figure(of(*goals)).reading
    assert reading == f"2 goals bring {met} of the 10 kinds of challenge in this period{ending}."


def test_without_any_kind_all_are_invitations() -> None:
    made = figure(of(goal(0)))
    assert made.is_empty
    assert made.reading.endswith("each of them is an invitation.")
