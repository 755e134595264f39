"""A list of any length: where rows are, what is read and kept, keys that choose, what a reader hears."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.ui import theme
from workjournal.ui.widgets.chosen_list import ChosenList
from workjournal.ui.widgets.marks import Marks
from workjournal.ui.widgets.row_list import Row
from workjournal.ui.widgets.spot_list import ROW
from workjournal.ui.widgets.windowed_rows import KEPT, PAGE

LENGTH, GROUP = 100_000, 10
Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


class Shown:
    """A list with a heading in every tenth row, and what was read for it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.reads: list[tuple[int, int]] = []
        self.list = ChosenList()
        qtbot.addWidget(self.list)
        self.list.resize(600, 400)
        self.list.show_rows(
            LENGTH, self.read, lambda row: row % GROUP == 0, lambda row: f"Group {row // GROUP}"
        )
        show_active(qtbot, self.list)
        self.list.setFocus()

    def read(self, first: int, count: int) -> Sequence[Row]:
        self.reads.append((first, count))
        return [
            Row(id=None if row % GROUP == 0 else row, title=f"Row {row}", lead="9:00")
            for row in range(first, first + count)
        ]

    @property
    def row(self) -> int:
        return self.list.currentIndex().row()

    @property
    def spans(self) -> list[tuple[int, int]]:
        return list(self.list.marks.spans)


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_only_what_is_looked_at_is_read(shown: Shown) -> None:
    shown.list.grab()
    assert shown.reads == [(0, PAGE)]
    shown.list.scroll_to_row(50_003)
    shown.list.grab()
    assert len(shown.reads) <= 3
    assert shown.list.top_row() == 50_003


def test_what_is_kept_does_not_grow(shown: Shown) -> None:
    for row in range(0, LENGTH, 500):
        shown.list.scroll_to_row(row)
        shown.list.grab()
    assert shown.list.kept() <= KEPT * PAGE


def test_a_row_is_where_it_is_painted(shown: Shown) -> None:
    shown.list.scroll_to_row(71_234)
    for row in range(71_234, 71_238):
        index = shown.list.model().index(row, 0)
        assert shown.list.indexAt(shown.list.visualRect(index).center()) == index
    assert not shown.list.indexAt(QPoint(5, 5)).isValid()  # the heading lies over it


def test_keys_move_past_headings_and_choose_nothing(qtbot: QtBot, shown: Shown) -> None:
    moves = (
        (Key.Key_Down, 1),
        (Key.Key_Down, 2),
        (Key.Key_Up, 1),
        (Key.Key_Up, 1),
        (Key.Key_End, LENGTH - 1),
    )
    for key, row in moves:
        qtbot.keyClick(shown.list, key)
        assert shown.row == row
    qtbot.keyClick(shown.list, Key.Key_Home)
    for _ in range(9):
        qtbot.keyClick(shown.list, Key.Key_Down)
    assert shown.row == 11
    qtbot.keyClick(shown.list, Key.Key_Up)
    assert shown.row == 9
    qtbot.keyClick(shown.list, Key.Key_PageDown)
    assert 9 < shown.row <= 9 + shown.list.page_rows() + 1
    assert shown.spans == []
    assert shown.list.visualRect(shown.list.currentIndex()).bottom() <= shown.list.viewport().height()


def test_no_letter_reads_the_list(qtbot: QtBot, shown: Shown) -> None:
    qtbot.keyClick(shown.list, Key.Key_Down)
    shown.reads.clear()
    qtbot.keyClicks(shown.list, "xyz")
    assert shown.reads == []
    assert shown.row == 1


def test_everything_is_chosen_without_reading_it(qtbot: QtBot, shown: Shown) -> None:
    shown.reads.clear()
    with qtbot.waitSignal(shown.list.chosen):
        qtbot.keyClick(shown.list, Key.Key_A, CTRL)
    assert shown.spans == [(0, LENGTH - 1)]
    shown.list.grab()
    assert len(shown.reads) <= 1
    qtbot.keyClick(shown.list, Key.Key_Escape)
    assert shown.spans == []


def test_space_and_shift_choose(qtbot: QtBot, shown: Shown) -> None:
    for key in (Key.Key_Down, Key.Key_Space, Key.Key_Down, Key.Key_Down, Key.Key_Space):
        qtbot.keyClick(shown.list, key)
    assert shown.spans == [(1, 1), (3, 3)]
    for _ in range(2):
        qtbot.keyClick(shown.list, Key.Key_Down, SHIFT)
    assert shown.spans == [(1, 1), (3, 5)]
    qtbot.keyClick(shown.list, Key.Key_Up, SHIFT)
    assert shown.spans == [(1, 1), (3, 4)]
    qtbot.keyClick(shown.list, Key.Key_Space)
    assert shown.spans == [(1, 1), (3, 3)]
    qtbot.keyClick(shown.list, Key.Key_End, SHIFT)
    assert shown.spans == [(1, 1), (3, LENGTH - 1)]


def test_clicks_choose_and_a_plain_one_opens(qtbot: QtBot, shown: Shown) -> None:
    def click(row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        spot = shown.list.visualRect(shown.list.model().index(row, 0)).center()
        qtbot.mouseClick(shown.list.viewport(), LEFT, keys, spot)

    with qtbot.assertNotEmitted(shown.list.opened):
        click(2, CTRL)
        click(4, CTRL)
        click(2, CTRL)
        assert shown.spans == [(4, 4)]
        click(4, CTRL)
        click(1, CTRL)
        click(5, SHIFT)
    assert shown.spans == [(1, 5)]
    with qtbot.waitSignal(shown.list.opened) as opened:
        click(3)
    assert opened.args == [3]
    assert shown.spans == [(1, 5)]


def test_letters_of_its_own_are_told(qtbot: QtBot, shown: Shown) -> None:
    with qtbot.waitSignal(shown.list.lettered) as told:
        qtbot.keyClick(shown.list, Key.Key_T)
    assert told.args == ["t"]
    with qtbot.waitSignal(shown.list.lettered) as told:
        qtbot.keyClick(shown.list, Key.Key_E, SHIFT)
    assert told.args == ["E"]


def test_the_heading_stays_at_the_top(shown: Shown) -> None:
    assert shown.list._strip() is None
    shown.list.scroll_to_row(25)
    assert shown.list._strip() == "Group 2"


def test_a_reader_hears_rows_and_what_is_chosen(qtbot: QtBot, shown: Shown) -> None:
    qtbot.keyClick(shown.list, Key.Key_Down)
    qtbot.keyClick(shown.list, Key.Key_Space)
    heard = QAccessible.queryAccessibleInterface(shown.list)
    assert heard.role() == QAccessible.Role.List
    assert heard.childCount() == LENGTH
    cell = heard.child(1)
    assert cell.text(QAccessible.Text.Name) == "9:00, Row 1"
    assert cell.state().selected
    assert not heard.child(2).state().selected


def test_a_chosen_row_is_told_from_others_without_colour(qtbot: QtBot, shown: Shown) -> None:
    """The tick, in the accent's ink, stands where the time was."""
    accent = QColor(theme.current().accent)

    def ticks() -> int:
        spot = shown.list.visualRect(shown.list.model().index(2, 0))
        seen = shown.list.viewport().grab(spot).toImage()
        return sum(seen.pixelColor(x, y) == accent for x in range(14, 58) for y in range(seen.height()))

    qtbot.keyClick(shown.list, Key.Key_Down)
    assert ticks() == 0
    shown.list.set_marks(Marks(((2, 2),)))
    assert ticks() > 5


def test_fewer_rows_than_told_are_no_error(qtbot: QtBot, shown: Shown) -> None:
    """Another program took the last ones away just now."""
    shown.list.show_rows(
        20, lambda first, _: [Row(id=1, title="Only")][first:], lambda _: False, lambda _: ""
    )
    shown.list.grab()
    assert shown.list.model().index(5, 0).data(ROW).id is None


def test_marks_join_and_part() -> None:
    marks = Marks().with_span(3, 5).with_span(9, 9).with_span(7, 6)
    assert marks.spans == ((3, 7), (9, 9))
    assert marks.with_span(8, 8).spans == ((3, 9),)
    assert marks.without(5).spans == ((3, 4), (6, 7), (9, 9))
    assert marks.without(9).without(4).spans == ((3, 3), (5, 7))
    assert 6 in marks
    assert 8 not in marks
    assert not Marks()
