import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workjournal.ui.widgets.spot_list import SpotDelegate
from workjournal.ui.widgets.timeline import Timeline, TimelineRow

ROWS = [
    TimelineRow(
        1, "16:40", "Pushed back", "word " * 90, "Challenge", "triangle-alert", "warn", ("Launch",), "Reflect"
    ),
    TimelineRow(2, "11:15", "Coached", "short", "Win", "trophy", "ok", state="Reflected"),
    TimelineRow(3, "09:30", "Bare"),
]


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.set_rows(ROWS)
    return made


def spot(timeline: Timeline, place: int, name: str) -> QPoint:
    delegate, index = timeline.itemDelegate(), timeline.model().index(place, 0)
    assert isinstance(delegate, SpotDelegate)
    return delegate.spots(timeline.visualRect(index), ROWS[place])[name].center()


def test_it_is_as_tall_as_its_cards(timeline: Timeline) -> None:
    heights = [timeline.visualRect(timeline.model().index(place, 0)).height() for place in range(3)]
    assert heights[0] > heights[1] > heights[2]
    assert timeline.height() == sum(heights)
    timeline.set_rows([])
    assert timeline.height() <= 1


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_presses(timeline: Timeline, qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    timeline.setLayoutDirection(direction)
    QApplication.processEvents()
    view = timeline.viewport()
    with qtbot.waitSignal(timeline.action) as pressed:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot(timeline, 0, "action"))
    assert pressed.args == [1]
    with qtbot.waitSignal(timeline.menu) as asked:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot(timeline, 1, "menu"))
    assert asked.args is not None
    assert asked.args[0] == 2
    with qtbot.waitSignal(timeline.opened) as opened:
        middle = timeline.visualRect(timeline.model().index(2, 0)).center()
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle)
    assert opened.args == [3]
    assert not timeline.grab().isNull()


def test_keys(timeline: Timeline) -> None:
    told: list[tuple[str, object]] = []
    timeline.opened.connect(lambda row: told.append(("opened", row)))
    timeline.action.connect(lambda row: told.append(("action", row)))
    timeline.trashed.connect(lambda row: told.append(("trashed", row)))
    timeline.choose(1)
    for key in (Qt.Key.Key_R, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Delete):
        QTest.keyClick(timeline, key)
    assert told == [("action", 1), ("opened", 2), ("trashed", 2)]


def test_the_context_menu_key(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.choose(2)
    with qtbot.waitSignal(timeline.menu) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(timeline.viewport(), event)
    assert asked.args is not None
    assert asked.args[0] == 2


def test_the_current_row_stays(timeline: Timeline) -> None:
    timeline.choose(2)
    timeline.set_rows([TimelineRow(9, "18:00", "New"), *ROWS])
    assert timeline.current_id() == 2
    assert not timeline.choose(77)


def test_readers_hear_the_whole_row(timeline: Timeline) -> None:
    heard = timeline.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "11:15, Coached, Win, short, Reflected"
