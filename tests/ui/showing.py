"""Bringing a window up as a person has it: shown, active (shortcuts fire only then), of a usual size."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)


def show_active(qtbot: QtBot, window: W) -> W:
    """Show and wait until it is active; pytest-qt waits only when its wait surrounds the showing."""
    with qtbot.waitActive(window):
        window.show()
    return window


def on_screen(qtbot: QtBot, widget: W) -> W:
    """Show a screen as large as it is beside the rail of a usual window; it is closed after the test."""
    qtbot.addWidget(widget)
    widget.resize(1200, 900)
    return show_active(qtbot, widget)
