"""Marks on a chart, values told with their units, and a chart that stands alone on a page."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.charts.figure import Axis, DataTable, Figure, Link, Mark, Series, Zone, on_axis
from workjournal.ui import theme
from workjournal.ui.widgets.chart_card import ChartCard
from workjournal.ui.widgets.chart_frame import Trim
from workjournal.ui.widgets.chart_read_out import read_out
from workjournal.ui.widgets.chart_view import ChartView
from workjournal.ui.widgets.figure_table import TableModel

FIRST = on_axis(dt.date(2026, 9, 7))
POINTS = tuple((FIRST + 7 * week, 10.0 + week) for week in range(6))


def figure(*marks: Mark) -> Figure:
    return Figure(
        "measure",
        "Days late, value by value",
        "days",
        "From 10 days to 15 days.",
        len(POINTS),
        Axis("date", "", FIRST, FIRST + 40),
        Axis("number", "", 0, 20),
        (Series("Logged", POINTS, told=tuple(f"{value:g} days" for _, value in POINTS)),),
        DataTable(("Day", "Value"), (("2026-09-07", "10.25"),)),
        (Link(POINTS[0], POINTS[1]), Link(POINTS[3], POINTS[4])),
        marks,
    )


def told(shown: Figure) -> list[str]:
    return [read_out(shown, 0, point, QLocale("en_US")).spoken() for point in range(len(POINTS))]


def test_a_mark_is_told_of_the_first_point_from_there_on() -> None:
    marks = (Mark(FIRST, "Role", "since a new role"), Mark(FIRST + 10, "Tool", "since a new tool"))
    assert told(figure(*marks)) == [
        "Mon 7 Sep 2026, Logged 10 days, since a new role",
        "Mon 14 Sep 2026, Logged 11 days",
        "Mon 21 Sep 2026, Logged 12 days, since a new tool",
        "Mon 28 Sep 2026, Logged 13 days",
        "Mon 5 Oct 2026, Logged 14 days",
        "Mon 12 Oct 2026, Logged 15 days",
    ]


def test_a_mark_is_a_line_and_a_link_joins_its_two_points_only(qtbot: QtBot) -> None:
    view = ChartView(figure(Mark(FIRST + 17, "Tool", "")))
    qtbot.addWidget(view)
    view.resize(700, 320)
    show_active(qtbot, view)
    image, frame = view.drawing().toImage(), view._frame
    assert frame is not None
    shown = frame

    def around(x: float, y: float) -> set[str]:
        """The colours near a point of the figure, within three pixels up and down and one aside."""
        at = shown.at((FIRST + x, y)).toPoint()
        places = [(at.x() + aside, at.y() + away) for aside in (-1, 0, 1) for away in range(-3, 4)]
        return {image.pixelColor(*place).name() for place in places}

    mark, link = (QColor(ink).name() for ink in (theme.current().text3, theme.current().control))
    assert any(mark in around(17, height) for height in (16.2, 16.8, 17.4))
    assert not any(mark in around(24, height) for height in (16.2, 16.8, 17.4))
    assert link in around(3.5, 10.5) & around(24.5, 13.5)
    assert link not in around(10.5, 11.5) | around(31.5, 14.5)


def test_another_figure_takes_its_name_along(qtbot: QtBot) -> None:
    view = ChartView(figure())
    qtbot.addWidget(view)
    view.show_figure(Figure(**{**figure().__dict__, "title": "Calls, value by value"}))
    assert view.accessibleName() == "Calls, value by value"


def test_a_card_alone_has_its_table_and_no_pack(qtbot: QtBot) -> None:
    card = ChartCard("measure", "Run chart", alone=True)
    qtbot.addWidget(card)
    card.resize(700, 400)
    show_active(qtbot, card)
    card.show_figure(figure())
    assert card.stack.currentWidget() is card.view
    QTest.mouseClick(card.table_button, Qt.MouseButton.LeftButton)
    assert card.stack.currentWidget() is card.table
    seen = [action.text() for action in card.menu_button.menu().actions() if action.isVisible()]
    assert seen == ["Copy as picture", "Copy as CSV"]
    card.picture()
    assert card.table_button.isVisible()
    card.wait()
    assert card.stack.currentWidget() is card._waiting
    assert card.is_empty()


def test_a_card_of_growth_has_no_button_for_its_table(qtbot: QtBot) -> None:
    card = ChartCard("measure", "Run chart")
    qtbot.addWidget(card)
    show_active(qtbot, card)
    card.picture()
    assert not card.table_button.isVisible()
    assert "In the review pack" in [action.text() for action in card.menu_button.menu().actions()]


@pytest.mark.parametrize(("locale", "shown"), [("en_GB", "10.25"), ("de_DE", "10,25")])
def test_decimals_stand_as_the_locale_writes_them(locale: str, shown: str) -> None:
    model = TableModel(figure().table, QLocale(locale))
    assert model.data(model.index(0, 1)) == shown


@pytest.mark.parametrize(("level", "said"), [(19.0, False), (10.0, True)])
def test_in_a_panel_the_words_of_a_mark_or_a_zone_cover_no_point(
    qtbot: QtBot, level: float, said: bool
) -> None:
    points = tuple((FIRST + day, level) for day in range(41))
    level_line = (Series("Logged", points),)

    def picture(words: str) -> QImage:
        zone = Zone(FIRST, FIRST + 40, level - 4, level + 1, words)
        marked = replace(figure(Mark(FIRST + 4, words, "")), series=level_line, links=(), zones=(zone,))
        view = ChartView(marked, trim=Trim(titled=True))
        qtbot.addWidget(view)
        view.resize(240, 110)
        show_active(qtbot, view)
        return view.drawing().toImage()

    assert (picture("New role") != picture("")) is said
