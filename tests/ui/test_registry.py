"""The one registry of commands as the window fills it: whole, without clashes, and the same in menu, palette and sheet."""

from collections.abc import Iterator
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from workjournal import resources
from workjournal.settings import Settings
from workjournal.ui import tasks
from workjournal.ui.commands import Commands
from workjournal.ui.dialogs.palette import PaletteItem
from workjournal.ui.dialogs.shortcuts import ShortcutsDialog
from workjournal.ui.outposts import Outposts
from workjournal.ui.screens import SCREENS
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.workspace import Workspace

EDITORS = {"episode", "goal", "reflection"}
IN_TEXTS = {"Ctrl+F"}
"""Taken by a text field on purpose: there it finds in the text, as in any other program."""


@pytest.fixture
def commands(space: Workspace) -> Iterator[Commands]:
    """All that the window has, those from outside the workspace included."""
    home = Mock(settings=Settings())
    window = space.window()
    outposts = Outposts(window, home)  # type: ignore[arg-type] # it is a QMainWindow
    space.commands.add(*outposts.commands())
    yield space.commands
    outposts.reminders.leave()


def test_every_command_has_a_name_an_icon_and_a_group(commands: Commands) -> None:
    for command in commands:
        assert command.text.strip(), command.key
        assert command.text[0].isupper(), command.text
        assert command.group, command.key
        assert resources.path("icons", f"wj-{command.icon}.svg").is_file(), command.key
    names = [command.text for command in commands]
    assert len(set(names)) == len(names)


def test_every_screen_can_be_reached_by_a_command(space: Workspace, commands: Commands) -> None:
    reached = set()
    for command in commands:
        if command.group in {space.tr("Go to"), space.tr("Do")} and command.key != "capture-window":
            command.run()
            tasks.wait_all()
            screen = space.stack.currentWidget()
            reached.add(getattr(screen, "name", ""))
            for dialog in QApplication.topLevelWidgets():
                if dialog is not space.window() and dialog.isVisible():
                    dialog.close()
    assert {kind.name for kind in SCREENS} - reached == set()


def test_no_shortcut_is_there_twice(commands: Commands) -> None:
    written = [QKeySequence(command.shortcut).toString() for command in commands if command.shortcut]
    assert all(written)
    assert len(set(written)) == len(written)


@pytest.mark.parametrize("kind", [QLineEdit, ProseEdit])
def test_none_takes_a_key_from_a_text(commands: Commands, kind: type[QWidget], qtbot: QtBot) -> None:
    """A field claims the keys it edits with, such as Ctrl+Z, before they become shortcuts of the window."""
    field = kind()
    qtbot.addWidget(field)
    for command in commands:
        if not command.shortcut or (kind is ProseEdit and command.shortcut in IN_TEXTS):
            continue
        assert not claims(field, command.shortcut), (command.key, command.shortcut)
    assert claims(field, "Ctrl+Z")
    if kind is ProseEdit:
        assert all(claims(field, keys) for keys in IN_TEXTS)


def claims(field: QWidget, keys: str) -> bool:
    pressed: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index] # the stubs lack it
    event = QKeyEvent(QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers(), "")
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_menu_palette_and_sheet_have_the_same(space: Workspace, commands: Commands, qtbot: QtBot) -> None:
    names = {command.text for command in commands}
    menu = commands.menu(space)
    parts = [action.menu() for action in menu.actions()]
    assert {action.text() for part in parts if isinstance(part, QMenu) for action in part.actions()} == names
    space.jumping.open()
    assert space.jumping.palette is not None
    rows = [row for row in space.jumping.palette.results.rows() if isinstance(row, PaletteItem)]
    assert names <= {row.text for row in rows}
    space.jumping.palette.close_up()
    sheet = ShortcutsDialog(space.window(), commands)
    qtbot.addWidget(sheet)
    told = {label.text() for label in sheet.findChildren(QLabel)}
    with_keys = [command for command in commands if command.shortcut]
    assert {command.text for command in with_keys} <= told
    assert {command.keys() for command in with_keys} <= told


def test_ctrl_f_searches_everything_outside_of_a_text_and_finds_in_one(space: Workspace) -> None:
    space.go("today")
    text = space.findChild(ProseEdit)
    assert text is not None
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert getattr(space.stack.currentWidget(), "name", "") == "today"
    space.rail.setFocus()
    space.rail._search.setFocus()
    QTest.keyClick(space.rail._search, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert getattr(space.stack.currentWidget(), "name", "") == "search"


def test_the_key_for_the_menu_opens_it(space: Workspace, qtbot: QtBot) -> None:
    QTest.keyClick(space, Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
