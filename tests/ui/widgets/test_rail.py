from itertools import pairwise

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
    with qtbot.waitSignal(rail.asked) as asked:
        named(rail, "Change settings").click()
    assert asked.args == ["settings"]


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


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("height", [640, 700, 900])
def test_eleven_screens_fit_into_a_low_window(qtbot: QtBot, compact: bool, height: int) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    entries = [RailEntry(f"screen {number}", f"Screen {number}", "sun") for number in range(11)]
    rail.set_screens(entries)
    rail.set_guard("Works offline. Sends nothing.")
    rail.set_compact(compact)
    rail.resize(rail.width(), height)
    rail.show()
    qtbot.waitExposed(rail)
    layout = rail.layout()
    assert layout is not None
    layout.activate()
    items = [named(rail, entry.label) for entry in entries]
    lock = named(rail, "Lock the journal")
    for above, below in pairwise([*items, lock]):
        assert above.geometry().bottom() < below.geometry().top(), below.accessibleName()
    assert lock.geometry().bottom() <= height
    assert all(item.height() >= 32 for item in items)
    assert height < 900 or items[0].height() == 40


def test_items_grow_again_with_the_window(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.set_screens([RailEntry(f"screen {number}", f"Screen {number}", "sun") for number in range(11)])
    rail.show()
    rail.resize(rail.width(), 600)
    assert rail.minimumSizeHint().height() <= 640
    low = named(rail, "Screen 0").height()
    rail.resize(rail.width(), 900)
    assert low < named(rail, "Screen 0").height() == 40
