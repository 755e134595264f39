"""Ticks: round, few enough to be read, and named by the locale."""

import datetime as dt

import pytest
from PySide6.QtCore import QLocale

from workjournal.charts.figure import Axis, on_axis
from workjournal.ui.widgets.chart_axis import spoken, ticks

ENGLISH, GERMAN = QLocale("en_GB"), QLocale("de_DE")


def dates(first: dt.date, last: dt.date) -> Axis:
    return Axis("date", "", on_axis(first), on_axis(last))


def test_numbers_are_round() -> None:
    assert [tick.at for tick in ticks(Axis("number", "", 0, 100), 250, ENGLISH)] == [0, 20, 40, 60, 80, 100]
    assert [tick.label for tick in ticks(Axis("number", "", 0, 0.5), 120, GERMAN)] == ["0", "0,25", "0,5"]


def test_half_a_year_has_months_and_a_january_has_its_year() -> None:
    made = ticks(dates(dt.date(2026, 9, 20), dt.date(2027, 2, 10)), 400, ENGLISH)
    assert [tick.label for tick in made] == ["Oct", "Nov", "Dec", "2027", "Feb"]
    assert [tick.label for tick in ticks(dates(dt.date(2026, 4, 2), dt.date(2026, 7, 2)), 400, GERMAN)] == [
        "Mai",
        "Jun",
        "Jul",
    ]


def test_a_few_weeks_have_mondays() -> None:
    made = ticks(dates(dt.date(2026, 11, 3), dt.date(2026, 11, 25)), 400, ENGLISH)
    assert [tick.label for tick in made] == ["9 Nov", "16 Nov", "23 Nov"]


@pytest.mark.parametrize("years", [2, 20, 80])
def test_never_more_than_there_is_room_for(years: int) -> None:
    made = ticks(dates(dt.date(1950, 1, 1), dt.date(1950 + years, 1, 1)), 300, ENGLISH)
    assert 1 <= len(made) <= 6
    assert all(tick.label.isdigit() or years == 2 for tick in made)


def test_an_axis_of_one_value_has_one_tick() -> None:
    assert [tick.at for tick in ticks(Axis("number", "", 5, 5), 200, ENGLISH)] == [5]


def test_spoken() -> None:
    assert spoken(dates(dt.date(2026, 1, 1), dt.date(2026, 2, 1)), on_axis(dt.date(2026, 1, 5)), ENGLISH) == (
        "Mon 5 Jan 2026"
    )
    assert spoken(Axis("category", labels=("one", "two")), 1.0, ENGLISH) == "two"
    assert spoken(Axis("number"), 37.5, GERMAN) == "37,5"


@pytest.mark.parametrize(("low", "high"), [(0, 97), (0, 3.4), (71, 93), (-12, 4)])
def test_a_low_panel_has_two_ticks_at_least(low: float, high: float) -> None:
    assert 2 <= len(ticks(Axis("number", "", low, high), 48, ENGLISH)) <= 4


def test_what_is_counted_has_no_halves() -> None:
    assert [tick.label for tick in ticks(Axis("number", "", -8.5, 8.5), 420, ENGLISH)] == [
        "-8",
        "-6",
        "-4",
        "-2",
        "0",
        "2",
        "4",
        "6",
        "8",
    ]
    assert [tick.at for tick in ticks(Axis("number", "", 0, 12), 220, ENGLISH)] == [0, 5, 10]


@pytest.mark.parametrize("high", [1, 2, 3, 9, 40])
def test_an_axis_of_counted_things_has_whole_numbers_alone(high: int) -> None:
    counted = ticks(Axis("number", "", 0, high, whole=True), 400, ENGLISH)
    assert [tick.at for tick in counted] == [round(tick.at) for tick in counted]
    assert len(counted) >= 2
