"""Each form of figure in letters: where things are, what they are called, and never wider than the terminal."""

import dataclasses

import pytest

from figure_examples import (
    ALL,
    BARS,
    DAYS,
    LYING,
    OUTLINES,
    PANELS,
    PLAIN,
    POINTS,
    SIZES,
    SPANS,
    ZONES,
    categories,
    figure,
)
from workjournal.charts.figure import Axis, Mark, Series, Zone
from workjournal.cli.drawing import NARROWEST, WIDEST, drawn
from workjournal.cli.glyphs import ASCII, UNICODE, Glyphs, glyphs
from workjournal.cli.printing import columns


@pytest.mark.parametrize("characters", [UNICODE, ASCII], ids=["drawn", "ascii"])
@pytest.mark.parametrize("width", [NARROWEST, 23, 40, 80, 100_000])
@pytest.mark.parametrize("form", ALL)
def test_every_form_fits_every_width(form: str, width: int, characters: Glyphs) -> None:
    lines = drawn(ALL[form], width, characters)
    assert len(lines) > 3
    assert max(map(columns, lines)) <= min(width, WIDEST)


@pytest.mark.parametrize("form", ALL)
def test_plain_ascii_is_plain(form: str) -> None:
    assert "\n".join(drawn(ALL[form], 80, ASCII)).isascii()


def test_nothing_to_draw_and_no_room_are_no_lines() -> None:
    assert drawn(figure(PLAIN, PLAIN), 80) == []
    assert drawn(POINTS, NARROWEST - 1) == []


@pytest.mark.parametrize(
    ("encoding", "kind", "expected"),
    [
        ("utf-8", "xterm-256color", UNICODE),
        ("utf-8", "", UNICODE),
        ("utf-8", "dumb", ASCII),
        ("iso8859-15", "xterm", ASCII),
        ("ANSI_X3.4-1968", "xterm", ASCII),
        ("no such thing", "xterm", ASCII),
    ],
)
def test_the_characters_follow_the_terminal(encoding: str, kind: str, expected: Glyphs) -> None:
    assert glyphs(encoding, kind) is expected


def test_each_character_is_a_column_wide() -> None:
    for characters in (UNICODE, ASCII):
        assert all(columns(letter) == 1 for letter in characters.all)
    assert ASCII.all.isascii()


def test_points_over_time_with_a_line_a_trend_and_a_mark() -> None:
    lines = drawn(POINTS, 60)
    assert lines[0] == "Share"
    assert lines[1].startswith("100 │")
    assert lines[9].startswith("  0 │■")
    assert "╌" in "".join(lines[1:10])
    assert all("┊" in line or "╌" in line or "■" in line or "─" in line for line in lines[1:10])
    assert lines[11].split() == ["2026-01-05", "2026-03-30"]
    assert lines[12:] == ["■ Weekly median   ╌ Trend (rising)   ┊ 2026-02-10: new role"]


def test_bars_stand_beside_each_other_and_nought_is_no_bar() -> None:
    lines = drawn(BARS, 40)
    assert lines[0].count("█") == 6
    assert "▒" not in lines[0]
    foot = lines[8]
    assert foot.index("█") < foot.index("▒")
    assert foot.count("█") == 6
    assert foot.count("▒") == 12
    assert lines[10].split() == ["Autumn", "Winter"]
    assert lines[11] == "█ Work   ▒ Learning"


def test_bars_of_named_rows_lie() -> None:
    lines = drawn(LYING, 40)
    assert lines[0] == "Written  " + "█" * 31
    assert lines[1] == "Applied  " + "█" * 16 + "·" * 15


def test_two_lying_bars_have_a_line_each() -> None:
    own = Series("Own", ((100, 0), (100, 1)), 1, form="bars")
    lines = drawn(figure(PLAIN, LYING.y, *LYING.series, own), 40)
    assert [line[9] for line in lines[:4]] == ["█", "▒", "█", "▒"]
    assert [line[:7].strip() for line in lines[:4]] == ["Written", "", "Applied", ""]


def test_spans_run_through_their_points() -> None:
    lines = drawn(SPANS, 60)
    column = lines[4].index("●")
    assert [line[column] for line in lines[:9]] == [" ", " ", "│", "│", "●", "│", "│", " ", " "]
    assert lines[-1] == "● Came true   │ could as well be"


def test_sizes_show_and_are_explained() -> None:
    lines = drawn(SIZES, 60)
    assert lines[0].endswith("●")
    assert lines[0][5] == "▲"
    assert "•" in lines[4]
    assert lines[8][5] == "∘"
    assert lines[-1].endswith("∘ • ● small to large")


def test_zones_are_named_where_there_is_room_and_below_where_not() -> None:
    lines = drawn(ZONES, 60)
    assert "Learning" in lines[0]
    assert "┈┈┈┈" in lines[4]
    assert "Calm" in lines[5]
    assert "Too small: 0 to 4 and 0 to 4" in lines[-1]


def test_a_zone_whose_rows_are_taken_is_named_below() -> None:
    crowd = Series("Many", tuple((float(x), float(y)) for x in range(0, 101, 4) for y in range(0, 101, 10)))
    lines = drawn(figure(PLAIN, PLAIN, crowd, zones=(Zone(50, 100, 50, 100, "Learning"),)), 60)
    assert lines[-1].endswith("Learning: 50 to 100 and 50 to 100")
    assert not any("Learning" in line for line in lines[:9])


def test_panels_stand_one_under_the_other_with_one_legend() -> None:
    lines = drawn(PANELS, 60)
    assert lines.count("Title (n = 3)") == 3
    assert lines.count("A reading.") == 1
    assert sum(line.startswith("100 │") for line in lines) == 2
    assert sum("Weekly median" in line for line in lines) == 1


def test_panels_that_differ_have_a_legend_each() -> None:
    lines = drawn(figure(DAYS, PLAIN, panels=(SPANS, BARS, SPANS)), 60)
    assert sum("Came true" in line for line in lines) == 2
    assert sum("Learning" in line for line in lines) == 1


def test_many_categories_get_letters_and_a_list() -> None:
    many = categories(*(f"The {number}th kind" for number in range(12)))
    bars = Series("Kinds", tuple((float(place), 50.0) for place in range(12)), form="bars")
    lines = drawn(figure(many, PLAIN, bars), 60)
    assert lines[10].split() == list("abcdefghijkl")
    assert "l The 11th kind" in "\n".join(lines[11:])


def test_series_that_look_alike_are_told_apart() -> None:
    series = [Series(name, ((0, place), (100, place))) for place, name in enumerate("abcdef")]
    series += [Series(name, ((0, 0), (1, 1)), marker="none", line="dash") for name in "gh"]
    legend = " ".join(drawn(figure(PLAIN, PLAIN, *series), 72)[11:]).split()
    assert len(set(legend[::2])) == 8


def test_outlines_are_rows_with_a_line_from_then_to_now() -> None:
    assert drawn(OUTLINES, 35) == [
        "Coaching    ····■──────●···········",
        "Delegating  ·········●·············",
        "Planning    ·············■────────●",
        "Safety      ■─────────────────●····",
        "            0                   100",
        "            Share",
        "■ 3 March 2026   ● 20 November 2026",
        "one mark alone: equal, or nearly",
    ]


def test_outlines_without_equal_values_say_nothing_of_them() -> None:
    then, now = OUTLINES.series
    apart = tuple((x, y) for x, y in now.points if y != 2)
    text = "\n".join(
        drawn(dataclasses.replace(OUTLINES, series=(then, dataclasses.replace(now, points=apart))), 60)
    )
    assert "alone" not in text


def test_names_cannot_steer_the_terminal() -> None:
    hostile = "up\x1b[2J\nand"
    axis = categories(hostile, "plain")
    whole = figure(
        axis,
        Axis("number", hostile, 0, 1),
        Series(hostile, ((0, 0),), label=hostile),
        marks=(Mark(0, hostile, ""),),
        zones=(Zone(0, 0, 0, 0, hostile),),
    )
    text = "".join(drawn(figure(PLAIN, PLAIN, panels=(whole,)), 72))
    assert "\x1b" not in text
    assert "\n" not in text


def test_what_lies_outside_the_axes_widens_them() -> None:
    series = Series("Odd", ((-50, 200), (100, 0)), spans=((0, 300), (0, 0)))
    lines = drawn(figure(PLAIN, PLAIN, series), 60)
    assert lines[0].startswith("300 │")
    assert lines[10].split() == ["-50", "100"]


def test_pieces_of_one_line_look_alike_and_are_named_once() -> None:
    pieces = [Series("Centre", ((at, 50), (at + 40, 50)), marker="none", line="dash") for at in (0, 50)]
    zones = (Zone(0, 45, 0, 100, "Limits"), Zone(50, 100, 20, 80, "Limits"))
    lines = drawn(figure(PLAIN, PLAIN, *pieces, zones=zones), 60)
    assert lines[-1] == "╌ Centre"
    assert sum(line.count("Limits") for line in lines) == 1


def test_bars_without_room_go_on_in_blocks() -> None:
    years = categories(*map(str, range(2007, 2027)))
    series = [
        Series(name, tuple((float(year), 10.0 * (year % 10)) for year in range(20)), place, form="bars")
        for place, name in enumerate("abcde")
    ]
    lines = drawn(figure(years, PLAIN, *series), 72)
    assert sum(line.startswith("100 │") for line in lines) == 2
    assert lines[10].split() == [str(year) for year in range(2007, 2017)]
    assert lines[21].split() == [str(year) for year in range(2017, 2027)]
    assert lines[8] == lines[19]
    assert lines[22:] == ["█ a   ▒ b   ░ c   ▓ d   ▚ e"]
