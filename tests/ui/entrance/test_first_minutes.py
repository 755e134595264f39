"""From the first start to a saved episode, by keyboard alone, with every key counted."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE
from ui.entrance.conftest import Open, at
from workjournal.settings import Settings
from workjournal.ui import tasks
from workjournal.ui.entrance.recovery_code import RecoveryCodePage

TWO_MINUTES, KEYS_A_SECOND = 120, 4
MOST_QUESTIONS = 3
STORY = "Agreed with Priya on the outcome of the capacity plan, not on the method."
"""What somebody writes who has no time."""


class Hands:
    """Press keys where the keyboard is, and count them; a modifier is one more."""

    def __init__(self) -> None:
        self.keys = 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.keys += 1 if modifiers == Qt.KeyboardModifier.NoModifier else 2
        QTest.keyClick(at(), key, modifiers)
        tasks.wait_all()

    def write(self, words: str) -> None:
        self.keys += len(words)
        QTest.keyClicks(at(), words)

    def tab_to(self, wanted: QWidget) -> None:
        for _ in range(12):
            if at() is wanted:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {wanted.objectName()} soon")


def test_a_first_episode_takes_less_than_two_minutes(
    qtbot: QtBot, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing with the keyboard not in the field of Today: what was typed went nowhere."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    window, hands = open_window(None), Hands()
    asked = []
    hands.press(Qt.Key.Key_Return)  # a journal of my own
    for _ in range(2):
        asked.append("passphrase")
        hands.write(PASSPHRASE)
        hands.press(Qt.Key.Key_Return)
    page = window.entrance.currentWidget()
    assert isinstance(page, RecoveryCodePage)
    asked.append("recovery code")
    hands.tab_to(page.later)
    hands.press(Qt.Key.Key_Return)
    assert window.workspace is not None
    hands.write(STORY)
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window._opened is not None
    journal = window._opened.journal
    qtbot.waitUntil(lambda: len(journal.episodes.newest()) == 1)
    assert STORY in {(saved := journal.episodes.newest()[0]).title, saved.story}
    assert hands.keys / KEYS_A_SECOND < TWO_MINUTES, hands.keys
    assert len(set(asked)) <= MOST_QUESTIONS
    assert Path(Settings.load().last_vault).is_relative_to(tmp_path)
    qtbot.waitUntil(lambda: window.outposts.band is not None)
    assert window.outposts.band is not None  # one line about what comes next
    assert len(window.outposts.band.words.text()) < 2 * len(STORY)
