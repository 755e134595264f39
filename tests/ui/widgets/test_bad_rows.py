"""The column of lines is as wide as its longest number needs, wherever that stands."""

from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.domain.sheet import BadRow
from workjournal.ui.widgets.bad_rows import BadRows


def shown(qtbot: QtBot, *lines: int) -> BadRows:
    made = BadRows()
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show_rows([BadRow(line, "No level.", "Planning,12,") for line in lines])
    return show_active(qtbot, made)


def test_a_long_number_has_room_wherever_it_stands(qtbot: QtBot) -> None:
    narrow = shown(qtbot, *range(1, 2_000)).columnWidth(0)
    last = shown(qtbot, *range(1, 2_000), 123_456_789_012)
    first = shown(qtbot, 123_456_789_012, *range(1, 2_000))
    needed = QFontMetrics(last.font()).horizontalAdvance("123456789012")
    assert last.columnWidth(0) == first.columnWidth(0) > max(needed, narrow)


def test_without_rows_there_is_room_for_the_heading(qtbot: QtBot) -> None:
    empty = shown(qtbot)
    assert empty.columnWidth(0) >= empty.horizontalHeader().sectionSizeHint(0) > 0
