"""Writing: lists, marks, steps of undo, copying and pasting, as one types it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.ui import clipboard
from workjournal.ui.prose import undo_steps
from workjournal.ui.widgets.prose_edit import ProseEdit

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def edit(qtbot: QtBot) -> Iterator[ProseEdit]:
    page = QWidget()
    qtbot.addWidget(page)
    made, other = ProseEdit(page), QLineEdit(page)
    other.setObjectName("other")
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addWidget(other)
    show_active(qtbot, page)
    made.setFocus()
    yield made
    made.clearFocus()


def write(edit: ProseEdit, text: str) -> None:
    """Type it, a line end by Return, as anybody would."""
    for letter in text:
        if letter == "\n":
            QTest.keyClick(edit, Qt.Key.Key_Return)
        elif letter == "\t":
            QTest.keyClick(edit, Qt.Key.Key_Tab)
        else:
            QTest.keyClicks(edit, letter)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("- a\nb\n\nc", "- a\n- b\nc"),
        ("1. a\nb", "1. a\n2. b"),
        ("- [ ] a\nb", "- [ ] a\n- [ ] b"),
        ("- a\n\tb\n\nc\n\nd", "- a\n  - b\n- c\nd"),
        ("> a\nb\n\nc", "> a\n> b\nc"),
        ("a\nb", "a\nb"),
        ("```\n- a\nb", "```\n- a\nb"),
    ],
)
def test_lists_go_on_and_end_on_an_empty_item(edit: ProseEdit, typed: str, text: str) -> None:
    write(edit, typed)
    assert edit.text == text


def test_a_new_number_moves_the_others_up(edit: ProseEdit) -> None:
    edit.text = "1. a\n2. b\n3. c"
    cursor = edit.textCursor()
    cursor.setPosition(4)
    edit.setTextCursor(cursor)
    write(edit, "\nnew")
    assert edit.text == "1. a\n2. new\n3. b\n4. c"
    for _ in range(2):
        QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert edit.text == "1. a\n2. b\n3. c"


def test_tab_moves_items_and_else_goes_on(edit: ProseEdit) -> None:
    edit.text = "- a\n- b\n  - c"
    cursor = edit.textCursor()
    cursor.setPosition(5)
    edit.setTextCursor(cursor)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text == "- a\n  - b\n    - c"
    QTest.keyClick(edit, Qt.Key.Key_Backtab, SHIFT)
    assert edit.text == "- a\n- b\n  - c"
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert not edit.hasFocus(), "where it cannot go further in, Tab leaves: no trap"


def test_tab_in_a_plain_line_goes_to_the_next_field(edit: ProseEdit) -> None:
    write(edit, "words\t")
    assert edit.text == "words"
    assert not edit.hasFocus()


def test_bold_italic_and_links_by_keys(edit: ProseEdit) -> None:
    write(edit, "one")
    QTest.keyClick(edit, Qt.Key.Key_B, CONTROL)
    assert edit.text == "**one**"
    QTest.keyClick(edit, Qt.Key.Key_B, CONTROL)
    QTest.keyClick(edit, Qt.Key.Key_I, CONTROL)
    assert edit.text == "*one*"
    QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert edit.text == "one"
    QTest.keyClick(edit, Qt.Key.Key_K, CONTROL | SHIFT)
    assert edit.text == "[one]()"


@pytest.mark.parametrize(
    ("sign", "text"), [("*", "*one*"), ("_", "_one_"), ("`", "`one`"), ("x", "x"), ("(", "(")]
)
def test_a_mark_typed_over_a_selection_goes_around_it(edit: ProseEdit, sign: str, text: str) -> None:
    edit.text = "one"
    edit.selectAll()
    write(edit, sign)
    assert edit.text == text


def test_undo_takes_back_a_word(edit: ProseEdit) -> None:
    write(edit, "Marco was annoyed")
    seen = []
    while edit.document().isUndoAvailable():
        QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)
        seen.append(edit.text)
    assert seen == ["Marco was ", "Marco ", ""]
    QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert edit.text == "Marco "


def test_deleting_goes_word_by_word_too(edit: ProseEdit) -> None:
    edit.text = "one two"
    edit.go_to_end()
    for _ in "one two":
        QTest.keyClick(edit, Qt.Key.Key_Backspace)
    seen = []
    while edit.document().isUndoAvailable():
        edit.undo()
        seen.append(edit.text)
    assert seen == ["one ", "one two"]


def test_a_pause_ends_a_step(edit: ProseEdit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undo_steps, "PAUSE_MS", 20)
    write(edit, "ab")
    qtbot.wait(40)
    write(edit, "cd")
    edit.undo()
    assert edit.text.startswith("ab")
    assert len(edit.text) < 4


def test_the_same_text_again_loses_no_step_and_no_place(edit: ProseEdit) -> None:
    write(edit, "one two")
    edit.moveCursor(QTextCursor.MoveOperation.Left)
    edit.text = "one two"
    assert edit.textCursor().position() == 6
    edit.undo()
    assert edit.text == "one "
    edit.forget_steps()
    edit.undo()
    assert edit.text == "one "


def test_a_text_put_in_place_is_one_step(edit: ProseEdit) -> None:
    write(edit, "one")
    edit.replace_text("two\nthree")
    assert edit.text == "two\nthree"
    edit.undo()
    assert edit.text == "one"


def test_what_is_copied_is_the_source_and_comes_back_as_it_is(edit: ProseEdit) -> None:
    edit.text = "- a\u00a0b\n**c** <i>"
    edit.selectAll()
    edit.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert not copied.hasHtml()
    edit.clear()
    edit.paste()
    assert edit.text == "- a\u00a0b\n**c** <i>"


def put_on_the_clipboard(*, ours: bool = False) -> None:
    mime = QMimeData()
    mime.setHtml("<h2>Head</h2><ul><li>a <b>b</b></li></ul>")
    mime.setText("Head\na b")
    if ours:
        mime.setData(clipboard.OURS, b"1")
    QGuiApplication.clipboard().setMimeData(mime)


def test_formatted_text_comes_as_markdown_or_plain(edit: ProseEdit) -> None:
    put_on_the_clipboard()
    write(edit, "x ")
    QTest.keyClick(edit, Qt.Key.Key_V, CONTROL)
    assert edit.text == "x ## Head\n\n- a **b**"
    edit.undo()
    assert edit.text == "x "
    QTest.keyClick(edit, Qt.Key.Key_V, CONTROL | SHIFT)
    assert edit.text == "x Head\na b"


def test_what_this_program_copied_is_no_html(edit: ProseEdit) -> None:
    put_on_the_clipboard(ours=True)
    edit.paste()
    assert edit.text == "Head\na b"


def test_a_text_that_is_only_read_takes_none_of_it(edit: ProseEdit) -> None:
    edit.text = "- a"
    edit.go_to_end()
    edit.setReadOnly(True)
    for key, modifiers in (
        (Qt.Key.Key_Return, SHIFT),
        (Qt.Key.Key_B, CONTROL),
        (Qt.Key.Key_V, CONTROL | SHIFT),
    ):
        QTest.keyClick(edit, key, modifiers)
    write(edit, "\n")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text == "- a"
