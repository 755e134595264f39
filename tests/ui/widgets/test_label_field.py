from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workjournal.ui.widgets.label_field import LabelField


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[LabelField]:
    page = QWidget()
    qtbot.addWidget(page)
    made = LabelField(page)
    made.setAccessibleName("Tags")
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addStretch(1)
    page.resize(300, 300)
    page.show()
    yield made
    made.clearFocus()  # until here the page must live


def test_enter_and_comma_make_chips(field: LabelField) -> None:
    QTest.keyClicks(field.line, "Launch")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    QTest.keyClicks(field.line, "Board  demo, Con")
    assert field.labels == ["Launch", "Board demo"]
    assert field.line.text().strip() == "Con"


def test_backspace_takes_the_last_away(field: LabelField) -> None:
    field.labels = ["a", "b"]
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.labels == ["a"]


def test_nothing_twice_and_the_known_spelling_wins(field: LabelField) -> None:
    field.set_known(["Delegation"])
    for typed in ("delegation", "DELEGATION", " "):
        field.add(typed)
    assert field.labels == ["Delegation"]


def test_a_chip_can_be_removed(field: LabelField) -> None:
    field.labels = ["Marco", "Priya"]
    (first, _) = (button for button in field.findChildren(QToolButton) if button.accessibleName())
    assert first.accessibleName() == "Remove Marco"
    first.click()
    assert field.labels == ["Priya"]


def test_it_wraps_and_tells(field: LabelField, qtbot: QtBot) -> None:
    qtbot.waitExposed(field.window())
    before = field.height()
    with qtbot.waitSignal(field.changed):
        field.labels = [f"a rather long label {number}" for number in range(4)]
    qtbot.waitUntil(lambda: field.height() > before)
    assert field.accessibleDescription().startswith("a rather long label 0, ")


def test_leaving_keeps_what_was_typed(field: LabelField) -> None:
    field.line.setFocus()
    QTest.keyClicks(field.line, "Launch")
    field.line.clearFocus()
    field.window().setFocus()
    assert field.labels in ([], ["Launch"])
    field._finish()
    assert field.labels == ["Launch"]


def test_none_is_empty(field: LabelField) -> None:
    field.labels = ["a"]
    field._set_labels(None)
    assert field.labels == []
