from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget
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
    field.finish()
    assert field.labels == ["Launch"]


def test_none_is_empty(field: LabelField) -> None:
    field.labels = ["a"]
    field._set_labels(None)
    assert field.labels == []


def test_what_is_typed_is_told(field: LabelField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.typing):
        QTest.keyClicks(field.line, " Del")
    assert field.pending == "Del"
    with qtbot.waitSignal(field.typing):
        QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert (field.pending, field.labels) == ("", ["Del"])


def test_words_put_back_are_no_label_until_they_are_typed(field: LabelField, qtbot: QtBot) -> None:
    """Going through the fields with Tab is no answer to half a word. Seen failing without `_put_back`."""
    qtbot.waitActive(field.window())
    other = QLineEdit(field.window())
    other.show()
    field.pending = "Dele"
    field.line.setFocus()
    qtbot.waitUntil(field.line.hasFocus)
    other.setFocus()
    assert (field.pending, field.labels) == ("Dele", [])
    field.line.setFocus()
    QTest.keyClicks(field.line, "gation")
    other.setFocus()
    assert (field.pending, field.labels) == ("", ["Delegation"])
    field.line.setFocus()
    QTest.keyClicks(field.line, "Board")
    other.setFocus()
    assert field.labels == ["Delegation", "Board"]


def test_words_put_back_are_finished_by_enter(field: LabelField) -> None:
    field.pending = "Delegation"
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert (field.pending, field.labels) == ("", ["Delegation"])
