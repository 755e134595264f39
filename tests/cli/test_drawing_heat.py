"""A heat map in letters: its shades, its blanks, and blocks where a line is too short."""

import dataclasses

from figure_examples import DAYS, HEAT, WEEK, categories, figure
from workjournal.charts.figure import Cell
from workjournal.cli.drawing import drawn
from workjournal.cli.glyphs import ASCII


def test_a_higher_step_is_darker_and_no_cell_is_blank() -> None:
    lines = drawn(HEAT, 60)
    assert lines[0] == "Mon ░░  ▓▓██··░░▒▒▓▓██··"
    assert lines[6] == "Sun ··░░▒▒▓▓██··░░▒▒▓▓██"
    assert lines[7] == "    2026-01-05  2026-03-09"[: len(lines[7])]
    assert lines[-1] == "less · ░ ▒ ▓ █ more"


def test_in_ascii() -> None:
    assert drawn(HEAT, 60, ASCII)[0] == "Mon ::  xx##..::++xx##.."


def test_weeks_without_any_cell_keep_their_place() -> None:
    gap = dataclasses.replace(HEAT, cells=tuple(Cell(7 * week, 6, 4, "told") for week in (0, 1, 5)))
    assert drawn(gap, 60)[0] == "Mon ████      ██"


def test_twenty_years_go_on_in_blocks() -> None:
    cells = tuple(
        Cell(round(DAYS.low) + 7 * week, day, 4, "told") for week in range(1043) for day in range(7)
    )
    lines = drawn(figure(DAYS, WEEK, cells=cells), 72)
    assert sum(line.startswith("Mon") for line in lines) == 16
    assert sum(line.count("█") for line in lines) == 7 * 1043 + 1


def test_named_columns_are_named_where_there_is_room() -> None:
    months = categories(*("Jan" if place == 0 else "Feb" if place == 5 else "" for place in range(12)))
    cells = tuple(Cell(place, 0, 1, "told") for place in range(12))
    lines = drawn(figure(months, categories("Mon"), cells=cells), 60)
    assert lines[0] == "Mon " + "░░░ " * 12
    assert lines[1] == "    Jan                 Feb"


def test_a_row_and_a_column_without_a_cell_stay() -> None:
    quarters = categories("2026 Q1", "2026 Q2", "2026 Q3")
    lines = drawn(figure(quarters, categories("Low", "Middle", "High"), cells=(Cell(0, 2, 4, "told"),)), 60)
    assert lines[0] == "High   " + "█" * 7 + " " * 17
    assert [line.strip() for line in lines[1:3]] == ["Middle", "Low"]
    assert lines[3].split() == ["2026", "Q1", "2026", "Q2", "2026", "Q3"]
