"""What the charts say, in letters and as JSON."""

import locale

import pytest

from cli.terminal import Terminal
from figure_examples import ALL, BARS, HEAT, PANELS, POINTS, SPANS, ZONES, figure
from workjournal.charts import CHARTS
from workjournal.charts.figure import Axis, Series
from workjournal.cli.drawing import WIDEST, drawn
from workjournal.cli.figure_record import figure as recorded
from workjournal.cli.glyphs import glyphs


def test_growth_says_reading_n_and_draws(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for week in range(3):
        terminal("add", "Work", "--date", f"2026-03-{2 + 7 * week:02}", "--difficulty", str(20 + 30 * week))
    said = terminal("growth", "--from", "2026-03-01", "--to", "2026-03-31")
    assert said.startswith("2026-03-01 to 2026-03-31")
    for chart in CHARTS:
        assert f"({chart.key}, n = " in said
    one = terminal("growth", "--chart", "difficulty", "--from", "2026-03-01", "--to", "2026-03-31")
    assert f"100 {glyphs(locale.getencoding(), 'xterm').upright}" in one
    assert "Week of" in one
    assert "2026-03-16" in one
    assert "(confidence" not in one


def test_plain_ascii_by_option_and_on_a_plain_terminal(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal("add", "Work", "--date", "2026-03-02", "--difficulty", "20")
    monkeypatch.setenv("TERM", "xterm")
    by_option = terminal("growth", "--chart", "difficulty", "--ascii")
    monkeypatch.setenv("TERM", "dumb")
    assert by_option == terminal("growth", "--chart", "difficulty")
    assert by_option.isascii()
    assert "100 |" in by_option


def test_the_drawing_keeps_to_the_terminal(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    terminal("add", "Work", "--date", "2026-03-02", "--difficulty", "20")
    drawing = [line for line in terminal("growth", "--ascii").splitlines() if " |" in line]
    assert drawing
    assert max(map(len, drawing)) <= 40


def test_one_chart_as_json(terminal: Terminal) -> None:
    terminal("add", "Work", "--date", "2026-03-02", "--difficulty", "20")
    found = terminal.json("growth", "--chart", "difficulty", "--to", "2026-03-31")
    assert (found["key"], found["title"], found["n"]) == ("difficulty", "Difficulty over time", 1)
    assert found["reading"].startswith("Can't tell yet")
    assert found["table"]["headers"][:2] == ["Week of", "Median difficulty"]
    assert found["table"]["rows"][0][:2] == ["2026-03-02", "20"]
    assert found["series"][0]["points"] == [["2026-03-02", 20.0]]
    assert found["series"][0]["ids"] == [terminal.json("list")[0]["id"]]


def test_every_chart_as_json(terminal: Terminal) -> None:
    figures = terminal.json("growth", "--to", "2026-03-31")
    assert [each["key"] for each in figures] == [chart.key for chart in CHARTS]


def test_the_charts_are_listed_and_an_unknown_one_is_named(terminal: Terminal) -> None:
    listed = [(each["key"], each["title"], each["private"]) for each in terminal.json("growth", "--list")]
    assert listed == [(chart.key, chart.title, chart.private) for chart in CHARTS]
    said = terminal("growth", "--list").splitlines()
    assert len(said) == len(CHARTS) + 1
    for chart, line in zip(CHARTS, said[1:], strict=True):
        assert chart.title in line
        assert ("only for you" in line) == chart.private
    terminal("growth", "--chart", "horoscope", code=1)
    assert "horoscope" in terminal.errors


def test_an_empty_journal_has_readings_and_no_drawing(terminal: Terminal) -> None:
    said = terminal("growth", "--ascii")
    assert " |" not in said
    assert said.count("n = 0") == len(CHARTS)


def test_a_figure_of_each_form_as_json() -> None:
    assert recorded(POINTS)["marks"] == [{"x": "2026-02-10", "label": "new role"}]
    assert recorded(POINTS)["series"][1]["label"] == "rising"
    assert recorded(POINTS)["x"]["low"] == "2026-01-05"
    assert recorded(BARS)["series"][1]["points"] == [["Autumn", 50.0], ["Winter", 25.0]]
    assert recorded(BARS)["series"][1]["form"] == "bars"
    assert recorded(SPANS)["series"][0]["spans"] == [[25.0, 75.0], [50.0, 100.0]]
    assert recorded(HEAT)["cells"][0] == {"x": "2026-01-05", "y": "Sun", "step": 0, "told": "told"}
    assert recorded(ZONES)["zones"][1] == {"label": "Learning", "x": [50.0, 100.0], "y": [50.0, 100.0]}
    assert [len(panel["series"]) for panel in recorded(PANELS)["panels"]] == [2, 0, 2]
    assert all(recorded(each)["reading"] == "A reading." for each in ALL.values())


def test_points_are_where_they_belong() -> None:
    hundred = Axis("number", "", 0, 100)
    lines = drawn(figure(hundred, hundred, Series("Up", ((0, 0), (100, 100)))), 40)
    assert lines[0].startswith("100 │")
    assert lines[0].endswith("●")
    assert lines[8].startswith("  0 │●")
    assert lines[-1] == "● Up"


def test_categories_are_lines_from_top_to_bottom() -> None:
    below = Axis("category", "", -0.5, 1.5, ("second", "the first of two 日本"))
    series = Series("Before", ((0, 0), (100, 1)), marker="square")
    lines = drawn(figure(Axis("number", "", 0, 100), below, series), 60)
    assert lines[0].startswith("the first of two 日本  ·")
    assert lines[0].endswith("■")
    assert lines[1].startswith("second")
    assert "■·" in lines[1]


@pytest.mark.parametrize("width", [20, 60, 100_000])
@pytest.mark.parametrize("high", [0.0, 1.0, 1e9])
def test_any_axis_and_width_can_be_drawn(width: int, high: float) -> None:
    series = Series("Odd", ((-5, -5), (0, 0), (1e12, 1e12)), marker="diamond")
    lines = drawn(figure(Axis("number", "", 0, 100), Axis("number", "", 0, high), series), width)
    assert max(map(len, lines)) <= min(width, WIDEST)


def test_a_crowd_is_drawn_small() -> None:
    crowd = Series("Many", tuple((float(x), 50.0) for x in range(60)))
    hundred = Axis("number", "", 0, 100)
    assert "●" not in "\n".join(drawn(figure(hundred, hundred, crowd), 60))


def test_what_a_week_moved_in_words(terminal: Terminal) -> None:
    for day, source in (("2026-03-02", "experience"), ("2026-03-10", "exposure"), ("2026-03-11", "exposure")):
        terminal("add", "Work", "--date", day, "--source", source)
    said = terminal("growth", "--week", "--to", "2026-03-11").splitlines()
    assert said[0] == "2025-12-16 to 2026-03-15"
    assert said[2:5] == [
        "What moved",
        "  Sources of learning: Exposure is named most, in 2 of 3 episodes that name a source.",
        "    A week before: Experience is named in the one episode that names a source.",
    ]
    assert said[6].startswith("As the week before")
    assert said[7].startswith("  Cadence: Something is written down on 3 days")
    assert said[-1].startswith("Can't tell yet: Confidence before and after, ")
    told = terminal.json("growth", "--week", "--to", "2026-03-18")
    assert (told["from"], told["to"], told["moved"]) == ("2025-12-23", "2026-03-22", [])
    assert [each["key"] for each in told["same"]] == ["sources", "cadence"]
    assert "Nothing moved" in terminal("growth", "--week", "--to", "2026-03-18")


def test_a_week_is_of_all_chosen_charts_and_has_come(terminal: Terminal) -> None:
    terminal("growth", "--week", "--chart", "difficulty", code=2)
    terminal("growth", "--week", "--to", "0001-01-03", code=2)
    terminal("growth", "--week", "--to", "9998-01-03", code=2)
    assert "still to come" in terminal.errors
    assert "Can't tell yet" in terminal("growth", "--week")
