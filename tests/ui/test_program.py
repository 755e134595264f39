"""The window after a lock: where it was, and never in the way of what somebody works at."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.settings import Settings
from workjournal.ui import program
from workjournal.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, new_vault: Path) -> MainWindow:
    made = MainWindow(Settings(), new_vault, restart=lambda _: None)
    qtbot.addWidget(made)
    return made


def test_a_minimised_window_stays_so(window: MainWindow) -> None:
    window.showMinimized()
    assert program._place_of_window() == program.MINIMISED
    fresh = MainWindow(Settings(), None, restart=lambda _: None)
    program._show(fresh, program.MINIMISED)
    assert fresh.isMinimized()
    fresh.close()


def test_a_window_behind_another_program_takes_no_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    """Seen failing with `window.show()` alone: it would have come up over whatever one works at."""
    other = QWidget()
    qtbot.addWidget(other)
    show_active(qtbot, other)
    other.close()
    qtbot.waitUntil(lambda: program._place_of_window() == program.BEHIND)
    program._show(window, program.BEHIND)
    assert window.isVisible()
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_a_window_in_front_comes_up_in_front(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitActive(window):
        program._show(window, None)
    assert not window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert program._place_of_window() == ""


def test_a_window_is_no_larger_than_the_screen_has_room_for(window: MainWindow) -> None:
    """Seen failing on 1440 × 900: its foot, with the lock, was below the screen."""
    room = window.screen().availableGeometry()
    window.resize(room.width() + 400, room.height() + 400)
    program._fit_screen(window)
    assert window.height() <= max(room.height(), window.minimumHeight())
    assert window.width() <= max(room.width(), window.minimumWidth())
