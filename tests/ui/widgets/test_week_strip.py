from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from workjournal.ui import theme
from workjournal.ui.widgets.week_strip import WeekStrip

THURSDAY = date(2026, 11, 19)


def test_the_week_begins_as_the_locale_says(qtbot: QtBot) -> None:
    strip = WeekStrip()
    qtbot.addWidget(strip)
    for name, first in (("de_DE", 16), ("en_US", 15), ("ar_EG", 14)):
        strip.setLocale(QLocale(name))
        strip.set_week(THURSDAY, {})
        assert [day.day for day in strip.days()] == list(range(first, first + 7))


def test_squares_are_warm_and_named(qtbot: QtBot) -> None:
    strip = WeekStrip()
    qtbot.addWidget(strip)
    strip.setLocale(QLocale("de_DE"))
    strip.resize(300, strip.sizeHint().height())
    strip.set_week(THURSDAY, {date(2026, 11, 16): 9, THURSDAY: 1})
    image = strip.grab().toImage()
    assert image.pixelColor(18, 15) == QColor(theme.LIGHT.heat[4])
    assert "Donnerstag: 1" in strip.accessibleName()
