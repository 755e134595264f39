"""Cards beside and below each other."""

from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from workjournal.ui.widgets.card_grid import CardGrid


def test_two_columns_become_one(qtbot: QtBot) -> None:
    area, grid = QScrollArea(), CardGrid()
    qtbot.addWidget(area)
    cards = [QLabel("one"), QLabel("two"), QLabel("three")]
    grid.set_cards(cards)
    area.setWidgetResizable(True)
    area.setWidget(grid)
    area.resize(1200, 900)
    area.show()
    assert grid.columns() == 2
    qtbot.waitUntil(lambda: cards[0].y() == cards[1].y() < cards[2].y())
    assert cards[2].width() > 1.8 * cards[0].width()
    area.resize(700, 900)
    qtbot.waitUntil(lambda: grid.columns() == 1)
    qtbot.waitUntil(lambda: cards[0].x() == cards[1].x())
    assert cards[0].geometry().bottom() < cards[1].y()
