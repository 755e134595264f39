import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workjournal.ui.widgets.row_list import Row, RowChip, RowList, grouped

ROWS = [
    Row(
        1,
        "Pushed back",
        "Conflict",
        block=("NOV", "19"),
        chips=(RowChip("Challenge", "warn"),),
        group="This week",
    ),
    Row(2, "Coached", icon="trophy", tone="ok", number="65", group="This week"),
    Row(3, "Name the outcome", "Reused 4 times", icon="lightbulb", action="Recall", group="Earlier"),
]


@pytest.fixture
def rows(qtbot: QtBot) -> RowList:
    made = RowList()
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    made.set_rows(grouped(ROWS))
    return made


def test_groups_have_headings_that_cannot_be_chosen(rows: RowList) -> None:
    assert [row.id for row in rows.rows()] == [None, 1, 2, None, 3]
    rows.choose(2)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.current_id() == 3


def test_the_action_at_the_end(rows: RowList, qtbot: QtBot) -> None:
    QApplication.processEvents()
    rect = rows.visualRect(rows.model().index(4, 0))
    with qtbot.waitSignal(rows.action) as pressed:
        spot = rect.center()
        spot.setX(rect.right() - 30)
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert pressed.args == [3]
    with qtbot.waitSignal(rows.opened):
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def test_it_paints_both_ways(rows: RowList) -> None:
    left = rows.grab().toImage()
    rows.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert rows.grab().toImage() != left


def test_a_hundred_thousand_rows_open_at_once(qtbot: QtBot) -> None:
    many = [Row(number, f"Episode {number}") for number in range(100_000)]
    made = RowList()
    qtbot.addWidget(made)
    begun = time.perf_counter()
    made.set_rows(many)
    made.show()
    made.grab()
    assert time.perf_counter() - begun < 1
