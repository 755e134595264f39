"""The help: from every screen, searched while one types, and back again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workjournal.domain.methods import METHODS
from workjournal.ui import tasks, theme
from workjournal.ui.help.book import book
from workjournal.ui.help.contents import CONTENTS, FIRST
from workjournal.ui.places import Topic
from workjournal.ui.screens import SCREENS
from workjournal.ui.screens.help import HelpScreen
from workjournal.ui.screens.methods import MethodsScreen
from workjournal.ui.workspace import Workspace

ALT = Qt.KeyboardModifier.AltModifier
Open = Callable[[object], HelpScreen]


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, key, modifiers)


def shown(space: Workspace) -> HelpScreen:
    screen = space.stack.currentWidget()
    assert isinstance(screen, HelpScreen)
    tasks.wait_all()
    return screen


@pytest.fixture
def opened(space: Workspace) -> Open:
    def go(what: object) -> HelpScreen:
        space.go("help", what)
        return shown(space)

    return go


def heading(screen: HelpScreen) -> str:
    """What stands at the top of what is seen."""
    view = screen.text.viewport()
    return screen.text.cursorForPosition(QPoint(view.width() // 2, theme.px(24))).block().text()


def test_f1_opens_the_help_about_each_screen_and_escape_goes_back(space: Workspace) -> None:
    for kind in SCREENS:
        if kind is not HelpScreen:
            space.go(kind.name, None)
            tasks.wait_all()
            space.commands["help"].run()
            screen = shown(space)
            assert screen.here() == space.screen_of(kind.name).topic(), kind.name
            assert screen.text.toPlainText()
            assert screen.text.hasFocus()
            press(Qt.Key.Key_Escape)
            tasks.wait_all()
            assert space.stack.currentWidget() is space.screen_of(kind.name)


def test_f1_is_the_key(space: Workspace) -> None:
    space.go("growth")
    press(Qt.Key.Key_F1)
    assert shown(space).here() == "charts"
    assert "Charts and their words" in shown(space).text.toPlainText()


def test_f1_in_the_help_tells_of_the_help_and_keeps_the_way_back(space: Workspace) -> None:
    space.go("growth")
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_F1)
    assert shown(space).here() == HelpScreen.help
    press(Qt.Key.Key_Escape)
    assert space.stack.currentWidget() is space.screen_of("growth")


def test_of_a_method_that_is_shown_its_own_section_opens(space: Workspace) -> None:
    space.go("methods", METHODS[3].key)
    assert isinstance(space.stack.currentWidget(), MethodsScreen)
    press(Qt.Key.Key_F1)
    assert shown(space).here() == f"methods#{METHODS[3].key}"
    assert heading(shown(space)) == METHODS[3].name


def test_no_page_is_read_before_the_help_is_opened(space: Workspace) -> None:
    book.cache_clear()
    for name in ("episodes", "growth", "methods"):
        space.go(name, None)
    tasks.wait_all()
    assert book.cache_info().currsize == 0
    space.go("help", None)
    shown(space)
    assert book.cache_info().currsize == 1


def test_every_page_is_a_command_of_its_own(space: Workspace) -> None:
    for entry in CONTENTS:
        command = space.commands[f"help-{entry.key}"]
        assert command.text == f"Help: {entry.title}"
        command.run()
        assert shown(space).here() == entry.key
        assert shown(space).text.toPlainText().startswith(entry.title)


def test_it_is_searched_while_one_types(qtbot: QtBot, opened: Open) -> None:
    screen = opened(None)
    assert screen.query.hasFocus()
    qtbot.keyClicks(screen.query, "wilson")
    assert screen.lists.currentWidget() is screen.found
    assert screen.here() == "charts#wilson"
    assert heading(screen) == "Wilson interval"
    assert screen.text.extraSelections()
    press(Qt.Key.Key_Down)
    assert screen.found.hasFocus()
    press(Qt.Key.Key_Down)
    assert screen.here() == screen.found.current_id() != "charts#wilson"
    press(Qt.Key.Key_Return)
    assert screen.text.hasFocus()


def test_what_is_not_found_is_said_and_leaves_the_page(opened: Open) -> None:
    screen = opened("goals")
    screen.query.setFocus()
    screen.query.setText("zebra")
    assert screen.nothing.isVisible()
    assert screen.found.rows() == []
    assert screen.here() == "goals"
    press(Qt.Key.Key_Escape)
    assert screen.query.text() == ""
    assert not screen.nothing.isVisible()
    assert screen.lists.currentWidget() is screen.contents


def test_links_lead_on_and_alt_left_back(opened: Open) -> None:
    screen = opened(Topic("start", ("today", None)))
    screen.text.link_asked.emit("help:charts#brier")
    screen.text.link_asked.emit("help:measures")
    assert screen.contents.current_id() == "measures"
    screen.text.setFocus()
    press(Qt.Key.Key_Left, ALT)
    assert screen.here() == "charts#brier"
    assert heading(screen) == "Brier score"
    screen.back.click()
    assert screen.here() == "start"


def test_a_link_to_elsewhere_opens_nothing(opened: Open) -> None:
    screen = opened("start")
    screen.text.link_asked.emit("https://example.org/")
    assert screen.here() == "start"


def test_back_is_offered_only_where_there_is_a_way(opened: Open) -> None:
    screen = opened(None)
    assert not screen.back.isVisible()
    screen.contents.choose("pack")
    assert screen.here() == "pack"
    assert screen.back.isVisible()
    screen.back.click()
    assert screen.here() == FIRST
    assert not screen.back.isVisible()


def test_it_comes_back_to_the_page_it_showed(space: Workspace, opened: Open) -> None:
    screen = opened("charts#brier")
    assert screen.here() == "charts#brier"
    space.go("today")
    assert opened(None).here() == "charts#brier"


def test_the_page_of_keys_has_every_shortcut_there_is(space: Workspace, opened: Open) -> None:
    opened("keyboard")
    told = book("en").pages["keyboard"].markdown()
    for command in space.commands:
        keys = QKeySequence(command.shortcut).toString(QKeySequence.SequenceFormat.PortableText)
        if keys and not keys.removeprefix("Ctrl+").isdecimal():
            assert f"`{keys}`" in told, f"{command.key}: {keys} is not in resources/help/en/keyboard.md"


def test_the_key_for_finding_finds_in_the_help(space: Workspace, opened: Open) -> None:
    screen = opened("charts")
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert space.stack.currentWidget() is screen
    assert screen.query.hasFocus()
