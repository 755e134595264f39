"""Thousands of points: none is left out of the drawing, of what is pointed at, or of the way with the keys."""

import datetime as dt

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsScene
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.charts.figure import Axis, DataTable, Figure, Series, on_axis
from workjournal.ui.widgets.chart_shapes import Numbers
from workjournal.ui.widgets.chart_stamps import Stamps
from workjournal.ui.widgets.chart_view import ChartView

MANY = 15_000
FIRST = on_axis(dt.date(2006, 1, 1))
WHITE = QColor("white")


def many() -> Figure:
    """Twenty years in which every height is there many times, and far more points than pixels across."""
    points = tuple((FIRST + number // 2, float(number * 7 % 21 * 5)) for number in range(MANY))
    return Figure(
        "difficulty",
        "Difficulty",
        "",
        "Many.",
        MANY,
        Axis("date", "", FIRST, FIRST + MANY // 2),
        Axis("number", "Difficulty", 0, 100),
        (Series("One episode", points, 1, ids=tuple(str(number) for number in range(MANY))),),
        DataTable((), ()),
    )


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    made = ChartView(many())
    qtbot.addWidget(made)
    made.resize(560, 300)
    show_active(qtbot, made)
    qtbot.waitUntil(lambda: made._spots is not None)
    return made


def drawn(places: Numbers, ink: str = "#80FF0000", ratio: float = 1.0) -> QImage:
    """Squares of four pixels at these places of a white ground of 60 × 40."""
    square = QPixmap(QSize(4, 4) * ratio)
    square.setDevicePixelRatio(ratio)
    square.fill(QColor(ink))
    scene = QGraphicsScene(0, 0, 60, 40)
    scene.addItem(Stamps(square, places))
    image = QImage(QSize(60, 40) * ratio, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    scene.render(painter, scene.sceneRect(), scene.sceneRect())
    painter.end()
    return image


def inked(image: QImage) -> set[tuple[int, int]]:
    return {
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) != WHITE
    }


def square(left: int, top: int, side: int) -> set[tuple[int, int]]:
    return {(left + x, top + y) for x in range(side) for y in range(side)}


def test_its_middle_is_at_the_place_at_every_resolution() -> None:
    places = np.array([(10.0, 20.0), (40.0, 8.0)])
    assert inked(drawn(places)) == square(8, 18, 4) | square(38, 6, 4)
    assert inked(drawn(places, ratio=2.0)) == square(16, 36, 8) | square(76, 12, 8)


def test_more_at_one_place_are_darker() -> None:
    one, two, three = (drawn(np.full((n, 2), 20.0)).pixelColor(20, 20).green() for n in (1, 2, 3))
    assert 255 > one > two > three


def test_what_has_no_place_is_not_drawn() -> None:
    known = np.array([(10.0, 20.0), (np.nan, 5.0), (7.0, np.inf)])
    assert inked(drawn(known)) == square(8, 18, 4)
    assert inked(drawn(np.zeros((0, 2)))) == set()


def test_every_point_is_among_those_that_can_be_chosen(view: ChartView) -> None:
    assert view._spots is not None
    assert view._spots.points.tolist() == list(range(MANY))
    crowded = len(np.unique(np.round(view._spots.places), axis=0))
    assert crowded < MANY


def test_pointing_at_a_point_finds_one_at_that_very_place(view: ChartView) -> None:
    assert view._spots is not None
    for number in range(0, MANY, 97):
        found = view._spots.nearest(QPointF(*view._spots.places[number]), 28)
        apart = view._spots.places[found] - view._spots.places[number]
        assert np.hypot(*apart) < 1


def test_the_keys_pass_every_point_from_the_first_to_the_last(view: ChartView, qtbot: QtBot) -> None:
    assert view._spots is not None
    qtbot.keyClick(view, Qt.Key.Key_Home)
    visited = [view._at]
    for _ in range(60):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        visited.append(view._at)
    assert sorted(visited) == list(range(61))
    qtbot.keyClick(view, Qt.Key.Key_End)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [str(MANY - 1)]


def test_each_point_is_seen_where_it_is(view: ChartView) -> None:
    assert view._spots is not None
    image, ground = view.drawing().toImage(), QColor(view.drawing().toImage().pixelColor(2, 150))
    ratio = image.devicePixelRatio()
    for x, y in view._spots.places[::53]:
        assert image.pixelColor(int(x * ratio), int(y * ratio)) != ground
