"""Bars of rated against needed levels, and the same in words."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.ui import theme
from workjournal.ui.widgets.gap_list import GapList, GapRow

ROWS = [
    GapRow(1, "Planning", 45, 70, "45 of 70, 25 to go", "Two depots"),
    GapRow(2, "Forklift", None, 50, "not rated yet, 50 needed"),
    GapRow(3, "Feedback", 80, 60, "80 of 60, reached"),
]


@pytest.fixture
def gaps(qtbot: QtBot) -> GapList:
    made = on_screen(qtbot, GapList())
    made.resize(628, 600)
    made.show_gaps(ROWS)
    return made


def across(gaps: GapList, row: int, color: str) -> list[float]:
    """Where in a row's bar a colour is, as parts of its width 0–1."""
    rect = gaps.visualRect(gaps.model().index(row, 0))
    image: QImage = gaps.viewport().grab().toImage()
    left, right = rect.left() + 14, rect.right() - 14
    found = set()
    top = rect.top() + (38 if ROWS[row].note else 47)  # without a note a row's content is in its middle
    for y in range(top, top + 8):
        for x in range(left, right + 1):
            if image.pixelColor(QPoint(x, y)) == QColor(color):
                found.add((x - left) / (right - left))
    return sorted(found)


def test_the_bar_ends_at_the_rated_level(gaps: GapList) -> None:
    rated = across(gaps, 0, theme.current().accent)
    assert rated[-1] == pytest.approx(0.45, abs=0.01)
    missing = across(gaps, 0, theme.current().warn_soft)
    assert missing[0] == pytest.approx(0.45, abs=0.02)
    assert missing[-1] == pytest.approx(0.70, abs=0.02)


def test_what_was_never_rated_has_no_bar(gaps: GapList) -> None:
    assert across(gaps, 1, theme.current().accent) == []
    assert across(gaps, 1, theme.current().warn_soft)[-1] == pytest.approx(0.50, abs=0.02)


def test_a_reached_level_has_nothing_missing(gaps: GapList) -> None:
    assert across(gaps, 2, theme.current().warn_soft) == []
    assert across(gaps, 2, theme.current().ok)[-1] == pytest.approx(0.80, abs=0.01)


def test_from_right_to_left_it_is_mirrored(qtbot: QtBot, gaps: GapList) -> None:
    gaps.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    rated = across(gaps, 0, theme.current().accent)
    assert rated[0] == pytest.approx(0.55, abs=0.01)


def test_a_reader_hears_it_in_words(gaps: GapList) -> None:
    spoken = gaps.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Planning, 45 of 70, 25 to go, Two depots"


def test_it_is_as_tall_as_its_rows_and_scrolls_from_six_on(gaps: GapList) -> None:
    of_three = gaps.height()
    many = [GapRow(number, f"Skill {number}", 10, 20, "10 of 20, 10 to go") for number in range(40)]
    gaps.show_gaps(many)
    assert gaps.height() == 2 * of_three
    gaps.choose(30)
    at = gaps.verticalScrollBar().value()
    assert at > 0
    gaps.show_gaps(many)
    assert (gaps.current_id(), gaps.verticalScrollBar().value()) == (30, at)
