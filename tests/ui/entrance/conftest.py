"""The window before a journal is open, with real vaults, by keyboard."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE
from keyring_session import KeyringSession, keyring_session
from ui.showing import show_active
from workjournal.journal import opening
from workjournal.settings import Settings
from workjournal.ui import tasks
from workjournal.ui.main_window import MainWindow

Open = Callable[[Path | None], MainWindow]
OpenNew = Callable[[], MainWindow]


@pytest.fixture
def vault(new_vault: Path, folder: Path) -> Path:
    """A vault with nothing in it and one passphrase."""
    shutil.copytree(new_vault, folder)
    return folder


@pytest.fixture
def code(vault: Path) -> str:
    """Its recovery code, added now."""
    with opening.open_journal(vault, PASSPHRASE) as journal:
        made = journal.ways_in.new_code()
        journal.ways_in.add_code(PASSPHRASE, made)
    return made


@pytest.fixture
def restarted() -> list[Path]:
    """The vaults for which the process would have been replaced."""
    return []


@pytest.fixture
def open_window(qtbot: QtBot, restarted: list[Path]) -> Iterator[Open]:
    """Opens the window at the entrance, as the program does; None is a first start."""
    made: list[MainWindow] = []

    def opened(vault: Path | None) -> MainWindow:
        window = MainWindow(Settings.load(), vault, restart=restarted.append)
        qtbot.addWidget(window)
        made.append(window)
        show_active(qtbot, window)
        qtbot.wait(60)  # what is looked up once the page was painted
        tasks.wait_all()
        return window

    yield opened
    for window in made:
        window.close()
    tasks.wait_all()


@pytest.fixture
def open_new(qtbot: QtBot, open_window: Open) -> OpenNew:
    """Opens the window at a first start and takes the first of the ways there."""

    def opened() -> MainWindow:
        window = open_window(None)
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.entrance.new_page._painted)
        qtbot.wait(60)  # what is looked up then
        tasks.wait_all()
        return window

    return opened


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[KeyringSession]:
    """A real gnome-keyring of the test's own, unlocked; the program in this process finds it."""
    with keyring_session() as session:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session.environment["DBUS_SESSION_BUS_ADDRESS"])
        yield session


def at() -> QWidget:
    """What has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key where the keyboard is; waits for what it starts."""
    QTest.keyClick(at(), key, modifiers)
    tasks.wait_all()


def write(words: str) -> None:
    """Type where the keyboard is, over what stood there."""
    QTest.keyClick(at(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(at(), words)


def tab_to(wanted: QWidget) -> None:
    """Press Tab until the keyboard is there."""
    for _ in range(40):
        if at() is wanted:
            return
        QTest.keyClick(at(), Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {wanted.objectName()}")
