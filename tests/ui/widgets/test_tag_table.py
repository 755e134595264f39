"""Tags with their counts: left off by a key, called otherwise by typing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.ui.widgets.tag_table import NAME, TagTable


@pytest.fixture
def table(qtbot: QtBot) -> TagTable:
    made = TagTable()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show_tags({"depot": 2, "count": 40, "Agreed": 2})
    show_active(qtbot, made).setFocus()
    return made


def test_the_most_used_comes_first(table: TagTable) -> None:
    assert [table.model().index(row, NAME).data() for row in range(3)] == ["count", "Agreed", "depot"]


def test_space_leaves_a_tag_off_and_takes_it_again(qtbot: QtBot, table: TagTable) -> None:
    with qtbot.waitSignal(table.changed):
        QTest.keyClick(table, Qt.Key.Key_Space)
    assert table.called() == {"count": ""}
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert table.called() == {}


def test_typing_calls_it_otherwise_from_any_column(qtbot: QtBot, table: TagTable) -> None:
    table.setCurrentIndex(table.model().index(1, NAME))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "Agreed"
    editor.setText("  Agreed   with Priya ")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.called() == {"Agreed": "Agreed with Priya"})


def test_what_was_said_stays_while_the_tag_is_there(table: TagTable) -> None:
    table.model().setData(table.model().index(0, 2), "Stock")
    table.model().setData(table.model().index(2, 2), "")
    table.show_tags({"count": 3, "new": 1})
    assert table.called() == {"count": "Stock"}
    table.forget()
    assert table.called() == {}


def test_thousands_open_at_once_and_scroll(table: TagTable) -> None:
    table.show_tags({f"tag {number}": number for number in range(20_000)})
    assert table.model().rowCount() == 20_000
    assert table.height() < 350
