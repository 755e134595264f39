"""Cards beside and below each other."""

from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout
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


def test_cards_that_come_one_by_one_have_their_size_from_the_beginning(qtbot: QtBot) -> None:
    area, grid = QScrollArea(), CardGrid()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(grid)
    area.resize(1200, 900)
    area.show()
    cards = [QLabel(str(number)) for number in range(4)]
    grid.expected = len(cards)
    places = []
    for count in range(1, len(cards) + 1):
        grid.set_cards(cards[:count])
        qtbot.wait(20)
        places.append([card.geometry() for card in cards[:count]])
    assert places == [places[-1][:count] for count in range(1, len(cards) + 1)]


def test_a_card_that_asks_for_more_has_it_and_so_has_the_one_beside_it(qtbot: QtBot) -> None:
    area, grid = QScrollArea(), CardGrid()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(grid)
    area.resize(1200, 900)
    cards = [QFrame() for _ in range(4)]
    contents = QLabel()
    QVBoxLayout(cards[3]).addWidget(contents)
    grid.set_cards(cards)
    area.show()
    qtbot.wait(20)
    usual = cards[0].height()
    contents.setMinimumHeight(700)
    qtbot.waitUntil(lambda: cards[3].height() > 700)
    assert [cards[0].height(), cards[1].height()] == [usual, usual]
    assert cards[2].height() == cards[3].height()
    contents.setMinimumHeight(10)
    qtbot.waitUntil(lambda: cards[3].height() == usual)
