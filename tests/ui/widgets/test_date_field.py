from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QMenu
from pytestqt.qtbot import QtBot

from workjournal.ui.widgets.date_field import DateField

DAY = date(2026, 11, 19)


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    made = DateField()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    "typed", ["2026-11-19", "19.11.2026", "19 Nov 2026", "19 November 2026", "Thu, 19 Nov 2026"]
)
def test_dates_as_people_write_them(field: DateField, typed: str) -> None:
    field.setText(typed)
    assert field.day == DAY
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Thu 19 Nov 2026"


def test_without_a_year_it_is_this_year(field: DateField) -> None:
    assert field.parse("24.12.") == date(date.today().year, 12, 24)  # noqa: DTZ011 - the user's own day


def test_nonsense_gives_way(field: DateField) -> None:
    field.day = DAY
    field.setText("next blue moon")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.day, field.text()) == (DAY, "Thu 19 Nov 2026")


def test_empty_is_none(field: DateField) -> None:
    field.day = DAY
    field.clear()
    assert field.day is None


def test_keys_step(field: DateField) -> None:
    field.day = DAY
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_PageDown)
    assert field.day == date(2026, 11, 13)
    field.day = None
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.day is not None


def test_it_can_be_picked(field: DateField) -> None:
    field.day = DAY
    field.pick()
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    calendar.clicked.emit(calendar.selectedDate().addDays(1))
    assert field.day == date(2026, 11, 20)
    for menu in field.findChildren(QMenu):
        menu.close()
    QApplication.processEvents()
