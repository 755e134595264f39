"""The words that were looked for are selected in the text of the thing that was opened."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workjournal.ui.parts import search_selecting
from workjournal.ui.widgets.prose_edit import ProseEdit


def test_the_first_of_the_words_that_is_there_is_selected(qtbot: QtBot) -> None:
    page = QWidget()
    one, two = ProseEdit(page), ProseEdit(page)
    qtbot.addWidget(page)
    one.text, two.text = "A story of the port.", "😀 The Harbour at night"
    assert search_selecting.select(page, ("harbour", "port"))
    assert two.textCursor().selectedText() == "Harbour"
    assert page.focusWidget() is two
    assert not one.textCursor().hasSelection()
    assert not search_selecting.select(page, ("quay",))
