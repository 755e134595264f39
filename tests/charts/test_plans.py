"""If-then plans: only those whose moment came say whether plans fire."""

import datetime as dt

from chart_histories import END, START, after, plan
from workjournal.charts.figure import Figure
from workjournal.charts.plans import figure
from workjournal.domain.action import ActionState
from workjournal.domain.history import History, PlanPoint

DONE, MISSED, NEVER = ActionState.DONE, ActionState.NOT_MET, ActionState.NEVER_AROSE


def figure_of(*plans: PlanPoint, start: dt.date = START, end: dt.date = END) -> Figure:
    return figure(History(start, end, plans=plans))


def ended(number: int, state: ActionState, day: int) -> PlanPoint:
    return plan(number, 0, state, after(day))


def test_each_stands_in_the_quarter_it_ended_and_the_open_in_the_last() -> None:
    made = figure_of(
        ended(0, DONE, 10),
        ended(1, DONE, 20),
        ended(2, MISSED, 100),
        ended(3, NEVER, 200),
        plan(4, 5, ActionState.OPEN, None),
    )
    assert made.x.labels == ("Q1 2026", "Q2 2026", "Q3 2026", "Q4 2026")
    assert {series.name: series.points for series in made.series} == {
        "Fired": ((0.0, 2.0),),
        "Not met": ((1.0, 1.0),),
        "Never arose": ((2.0, 1.0),),
        "Open": ((3.0, 1.0),),
    }
    one = {series.name: series.ids for series in made.series}
    assert one["Fired"] == ("",), "a bar of two leads to neither"
    assert (one["Not met"], one["Open"]) == ((str(ended(2, MISSED, 0).id),), (str(ended(4, DONE, 0).id),))
    assert all(series.form == "bars" for series in made.series)
    assert made.table.rows[-1] == ("Q1 2026", "2", "0", "0", "0", "0")
    assert made.reading == "2 of 3 plans whose moment came fired; 1 never arose and 1 still open."
    assert (made.n, made.y.high) == (5, 2)


def test_dropped_ones_are_told_too() -> None:
    assert figure_of(ended(0, DONE, 1), ended(1, ActionState.DROPPED, 2)).reading.endswith("; 1 dropped.")


def test_what_ended_after_the_period_was_open_in_it() -> None:
    made = figure_of(ended(0, DONE, 40), end=after(30))
    assert [series.name for series in made.series] == ["Open"]
    assert made.reading == "No plan's moment came in this period; 1 still open."


def test_one_plan_is_told_in_words() -> None:
    assert figure_of(ended(0, DONE, 1)).reading == "The one plan whose moment came fired."
    assert figure_of(ended(0, MISSED, 1)).reading == "The one plan whose moment came did not fire."


def test_a_long_period_has_years_and_an_older_ending_stands_in_its_first() -> None:
    old = plan(0, -9000, DONE, None)
    made = figure_of(old, ended(1, DONE, 300), start=dt.date(2007, 1, 1))
    assert made.x.labels[0] == "2007"
    assert len(made.x.labels) == 20
    assert made.series[0].points == ((0.0, 1.0), (19.0, 1.0))
    assert "year" in made.subtitle
