from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.ui import theme
from workjournal.ui.prose import text_finding
from workjournal.ui.widgets.find_bar import FindBar
from workjournal.ui.widgets.prose_edit import ProseEdit

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def edit(qtbot: QtBot) -> Iterator[ProseEdit]:
    page = QWidget()
    qtbot.addWidget(page)
    made = ProseEdit(page)
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addStretch(1)
    page.resize(500, 600)
    show_active(qtbot, page)
    made.text = "The plan 😀 and the plan.\nA PLAN, no plane"
    made.setFocus()
    yield made
    made.clearFocus()


def find(edit: ProseEdit, words: str) -> FindBar:
    QTest.keyClick(edit, Qt.Key.Key_F, CONTROL)
    bar = edit.findChild(FindBar)
    assert isinstance(bar, FindBar)
    assert bar.isVisible()
    assert bar.query.hasFocus()
    QTest.keyClicks(bar.query, words)
    return bar


def test_it_counts_and_goes_round(edit: ProseEdit) -> None:
    bar = find(edit, "plan")
    assert bar.count.text() == "1 of 4"
    found = []
    for _ in range(4):
        cursor = edit.textCursor()
        found.append((cursor.selectedText(), cursor.selectionStart()))
        QTest.keyClick(bar.query, Qt.Key.Key_Return)
    assert found == [("plan", 4), ("plan", 20), ("PLAN", 28), ("plan", 37)]
    assert bar.count.text() == "1 of 4"
    QTest.keyClick(bar.query, Qt.Key.Key_Return, SHIFT)
    assert bar.count.text() == "4 of 4"
    assert len(edit.extraSelections()) == 4


def test_what_is_not_there_is_said(edit: ProseEdit) -> None:
    bar = find(edit, "plan (")
    assert bar.count.text() == "Not in this text"
    assert not bar.next.isEnabled()
    assert edit.extraSelections() == []


def test_escape_gives_the_text_back_with_the_place_selected(edit: ProseEdit) -> None:
    before = edit.sizeHint().height()
    bar = find(edit, "and")
    assert edit.sizeHint().height() == before + bar.height() > before
    QTest.keyClick(bar.query, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert edit.hasFocus()
    assert edit.textCursor().selectedText() == "and"
    assert edit.extraSelections() == []
    assert edit.sizeHint().height() == before


def test_it_begins_with_what_is_selected_and_follows_what_is_typed(edit: ProseEdit, qtbot: QtBot) -> None:
    cursor = edit.document().find("no ")
    edit.setTextCursor(cursor)
    bar = find(edit, "")
    assert bar.query.text() == "no "
    edit.textCursor().insertText("no no ")
    qtbot.waitUntil(lambda: bar.count.text().endswith("of 2"))


def test_the_marks_follow_the_theme(edit: ProseEdit, qapp: QApplication) -> None:
    find(edit, "plan")
    theme.apply(qapp, "dark")
    try:
        QApplication.processEvents()
        marked = edit.extraSelections()[1]
        ground = marked.format.background().color().name().upper()
        assert ground == theme.DARK.warn_soft
    finally:
        theme.apply(qapp, "light")


def test_very_many_places_are_counted_up_to_a_bound(edit: ProseEdit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_finding, "MOST", 3)
    assert find(edit, "plan").count.text() == "1 of 3+"


def test_a_text_that_is_only_read_is_searched_too(edit: ProseEdit) -> None:
    edit.setReadOnly(True)
    assert find(edit, "plane").count.text() == "1 of 1"
