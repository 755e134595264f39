"""Safety and accountability: four zones, a path of months, and for the writer alone."""

import datetime as dt

import pytest

from chart_histories import END, START, pulse
from workjournal.charts.figure import Figure
from workjournal.charts.zones import CHART, MOST_JOINED, figure
from workjournal.domain.history import History, PulsePoint


def figure_of(*pulses: PulsePoint) -> Figure:
    return figure(History(START, END, pulses=pulses))


@pytest.mark.parametrize(
    ("safety", "accountability", "zone"),
    [
        (50, 50, "Learning"),
        (45, 95, "Anxiety"),
        (95, 45, "Comfort"),
        (0, 0, "Apathy"),
        (100, 100, "Learning"),
    ],
)
def test_a_month_is_told_the_zone_that_is_drawn_behind_it(
    safety: int, accountability: int, zone: str
) -> None:
    made = figure_of(pulse(3, safety, accountability))
    assert made.reading == f"The one month there is, March 2026, felt like the {zone.lower()} zone."
    assert made.table.rows == (("2026-03-01", str(safety), str(accountability), zone),)
    (drawn,) = (each for each in made.zones if each.label == zone)
    assert drawn.left <= safety <= drawn.right
    assert drawn.bottom <= accountability <= drawn.top


def test_the_zones_fill_the_plane() -> None:
    zones = figure_of().zones
    assert sum((zone.right - zone.left) * (zone.top - zone.bottom) for zone in zones) == 100 * 100
    assert len({(zone.left, zone.bottom) for zone in zones}) == 4


def test_the_months_are_a_path_from_the_first_to_the_last() -> None:
    made = figure_of(pulse(1, 20, 80), pulse(2, 60, 80), pulse(3, None, 80), pulse(4, 70, 60))
    path, first = made.series
    assert path.points == ((20.0, 80.0), (60.0, 80.0), (70.0, 60.0))
    assert (path.line, path.label, first.label) == ("solid", "Apr 2026", "Jan 2026")
    assert path.told[0] == "80, anxiety, 1 January 2026"
    assert made.n == 3
    assert made.table.rows[1] == ("2026-03-01", "–", "80", "–")
    assert made.reading.endswith("April 2026, felt like the learning zone, as did 1 of the 2 before it.")


def test_a_zone_that_is_new() -> None:
    assert figure_of(pulse(1, 20, 80), pulse(2, 60, 80)).reading.endswith("zone, as none before it did.")


def test_of_two_months_the_earlier_is_the_one_before() -> None:
    made = figure_of(pulse(1, 60, 80), pulse(2, 70, 60))
    assert made.reading.endswith("February 2026, felt like the learning zone, as did the one before it.")


def test_of_many_months_the_newest_are_joined_and_all_drawn() -> None:
    months = tuple(PulsePoint(dt.date(2007 + at // 12, at % 12 + 1, 1), at % 100, 50) for at in range(230))
    earlier, path, _ = figure_of(*months).series
    assert (len(earlier.points), len(path.points)) == (230 - MOST_JOINED, MOST_JOINED)
    assert earlier.line == "none"


def test_it_is_for_no_pack() -> None:
    assert CHART.private
