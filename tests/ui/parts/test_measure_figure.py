"""The run chart of a measure: points always, gaps never, changes as coincidence."""

import datetime as dt
from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtCore import QLocale

from workjournal.charts.figure import Figure, Series, on_axis
from workjournal.domain.measure import Direction, MarkedChange, Measure
from workjournal.journal.measures import Value
from workjournal.ui.parts import measure_figure
from workjournal.ui.widgets.chart_read_out import read_out

FIRST = dt.date(2026, 3, 2)
TODAY = dt.date(2026, 11, 19)
LATE = Measure(name="Days late", unit="days", direction=Direction.LOWER, baseline=9.0, target=3.0)


def on(*days: int, check_ins: Sequence[int] = ()) -> list[Value]:
    """A value of as many days after the first, which is also its number."""
    return [Value(FIRST + dt.timedelta(days=day), float(day), "", uuid4(), day in check_ins) for day in days]


def change(day: int, text: str = "A new tool") -> MarkedChange:
    return MarkedChange(date=FIRST + dt.timedelta(days=day), text=text)


def drawn(values: list[Value], *changes: MarkedChange, measure: Measure = LATE) -> Figure:
    return measure_figure.figure(measure, values, changes, TODAY)


def named(figure: Figure, name: str) -> Series:
    (found,) = [series for series in figure.series if series.name == name]
    return found


def test_every_value_is_a_point_and_those_of_check_ins_look_different() -> None:
    figure = drawn(on(0, 7, 14, check_ins=[7]))
    logged, checked = named(figure, "Logged"), named(figure, "From check-ins")
    assert [y for _, y in logged.points] == [0, 14]
    assert checked.points == ((on_axis(FIRST) + 7, 7.0),)
    assert logged.marker != checked.marker != "none" != logged.marker
    assert logged.place != checked.place
    assert figure.n == 3
    assert checked.told == ("7 days",)


def test_a_gap_is_not_drawn_over() -> None:
    figure = drawn(on(0, 7, 14, 60, 67))
    joined = [(link.start[1], link.end[1]) for link in figure.links]
    assert joined == [(0, 7), (7, 14), (60, 67)]


def test_a_weekend_is_no_gap_among_daily_values_and_two_values_are_joined() -> None:
    assert len(drawn(on(0, 1, 2, 5, 6)).links) == 4
    assert len(drawn(on(0, 200)).links) == 1
    assert len(drawn(on(0, 0, 0)).links) == 2


def test_so_many_values_are_points_alone() -> None:
    figure = drawn(on(*range(measure_figure.MOST_LINKED + 1)))
    assert figure.links == ()
    assert len(named(figure, "Logged").points) == measure_figure.MOST_LINKED + 1


def test_baseline_and_target_are_lines_with_their_values() -> None:
    figure = drawn(on(5, 6))
    target, baseline = named(figure, "Target"), named(figure, "Baseline")
    assert [series.label for series in (baseline, target)] == ["9 days", "3 days"]
    assert {y for _, y in target.points} == {3}
    assert (target.marker, target.line) == ("none", "dash")
    assert figure.y.low < 3
    assert figure.y.high > 9
    bare = drawn(on(5), measure=Measure(name="Calls"))
    assert [series.name for series in bare.series] == ["Logged"]


def test_a_change_coincides_and_explains_nothing() -> None:
    figure = drawn(on(0, 7, 14), change(9, "A new\nrole"))
    (mark,) = figure.marks
    assert (mark.at, mark.label) == (on_axis(FIRST) + 9, "A new role")
    assert mark.told == "coincides with “A new role” (11 Mar 2026)"
    number = figure.series.index(named(figure, "Logged"))
    told = [read_out(figure, number, point, QLocale("en_GB")).spoken() for point in range(3)]
    assert [mark.told in words for words in told] == [False, False, True]
    assert "because" not in " ".join([*told, figure.reading]).lower()


def test_a_change_before_all_values_parts_nothing_and_a_later_one_is_in_sight() -> None:
    figure = drawn(on(0, 7), change(-30), change(0, "Same day"), change(40, "Just now"))
    assert [mark.label for mark in figure.marks] == ["Same day", "Just now"]
    assert figure.x.high == on_axis(FIRST) + 40
    assert [row[3] for row in figure.table.rows] == ["Same day", "", "Just now"]


def test_it_reads_in_one_sentence() -> None:
    assert drawn(on(9, 2)[::-1]).reading == (
        "From 2 days on 4 Mar 2026 to 9 days on 11 Mar 2026; the target of 3 days is not reached."
    )
    assert drawn(on(2)).reading == "2 days on 4 Mar 2026; the target of 3 days is reached."
    assert drawn(on(2), measure=Measure(name="Calls")).reading == "2 on 4 Mar 2026."


def test_the_table_has_every_value() -> None:
    figure = drawn(on(0, 7, check_ins=[7]))
    assert figure.table.headers == ("Day", "Value", "From", "Coincides with")
    assert figure.table.rows == (
        ("2026-03-02", "0", "Logged", ""),
        ("2026-03-09", "7", "Check-in", ""),
    )


def test_nothing_yet_says_how_it_comes() -> None:
    figure = drawn([], change(3))
    assert (figure.series, figure.marks, figure.n) == ((), (), 0)
    assert "first value" in figure.reading


def test_one_value_and_equal_ones_have_room_around_them() -> None:
    for values in (on(5), [*on(0), *on(0)]):
        figure = drawn(values, measure=Measure(name="Calls"))
        assert figure.x.low < on_axis(values[0].date) < figure.x.high
        assert figure.y.low < values[0].value < figure.y.high
