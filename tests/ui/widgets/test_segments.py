import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workjournal.ui.widgets.segments import Choice, Segments

CHOICES = [Choice("win", "Win", "trophy"), Choice("challenge", "Challenge"), Choice("feedback", "Feedback")]


@pytest.fixture
def segments(qtbot: QtBot) -> Segments:
    made = Segments()
    qtbot.addWidget(made)
    made.set_choices(CHOICES)
    made.show()
    return made


def chosen(segments: Segments) -> object:
    return segments.choice


def click(segments: Segments, value: object) -> None:
    QTest.mouseClick(segments.button(value), Qt.MouseButton.LeftButton)


def test_one_of_them(segments: Segments) -> None:
    told: list[object] = []
    segments.changed.connect(lambda: told.append(segments.choice))
    assert chosen(segments) is None
    click(segments, "win")
    click(segments, "challenge")
    click(segments, "challenge")
    assert told == ["win", "challenge"]


def test_pressing_again_gives_it_up_only_if_optional(segments: Segments) -> None:
    click(segments, "win")
    click(segments, "win")
    assert chosen(segments) == "win"
    segments.set_optional(True)
    click(segments, "win")
    assert chosen(segments) is None
    click(segments, "win")
    assert chosen(segments) == "win"


def test_keys_move_the_choice(segments: Segments) -> None:
    segments.choice = "win"
    segments.button("win").setFocus()
    QTest.keyClick(segments.button("win"), Qt.Key.Key_Right)
    assert chosen(segments) == "challenge"


def test_a_choice_survives_new_choices(segments: Segments) -> None:
    segments.choice = "feedback"
    segments.set_choices([*reversed(CHOICES)])
    assert chosen(segments) == "feedback"
    segments.set_choices(CHOICES[:1])
    assert chosen(segments) is None
    with pytest.raises(KeyError):
        segments.button("feedback")


def test_chips_break_into_rows(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    chips = Segments(page)
    chips.set_look("chips")
    chips.set_choices(CHOICES)
    column = QVBoxLayout(page)
    column.addWidget(chips)
    column.addStretch(1)
    page.resize(140, 400)
    page.show()
    tops = {chips.button(choice.value).y() for choice in CHOICES}
    assert len(tops) > 1
    assert chips.button("win").property("role") == "chip"
