"""Whatever can have the keyboard says what it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workjournal.ui.commands import Command, Commands
from workjournal.ui.dialogs.confirm import ConfirmDialog
from workjournal.ui.dialogs.palette import Palette, items_of
from workjournal.ui.dialogs.shortcuts import ShortcutsDialog
from workjournal.ui.widgets.crash_dialog import CrashDialog
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.label_field import LabelField
from workjournal.ui.widgets.message_dialog import MessageDialog
from workjournal.ui.widgets.rail import Rail, RailEntry
from workjournal.ui.widgets.segments import Choice, Segments
from workjournal.ui.widgets.toast import Toast

SHAPELESS = {QAccessible.Role.NoRole, QAccessible.Role.Client}


def commands() -> Commands:
    made = Commands()
    made.add(Command("lock", "Lock the journal", "lock", "Ctrl+L", print, "Journal"))
    return made


def rail(page: QWidget) -> QWidget:
    made = Rail(page)
    made.set_screens([RailEntry("today", "Today", "sun")])
    return made


def segments(page: QWidget) -> QWidget:
    made = Segments(page)
    made.set_choices([Choice(1, "One"), Choice(2, "Two")])
    return made


def labels(page: QWidget) -> QWidget:
    made = LabelField(page)
    made.setAccessibleName("Tags")
    made.labels = ["Launch"]
    return made


def empty(page: QWidget) -> QWidget:
    made = EmptyState(page)
    made.say("Nothing", "yet", "Begin", "Look")
    return made


def toast(page: QWidget) -> QWidget:
    made = Toast(page)
    made.say("Saved", print)
    return made


def palette(page: QWidget) -> QWidget:
    made = Palette(page, items_of(commands()))
    made.open()
    return made


MAKERS = [
    rail,
    segments,
    labels,
    empty,
    toast,
    palette,
    lambda page: ConfirmDialog(page, "Empty?", "For good.", "Empty"),
    lambda page: MessageDialog(page, "No room."),
    lambda page: CrashDialog(page, "0000-0000", "x"),
    lambda page: ShortcutsDialog(page, commands()),
]


@pytest.mark.parametrize("make", MAKERS)
def test_what_takes_the_keyboard_has_name_and_role(qtbot: QtBot, make: type[QWidget]) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    made = make(page)
    made.show()
    for child in [made, *made.findChildren(QWidget)]:
        inner = child.objectName().startswith("qt_") or child.inherits("QScrollArea")
        if child.focusPolicy() == Qt.FocusPolicy.NoFocus or not child.isVisible() or inner:
            continue
        seen = QAccessible.queryAccessibleInterface(child)
        assert seen.text(QAccessible.Text.Name), child
        assert seen.role() not in SHAPELESS, child
