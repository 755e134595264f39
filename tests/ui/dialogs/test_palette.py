from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workjournal.ui.commands import Command, Commands
from workjournal.ui.dialogs.palette import Palette, PaletteItem, items_of


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def palette(done: list[str], qtbot: QtBot) -> Iterator[Palette]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    names = ("Today", "Café notes", "Lessons")
    items = [PaletteItem("Screens", "sun", name, run=lambda name=name: done.append(name)) for name in names]  # type: ignore[misc] # mypy cannot infer it
    commands = Commands()
    commands.add(Command("lock", "Lock the journal", "lock", "Ctrl+L", lambda: done.append("lock")))
    made = Palette(window, [*items, *items_of(commands, "Actions")])
    made.open()
    qtbot.waitExposed(window)
    yield made
    made.clearFocus()  # until here the page must live


def shown(palette: Palette) -> list[str]:
    return [row.spoken() for row in palette.results.rows() if row.id is not None]


def test_it_filters_without_case_and_accents(palette: Palette) -> None:
    assert len(shown(palette)) == 4
    QTest.keyClicks(palette.query, "cafe")
    assert shown(palette) == ["Café notes, Screens"]
    QTest.keyClicks(palette.query, "zzz")
    assert shown(palette) == []


def test_arrows_move_over_headings_and_around(palette: Palette, done: list[str]) -> None:
    QTest.keyClick(palette.query, Qt.Key.Key_Up)
    QTest.keyClick(palette.query, Qt.Key.Key_Return)
    assert done == ["lock"]
    assert not palette.isVisible()


def test_enter_runs_the_first(palette: Palette, done: list[str]) -> None:
    QTest.keyClicks(palette.query, "les")
    QTest.keyClick(palette.query, Qt.Key.Key_Return)
    assert done == ["Lessons"]


def test_a_click_runs(palette: Palette, done: list[str]) -> None:
    spot = palette.results.visualRect(palette.results.model().index(2, 0)).center()
    QTest.mouseClick(palette.results.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert done == ["Café notes"]


def test_escape_and_a_click_beside_close(palette: Palette, qtbot: QtBot) -> None:
    with qtbot.waitSignal(palette.closed):
        QTest.keyClick(palette.query, Qt.Key.Key_Escape)
    palette.open()
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not palette.isVisible()


def test_found_items_come_first_and_late_ones_are_dropped(palette: Palette) -> None:
    asked: list[str] = []
    palette.queried.connect(asked.append)
    QTest.keyClicks(palette.query, "l")
    palette.set_found("l", [PaletteItem("Episodes", "list", "Launch", "today")])
    assert shown(palette)[0] == "Launch, today, Episodes"
    palette.set_found("other", [])
    assert shown(palette)[0] == "Launch, today, Episodes"
    assert asked == ["l"]


def test_tab_stays_inside(palette: Palette) -> None:
    QTest.keyClick(palette.query, Qt.Key.Key_Tab)
    assert palette.query.hasFocus()
