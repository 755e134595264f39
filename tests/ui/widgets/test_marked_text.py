"""A line with marks: what fits of it, and that the first mark is always seen; and the list that shows such lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workjournal.ui import theme
from workjournal.ui.widgets.hit_list import HitList, HitRow
from workjournal.ui.widgets.marked_text import fitted, paint_marked, width_of

LONG = "The harbour plan was drawn up after a long talk with Priya about the quay and the lease"


def test_what_fits_stays_whole() -> None:
    assert fitted("Plan", [(0, 4)], theme.font(theme.BODY), 500) == ("Plan", [(0, 4)])


@pytest.mark.parametrize("word", ["harbour", "talk", "lease"])
def test_the_first_mark_is_seen(word: str) -> None:
    start = LONG.index(word)
    text, marks = fitted(LONG, [(start, start + len(word))], theme.font(theme.BODY), 200)
    first, last = marks[0]
    assert text[first:last] == word
    assert width_of(text, marks, theme.font(theme.BODY)) <= 200


@given(
    st.text(alphabet="ab 😀é漢", min_size=1, max_size=60),
    st.integers(0, 59),
    st.integers(1, 8),
    st.integers(60, 300),
)
def test_a_line_never_grows_wider_than_its_room(text: str, start: int, length: int, width: int) -> None:
    start = min(start, len(text) - 1)
    marks = [(start, min(len(text), start + length))]
    shown, kept = fitted(text, marks, theme.font(theme.BODY), width)
    assert width_of(shown, kept, theme.font(theme.BODY)) <= width
    for first, last in kept:
        assert 0 <= first <= last <= len(shown)
        assert shown[first:last] in text


def inked(image: QImage, colour: str) -> int:
    wanted = QColor(colour)
    return sum(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def painted(marks: list[tuple[int, int]]) -> QImage:
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_marked(painter, QRect(0, 0, 200, 30), "IIII IIII", marks, theme.font(26), theme.current().text)
    painter.end()
    return image


def test_marks_are_heavier_and_in_the_accent(qapp: QApplication) -> None:
    plain, marked = painted([]), painted([(5, 9)])
    assert inked(plain, theme.current().accent) == 0
    assert inked(marked, theme.current().accent) > 0
    size = theme.font(26)
    assert width_of("IIII", [(0, 4)], size) > width_of("IIII", [], size)


def rows(count: int) -> list[HitRow]:
    return [HitRow(number, f"Row {number}", title_marks=((0, 3),)) for number in range(count)]


def test_a_list_asks_for_more_once_and_takes_it(qtbot: QtBot) -> None:
    shown = HitList()
    qtbot.addWidget(shown)
    shown.resize(400, 300)
    shown.show()
    asked: list[int] = []
    shown.wanted.connect(asked.append)
    shown.start(rows(50), more=True)
    qtbot.waitUntil(lambda: shown.verticalScrollBar().maximum() > 0)
    shown.verticalScrollBar().setValue(shown.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: asked == [50])
    shown.verticalScrollBar().setValue(0)
    shown.verticalScrollBar().setValue(shown.verticalScrollBar().maximum())
    place = shown.verticalScrollBar().value()
    shown.renew(rows(80), more=False)
    assert asked == [50]
    assert len(shown.rows()) == 80
    assert shown.verticalScrollBar().value() == place
    assert not shown.model().canFetchMore(shown.rootIndex())


def test_a_list_that_has_changed_above_keeps_the_choice(qtbot: QtBot) -> None:
    shown = HitList()
    qtbot.addWidget(shown)
    shown.start(rows(20), more=False)
    shown.choose(7)
    shown.renew(rows(20)[3:], more=False)
    assert shown.current_id() == 7
    assert len(shown.rows()) == 17
