"""Measures: Wheeler's limits from each change on, every value drawn, and no limits from a few."""

import dataclasses
import datetime as dt

import numpy as np
import pytest

from chart_histories import END, START, after, measure
from workjournal.charts.figure import Figure, on_axis
from workjournal.charts.measures import figure
from workjournal.domain.history import ChangePoint, History

STEADY = (10.0, 12.0, 11.0, 13.0, 12.0, 11.0, 12.0, 11.0)
"""Mean 11.5, mean moving range 9/7."""
REACH = 2.66 * 9 / 7


def weekly(*values: float, since: dt.date = START) -> tuple[tuple[dt.date, float], ...]:
    return tuple((after(7 * week, since), value) for week, value in enumerate(values))


def figure_of(
    values: tuple[tuple[dt.date, float], ...], *changes: ChangePoint, start: dt.date = START
) -> Figure:
    return figure(History(start, END, measures=(measure(0, values),), changes=changes))


def test_limits_centre_levels_and_all_values() -> None:
    made = figure_of(weekly(*STEADY))
    (panel,) = made.panels
    (zone,) = panel.zones
    by_name = {series.name: series for series in panel.series}
    assert [value for _, value in by_name["Value"].points] == list(STEADY)
    assert by_name["Value"].told[0] == "10 %"
    assert by_name["Value"].ids == (str(measure(0, ()).id),) * 8
    assert by_name["Centre"].ids == by_name["Target"].ids == ()
    assert [height for _, height in by_name["Centre"].points] == [11.5, 11.5]
    assert (zone.bottom, zone.top) == pytest.approx((11.5 - REACH, 11.5 + REACH))
    assert (zone.left, zone.right) == (on_axis(START), on_axis(END))
    assert [by_name[name].points[0][1] for name in ("Baseline", "Target")] == [80, 97]
    assert panel.subtitle == "%, baseline 80, target 97"
    assert (zone.label, by_name["Centre"].label) == ("Natural limits", "11.5 %")
    assert "Signal" not in by_name
    assert made.reading == "Measure 0 comes and goes within its natural limits, in 8 values."
    assert made.table.rows[0] == ("Measure 0", "2026-01-01", "10", "8.08", "11.5", "14.92", "–", "–")


def test_what_stands_out_has_a_marker_of_its_own() -> None:
    made = figure_of(weekly(*STEADY, *STEADY, 17.0))
    signal = made.panels[0].series[-1]
    assert (signal.name, signal.marker) == ("Signal", "diamond")
    assert signal.points == ((on_axis(after(7 * 16)), 17.0),)
    assert signal.told == ("17 %, outside the natural limits",)
    assert signal.ids == (str(measure(0, ()).id),)
    assert made.reading == "Measure 0 stood out at 1 of 17 values: once outside the natural limits."


def test_what_stood_out_is_told_by_rule_in_plain_words() -> None:
    low, high = (9.0, 10.0) * 5, (15.0, 16.0) * 5
    made = figure_of(weekly(*low, *high))
    assert made.reading == (
        "Measure 0 stood out at 12 of 20 values: 10 times outside the natural limits, "
        "twice by 8 in a row on one side of the centre and twice by 3 of 4 nearer to a limit than to the centre."
    )


def test_limits_begin_anew_at_a_change_that_coincides() -> None:
    change = ChangePoint(after(7 * 8), "New scanner.")
    made = figure_of(weekly(*STEADY, *(value + 50 for value in STEADY)), change)
    (panel,) = made.panels
    first, second = panel.zones
    assert (first.label, second.label) == ("", "Natural limits")
    assert first.right == second.left == on_axis(change.date)
    assert second.bottom - first.bottom == pytest.approx(50)
    (mark,) = panel.marks
    assert mark.told == "coincides with “New scanner” (26 February 2026)"
    assert made.table.rows[8][-1] == "New scanner."
    assert "because" not in made.reading
    assert "within its natural limits" in made.reading


def test_under_six_values_there_are_no_limits_and_it_says_so() -> None:
    made = figure_of(weekly(*STEADY, 60.0, 61.0), ChangePoint(after(7 * 8), "New scanner"))
    assert len(made.panels[0].zones) == 1
    assert made.reading == (
        "Too few for limits: Measure 0 has 2 values since “New scanner”, and they need 6."
    )
    assert figure_of(weekly(*STEADY[:5])).panels[0].zones == ()
    before = figure_of(weekly(*STEADY, *STEADY, 17.0, 60.0), ChangePoint(after(7 * 17), "New scanner"))
    assert before.reading == (
        "Measure 0 stood out at 1 of 18 values: once outside the natural limits; "
        "too few for limits now, with 1 value since “New scanner”, and they need 6."
    )


def test_limits_rest_on_values_before_the_period_too() -> None:
    made = figure_of(weekly(*STEADY), start=after(40))
    (panel,) = made.panels
    assert made.n == len(panel.series[-1].points) == 2
    assert panel.zones[0].left == on_axis(after(40))
    assert "1 value" not in made.reading


def test_a_change_of_another_measure_parts_nothing() -> None:
    other = measure(1, weekly(1.0))
    made = figure_of(weekly(*STEADY), ChangePoint(after(20), "Elsewhere", other.id))
    assert made.panels[0].marks == ()
    assert len(made.panels[0].zones) == 1


def test_several_measures_are_told_in_one_sentence() -> None:
    steady, out, few = weekly(*STEADY), weekly(*STEADY, *STEADY, 17.0), weekly(5.0)
    measures = tuple(measure(place, values) for place, values in enumerate((steady, out, few)))
    assert figure(History(START, END, measures=measures)).reading == (
        "1 of 26 values stood out of the usual coming and going, in Measure 1; "
        "1 of 3 measures has too few values for limits."
    )
    quiet = figure(History(START, END, measures=(measures[0], measure(4, steady))))
    assert quiet.reading == "Nothing stood out of the usual coming and going in 16 values."
    bare = figure(History(START, END, measures=(measures[2], measure(4, few))))
    assert bare.reading.startswith("Too few for limits: all 2 measures")


def test_of_forty_the_newest_are_drawn_and_all_are_listed() -> None:
    many = tuple(
        dataclasses.replace(measure(place, weekly(*STEADY)), values=weekly(*STEADY, since=after(place)))
        for place in range(40)
    )
    made = figure(History(START, END, measures=many))
    assert [panel.title for panel in made.panels] == [f"Measure {place}" for place in range(28, 40)]
    assert len(made.table.rows) == made.n == 40 * 8


def test_chance_alone_makes_about_one_value_in_a_hundred_stand_out() -> None:
    """As the subtitle says: 60 measures of 100 values without any change."""
    noise = np.random.default_rng(6).normal(50, 4, (60, 100))
    measures = tuple(
        measure(place, tuple((after(day), float(value)) for day, value in enumerate(row)))
        for place, row in enumerate(noise)
    )
    made = figure(History(START, END, measures=measures))
    out = sum(row[6] != "–" for row in made.table.rows)
    assert 0.004 < out / made.n < 0.013
