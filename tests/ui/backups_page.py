"""Finding one's way on the page of backups."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.asking import press
from workjournal.journal.copies.folders import Copy
from workjournal.ui import tasks
from workjournal.ui.screens.backups import BackupsScreen
from workjournal.ui.widgets.row_list import Row


def look(screen: BackupsScreen, qtbot: QtBot) -> BackupsScreen:
    """Go there, and wait until everything is read."""
    screen.renew()
    screen.arrive(None)
    settle(qtbot)
    return screen


def settle(qtbot: QtBot) -> None:
    """What is being read is read, a comparison too."""
    tasks.wait_all()
    qtbot.wait(150)
    tasks.wait_all()


def rows(screen: BackupsScreen) -> list[Row]:
    return [row for row in screen.list.copies.rows() if isinstance(row, Row) and row.id is not None]


def chosen(screen: BackupsScreen) -> Copy:
    copy = screen.list.copy()
    assert copy is not None
    return copy


def choose(qtbot: QtBot, screen: BackupsScreen, copy: Copy) -> None:
    assert screen.list.copies.choose(copy.path)
    settle(qtbot)


def press_button(qtbot: QtBot, button: QPushButton) -> None:
    button.setFocus()
    press(Qt.Key.Key_Space)
    settle(qtbot)
