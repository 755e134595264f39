from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from workjournal.ui.widgets.time_field import TimeField


@pytest.fixture
def field(qtbot: QtBot) -> TimeField:
    made = TimeField()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("typed", ["16:40", "1640", "16.40", "4:40 pm"])
def test_times_as_people_write_them(field: TimeField, typed: str) -> None:
    field.setText(typed)
    assert field.moment == time(16, 40)


def test_midnight_is_not_none(field: TimeField) -> None:
    field.moment = time(0, 0)
    assert field.moment == time(0, 0)
    field.clear()
    assert field.moment is None


def test_keys_step_by_five_minutes(field: TimeField) -> None:
    field.moment = time(16, 42)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.moment == time(16, 45)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.moment == time(16, 35)


def test_nonsense_gives_way(field: TimeField) -> None:
    field.moment = time(9, 30)
    field.setText("noonish")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.moment == time(9, 30)
