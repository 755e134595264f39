from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.ui import theme
from workjournal.ui.widgets.completer import Completer


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[QLineEdit]:
    made = QLineEdit()
    qtbot.addWidget(made)
    made.setCompleter(Completer(["Delegation", "Owen Price", "Priya"], made))
    show_active(qtbot, made)
    yield made
    names(made).hide()


def test_what_is_offered_can_be_read_and_what_is_chosen_is_seen(field: QLineEdit) -> None:
    QTest.keyClicks(field, "PRI")
    popup = names(field)
    assert popup.isVisible()
    ground = QColor(theme.current().surface)
    assert _colour(popup, 1) == ground
    QTest.keyClick(popup, Qt.Key.Key_Down)
    assert field.text() == "Owen Price"
    assert _colour(popup, 0) == QColor(theme.current().accent_soft)
    assert _colour(popup, 1) == ground


def names(field: QLineEdit) -> QAbstractItemView:
    completer = field.completer()
    assert isinstance(completer, Completer)
    return completer.list


def _colour(popup: QAbstractItemView, row: int) -> QColor:
    """At the end of a row, where no letters are."""
    rect = popup.visualRect(popup.model().index(row, 0))
    place = popup.viewport().mapTo(popup, rect.center())
    return popup.grab().toImage().pixelColor(rect.right() - 8, place.y())
