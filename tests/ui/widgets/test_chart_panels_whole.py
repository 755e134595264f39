"""Small multiples that have no room: whole rows of them at first, all on demand and in the picture that is copied."""

from itertools import combinations

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from ui.widgets import figures_of_forms as forms
from ui.widgets.test_chart_panels import panels_of, seen
from workjournal.ui import tab_order, theme
from workjournal.ui.widgets.card_grid import CardGrid
from workjournal.ui.widgets.chart_card import ChartCard
from workjournal.ui.widgets.chart_panels import ChartPanels

SIZES = [QSize(1200, 832), QSize(892, 572)]
"""Of the page of Growth in windows of 1440 by 900 and of 960 by 640 pixels."""
each_size = pytest.mark.parametrize("size", SIZES, ids=["1440", "960"])


def page_of(qtbot: QtBot, size: QSize, count: int) -> tuple[QScrollArea, list[ChartCard]]:
    """A page with four cards, of which the third has so many panels."""
    page, grid = QScrollArea(), CardGrid()
    qtbot.addWidget(page)
    figures = (forms.bars(), forms.rhythm(), forms.panels(count), forms.bars())
    cards = [ChartCard(f"{place}", figure.title, grid) for place, figure in enumerate(figures)]
    grid.set_cards(cards)
    page.setWidgetResizable(True)
    page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    page.setWidget(grid)
    page.resize(size)
    show_active(qtbot, page)
    for card, figure in zip(cards, figures, strict=True):
        card.show_figure(figure)
    tab_order.chain(page)
    settle(qtbot)
    return page, cards


def settle(qtbot: QtBot) -> None:
    """Qt lays out in several passes, each of which asks for the next."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        qtbot.wait(5)


def assert_whole(card: ChartCard, count: int) -> None:
    """So many panels are seen, none is cut off by the card, none is over another or too low to be read."""
    views = seen(panels_of(card))
    assert len(views) == count
    for view in views:
        for around in (panels_of(card).grid, card.stack, card):
            place = view.rect().translated(view.mapTo(around, view.rect().topLeft()))
            assert around.rect().contains(place)
        assert view.height() >= theme.px(80)
    places = [view.geometry() for view in views]
    assert not any(one.intersects(other) for one, other in combinations(places, 2))


@each_size
@pytest.mark.parametrize("count", [1, 2, 3, 5, 6, 7, 12, 40])
def test_no_panel_is_cut_through(qtbot: QtBot, size: QSize, count: int) -> None:
    _page, cards = page_of(qtbot, size, count)
    card = cards[2]
    first = len(seen(panels_of(card)))
    assert_whole(card, first)
    assert card.height() == cards[0].height()
    assert card.show_all.isHidden() == (first == count)
    assert first >= min(count, 6)  # the rows of a usual card are full


@each_size
def test_all_panels_are_shown_on_demand_and_put_away_again(qtbot: QtBot, size: QSize) -> None:
    _page, cards = page_of(qtbot, size, 12)
    card, panels = cards[2], panels_of(cards[2])
    first, usual = len(seen(panels)), card.height()
    assert card.show_all.text() == "Show all 12"
    qtbot.mouseClick(card.show_all, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert_whole(card, 12)
    assert card.height() > usual
    assert card.show_all.text() == f"Show the first {first}"
    beside = [other for other in cards if other is not card and other.y() == card.y()]
    assert all(other.height() == card.height() for other in beside)
    assert cards[0].height() == usual
    qtbot.mouseClick(card.show_all, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert card.height() == usual
    assert_whole(card, first)


def test_a_wider_window_needs_no_height_for_all(qtbot: QtBot) -> None:
    page, cards = page_of(qtbot, SIZES[0], 8)
    card = cards[2]
    qtbot.mouseClick(card.show_all, Qt.MouseButton.LeftButton)
    page.resize(2400, 832)
    settle(qtbot)
    assert_whole(card, 8)
    assert card.show_all.isHidden()
    assert card.height() == cards[0].height()


def test_the_keyboard_reaches_every_panel(qtbot: QtBot) -> None:
    _page, cards = page_of(qtbot, SIZES[1], 40)
    card, panels = cards[2], panels_of(cards[2])
    card.show_all.setFocus()
    qtbot.keyClick(card.show_all, Qt.Key.Key_Space)
    settle(qtbot)
    assert card.show_all.hasFocus()
    for stop in (card.menu_button, panels.views()[0]):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert stop.hasFocus()
    for _step in range(39):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    last = panels.views()[-1]
    assert last.hasFocus()
    assert last.visibleRegion().boundingRect().height() > theme.px(60)  # the page follows


@each_size
def test_the_picture_has_all_panels_and_the_card_is_as_it_was(qtbot: QtBot, size: QSize) -> None:
    _page, cards = page_of(qtbot, size, 12)
    card, panels = cards[2], panels_of(cards[2])
    before, first = card.geometry(), len(seen(panels))
    drawn = card.picture()
    assert drawn.deviceIndependentSize().width() == before.width()
    assert titles_in(drawn.toImage(), panels) == 12
    settle(qtbot)
    assert card.geometry() == before
    assert_whole(card, first)
    assert not card.show_all.isHidden()
    assert card.show_all.text() == "Show all 12"


def titles_in(picture: QImage, panels: ChartPanels) -> int:
    """How many lines of dots, of the colour of the first series, are in the picture: each panel has one."""
    ink = QColor(theme.current().series[0]).rgb()
    plan = panels.grid.plan(panels.width(), panels.height())
    high, wide = plan.first.height() + plan.gap, plan.first.width()
    top = picture.height() - 16 - plan.below - plan.title - plan.rows * high
    return sum(
        any(
            picture.pixel(x, y) == ink
            for x in range(20 + column * (wide + 12), 20 + (column + 1) * (wide + 12))
            for y in range(top + row * high, top + (row + 1) * high)
        )
        for row in range(plan.rows)
        for column in range(plan.columns)
    )
