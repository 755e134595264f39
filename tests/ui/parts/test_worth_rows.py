"""What is worth a minute on Today: goals put off where they stand, the pulse of the month."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.pulse import Pulse
from workjournal.journal.agenda import DueKind
from workjournal.journal.journal import Journal
from workjournal.ui.parts.worth_rows import WorthRows
from workjournal.ui.widgets.due_list import DueList
from workjournal.ui.widgets.row_list import Row

LONG = "Chair the monthly demand meeting so that it decides"


class Worth:
    """The part in a list as narrow as Today's aside, and what it said and asked."""

    def __init__(self, qtbot: QtBot, journal: Journal) -> None:
        self.qtbot, self.journal = qtbot, journal
        self.window = window = QWidget()
        self.rows = DueList(window)
        QVBoxLayout(window).addWidget(self.rows)
        self.rows.set_fit(True)
        self.rows.setFixedWidth(326)
        on_screen(qtbot, window)
        self.part = WorthRows(journal, self.rows)
        self.went: list[tuple[str, object]] = []
        self.said: list[tuple[str, Callable[[], object]]] = []
        self.part.go.connect(lambda name, what: self.went.append((name, what)))
        self.part.toast.connect(lambda text, undo: self.said.append((text, undo)))

    def kinds(self) -> list[DueKind]:
        self.part.show_due(self.journal.today())
        return [row.id[0] for row in self.rows.rows() if isinstance(row.id, tuple)]

    def row(self, kind: DueKind, thing: UUID | None) -> Row:
        assert self.rows.choose((kind, thing))
        (found,) = [row for row in self.rows.rows() if row.id == (kind, thing)]
        assert isinstance(found, Row)
        return found

    def press(self, key: Qt.Key) -> None:
        self.rows.setFocus()
        self.qtbot.keyClick(self.rows, key)

    def menu(self) -> QMenu:
        (found,) = [menu for menu in self.rows.findChildren(QMenu) if menu.isVisible()]
        return found


@pytest.fixture
def worth(qtbot: QtBot, journal: Journal) -> Worth:
    return Worth(qtbot, journal)


def started(journal: Journal, title: str, *, due: int | None = None) -> UUID:
    day = journal.today() + dt.timedelta(days=due) if due is not None else None
    goal = journal.goals.add(Goal(title=title, due=day))
    journal.goals.start(goal.id, journal.today())
    return goal.id


def test_one_whose_day_has_passed_is_to_be_ended(worth: Worth, journal: Journal, clock: Clock) -> None:
    goal = started(journal, "Lead planning", due=3)
    clock.forward(days=5)
    assert worth.kinds() == [DueKind.CLOSE]
    row = worth.row(DueKind.CLOSE, goal)
    assert row.second == "Its day has passed: close it, or move the day"
    worth.press(Qt.Key.Key_R)
    assert worth.went == [("goal", goal)]


@pytest.mark.parametrize(("place", "days"), [(0, 1), (1, 3), (2, 7)])
def test_a_check_in_is_put_off_by_a_key_and_comes_back(
    worth: Worth, journal: Journal, clock: Clock, place: int, days: int
) -> None:
    goal = started(journal, "Lead planning")
    clock.forward(days=8)
    assert worth.kinds() == [DueKind.CHECK_IN]
    worth.row(DueKind.CHECK_IN, goal)
    worth.press(Qt.Key.Key_S)
    delays = [
        act for act in worth.menu().actions() if act.text() in {"Tomorrow", "In three days", "Next week"}
    ]
    delays[place].trigger()
    worth.menu().close()
    assert journal.goals.get(goal).snoozed_until == journal.today() + dt.timedelta(days=days)
    assert worth.kinds() == []
    worth.said[0][1]()
    assert worth.kinds() == [DueKind.CHECK_IN]
    assert journal.goals.get(goal).snoozed_until is None


def test_what_is_no_goal_is_not_put_off(worth: Worth, journal: Journal) -> None:
    journal.episodes.add(Episode(date=journal.today() - dt.timedelta(days=40), title="Began"))
    pulse = worth.row(DueKind.PULSE, None) if DueKind.PULSE in worth.kinds() else None
    assert pulse is not None
    worth.press(Qt.Key.Key_S)
    assert not [menu for menu in worth.rows.findChildren(QMenu) if menu.isVisible()]


def test_the_pulse_is_asked_for_by_its_row(worth: Worth, journal: Journal) -> None:
    journal.episodes.add(Episode(date=journal.today() - dt.timedelta(days=40), title="Began"))
    assert worth.kinds()[-1] is DueKind.PULSE
    assert worth.row(DueKind.PULSE, None).title == "This month's pulse"
    with worth.qtbot.waitSignal(worth.part.pulse_asked):
        worth.press(Qt.Key.Key_Return)
    journal.pulses.give(Pulse(date=journal.today(), safety=50))
    assert DueKind.PULSE not in worth.kinds()


def test_a_long_title_takes_a_second_line(worth: Worth, journal: Journal, clock: Clock) -> None:
    started(journal, LONG)
    started(journal, "Short")
    clock.forward(days=8)
    assert len(worth.kinds()) == 2
    heights = {
        row.title: worth.rows.visualRect(worth.rows.model().index(place, 0)).height()
        for place, row in enumerate(worth.rows.rows())
        if isinstance(row, Row)
    }
    assert heights[LONG] == heights["Short"] + 20
    assert worth.rows.height() == sum(heights.values())
