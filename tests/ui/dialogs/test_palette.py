from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from workjournal.ui import theme
from workjournal.ui.commands import Command, Commands
from workjournal.ui.dialogs.palette import Found, Palette, PaletteItem, items_of


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
    items = [
        PaletteItem("Screens", "sun", name, run=lambda name=name: done.append(name), is_screen=True)  # type: ignore[misc] # mypy cannot infer it
        for name in names
    ]
    commands = Commands()
    commands.add(Command("lock", "Lock the journal", "lock", "Ctrl+L", lambda: done.append("lock")))
    made = Palette(window, [*items, *items_of(commands, "Actions")])
    made.open()
    qtbot.waitExposed(window)
    yield made
    made.clearFocus()  # until here the page must live


def shown(palette: Palette) -> list[str]:
    return [row.spoken() for row in palette.results.rows() if row.id is not None]


def episode(text: str, done: list[str] | None = None) -> PaletteItem:
    return PaletteItem(
        "Episodes", "list", text, "today", run=lambda: None if done is None else done.append(text)
    )


def test_it_filters_without_case_and_accents(palette: Palette) -> None:
    assert len(shown(palette)) == 4
    QTest.keyClicks(palette.query, "cafe")
    assert shown(palette) == ["Café notes, Screens"]
    QTest.keyClicks(palette.query, "zzz")
    assert shown(palette) == []
    assert palette.nothing.isVisible()


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
    palette.set_found("l", Found([episode("Launch")], "1 found"))
    assert shown(palette)[0] == "Launch, today, Episodes"
    assert palette.count.text() == "1 found"
    palette.set_found("other", Found())
    assert shown(palette)[0] == "Launch, today, Episodes"
    assert asked == ["l"]


def test_a_screen_whose_name_is_begun_stands_before_what_was_found(palette: Palette) -> None:
    QTest.keyClicks(palette.query, "less")
    palette.set_found("less", Found([episode("Less is more")]))
    assert shown(palette) == ["Lessons, Screens", "Less is more, today, Episodes"]


def test_what_was_found_stays_until_the_next_answer_and_goes_on_closing(palette: Palette) -> None:
    QTest.keyClicks(palette.query, "lau")
    palette.set_found("lau", Found([episode("Launch")]))
    palette.queried.connect(palette.expect)
    QTest.keyClicks(palette.query, "n")
    assert shown(palette) == ["Launch, today, Episodes"]
    palette.close_up()
    assert "Launch" not in " ".join(shown(palette))


def test_enter_waits_for_the_answer(palette: Palette, done: list[str]) -> None:
    palette.queried.connect(palette.expect)
    QTest.keyClicks(palette.query, "loc")
    QTest.keyClick(palette.query, Qt.Key.Key_Return)
    assert done == []
    palette.set_found("loc", Found([episode("Locked out", done)]))
    assert done == ["Locked out"]


def test_a_screen_whose_name_is_begun_needs_no_answer(palette: Palette, done: list[str]) -> None:
    palette.queried.connect(palette.expect)
    QTest.keyClicks(palette.query, "les")
    QTest.keyClick(palette.query, Qt.Key.Key_Return)
    assert done == ["Lessons"]


def test_typing_on_takes_an_early_enter_back(palette: Palette, done: list[str]) -> None:
    palette.queried.connect(palette.expect)
    QTest.keyClicks(palette.query, "loc")
    QTest.keyClick(palette.query, Qt.Key.Key_Return)
    QTest.keyClicks(palette.query, "k")
    palette.set_found("lock", Found([episode("Locked out", done)]))
    assert done == []


def test_an_answer_leaves_the_row_that_was_moved_to(palette: Palette) -> None:
    QTest.keyClicks(palette.query, "o")
    QTest.keyClick(palette.query, Qt.Key.Key_Down)
    chosen = palette.results.current_id()
    palette.set_found("o", Found([episode("Only one")]))
    assert palette.results.current_id() == chosen
    assert isinstance(chosen, PaletteItem)
    assert chosen.text != "Only one"


def test_a_problem_is_a_quiet_line(palette: Palette) -> None:
    QTest.keyClicks(palette.query, "kind:zebra ")
    palette.set_found("kind:zebra ", Found(problem="There is no such kind."))
    assert palette.problem.text() == "There is no such kind."
    assert palette.problem.isVisible()
    QTest.keyClicks(palette.query, "x")
    palette.set_found("kind:zebra x", Found())
    assert not palette.problem.isVisible()


def test_commands_alone_behind_the_sign(palette: Palette) -> None:
    palette.set_items(palette._items, [episode("Visited")])
    palette.open()
    assert shown(palette)[0] == "Visited, today, Episodes"
    palette.set_found("", Found())
    QTest.keyClicks(palette.query, ">lock")
    assert shown(palette) == ["Lock the journal, Actions, Ctrl L"]


def test_tab_takes_what_completes_and_else_moves(palette: Palette) -> None:
    QTest.keyClick(palette.query, Qt.Key.Key_Tab)
    assert palette.query.hasFocus()
    item = palette.results.current_id()
    assert isinstance(item, PaletteItem)
    assert item.text == "Café notes"
    palette.offers = lambda line: ((), [PaletteItem("Filters", "filter", "kind:", line=f"{line}nd:")])
    QTest.keyClicks(palette.query, "ki")
    QTest.keyClick(palette.query, Qt.Key.Key_Tab)
    assert palette.query.text() == "kind:"
    assert palette.isVisible()


def test_ctrl_enter_asks_for_all(palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.query, "plan ")
    with qtbot.waitSignal(palette.all_asked) as asked:
        QTest.keyClick(palette.query, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["plan"]
    assert not palette.isVisible()


def test_it_grows_with_the_texts_as_far_as_there_is_room(palette: Palette, qapp: QApplication) -> None:
    assert palette.card.width() == 640
    palette.close_up()
    theme.apply(qapp, "light", scale=1.5)
    palette.open()
    assert palette.card.width() == 960
    palette.window().resize(800, 400)
    QApplication.sendPostedEvents()
    assert palette.rect().contains(palette.card.geometry())
