"""Levels of a skill as they are typed: added above, sorted, taken away; the keyboard stays where one is."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.levels import check_levels
from workjournal.errors import JournalError
from workjournal.ui.parts.level_rows import LevelRows

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def rows(qtbot: QtBot) -> LevelRows:
    return on_screen(qtbot, LevelRows())


def begins(rows: LevelRows) -> list[int]:
    return [level["at"] for level in rows.levels]


def test_a_new_level_stands_above_the_others_with_the_keyboard_in_its_words(rows: LevelRows) -> None:
    for _ in range(3):
        rows.add()
    assert begins(rows) == [0, 20, 40]
    assert rows.rows[-1].text.hasFocus()
    rows.rows[-1].at.setValue(95)
    rows.add()
    assert begins(rows)[-1] == 100
    rows.add()  # none is above 100: one that no other has
    assert begins(rows)[-1] == 5


def test_what_is_set_is_what_is_got(rows: LevelRows) -> None:
    levels = [{"at": 0, "text": "With help"}, {"at": 40, "text": "Alone"}]
    rows.levels = levels
    assert rows.levels == levels
    rows.levels = levels[:1]
    assert rows.levels == levels[:1]
    rows.levels = []
    assert rows.levels == []
    assert not rows.isVisible()


def test_rows_are_sorted_once_a_beginning_is_typed(qtbot: QtBot, rows: LevelRows) -> None:
    rows.levels = [{"at": 20, "text": "low"}, {"at": 60, "text": "high"}]
    moved = rows.rows[1]
    moved.at.setFocus()
    moved.at.selectAll()
    with qtbot.waitSignal(rows.reordered):
        qtbot.keyClicks(moved.at, "5")
        assert begins(rows) == [20, 5]  # not in the middle of typing
        qtbot.keyClick(moved.at, Qt.Key.Key_Tab)
    assert rows.levels == [{"at": 5, "text": "high"}, {"at": 20, "text": "low"}]
    assert moved.text.hasFocus()
    qtbot.waitUntil(lambda: moved.y() < rows.rows[1].y())


def test_a_row_taken_away_hands_the_keyboard_to_its_neighbour(qtbot: QtBot, rows: LevelRows) -> None:
    rows.levels = [{"at": 0, "text": "With help"}, {"at": 40, "text": "Alone"}]
    qtbot.mouseClick(rows.rows[0].remove, LEFT)
    assert begins(rows) == [40]
    assert rows.rows[0].text.hasFocus()
    with qtbot.waitSignal(rows.emptied):
        qtbot.mouseClick(rows.rows[0].remove, LEFT)


@pytest.mark.parametrize(
    ("levels", "field"),
    [
        ([(0, "With help"), (40, " ")], "text"),
        ([(0, "With help"), (0, "Alone")], "at"),
        ([(0, "With help"), (42, "Alone")], "at"),
    ],
)
def test_the_keyboard_goes_to_what_cannot_be_kept(
    rows: LevelRows, levels: list[tuple[int, str]], field: str
) -> None:
    rows.levels = [{"at": at, "text": text} for at, text in levels]
    with pytest.raises(JournalError):
        check_levels(rows.levels)
    rows.focus_trouble()
    assert getattr(rows.rows[1], field).hasFocus()


def test_the_wheel_of_a_page_that_scrolls_moves_no_level(rows: LevelRows) -> None:
    rows.levels = [{"at": 40, "text": "Alone"}]
    spin = rows.rows[0].at
    spin.setFocus()
    none, at = Qt.KeyboardModifier.NoModifier, QPointF(20, 10)
    turned = QWheelEvent(
        at,
        spin.mapToGlobal(at),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(spin, turned)
    assert begins(rows) == [40]


def test_every_field_is_named_by_its_level(rows: LevelRows) -> None:
    rows.levels = [{"at": 40, "text": "Alone"}]
    (row,) = rows.rows
    assert row.text.accessibleName() == "What 40 and above means"
    row.at.setValue(45)
    assert row.remove.accessibleName() == "Take the level from 45 away"
