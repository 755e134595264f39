"""The year of days: where a day is, keys, what a reader hears."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.ui.widgets.heat_map import WEEKS, HeatLegend, HeatMap

LAST = dt.date(2026, 11, 19)


@pytest.fixture
def year(qtbot: QtBot) -> HeatMap:
    made = HeatMap()
    qtbot.addWidget(made)
    made.resize(900, 100)
    made.resize(900, made.sizeHint().height())
    made.set_days(LAST, {LAST: 3, LAST - dt.timedelta(days=1): 9})
    show_active(qtbot, made)
    made.setFocus()
    return made


def test_every_day_is_found_where_it_is_painted(year: HeatMap) -> None:
    day = year.first()
    while day <= LAST:
        assert year.day_at(year.spot(day).center()) == day
        assert year.rect().contains(year.spot(day))
        day += dt.timedelta(days=1)
    assert (LAST - year.first()).days // 7 == WEEKS - 1


def test_right_to_left_too(year: HeatMap) -> None:
    year.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert year.day_at(year.spot(LAST).center()) == LAST
    assert year.spot(LAST).left() < year.spot(year.first()).left()


def test_nothing_after_the_last_day(year: HeatMap) -> None:
    below = year.spot(LAST).center()
    below.setY(year.spot(LAST).bottom() + year.spot(LAST).height())
    assert year.day_at(below) is None


def test_keys_go_from_day_to_day(qtbot: QtBot, year: HeatMap) -> None:
    year.limit = LAST
    with qtbot.waitSignal(year.changed):
        qtbot.keyClick(year, Qt.Key.Key_Left)
    qtbot.keyClick(year, Qt.Key.Key_Up)
    assert year.day == LAST - dt.timedelta(days=8)
    with qtbot.waitSignal(year.entered):
        qtbot.keyClick(year, Qt.Key.Key_Return)
    qtbot.keyClick(year, Qt.Key.Key_End)
    assert "3 episode" in year.accessibleDescription()
    qtbot.keyClick(year, Qt.Key.Key_Right)
    assert "19 November 2026" in year.accessibleDescription()
    qtbot.keyClick(year, Qt.Key.Key_PageUp)
    assert year.day == LAST - dt.timedelta(weeks=4)
    qtbot.keyClick(year, Qt.Key.Key_Home)
    assert "no episodes" in year.accessibleDescription()
    assert year.day == year.first()


def test_what_follows_says_nothing(qtbot: QtBot, year: HeatMap) -> None:
    with qtbot.assertNotEmitted(year.changed):
        year.show_day(LAST)
    with qtbot.assertNotEmitted(year.changed):
        qtbot.mouseClick(year, Qt.MouseButton.LeftButton, pos=year.spot(LAST).center())
    with qtbot.waitSignal(year.changed):
        qtbot.mouseClick(year, Qt.MouseButton.LeftButton, pos=year.spot(year.first()).center())
    assert year.day == year.first()


def test_repaints_from_what_it_kept(year: HeatMap) -> None:
    year.grab()
    kept = year._kept
    year.grab()
    assert year._kept is kept
    year.set_days(LAST, {})
    assert year._kept is None


def test_legend_fits(qtbot: QtBot) -> None:
    legend = HeatLegend()
    qtbot.addWidget(legend)
    assert legend.grab().size() == legend.sizeHint()
