"""What stands out in the source, and which words get a wavy line."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.ui import theme
from workjournal.ui.prose.units import utf16
from workjournal.ui.widgets.prose_edit import ProseEdit

WAVY = QTextCharFormat.UnderlineStyle.SpellCheckUnderline


class Known(QObject):
    """Words that are wrong from the beginning."""

    learned = Signal(object)

    def __init__(self, *wrong: str) -> None:
        super().__init__()
        self.wrong, self.asked = set(wrong), []  # type: tuple[set[str], list[str]]

    def is_wrong(self, word: str) -> bool:
        self.asked.append(word)
        return word in self.wrong


@pytest.fixture
def edit(qtbot: QtBot) -> Iterator[ProseEdit]:
    page = QWidget()
    qtbot.addWidget(page)
    made = ProseEdit(page)
    made.resize(400, 300)
    page.resize(400, 300)
    show_active(qtbot, page)
    made.setFocus()
    yield made
    made.clearFocus()


def looks(edit: ProseEdit, line: int = 0) -> list[tuple[str, QTextCharFormat]]:
    """The pieces of a line that look otherwise, with their looks."""
    block = edit.document().findBlockByNumber(line)
    text = utf16(block.text())
    ranges = block.layout().formats()  # each format dies with its range
    return [(text[each.start : each.start + each.length], QTextCharFormat(each.format)) for each in ranges]


def wavy(edit: ProseEdit, line: int = 0) -> list[str]:
    return [text for text, look in looks(edit, line) if look.underlineStyle() is WAVY]


def test_emphasis_links_tasks_and_code(edit: ProseEdit) -> None:
    edit.text = (
        "😀 *soft* **hard** [plan](https://a.org) `x_y`\n- [x] done\n- [ ] open\n```\n**raw**\n```\nafter *x*"
    )
    pieces = dict(looks(edit))
    assert pieces["soft"].fontItalic()
    assert pieces["hard"].fontWeight() == 600
    assert pieces["plan"].foreground().color().name().upper() == theme.LIGHT.accent
    assert pieces["](https://a.org)"].foreground().color().name().upper() == theme.LIGHT.text3
    assert pieces["x_y"].background().color().name().upper() == theme.LIGHT.sunken
    assert [text for text, _ in looks(edit, 1)][:1] == ["- [x]"] or "- " in dict(looks(edit, 1))
    assert dict(looks(edit, 1))[" done"].foreground().color().name().upper() == theme.LIGHT.text3
    assert " open" not in dict(looks(edit, 2))
    assert [text for text, _ in looks(edit, 4)] == ["**raw**"]
    assert dict(looks(edit, 6))["x"].fontItalic()


def test_wrong_words_get_a_line_and_keep_their_looks(edit: ProseEdit, qtbot: QtBot) -> None:
    known = Known("plna", "wrod")
    edit.text = "the plna and **wrod**\n`plna` plna"
    edit.set_verdicts(known)
    qtbot.waitUntil(lambda: wavy(edit) == ["plna", "wrod"])
    assert wavy(edit, 1) == ["plna"]
    assert dict(looks(edit))["wrod"].fontWeight() == 600
    assert edit.text == "the plna and **wrod**\n`plna` plna"


def test_what_is_learned_later_is_marked_and_unmarked(edit: ProseEdit, qtbot: QtBot) -> None:
    known = Known()
    edit.text = "one plna\ntwo plna\nthree"
    edit.set_verdicts(known)
    qtbot.waitUntil(lambda: not edit._light._sweeping.isActive())
    known.wrong.add("plna")
    known.asked.clear()
    known.learned.emit(frozenset({"plna"}))
    qtbot.waitUntil(lambda: wavy(edit, 1) == ["plna"])
    assert "three" not in known.asked, "a paragraph without the word is not looked at again"
    known.wrong.clear()
    known.learned.emit(None)
    qtbot.waitUntil(lambda: wavy(edit) == wavy(edit, 1) == [])


def test_the_word_being_typed_is_left_alone_until_one_goes_on(edit: ProseEdit) -> None:
    known = Known("plna", "pl", "pln")
    edit.set_verdicts(known)
    QTest.keyClicks(edit, "the plna")
    assert wavy(edit) == []
    assert not {"pl", "pln", "plna"} & set(known.asked), "halves of words are never asked for"
    QTest.keyClicks(edit, " ")
    assert wavy(edit) == ["plna"]
    edit.moveCursor(QTextCursor.MoveOperation.Left)
    assert wavy(edit) == ["plna"], "going there does not take the mark away"


def test_leaving_the_line_marks_the_word(edit: ProseEdit) -> None:
    edit.set_verdicts(Known("plna"))
    QTest.keyClicks(edit, "plna")
    QTest.keyClick(edit, Qt.Key.Key_Home)
    QTest.keyClick(edit, Qt.Key.Key_End)
    assert wavy(edit) == ["plna"]


def test_the_line_follows_the_theme(edit: ProseEdit, qapp: QApplication, qtbot: QtBot) -> None:
    edit.text = "plna"
    edit.set_verdicts(Known("plna"))
    qtbot.waitUntil(lambda: wavy(edit) == ["plna"])
    theme.apply(qapp, "dark")
    try:
        QApplication.processEvents()
        assert looks(edit)[0][1].underlineColor().name().upper() == theme.DARK.danger
    finally:
        theme.apply(qapp, "light")
