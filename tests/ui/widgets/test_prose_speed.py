"""A long text is written in as quickly as a short one."""

import statistics
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.ui import tasks
from workjournal.ui.prose import dictionaries
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.writing.speller import Speller

PARAGRAPH = "The quick brown fox jumpps over the lazy dog and writes it down again " * 7
WORDS = "\n\n".join([PARAGRAPH.strip()] * 205)  # 20,090 of them


@pytest.fixture
def edit(qtbot: QtBot) -> Iterator[ProseEdit]:
    area, page = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    made = ProseEdit(page)
    made.set_max_lines(0)
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addStretch(1)
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.resize(800, 600)
    show_active(qtbot, area)
    made.text = WORDS
    made.setFocus()
    QApplication.processEvents()
    yield made
    made.clearFocus()
    tasks.wait_all()


def type_on(edit: ProseEdit, letters: str) -> list[float]:
    """The seconds of this processor that each key took, with what follows from it."""
    took = []
    for letter in letters:
        before = time.thread_time()
        QTest.keyClicks(edit, letter)
        QApplication.processEvents()
        took.append(time.thread_time() - before)
    return took


def test_a_key_takes_less_than_five_milliseconds(edit: ProseEdit, qtbot: QtBot) -> None:
    assert len(WORDS.split()) > 20_000
    speller = Speller()
    speller.choose(("en_GB",))
    edit.set_verdicts(speller)
    cursor = edit.textCursor()
    cursor.setPosition(len(WORDS) // 2)
    edit.setTextCursor(cursor)
    qtbot.waitUntil(lambda: speller.is_wrong("jumpps"), timeout=20_000)
    qtbot.waitUntil(lambda: not edit._light._sweeping.isActive(), timeout=20_000)
    took = type_on(edit, "a longer wrod and another one " * 8)
    assert statistics.median(took) < 0.005
    assert max(took) < 0.05, "a line more lays out its paragraph, not the text"


def test_growing_by_a_line_keeps_the_whole_text_in_sight(edit: ProseEdit, qtbot: QtBot) -> None:
    before = edit.height()
    edit.go_to_end()
    for _ in range(3):
        QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: edit.height() > before)
    assert edit.verticalScrollBar().maximum() == 0


def test_the_first_look_at_a_long_text_is_in_small_pieces(
    edit: ProseEdit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dictionaries, "open_all", lambda *_: [])
    speller = Speller()
    speller.choose(("en_GB",))
    edit.set_verdicts(speller)
    pieces = 0
    while edit._light._sweeping.isActive():
        before = time.thread_time()
        edit._light._go_on()
        assert time.thread_time() - before < 0.05
        pieces += 1
    assert pieces > 2
