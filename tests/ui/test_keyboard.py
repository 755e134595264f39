"""The keys that hold everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ui import asking
from workjournal.ui import tasks
from workjournal.ui.dialogs.rename import RenameDialog
from workjournal.ui.dialogs.shortcuts import ShortcutsDialog
from workjournal.ui.screens import SCREENS
from workjournal.ui.screens.episode import EpisodeScreen
from workjournal.ui.screens.safety import SafetyScreen
from workjournal.ui.screens.today import TodayScreen
from workjournal.ui.workspace import Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier
DIGITS = {f"Ctrl+{number}": Qt.Key(Qt.Key.Key_0 + number) for number in range(1, 10)}


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, key, modifiers)


def test_control_and_a_digit_goes_to_nine_screens_of_the_rail(space: Workspace) -> None:
    """There are more than nine; what has no digit is a word away in the palette."""
    on_rail = [kind for kind in SCREENS if not kind.under and kind.shortcut]
    assert sorted(kind.shortcut for kind in on_rail) == sorted(DIGITS)
    for kind in on_rail:
        press(DIGITS[kind.shortcut], CONTROL)
        assert space.stack.currentWidget() is space.screen_of(kind.name)


def test_control_n_captures_from_anywhere(qtbot: QtBot, space: Workspace) -> None:
    space.go("growth")
    press(Qt.Key.Key_N, CONTROL)
    today = space.stack.currentWidget()
    assert isinstance(today, TodayScreen)
    qtbot.waitUntil(today.text.hasFocus)


def test_escape_closes_the_palette_and_gives_the_keyboard_back(qtbot: QtBot, space: Workspace) -> None:
    today = space.screen_of("today")
    assert isinstance(today, TodayScreen)
    qtbot.keyClicks(today.text, "Half")
    press(Qt.Key.Key_K, CONTROL)
    assert space.jumping.palette is not None
    qtbot.waitUntil(space.jumping.palette.query.hasFocus)
    press(Qt.Key.Key_Escape)
    assert not space.jumping.palette.isVisible()
    assert today.text.hasFocus()
    assert today.text.text == "Half"


def test_shift_f1_shows_the_keys(qtbot: QtBot, space: Workspace) -> None:
    press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(_sheets()))
    (sheet,) = _sheets()
    sheet.accept()


def test_control_l_asks_for_the_lock(qtbot: QtBot, space: Workspace) -> None:
    with qtbot.waitSignal(space.lock_asked):
        press(Qt.Key.Key_L, CONTROL)


@pytest.mark.parametrize("letter", ["r", "n", "k"])
def test_a_letter_in_a_text_is_only_a_letter(qtbot: QtBot, space: Workspace, letter: str) -> None:
    space.go("episodes")
    shown = space.stack.currentWidget()
    space.go("episode")
    editor = space.stack.currentWidget()
    assert isinstance(editor, EpisodeScreen)
    editor.story.setFocus()
    qtbot.keyClicks(editor.story, letter)
    assert space.stack.currentWidget() is editor is not shown
    assert editor.story.text == letter


def _sheets() -> list[ShortcutsDialog]:
    return [
        one for one in QApplication.topLevelWidgets() if isinstance(one, ShortcutsDialog) and one.isVisible()
    ]


def test_enter_presses_a_button_as_space_does(space: Workspace) -> None:
    """Seen failing without `setAutoDefault`: outside a dialog Qt leaves Enter to nobody."""
    space.go("safety")
    tasks.wait_all()
    screen = space.screen_of("safety")
    assert isinstance(screen, SafetyScreen)
    screen.ways_in.rename.setFocus()
    asking.press(Qt.Key.Key_Return)
    asking.asked(RenameDialog).reject()
    space.activateWindow()
    space.go("check")
    asking.press(Qt.Key.Key_Return)
    tasks.wait_all()
    item = next(each for each in space.rail.findChildren(QPushButton) if each.text() == "Growth")
    item.setFocus()
    asking.press(Qt.Key.Key_Return)
    assert space.stack.currentWidget() is space.screen_of("growth")
