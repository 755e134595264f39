"""A list of actions: titles of two lines, and the word at the end where it is painted."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.ui.widgets.action_list import ActionList
from workjournal.ui.widgets.row_list import Row


def test_rows_are_alike_and_their_word_can_be_pressed(qtbot: QtBot) -> None:
    made = on_screen(qtbot, ActionList())
    made.start(
        lambda limit, skip: [Row(number, "A long title " * 9, "Due", action="Done") for number in range(3)][
            skip:limit
        ]
    )
    heights = {made.visualRect(made.model().index(place, 0)).height() for place in range(3)}
    assert len(heights) == 1
    pressed: list[object] = []
    made.action.connect(pressed.append)
    rect = made.visualRect(made.model().index(1, 0))
    at = rect.center()
    at.setX(rect.right() - 30)
    assert made.spot_at(at) == (1, "action")
    qtbot.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert pressed == [1]
    assert not made.grab().isNull()
