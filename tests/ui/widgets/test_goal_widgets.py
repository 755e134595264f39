"""The widgets of goals and lessons: chips, ticks, the line, the lists."""

import datetime as dt

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from workjournal.domain.entity import Audience
from workjournal.ui.widgets.audience_ticks import AudienceTicks
from workjournal.ui.widgets.chip_set import ChipSet
from workjournal.ui.widgets.choice_box import Choice
from workjournal.ui.widgets.lesson_list import LessonList, LessonRow
from workjournal.ui.widgets.progress_line import Line, ProgressLine
from workjournal.ui.widgets.row_list import RowChip
from workjournal.ui.widgets.spot_list import SpotList
from workjournal.ui.widgets.story_list import StoryList, StoryRow


def colours(image: QImage) -> int:
    return len({image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)})


def test_chips_are_chosen_in_the_order_offered(qtbot: QtBot) -> None:
    chips = ChipSet()
    qtbot.addWidget(chips)
    chips.set_choices([Choice("a", "A"), Choice("b", "B"), Choice("c", "C")])
    chips.show()
    with qtbot.waitSignal(chips.changed):
        qtbot.keyClick(chips.button("c"), Qt.Key.Key_Space)
    qtbot.keyClick(chips.button("a"), Qt.Key.Key_Space)
    assert chips.chosen == ["a", "c"]
    chips.set_fixed(True)
    assert not chips.button("b").isVisible()
    chips.set_fixed(False)
    assert chips.button("b").isVisible()


def test_filling_chips_tells_once(qtbot: QtBot) -> None:
    chips = ChipSet()
    qtbot.addWidget(chips)
    chips.set_choices([Choice("a", "A"), Choice("b", "B")])
    told: list[bool] = []
    chips.changed.connect(lambda: told.append(True))
    chips.chosen = ["a", "b"]
    chips.chosen = ["a", "b"]
    assert told == [True]


def test_nobody_is_ticked_at_first(qtbot: QtBot) -> None:
    ticks = AudienceTicks()
    qtbot.addWidget(ticks)
    assert ticks.audiences == frozenset()
    ticks.audiences = frozenset({Audience.NEXT_JOB})
    assert ticks.box(Audience.NEXT_JOB).isChecked()
    ticks.box(Audience.MANAGER).click()
    assert ticks.audiences == {Audience.NEXT_JOB, Audience.MANAGER}


def test_the_line_says_in_words_what_it_draws(qtbot: QtBot) -> None:
    start = dt.date(2026, 10, 1)
    line = ProgressLine()
    qtbot.addWidget(line)
    line.resize(600, 168)
    points = tuple((start + dt.timedelta(days=7 * week), 20 * week) for week in range(4))
    line.set_lines([Line("Progress", points), Line("Confidence", (), 1)], start, start)
    assert line.accessibleDescription() == "Progress from 0 to 60 in 4 ratings"
    drawn = line.grab().toImage()
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert colours(drawn) > 3
    assert line.grab().toImage() != drawn


def test_all_that_was_said_fits(qtbot: QtBot) -> None:
    rows = StoryList()
    qtbot.addWidget(rows)
    rows.resize(500, 100)
    rows.show()
    rows.set_rows([StoryRow(1, "5 Nov", "Progress 25", (("What changed", "short"),))])
    short = rows.height()
    rows.set_rows([StoryRow(1, "5 Nov", "Progress 25", (("What changed", "long " * 100),))])
    assert rows.height() > short + 50
    assert rows.rows()[0].spoken().startswith("5 Nov, Progress 25, What changed: long")
    assert colours(rows.grab().toImage()) > 3


def test_a_story_is_painted_in_both_directions_and_speaks_its_chip(qtbot: QtBot) -> None:
    rows = StoryList()
    qtbot.addWidget(rows)
    rows.resize(500, 100)
    broken = RowChip("Seal broken", "danger", "triangle-alert")
    rows.set_rows([StoryRow(1, "5 Nov", "Started", (("", "Words"),), "play", "accent", broken, menu=True)])
    rows.choose(1)
    drawn = rows.grab().toImage()
    rows.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert colours(drawn) > 3
    assert rows.grab().toImage() != drawn
    assert rows.rows()[0].spoken() == "5 Nov, Started, Seal broken, Words"


def test_the_dots_of_a_row_open_its_menu_and_the_rest_opens_the_row(qtbot: QtBot) -> None:
    rows = StoryList()
    qtbot.addWidget(rows)
    rows.resize(500, 100)
    rows.show()
    rows.set_rows([StoryRow(1, "6 Nov", "With", menu=True), StoryRow(2, "5 Nov", "Without")])
    menus: list[object] = []
    opened: list[object] = []
    rows.menu.connect(lambda row, _where: menus.append(row))
    rows.opened.connect(opened.append)
    for place in range(2):
        area = rows.visualRect(rows.model().index(place, 0))
        at_end = area.topRight() + QPoint(-14, 12)
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at_end)
    assert (menus, opened) == ([1], [2])


def test_lessons_are_painted_alike_in_both_directions(qtbot: QtBot) -> None:
    rows: SpotList = LessonList()
    qtbot.addWidget(rows)
    rows.resize(320, 300)
    rows.set_rows([LessonRow(1, "Count the boxes.", "When files are old", RowChip("New"), "applied once")])
    rows.choose(1)
    drawn = rows.grab().toImage()
    rows.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert colours(drawn) > 3
    assert rows.grab().toImage() != drawn
    assert rows.rows()[0].spoken() == "Count the boxes., When files are old, New, applied once"
