import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from workjournal.ui.widgets.rail import Rail, RailEntry


@pytest.fixture
def rail(qtbot: QtBot) -> Rail:
    made = Rail()
    qtbot.addWidget(made)
    made.set_screens(
        [RailEntry("today", "Today", "sun", "Ctrl+1"), RailEntry("lessons", "Lessons", "lightbulb")]
    )
    made.resize(made.width(), 640)
    made.show()
    return made


def named(rail: Rail, name: str) -> QPushButton:
    return next(button for button in rail.findChildren(QPushButton) if button.accessibleName() == name)


def test_one_screen_is_marked(rail: Rail, qtbot: QtBot) -> None:
    rail.select("today")
    with qtbot.waitSignal(rail.chosen) as chosen:
        named(rail, "Lessons").click()
    assert chosen.args == ["lessons"]
    assert not named(rail, "Today").isChecked()
    rail.select("settings")
    assert not named(rail, "Lessons").isChecked()


def test_the_foot(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.asked) as asked:
        named(rail, "Lock the journal").click()
    assert asked.args == ["lock"]


def test_badges(rail: Rail) -> None:
    rail.set_badge("lessons", 2)
    assert named(rail, "Lessons").accessibleDescription()
    rail.set_badge("lessons", 0)
    assert not named(rail, "Lessons").accessibleDescription()


def test_compact(rail: Rail) -> None:
    wide = rail.grab().width()
    rail.set_compact(True)
    assert rail.is_compact()
    assert rail.width() == 68 < wide
    assert named(rail, "Today").toolTip().startswith("Today")
    rail.set_compact(False)
    assert rail.width() == 240
