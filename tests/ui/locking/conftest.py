"""An opened journal in its window."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE, Clock
from ui.locking.opened import Open
from ui.showing import show_active
from workjournal.journal import opening
from workjournal.settings import Settings
from workjournal.ui import tasks
from workjournal.ui.entrance.opening_work import NoLock, Opened
from workjournal.ui.main_window import MainWindow


@pytest.fixture
def restarted() -> list[Path]:
    return []


@pytest.fixture
def open_window(
    qtbot: QtBot, new_vault: Path, folder: Path, clock: Clock, restarted: list[Path]
) -> Iterator[Open]:
    """Opens the journal in a new window, as after a start."""
    shutil.copytree(new_vault, folder)
    windows: list[MainWindow] = []

    def open_() -> MainWindow:
        made = MainWindow(Settings(), folder, restart=restarted.append)
        windows.append(made)
        qtbot.addWidget(made)
        show_active(qtbot, made)
        made.enter(Opened(opening.open_journal(folder, PASSPHRASE, clock), NoLock()))
        return made

    yield open_
    for window in windows:
        window.close()
    tasks.wait_all()


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window()
