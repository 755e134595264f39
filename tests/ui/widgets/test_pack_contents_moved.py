"""Sections that are dragged or moved by keys, and things of which more is seen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.ui.widgets.pack_contents import PackContents
from workjournal.ui.widgets.pack_line_model import PackLine

THINGS = (
    PackLine("a", "One", "12 Nov", marks="told on 3 October · reworded", opens=True, ticked=True),
    PackLine("b", "Two"),
)
LINES = [
    PackLine("goals", "Goals", ticked=True, rows=THINGS),
    PackLine("asks", "Asks", ticked=True),
    PackLine("evidence", "Evidence", ticked=True),
]


@pytest.fixture
def contents(qtbot: QtBot) -> PackContents:
    made = PackContents()
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show_lines(LINES)
    return show_active(qtbot, made)


@pytest.fixture
def moves(contents: PackContents) -> list[tuple[str, int]]:
    seen: list[tuple[str, int]] = []
    contents.moved.connect(lambda section, place: seen.append((section, place)))
    return seen


def middle(contents: PackContents, section: str, thing: str = "") -> QPoint:
    return contents.visualRect(contents.index_of(section, thing)).center()


def drag(contents: PackContents, section: str, to: QPoint) -> None:
    view, begin = contents.viewport(), middle(contents, section)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(view, begin + QPoint(0, 30))
    QTest.mouseMove(view, to)


def drop(contents: PackContents, at: QPoint) -> None:
    QTest.mouseRelease(contents.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_alt_and_an_arrow_moves_a_section(
    qtbot: QtBot, contents: PackContents, moves: list[tuple[str, int]]
) -> None:
    contents.setFocus()
    contents.setCurrentIndex(contents.index_of("asks"))
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(contents, Qt.Key.Key_Up, alt)
    qtbot.keyClick(contents, Qt.Key.Key_Down, alt)
    assert moves == [("asks", 0), ("asks", 2)]
    contents.setCurrentIndex(contents.index_of("evidence"))
    qtbot.keyClick(contents, Qt.Key.Key_Down, alt)
    contents.setExpanded(contents.index_of("goals"), True)
    contents.setCurrentIndex(contents.index_of("goals", "b"))
    qtbot.keyClick(contents, Qt.Key.Key_Up, alt)
    assert len(moves) == 2
    qtbot.keyClick(contents, Qt.Key.Key_Down, alt)
    assert moves[2:] == [("goals", 1)]


def test_a_section_is_dragged_over_others(contents: PackContents, moves: list[tuple[str, int]]) -> None:
    contents.setExpanded(contents.index_of("goals"), True)
    low = QPoint(60, contents.viewport().height() - 3)
    drag(contents, "goals", low)
    drop(contents, low)
    assert moves == [("goals", 2)]
    top = QPoint(60, 2)
    drag(contents, "evidence", top)
    drop(contents, top)
    assert moves[1:] == [("evidence", 0)]
    assert contents.isExpanded(contents.index_of("goals"))


def test_dropped_where_it_was_nothing_moves(contents: PackContents, moves: list[tuple[str, int]]) -> None:
    for near in (-12, 12):
        spot = middle(contents, "asks") + QPoint(0, near)
        drag(contents, "asks", spot)
        drop(contents, spot)
    assert moves == []


def test_escape_ends_the_dragging(qtbot: QtBot, contents: PackContents, moves: list[tuple[str, int]]) -> None:
    contents.setFocus()
    drag(contents, "evidence", QPoint(60, 2))
    assert contents.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    qtbot.keyClick(contents, Qt.Key.Key_Escape)
    assert contents.cursor().shape() is not Qt.CursorShape.ClosedHandCursor
    drop(contents, QPoint(60, 2))
    assert moves == []


def test_things_are_not_dragged(contents: PackContents, moves: list[tuple[str, int]]) -> None:
    contents.setExpanded(contents.index_of("goals"), True)
    view = contents.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle(contents, "goals", "a"))
    QTest.mouseMove(view, middle(contents, "evidence"))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle(contents, "evidence"))
    assert moves == []


def test_enter_and_the_dots_show_more_of_a_thing(qtbot: QtBot, contents: PackContents) -> None:
    contents.setFocus()
    contents.setCurrentIndex(contents.index_of("goals"))
    qtbot.keyClick(contents, Qt.Key.Key_Return)
    assert contents.isExpanded(contents.index_of("goals"))
    contents.setCurrentIndex(contents.index_of("goals", "a"))
    with qtbot.waitSignal(contents.opened) as opened:
        qtbot.keyClick(contents, Qt.Key.Key_Return)
    assert opened.args == ["goals", "a"]
    rect = contents.visualRect(contents.index_of("goals", "a"))
    with qtbot.waitSignal(contents.opened) as opened:
        qtbot.mouseClick(
            contents.viewport(),
            Qt.MouseButton.LeftButton,
            pos=QPoint(rect.right() - 14, rect.center().y()),
        )
    assert opened.args == ["goals", "a"]
    with qtbot.waitSignal(contents.ticked) as ticked, qtbot.assertNotEmitted(contents.opened):
        qtbot.mouseClick(contents.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert ticked.args == ["goals", "a", False]
    with qtbot.assertNotEmitted(contents.opened):
        contents.open(contents.index_of("goals", "b"))


def test_a_row_with_marks_is_higher_and_says_them(contents: PackContents) -> None:
    contents.setExpanded(contents.index_of("goals"), True)
    heights = [contents.visualRect(contents.index_of("goals", key)).height() for key in ("a", "b")]
    assert heights[0] > heights[1]
    assert contents.index_of("goals", "a").data() == "One, 12 Nov, told on 3 October · reworded"
    assert contents.index_of("goals", "a").data(Qt.ItemDataRole.ToolTipRole).count("\n") == 2
    last = contents.visualRect(contents.index_of("evidence"))
    assert last.bottom() <= contents.height()


def test_in_another_order_the_keyboard_stays_with_its_row(contents: PackContents) -> None:
    contents.setExpanded(contents.index_of("goals"), True)
    contents.setCurrentIndex(contents.index_of("goals", "b"))
    contents.show_lines([LINES[1], LINES[0], LINES[2]])
    assert contents.currentIndex() == contents.index_of("goals", "b")
    assert contents.isExpanded(contents.index_of("goals"))
    contents.show_lines(LINES[1:])
    assert not contents.currentIndex().isValid()
