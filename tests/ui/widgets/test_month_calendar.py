"""The month of days: where a day is, keys, what a reader hears, the locale's week."""

import datetime as dt

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.ui.widgets.month_calendar import MonthCalendar

TODAY = dt.date(2026, 11, 19)
Key = Qt.Key


@pytest.fixture
def month(qtbot: QtBot) -> MonthCalendar:
    made = MonthCalendar()
    qtbot.addWidget(made)
    made.setLocale(QLocale("en_GB"))
    made.resize(made.sizeHint())
    made.show_day(TODAY, TODAY)
    made.set_counts({TODAY: 3, TODAY - dt.timedelta(days=7): 1})
    show_active(qtbot, made)
    made.setFocus()
    return made


def test_every_day_is_found_where_it_is_painted(month: MonthCalendar) -> None:
    day = month.first()
    while day <= month.last():
        assert month.rect().contains(month.spot(day))
        assert month.day_at(month.spot(day).center()) == (day if day <= TODAY else None)
        day += dt.timedelta(days=1)
    assert month.spot(TODAY).width() >= 32
    assert month.spot(TODAY).height() >= 32


def test_right_to_left_too(month: MonthCalendar) -> None:
    month.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert month.day_at(month.spot(TODAY).center()) == TODAY
    assert month.spot(month.first()).left() > month.spot(month.first() + dt.timedelta(days=1)).left()


@pytest.mark.parametrize(("name", "weekday"), [("en_GB", 1), ("en_US", 7), ("ar_EG", 6)])
def test_the_week_begins_as_in_the_locale(month: MonthCalendar, name: str, weekday: int) -> None:
    month.setLocale(QLocale(name))
    assert month.first().isoweekday() == weekday
    assert month.first() <= TODAY.replace(day=1) <= month.first() + dt.timedelta(days=6)


def test_keys_go_by_day_week_and_month(qtbot: QtBot, month: MonthCalendar) -> None:
    ways = (
        (Key.Key_Left, dt.date(2026, 11, 18)),
        (Key.Key_Up, dt.date(2026, 11, 11)),
        (Key.Key_Home, dt.date(2026, 11, 1)),
        (Key.Key_End, TODAY),  # nothing leads past today
        (Key.Key_PageUp, dt.date(2026, 10, 19)),
        (Key.Key_End, dt.date(2026, 10, 31)),
        (Key.Key_PageUp, dt.date(2026, 9, 30)),
        (Key.Key_PageDown, dt.date(2026, 10, 30)),
        (Key.Key_Down, dt.date(2026, 11, 6)),
        (Key.Key_Right, dt.date(2026, 11, 7)),
    )
    for key, day in ways:
        with qtbot.waitSignal(month.changed):
            qtbot.keyClick(month, key)
        assert month.day == day
    with qtbot.waitSignal(month.entered):
        qtbot.keyClick(month, Key.Key_Return)


def test_what_follows_says_nothing(qtbot: QtBot, month: MonthCalendar) -> None:
    with qtbot.assertNotEmitted(month.changed):
        month.show_day(TODAY - dt.timedelta(days=40), TODAY)
        qtbot.keyClick(month, Key.Key_Shift)
    with qtbot.waitSignal(month.changed):
        qtbot.mouseClick(month, Qt.MouseButton.LeftButton, pos=month.spot(dt.date(2026, 10, 2)).center())
    assert month.day == dt.date(2026, 10, 2)


def test_a_reader_hears_the_day(month: MonthCalendar) -> None:
    assert "Thursday 19 November 2026: 3 episode" in month.accessibleDescription()
    month.show_day(TODAY - dt.timedelta(days=1), TODAY)
    assert month.accessibleDescription() == "Wednesday 18 November 2026: no episodes"


def test_days_with_entries_are_marked(month: MonthCalendar) -> None:
    """By dots, as many as entries up to three: the same cell without them looks otherwise."""
    day = TODAY - dt.timedelta(days=7)
    looks = []
    for count in (0, 1, 2, 3, 9):
        month.set_counts({day: count} if count else {})
        looks.append(month.grab(month.spot(day)).toImage())
    assert len({bytes(look.constBits()) for look in looks}) == 4
    assert looks[3] == looks[4]
