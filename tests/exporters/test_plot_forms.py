"""Each form of figure on the unit square: where bars, spans, squares, zones, marks and panels are, and how series differ."""

import dataclasses

import pytest

from figure_examples import ALL, BARS, DAYS, HEAT, LYING, PANELS, PLAIN, POINTS, SIZES, SPANS, ZONES, figure
from workjournal.charts.figure import Figure, Series, Zone
from workjournal.exporters.plot import MOST_PANELS, Plot, plot
from workjournal.exporters.plot_style import COLOURS, HATCHES, MARKERS, styles
from workjournal.exporters.plot_style import HEAT as HEAT_COLOURS


def drawn(whole: Figure, language: str = "en") -> Plot:
    made = plot(whole, language)
    assert made is not None
    return made


def numbers(value: object) -> list[float]:
    """Every place in a part of a plot."""
    if isinstance(value, float):
        return [value]
    return [number for part in value for number in numbers(part)] if isinstance(value, tuple | list) else []


@pytest.mark.parametrize("form", ALL)
def test_everything_is_on_the_unit_square(form: str) -> None:
    whole = drawn(ALL[form])
    plots = [panel["plot"] for panel in whole["panels"] if panel["plot"]] or [whole]
    for one in plots:
        parts = [one["cells"], [zone["at"] for zone in one["zones"]], [mark["at"] for mark in one["marks"]]]
        parts += [[series[part] for part in ("points", "bars", "spans")] for series in one["series"]]
        found = numbers(parts)
        assert found
        assert all(-1e-9 <= place <= 1 + 1e-9 for place in found)


def test_bars_stand_on_the_foot_beside_each_other() -> None:
    work, learning = drawn(BARS)["series"]
    assert [round(top - bottom, 6) for _, bottom, _, top in work["bars"]] == [1, 0]
    assert [round(top - bottom, 6) for _, bottom, _, top in learning["bars"]] == [0.5, 0.25]
    assert all(bottom == 0 for _, bottom, _, _ in work["bars"] + learning["bars"])
    for (_, _, right, _), (left, _, _, _) in zip(work["bars"], learning["bars"], strict=True):
        assert right == pytest.approx(left)
    middle = (work["bars"][0][0] + learning["bars"][0][2]) / 2
    assert middle == pytest.approx(0.25)
    assert (work["hatch"], learning["hatch"]) == HATCHES[:2]
    assert (work["marker"], work["dash"]) == ("none", None)


def test_bars_of_named_rows_lie() -> None:
    (lessons,) = drawn(LYING)["series"]
    (first, second) = lessons["bars"]
    assert (first[0], first[2]) == (0, 1)
    assert (second[0], second[2]) == (0, 0.5)
    assert first[1] > 0.5 > second[3]


def test_a_lone_bar_over_time_takes_a_week() -> None:
    bar = Series("One", ((DAYS.low + 30, 50),), form="bars")
    (one,) = drawn(figure(DAYS, PLAIN, bar))["series"]
    ((left, _, right, _),) = one["bars"]
    assert right - left == pytest.approx(7 * 0.76 / (DAYS.high - DAYS.low))


def test_spans_run_along_the_values() -> None:
    (series,) = drawn(SPANS)["series"]
    assert series["spans"] == [(0.2, 0.25, 0.2, 0.75), (0.8, 0.5, 0.8, 1.0)]
    lying = figure(PLAIN, LYING.y, Series("Rows", ((50, 0),), spans=((25, 75),)))
    assert drawn(lying)["series"][0]["spans"] == [(0.25, 0.25, 0.75, 0.25)]


def test_a_span_beyond_the_axis_widens_it() -> None:
    (series,) = drawn(figure(PLAIN, PLAIN, Series("Wide", ((50, 100),), spans=((0, 200),))))["series"]
    assert series["points"] == [(0.5, 0.5)]
    assert series["spans"] == [(0.5, 0.0, 0.5, 1.0)]


def test_sizes_are_kept() -> None:
    win, miss = drawn(SIZES)["series"]
    assert win["sizes"] == [0, 0.5, 1]
    assert (win["marker"], miss["marker"]) == ("circle", "triangle")


def test_squares_have_the_heat_colours_and_a_key() -> None:
    made = drawn(HEAT)
    assert len(made["cells"]) == 69
    assert {colour for _, colour in made["cells"]} == set(HEAT_COLOURS)
    assert made["heat"] == {"less": "less", "more": "more", "colours": HEAT_COLOURS}
    assert drawn(HEAT, "de")["heat"]["more"] == "mehr"
    assert made["y"]["rows"] == 7
    (left, bottom, right, top), _ = made["cells"][0]
    assert top - bottom == pytest.approx(1 / 7)
    assert right > left


def test_zones_and_marks_are_named() -> None:
    assert [zone["label"] for zone in drawn(ZONES)["zones"]] == ["Calm", "Learning", "Too small"]
    assert drawn(ZONES)["zones"][1]["at"] == (0.5, 0.5, 1.0, 1.0)
    assert drawn(ZONES)["zones"][1]["tone"] == "plain"
    (mark,) = drawn(POINTS)["marks"]
    assert mark["label"] == "new role"
    assert mark["at"] == pytest.approx(36 / 84)


def test_panels_have_plots_of_their_own_and_one_key() -> None:
    made = drawn(PANELS)
    assert [panel["plot"] is not None for panel in made["panels"]] == [True, False, True]
    assert made["panels"][1]["reading"] == "A reading."
    assert [one["name"] for one in made["key"]] == ["Weekly median", "Trend"]
    assert made["more"] == ""


def test_more_than_six_panels_say_so() -> None:
    made = drawn(dataclasses.replace(PANELS, panels=(POINTS,) * 9))
    assert len(made["panels"]) == MOST_PANELS
    assert made["more"] == "6 of 9 shown"


def test_nothing_in_any_panel_and_series_without_points_are_no_plot() -> None:
    assert plot(dataclasses.replace(PANELS, panels=(figure(DAYS, PLAIN),)), "en") is None
    assert plot(figure(DAYS, PLAIN, Series("None", ())), "en") is None


def test_series_differ_without_their_colours() -> None:
    alike = [Series(f"Points {number}", ((0, 0),), 1) for number in range(4)]
    for number in range(2):
        alike.append(Series(f"Line {number}", ((0, 0),), 2, "none", "solid"))
        alike.append(Series(f"Dash {number}", ((0, 0),), 2, "none", "dash"))
    alike += [Series(f"Bars {number}", ((0, 0),), 3, form="bars") for number in range(5)]
    looks = styles(alike)
    assert len({(look.marker, look.dash, look.hatch) for look in looks}) == len(alike)
    assert [look.marker for look in looks[:4]] == list(MARKERS)
    assert {look.colour for look in looks} == {COLOURS[1], COLOURS[2], COLOURS[3]}


def test_what_a_figure_asks_for_is_kept() -> None:
    first, second = styles(POINTS.series)
    assert (first.marker, first.dash) == ("square", ())
    assert second.marker == "none"
    assert second.dash


def test_pieces_of_one_line_look_alike_and_are_named_once() -> None:
    pieces = [Series("Centre", ((at, 50), (at + 40, 50)), 2, "none", "dash") for at in (0, 50)]
    zones = (Zone(0, 45, 0, 100, "Limits"), Zone(50, 100, 20, 80, "Limits"))
    made = drawn(figure(PLAIN, PLAIN, *pieces, Series("Goal", ((0, 90),), 3, "none", "dash"), zones=zones))
    first, second, goal = made["series"]
    assert first["dash"] == second["dash"] != goal["dash"]
    assert [one["name"] for one in made["key"]] == ["Centre", "Goal"]
    assert [zone["label"] for zone in made["zones"]] == ["Limits", ""]
