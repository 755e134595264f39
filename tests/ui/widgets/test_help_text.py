"""A page of the help as it is drawn."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.ui import theme
from workjournal.ui.widgets.help_text import HelpText

LONG = "# One\n\n" + "\n\n".join(f"## Part {number}\n\n{'word ' * 300}" for number in range(8))


@pytest.fixture
def text(qtbot: QtBot) -> HelpText:
    made = HelpText()
    qtbot.addWidget(made)
    made.resize(900, 600)
    show_active(qtbot, made)
    return made


def test_a_heading_is_brought_to_the_top(text: HelpText) -> None:
    text.show_markdown(LONG)
    text.go_to_heading(5)
    shown = text.cursorForPosition(text.viewport().rect().topLeft() + text.viewport().rect().center() / 20)
    assert shown.block().text() == "Part 4"
    text.go_to_heading(0)
    assert text.verticalScrollBar().value() == 0
    text.go_to_heading(99)
    assert text.verticalScrollBar().value() == 0


def test_lines_are_no_longer_than_can_be_read(text: HelpText) -> None:
    text.resize(1600, 600)
    text.show_markdown(LONG)
    frame = text.document().rootFrame().frameFormat()
    assert text.viewport().width() - frame.leftMargin() - frame.rightMargin() <= theme.px(680) + 1
    text.resize(400, 600)
    assert text.document().rootFrame().frameFormat().leftMargin() == theme.px(28)


def test_the_beginnings_of_words_are_marked(text: HelpText) -> None:
    text.show_markdown("# Recall\n\nA recall is no recalling; precall is another.")
    text.mark(["recall"])
    assert [each.cursor.selectedText().lower() for each in text.extraSelections()] == ["recall"] * 3
    text.mark([])
    assert text.extraSelections() == []


def test_a_link_is_told_and_not_followed(qtbot: QtBot, text: HelpText) -> None:
    text.show_markdown("[Charts](help:charts#brier)")
    with qtbot.waitSignal(text.link_asked) as told:
        text.setFocus()
        QTest.keyClick(text, Qt.Key.Key_Tab)
        QTest.keyClick(text, Qt.Key.Key_Return)
    assert told.args == ["help:charts#brier"]
    assert "Charts" in text.toPlainText()


def test_nothing_is_read_from_anywhere(text: HelpText) -> None:
    text.show_markdown("![A picture](picture.png)")
    assert text.loadResource(2, QUrl("picture.png")) is None
    assert text.toPlainText() == "[A picture]"


def test_the_colours_follow_the_theme(qapp: QApplication, text: HelpText) -> None:
    text.show_markdown("`code`")
    light = text.toHtml()
    theme.apply(qapp, "dark")
    assert text.toHtml() != light
    assert theme.current().sunken.lower() in text.toHtml().lower()


def test_code_stands_on_one_ground_and_columns_under_their_headings(text: HelpText) -> None:
    text.show_markdown("```\none\ntwo\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    assert "one\ntwo" in text.toPlainText()
    assert "\n\n\n" not in text.toPlainText()
    assert '<td bgcolor="' in text.toHtml() or "bgcolor=" in text.toHtml()
