"""The bar of steps: where one is, what is filled, and a way to each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.ui import icons, theme
from workjournal.ui.widgets.step_bar import StepBar


@pytest.fixture
def bar(qtbot: QtBot) -> StepBar:
    made = StepBar()
    made.set_steps(["What", "The stretch", "Forecast"])
    return on_screen(qtbot, made)


def test_each_says_its_number_name_and_state(bar: StepBar) -> None:
    bar.show_state(1, [True, False, False])
    names = [button.accessibleName() for button in bar.buttons]
    assert names == [
        "Step 1 of 3: What, filled",
        "Step 2 of 3: The stretch, still open",
        "Step 3 of 3: Forecast, still open",
    ]
    assert [button.isChecked() for button in bar.buttons] == [False, True, False]
    seen = QAccessible.queryAccessibleInterface(bar.buttons[1])
    assert seen.state().checked
    assert seen.role() != QAccessible.Role.Client


def test_a_press_asks_and_opens_nothing_by_itself(qtbot: QtBot, bar: StepBar) -> None:
    bar.show_state(0, [False] * 3)
    with qtbot.waitSignal(bar.chosen) as asked:
        qtbot.keyClick(bar.buttons[2], Qt.Key.Key_Space)
    assert asked.args == [2]
    assert [button.isChecked() for button in bar.buttons] == [True, False, False]


def test_all_in_sight_none_is_open(bar: StepBar) -> None:
    bar.show_state(-1, [True, False, True])
    assert not any(button.isChecked() for button in bar.buttons)
    assert [button.is_filled() for button in bar.buttons] == [True, False, True]


def test_done_current_and_open_look_different(bar: StepBar) -> None:
    bar.show_state(1, [True, False, False])
    bar.buttons[0].clearFocus()
    middle = bar.buttons[0].height() // 2 - theme.px(2)
    ground = theme.px(8) + theme.px(4)  # in the circle, left of what stands in it
    pictures = [button.grab().toImage() for button in bar.buttons]
    seen = [picture.pixelColor(ground, middle).name().upper() for picture in pictures]
    assert seen == [theme.LIGHT.accent_soft, theme.LIGHT.accent, theme.LIGHT.surface]


def test_a_tick_stands_where_something_is_filled(bar: StepBar) -> None:
    bar.show_state(2, [False, False, False])
    before = bar.buttons[0].grab().toImage()
    bar.show_state(2, [True, False, False])
    assert icons.icon("check").name() == "wj-check"
    assert bar.buttons[0].grab().toImage() != before
