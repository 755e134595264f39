"""A window at the passphrase field, and the small window beside it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE
from ui.showing import show_active
from workjournal.settings import Settings
from workjournal.ui import neighbour, tasks
from workjournal.ui.capture.window import CaptureWindow
from workjournal.ui.main_window import MainWindow


@pytest.fixture
def vault(todays_vault: Path, folder: Path) -> Path:
    return Path(shutil.copytree(todays_vault, folder))


@pytest.fixture
def restarted() -> list[Path]:
    return []


@pytest.fixture
def window(
    qtbot: QtBot, vault: Path, restarted: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[MainWindow]:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    made = MainWindow(Settings.load(), vault, restart=restarted.append)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    yield made
    made.close()
    tasks.wait_all()


class Keyboard:
    """Types into whatever has the keyboard, and counts."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.letters = self.strokes = 0

    def type(self, words: str) -> None:
        """Letters of the text."""
        QTest.keyClicks(self._at(), words)
        self.letters += len(words)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A keystroke besides the text; one with Ctrl is two keys."""
        QTest.keyClick(self._at(), key, modifier)
        self.strokes += 1 if modifier == Qt.KeyboardModifier.NoModifier else 2
        tasks.wait_all()

    def unlock(self) -> None:
        self.type(PASSPHRASE)
        self.press(Qt.Key.Key_Return)

    def save(self) -> None:
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def _at(self) -> QWidget:
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        at = QApplication.focusWidget()
        assert at is not None
        return at


@pytest.fixture
def keyboard(qtbot: QtBot) -> Keyboard:
    return Keyboard(qtbot)


def small(qtbot: QtBot, window: MainWindow) -> CaptureWindow:
    """The small window, asked for from outside; it has the keyboard."""
    assert window.outposts.answer(neighbour.CAPTURE)
    made = window.outposts.capture_window
    assert made is not None
    qtbot.waitUntil(made.isActiveWindow)
    return made
