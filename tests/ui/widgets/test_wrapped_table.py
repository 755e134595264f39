"""A table of sentences: as tall as its words, up to a height; copied as a spreadsheet takes it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.ui.widgets.wrapped_table import WrappedTable

HEADERS = ("Where", "What")


def shown(qtbot: QtBot, rows: list[tuple[str, str]], highest: int = 240) -> WrappedTable:
    made = WrappedTable()
    qtbot.addWidget(made)
    made.resize(400, 100)
    made.show_table(HEADERS, rows, widths={0: 120}, highest=highest)
    show_active(qtbot, made)
    qtbot.wait(20)
    return made


def test_a_long_sentence_is_seen_whole(qtbot: QtBot) -> None:
    table = shown(qtbot, [("here", "Short."), ("there", "It is a longer sentence. " * 6)])
    assert table.rowHeight(1) > table.rowHeight(0) + 40
    assert not table.verticalScrollBar().isVisible()


def test_it_grows_with_its_rows_and_scrolls_from_a_height_on(qtbot: QtBot) -> None:
    few, many = shown(qtbot, [("a", "b")] * 2), shown(qtbot, [("a", "b")] * 5_000)
    assert few.height() < many.height() <= 240
    assert many.verticalScrollBar().maximum() > 0


def test_the_chosen_rows_are_copied_and_all_without_a_choice(qtbot: QtBot) -> None:
    table = shown(qtbot, [("a", "one\ttwo"), ("b", "three")])
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Where\tWhat\nb\tthree\n"
    table.copy(every=True)
    assert QGuiApplication.clipboard().text() == 'Where\tWhat\na\t"one\ttwo"\nb\tthree\n'
