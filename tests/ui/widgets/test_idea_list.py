"""Ideas in a list: a word to press, by mouse or Enter, and all of an idea is spoken."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.ui.widgets.idea_list import IdeaList, IdeaRow

ROWS = [
    IdeaRow(
        key, f"Do {key} for a month.", "Feedback from two of those who were there", "High stakes", "Start"
    )
    for key in ("one", "two", "three")
]


@pytest.fixture
def ideas(qtbot: QtBot) -> IdeaList:
    made = on_screen(qtbot, IdeaList())
    made.set_rows(ROWS)
    return made


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_word_is_at_the_trailing_edge(
    qtbot: QtBot, ideas: IdeaList, direction: Qt.LayoutDirection
) -> None:
    ideas.setLayoutDirection(direction)
    row = ideas.visualRect(ideas.model().index(1, 0))
    at_right = direction == Qt.LayoutDirection.LeftToRight
    point = row.bottomRight() if at_right else row.bottomLeft()
    point.setX(point.x() + (-30 if at_right else 30))
    point.setY(point.y() - 24)
    with qtbot.waitSignal(ideas.action) as told:
        qtbot.mouseClick(ideas.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert told.args == ["two"]


def test_enter_presses_the_word(qtbot: QtBot, ideas: IdeaList) -> None:
    ideas.choose("three")
    with qtbot.waitSignal(ideas.action) as told:
        qtbot.keyClick(ideas, Qt.Key.Key_Return)
    assert told.args == ["three"]


def test_all_of_it_is_spoken(ideas: IdeaList) -> None:
    spoken = ideas.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Do one for a month. Feedback from two of those who were there, High stakes"
