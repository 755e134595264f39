from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from workjournal.ui import theme
from workjournal.ui.commands import Command, Commands
from workjournal.ui.dialogs.shortcuts import ShortcutsDialog


def test_the_sheet_is_made_from_the_commands(qtbot: QtBot) -> None:
    commands = Commands()
    commands.add(Command("lock", "Lock the journal", "lock", "Ctrl+L", print, "Journal"))
    commands.add(Command("about", "About", "info", "", print, "Help"))
    dialog = ShortcutsDialog(None, commands)
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"Journal", "Lock the journal", "Ctrl L", "In lists"} <= set(words)
    assert "About" not in words


def test_at_a_large_size_it_stays_within_the_window(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light", scale=2.0)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(960, 640)
    dialog = ShortcutsDialog(window, Commands())
    assert window.size().boundedTo(dialog.size()) == dialog.size()
