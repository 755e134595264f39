"""What the charts say, in letters."""

import pytest

from cli.terminal import Terminal
from workjournal.charts import CHARTS
from workjournal.charts.figure import Axis, DataTable, Figure, Series
from workjournal.cli.drawing import WIDEST, drawn


def figure(*series: Series, y: Axis) -> Figure:
    table = DataTable(("A",), ())
    return Figure("k", "T", "", "R", 1, Axis("number", "", 0, 100), y, series, table)


def test_growth_says_reading_n_and_draws(terminal: Terminal) -> None:
    for week in range(3):
        terminal("add", "Work", "--date", f"2026-03-{2 + 7 * week:02}", "--difficulty", str(20 + 30 * week))
    said = terminal("growth", "--from", "2026-03-01", "--to", "2026-03-31")
    assert said.startswith("2026-03-01 to 2026-03-31")
    for chart in CHARTS:
        assert f"({chart.key}, n = " in said
    assert "100 │" in said
    assert "2026-03-01" in said.splitlines()[-2]
    one = terminal("growth", "--chart", "difficulty", "--from", "2026-03-01", "--to", "2026-03-31")
    assert "Week of" in one
    assert "2026-03-16" in one
    assert "(confidence" not in one


def test_growth_as_json(terminal: Terminal) -> None:
    terminal("add", "Work", "--date", "2026-03-02", "--difficulty", "20")
    figures = {each["key"]: each for each in terminal.json("growth", "--to", "2026-03-31")}
    assert list(figures) == [chart.key for chart in CHARTS]
    assert figures["difficulty"]["n"] == 1
    assert figures["difficulty"]["table"] == [
        {"week_of": "2026-03-02", "median_difficulty": "20", "episodes": "1"}
    ]


def test_the_charts_are_listed_and_an_unknown_one_is_named(terminal: Terminal) -> None:
    assert [each["key"] for each in terminal.json("growth", "--list")] == [chart.key for chart in CHARTS]
    assert all(chart.title in terminal("growth", "--list") for chart in CHARTS)
    terminal("growth", "--chart", "horoscope", code=1)
    assert "horoscope" in terminal.errors


def test_an_empty_journal_has_readings_and_no_drawing(terminal: Terminal) -> None:
    said = terminal("growth")
    assert "│" not in said
    assert "n = 0" in said


def test_points_are_where_they_belong() -> None:
    lines = drawn(figure(Series("Up", ((0, 0), (100, 100))), y=Axis("number", "", 0, 100)), 40)
    assert lines[0].startswith("100 │")
    assert lines[0].endswith("●")
    assert lines[8].startswith("  0 │●")
    assert lines[-1] == "● up"


def test_categories_are_lines_from_top_to_bottom() -> None:
    below = Axis("category", "", -0.5, 1.5, ("second", "the first of two 日本"))
    lines = drawn(figure(Series("Before", ((0, 0), (100, 1)), marker="square"), y=below), 60)
    assert lines[0].startswith("the first of two 日本  ·")
    assert lines[0].endswith("■")
    assert lines[1].startswith("second")
    assert "■·" in lines[1]


@pytest.mark.parametrize("width", [20, 60, 100_000])
@pytest.mark.parametrize("high", [0.0, 1.0, 1e9])
def test_any_axis_and_width_can_be_drawn(width: int, high: float) -> None:
    series = Series("Odd", ((-5, -5), (0, 0), (1e12, 1e12)), marker="diamond")
    lines = drawn(figure(series, y=Axis("number", "", 0, high)), width)
    assert max(map(len, lines)) <= min(width, WIDEST)


def test_a_crowd_is_drawn_small() -> None:
    crowd = Series("Many", tuple((float(x), 50.0) for x in range(60)))
    assert "● " not in "\n".join(drawn(figure(crowd, y=Axis("number", "", 0, 100)), 60))
