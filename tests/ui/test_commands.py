import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.ui.commands import Command, Commands


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def commands(done: list[str]) -> Commands:
    made = Commands()
    made.add(
        Command("capture", "New episode", "plus", "Ctrl+N", lambda: done.append("capture"), "Actions"),
        Command("lock", "Lock the journal", "lock", "Ctrl+L", lambda: done.append("lock"), "Actions"),
        Command("about", "About", "info", "", lambda: done.append("about"), "Help"),
    )
    return made


def test_keys_and_shortcuts_are_taken_once(commands: Commands) -> None:
    for twin in (Command("lock", "x", "lock", "", print), Command("x", "x", "lock", "Ctrl+L", print)):
        with pytest.raises(ValueError, match="taken"):
            commands.add(twin)
    commands.add(Command("y", "y", "lock", "", print))


def test_shortcuts_work_in_the_window(commands: Commands, done: list[str], qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    commands.install(window)
    show_active(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert done == ["capture"]


def test_the_menu_runs_them(commands: Commands, done: list[str], qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    menu = commands.menu(window)
    assert [action.text() for action in menu.actions()] == ["Actions", "Help"]
    parts = [action.menu() for action in menu.actions()]
    listed = [action for part in parts if isinstance(part, QMenu) for action in part.actions()]
    listed[2].trigger()
    assert [action.text() for action in listed] == ["New episode", "Lock the journal", "About"]
    assert done == ["about"]


def test_a_command_that_comes_later_has_its_shortcut_too(
    commands: Commands, done: list[str], qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    commands.install(window)
    commands.add(Command("late", "Late", "plus", "Ctrl+J", lambda: done.append("late")))
    show_active(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert done == ["late"]


def test_groups_and_keys(commands: Commands) -> None:
    assert [(group, len(members)) for group, members in commands.groups().items()] == [
        ("Actions", 2),
        ("Help", 1),
    ]
    assert commands["lock"].keys() == "Ctrl L"
