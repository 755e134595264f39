"""A figure on the unit square: everything inside, few round ticks, no two marks of a row on top of each other."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.charts.figure import Axis, DataTable, Figure, Series, on_axis
from workjournal.exporters.letters import short
from workjournal.exporters.plot import plot
from workjournal.exporters.plot_axis import MOST_TICKS, Scale
from workjournal.exporters.plot_style import COLOURS, DASHES

NUMBERS = Axis("number", "Difficulty", 0, 100)


def figure(x: Axis, y: Axis, *points: tuple[float, float]) -> Figure:
    series = (Series("Rated", points, 1, "square", "dash", "rising"),) if points else ()
    return Figure("key", "Title", "", "A reading.", len(points), x, y, series, DataTable((), ()))


def days(first: dt.date, last: dt.date) -> Axis:
    return Axis("date", "", on_axis(first), on_axis(last))


def labels(x: Axis, language: str = "en") -> list[str]:
    drawn = plot(figure(x, NUMBERS, (x.low, 0.0)), language)
    assert drawn is not None
    return [tick["label"] for tick in drawn["x"]["ticks"]]


def test_nothing_to_draw_is_no_plot() -> None:
    assert plot(figure(NUMBERS, NUMBERS), "en") is None


def test_places_run_from_nought_to_one_upwards() -> None:
    drawn = plot(figure(NUMBERS, NUMBERS, (0.0, 0.0), (50.0, 25.0), (100.0, 100.0)), "en")
    assert drawn is not None
    (series,) = drawn["series"]
    assert series["points"] == [(0.0, 0.0), (0.5, 0.25), (1.0, 1.0)]
    assert (series["colour"], series["marker"], series["dash"]) == (COLOURS[1], "square", DASHES[1])
    assert [tick["label"] for tick in drawn["y"]["ticks"]] == ["0", "25", "50", "75", "100"]


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (dt.date(2026, 10, 6), ["6 Oct"]),
        (dt.date(2026, 10, 9), ["6 Oct", "7 Oct", "8 Oct", "9 Oct"]),
        (dt.date(2026, 11, 10), ["12 Oct", "19 Oct", "26 Oct", "2 Nov", "9 Nov"]),
        (dt.date(2027, 3, 20), ["Nov 2026", "Dec 2026", "Jan 2027", "Feb 2027", "Mar 2027"]),
        (dt.date(2030, 7, 1), ["Jan 2027", "Jan 2028", "Jan 2029", "Jan 2030"]),
    ],
)
def test_dates_are_named_by_day_week_month_or_year(last: dt.date, expected: list[str]) -> None:
    assert labels(days(dt.date(2026, 10, 6), last)) == expected


def test_german_months() -> None:
    assert labels(days(dt.date(2026, 3, 1), dt.date(2026, 3, 2)), "de-CH") == ["1 März", "2 März"]


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 20_000))
def test_any_period_has_a_few_ticks_inside(first: dt.date, length: int) -> None:
    axis = days(first, first + dt.timedelta(days=length))
    drawn = plot(figure(axis, NUMBERS, (axis.low, 0.0)), "en")
    assert drawn is not None
    places = [tick["at"] for tick in drawn["x"]["ticks"]]
    assert 1 <= len(places) <= MOST_TICKS
    assert all(0 <= place <= 1 for place in places)


FLOATS = st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 2))


@given(st.lists(st.tuples(FLOATS, FLOATS), min_size=1, max_size=20))
def test_every_point_is_inside_and_ticks_are_few(points: list[tuple[float, float]]) -> None:
    drawn = plot(figure(NUMBERS, NUMBERS, *points), "en")
    assert drawn is not None
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in drawn["series"][0]["points"])
    assert 2 <= len(drawn["y"]["ticks"]) <= MOST_TICKS


def test_marks_of_one_row_do_not_cover_each_other() -> None:
    rows = Axis("category", "", -0.5, 1.5, ("One", "Two"))
    twice = tuple(
        Series(name, ((50.0, 0.0), (20.0, 1.0)), place) for place, name in enumerate(("Before", "After"))
    )
    drawn = plot(dataclasses.replace(figure(NUMBERS, rows, (0.0, 0.0)), series=twice), "en")
    assert drawn is not None
    before, after = (one["points"] for one in drawn["series"])
    assert before == [(0.5, 0.25), (0.2, 0.75)]
    assert [x for x, _ in after] == [0.5, 0.2]
    assert all(0.05 < high - low < 0.25 for (_, high), (_, low) in zip(before, after, strict=True))
    assert drawn["y"]["rows"] == 2


@pytest.mark.parametrize(
    ("text", "most", "shortened"),
    [
        ("as it is", 20, "as it is"),
        ("two\nlines", 20, "two lines"),
        ("cut between words, here", 20, "cut between words…"),
        ("w" * 30, 10, "w" * 9 + "…"),
    ],
)
def test_short(text: str, most: int, shortened: str) -> None:
    assert short(text, most) == shortened


@pytest.mark.parametrize("high", [1, 2, 3, 9, 40])
def test_an_axis_of_counted_things_has_whole_numbers_alone(high: int) -> None:
    counted = Scale(Axis("number", "", 0, high, whole=True), ()).ticks("en")
    assert [round(tick["at"] * high, 6) for tick in counted] == [int(tick["label"]) for tick in counted]
    assert 2 <= len(counted) <= MOST_TICKS
