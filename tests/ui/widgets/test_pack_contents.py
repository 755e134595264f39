"""Sections and things with ticks, by keyboard and mouse."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.ui.widgets.pack_contents import PackContents
from workjournal.ui.widgets.pack_line_model import PackLine


def lines(*, first: bool = True) -> list[PackLine]:
    return [
        PackLine(
            "goals",
            "Goals",
            "2 of 2",
            ticked=True,
            rows=(PackLine("a", "One", "active", ticked=first), PackLine("b", "Two")),
        ),
        PackLine("growth", "Growth", rows=(PackLine("c", "A chart", enabled=False),)),
        PackLine("evidence", "Evidence", "Links", ticked=True),
    ]


@pytest.fixture
def contents(qtbot: QtBot) -> PackContents:
    made = PackContents()
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show_lines(lines())
    show_active(qtbot, made)
    return made


def test_the_model_is_a_sound_tree(contents: PackContents) -> None:
    QAbstractItemModelTester(contents.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    contents.show_lines(lines(first=False))
    contents.show_lines(lines()[:2])
    assert contents.model().rowCount() == 2
    assert contents.index_of("goals", "b").parent() == contents.index_of("goals")
    with pytest.raises(KeyError):
        contents.index_of("evidence")
    assert contents.model().data(QModelIndex()) is None


def test_space_ticks_and_the_arrows_open(qtbot: QtBot, contents: PackContents) -> None:
    contents.setCurrentIndex(contents.index_of("goals"))
    contents.setFocus()
    with qtbot.waitSignal(contents.ticked) as ticked:
        qtbot.keyClick(contents, Qt.Key.Key_Space)
    assert ticked.args == ["goals", "", False]
    qtbot.keyClick(contents, Qt.Key.Key_Right)
    assert contents.isExpanded(contents.index_of("goals"))
    qtbot.keyClick(contents, Qt.Key.Key_Down)
    with qtbot.waitSignal(contents.ticked) as ticked:
        qtbot.keyClick(contents, Qt.Key.Key_Space)
    assert ticked.args == ["goals", "a", False]


def test_what_cannot_be_ticked_is_not(qtbot: QtBot, contents: PackContents) -> None:
    contents.setExpanded(contents.index_of("growth"), True)
    contents.setCurrentIndex(contents.index_of("growth", "c"))
    with qtbot.assertNotEmitted(contents.ticked):
        qtbot.keyClick(contents, Qt.Key.Key_Space)


def test_the_box_ticks_and_the_rest_of_a_section_opens(qtbot: QtBot, contents: PackContents) -> None:
    section = contents.visualRect(contents.index_of("goals"))
    with qtbot.waitSignal(contents.ticked):
        qtbot.mouseClick(
            contents.viewport(), Qt.MouseButton.LeftButton, pos=section.topLeft() + QPoint(16, 25)
        )
    with qtbot.assertNotEmitted(contents.ticked):
        qtbot.mouseClick(contents.viewport(), Qt.MouseButton.LeftButton, pos=section.center())
    assert contents.isExpanded(contents.index_of("goals"))
    thing = contents.visualRect(contents.index_of("goals", "b"))
    with qtbot.waitSignal(contents.ticked) as ticked:
        qtbot.mouseClick(contents.viewport(), Qt.MouseButton.LeftButton, pos=thing.center())
    assert ticked.args == ["goals", "b", True]


def test_new_ticks_leave_everything_where_it_is(contents: PackContents) -> None:
    contents.setExpanded(contents.index_of("goals"), True)
    contents.setCurrentIndex(contents.index_of("goals", "a"))
    contents.show_lines(lines(first=False))
    assert contents.currentIndex() == contents.index_of("goals", "a")
    assert contents.currentIndex().data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    contents.show_lines([*lines(), PackLine("more", "More")])
    assert contents.isExpanded(contents.index_of("goals"))


def test_is_as_tall_as_what_is_open_and_scrolls_its_page(qtbot: QtBot) -> None:
    page, column, area = QWidget(), PackContents(), QScrollArea()
    qtbot.addWidget(area)
    layout = QVBoxLayout(page)
    layout.addWidget(column)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(320, 120)
    area.show()
    column.show_lines(lines())
    closed = column.height()
    column.setExpanded(column.index_of("goals"), True)
    assert column.height() == closed + 88
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 100)
    column.setCurrentIndex(column.index_of("evidence"))
    assert area.verticalScrollBar().value() > 0
    assert column.index_of("evidence").data(Qt.ItemDataRole.AccessibleTextRole) == "Evidence, Links"
