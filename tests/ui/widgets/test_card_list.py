"""Cards in a column: as tall as their words need, and a word for what each sign says."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.ui.widgets.card_list import CardList, CardRow
from workjournal.ui.widgets.row_list import RowChip

LONG = "Hold the monthly meeting of four departments so that it decides within half an hour"
SIGN = RowChip("Past its due day", "warn", "clock")


@pytest.fixture
def cards(qtbot: QtBot) -> Iterator[CardList]:
    window = QWidget()
    made = CardList(window)
    QVBoxLayout(window).addWidget(made)
    made.setFixedWidth(180)
    on_screen(qtbot, window)
    yield made
    window.close()


def heights(cards: CardList, *rows: CardRow) -> list[int]:
    cards.set_rows(rows)
    cards.doItemsLayout()
    return [cards.visualRect(cards.model().index(place, 0)).height() for place in range(len(rows))]


def test_a_card_grows_with_its_title_text_and_signs(cards: CardList) -> None:
    plain, titled, told, signed = heights(
        cards,
        CardRow(1, "Short"),
        CardRow(2, LONG),
        CardRow(3, "Short", "Week 2"),
        CardRow(4, "Short", "Week 2", (SIGN,)),
    )
    assert titled == plain + 2 * 20, "three lines at most"
    assert told == plain + 18
    assert signed == told + 18 + 4
    assert cards.height() == plain + titled + told + signed


def test_all_of_it_is_spoken() -> None:
    assert CardRow(1, "Lead", "Week 2", (SIGN,)).spoken() == "Lead, Week 2, Past its due day"


def test_painting_a_full_card_raises_nothing(cards: CardList) -> None:
    heights(cards, CardRow(1, LONG, LONG, (SIGN, SIGN)))
    picture = cards.grab().toImage()
    inks = {picture.pixelColor(x, 20).name() for x in range(picture.width())}
    assert len(inks) > 3, "words are drawn, not only the card"
