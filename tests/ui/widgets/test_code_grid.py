from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from workjournal.ui import theme
from workjournal.ui.widgets.code_grid import CodeGrid

GROUPS = ("K7QF", "0M2X", "9RTB", "VV4D", "31HC", "ZN8Y", "6WPJ", "A0E5", "5GST")


def made(qtbot: QtBot) -> CodeGrid:
    grid = CodeGrid()
    qtbot.addWidget(grid)
    grid.resize(408, grid.sizeHint().height())
    return grid


def test_shows_and_speaks_each_group(qtbot: QtBot) -> None:
    grid = made(qtbot)
    empty = grid.grab().toImage()
    grid.show_groups(GROUPS)
    assert grid.grab().toImage() != empty
    assert grid.groups() == GROUPS
    assert grid.accessibleName().endswith("Group 9: 5 G S T")


def test_a_wrong_group_is_told_by_colour_border_and_words(qtbot: QtBot) -> None:
    grid = made(qtbot)
    grid.show_groups(GROUPS[:2], wrong={1})
    image = grid.grab().toImage()
    assert image.pixelColor(10, 10) == QColor(theme.LIGHT.sunken)
    assert image.pixelColor(150, 10) == QColor(theme.LIGHT.danger_soft)
    assert "Group 2, cannot be right: 0 M 2 X" in grid.accessibleName()


def test_no_more_than_there_are(qtbot: QtBot) -> None:
    grid = made(qtbot)
    grid.show_groups([*GROUPS, "MORE"], wrong={9})
    assert grid.groups() == GROUPS
