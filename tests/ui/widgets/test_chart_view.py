"""A chart is drawn, pointed at, walked through and read out."""

import datetime as dt

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.charts.figure import Axis, DataTable, Figure, Link, Series, on_axis
from workjournal.ui import theme
from workjournal.ui.widgets.chart_view import ChartView

START = dt.date(2026, 6, 1)


def line(n: int = 20) -> Figure:
    days = [on_axis(START) + 7 * week for week in range(n)]
    return Figure(
        "difficulty",
        "Difficulty",
        "By week",
        "Difficulty is rising.",
        n,
        Axis("date", "", days[0], days[-1]),
        Axis("number", "Difficulty", 0, 100),
        (
            Series("Median", tuple((day, 20.0 + 3 * i) for i, day in enumerate(days)), 0, "square", "solid"),
            Series("One", ((days[2], 80.0), (days[3], 10.0)), 1, ids=("id-0", "id-1")),
            Series("Trend", ((days[0], 20.0), (days[-1], 77.0)), 0, "none", "dash", label="rising"),
        ),
        DataTable((), ()),
    )


def rows() -> Figure:
    return Figure(
        "confidence",
        "Confidence",
        "",
        "Higher after.",
        2,
        Axis("number", "Confidence", 0, 100),
        Axis(
            "category",
            "",
            -0.5,
            1.5,
            ("A goal with a name that is much too long for the room there is", "Plan"),
        ),
        (
            Series("Before", ((30.0, 0.0), (50.0, 1.0)), 1, "square", ids=("g0", "g1")),
            Series("After", ((30.0, 0.0), (70.0, 1.0)), 0, ids=("g0", "g1")),
        ),
        DataTable((), ()),
        (Link((50.0, 1.0), (70.0, 1.0)),),
    )


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    return shown(qtbot, line())


def shown(qtbot: QtBot, figure: Figure) -> ChartView:
    made = ChartView(figure)
    qtbot.addWidget(made)
    made.resize(560, 300)
    show_active(qtbot, made)
    qtbot.waitUntil(lambda: made._spots is not None)
    return made


def colours(view: ChartView) -> set[str]:
    image = view.drawing().toImage()
    return {
        image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
    }


def test_every_series_is_drawn_in_its_colour_and_again_after_a_switch(qtbot: QtBot, view: ChartView) -> None:
    assert {theme.LIGHT.series[0], theme.LIGHT.series[1], theme.LIGHT.border, "#FFFFFF"} <= colours(view)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "dark")
    try:
        assert {theme.DARK.series[0], theme.DARK.series[1], theme.DARK.surface} <= colours(view)
    finally:
        theme.apply(app, "light")


def test_a_repaint_keeps_the_drawing(qtbot: QtBot, view: ChartView) -> None:
    before = view.drawing().cacheKey()
    view.repaint()
    qtbot.mouseMove(view, QPoint(200, 150))
    view.repaint()
    assert view.drawing().cacheKey() == before
    view.resize(600, 300)
    assert view.drawing().cacheKey() != before


def test_readers_hear_a_graphic_with_a_name_and_a_sentence(view: ChartView) -> None:
    heard = QAccessible.queryAccessibleInterface(view)
    assert heard.role() == QAccessible.Role.Graphic
    assert heard.text(QAccessible.Text.Name) == "Difficulty"
    assert heard.text(QAccessible.Text.Description) == "Difficulty is rising."


def test_a_click_on_a_point_opens_what_is_behind_it(qtbot: QtBot, view: ChartView) -> None:
    assert view._spots is not None
    spot = int(np.flatnonzero(view._spots.series == 1)[1])
    place = QPoint(*(round(value) for value in view._spots.places[spot]))
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.mouseMove(view, place)
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == ["id-1"]
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    with qtbot.assertNotEmitted(view.opened):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_arrow_keys_walk_and_enter_opens(qtbot: QtBot, view: ChartView) -> None:
    view.setFocus()
    assert view._at == 0
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view._read_out(view._at).spoken().startswith("Mon 15 Jun 2026, Median 26")
    qtbot.keyClick(view, Qt.Key.Key_Up)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["id-0"]
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view._which(view._at) == (1, 1)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view._which(view._at) == (1, 1)


def test_rows_are_walked_one_by_one_and_none_covers_another(qtbot: QtBot) -> None:
    view = shown(qtbot, rows())
    assert view._spots is not None
    first, covered = view._spots.places[0], view._spots.places[2]
    assert np.hypot(*(first - covered)) >= 9
    view.setFocus()
    assert view._read_out(0).spoken().startswith("A goal with a name")
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view._read_out(view._at).spoken() == "Plan, Before 50, After 70"
    qtbot.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Enter)
    assert opened.args == ["g1"]


def test_other_values_of_the_same_chart(qtbot: QtBot, view: ChartView) -> None:
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_End)
    view.show_figure(line(4))
    view.repaint()
    assert view._spots is not None
    assert len(view._spots.places) == 6
    assert view._at < 6


def test_many_points_and_a_single_one(qtbot: QtBot) -> None:
    view = shown(qtbot, line(1000))
    assert not view.drawing().isNull()
    assert not shown(qtbot, line(4)).drawing().isNull()
