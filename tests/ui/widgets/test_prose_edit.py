from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workjournal.ui import theme
from workjournal.ui.widgets.prose_edit import ProseEdit


@pytest.fixture
def edit(qtbot: QtBot) -> Iterator[ProseEdit]:
    page = QWidget()
    qtbot.addWidget(page)
    made = ProseEdit(page)
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addStretch(1)
    page.resize(400, 900)
    page.show()
    yield made
    made.clearFocus()  # until here the page must live


@pytest.mark.parametrize(
    "text", ["", "a", "a\n\nb\n", "a\u00a0b\tc", "  - x\n**y**", "héllo 😀", "<b>no</b>"]
)
def test_text_comes_back_as_typed(edit: ProseEdit, text: str) -> None:
    edit.text = text
    assert edit.text == text


def test_a_soft_line_break_is_a_line_break(edit: ProseEdit) -> None:
    QTest.keyClicks(edit, "a")
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(edit, "b")
    assert edit.text == "a\nb"


def test_it_tells_of_text_not_of_colours(edit: ProseEdit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(edit.changed):
        QTest.keyClicks(edit, "a")
    with qtbot.assertNotEmitted(edit.changed, wait=20):
        edit.textCursor().mergeBlockFormat(edit.textCursor().blockFormat())
        edit.set_text("a")


def test_filling_cannot_be_undone_but_typing_can(edit: ProseEdit) -> None:
    edit.set_text("before")
    edit.undo()
    assert edit.text == "before"
    edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(edit, "x")
    edit.undo()
    assert edit.text == "before"


def test_it_grows_between_its_bounds(edit: ProseEdit) -> None:
    edit.set_min_lines(2)
    edit.set_max_lines(6)
    heights = []
    for lines in (1, 2, 4, 6, 12):
        edit.set_text("\n".join("x" * lines))
        QApplication.processEvents()
        heights.append(edit.height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


def test_new_lines_are_as_high_as_old_ones(edit: ProseEdit) -> None:
    edit.set_text("a")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    for _ in range(3):
        QTest.keyClick(edit, Qt.Key.Key_Return)
        assert edit.textCursor().blockFormat().lineHeight() == 138
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    QTest.keyClicks(edit, "b")
    assert edit.textCursor().blockFormat().lineHeight() == 138
    assert edit.text == "a\n\nb"
    QTest.keyClick(edit, Qt.Key.Key_Home)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text == "a\nb"
    assert edit.textCursor().blockFormat().lineHeight() == 138


def test_pasted_lines_are_as_high_as_typed_ones(edit: ProseEdit) -> None:
    edit.set_text("ad")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    edit.moveCursor(QTextCursor.MoveOperation.Right)
    pasted = QMimeData()
    pasted.setText("b\r\n\nc")
    edit.insertFromMimeData(pasted)
    assert edit.text == "ab\n\ncd"
    block, heights = edit.document().begin(), []
    while block.isValid():
        heights.append(block.blockFormat().lineHeight())
        block = block.next()
    assert heights == [138] * 3
    edit.undo()
    assert edit.text == "ad"


def test_return_takes_the_place_of_what_is_selected(edit: ProseEdit) -> None:
    edit.set_text("a bad b")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.find(" bad ", QTextDocument.FindFlag.FindBackward)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text == "a\nb"
    edit.undo()
    assert edit.text == "a bad b"


def test_tab_leaves(edit: ProseEdit) -> None:
    assert edit.tabChangesFocus()
    assert not edit.acceptRichText()


def test_marks_step_back_and_follow_the_theme(edit: ProseEdit, qapp: QApplication) -> None:
    def ink() -> str:
        formats = edit.document().firstBlock().layout().formats()
        return formats[0].format.foreground().color().name().upper()

    edit.set_text("## Heading\n- **bold** and `code`\n> quote")
    QApplication.processEvents()
    assert ink() == theme.LIGHT.text3
    theme.apply(qapp, "dark")
    try:
        QApplication.processEvents()
        assert ink() == theme.DARK.text3
    finally:
        theme.apply(qapp, "light")
