"""Stretch goals: the list, and what waits for a look."""

import datetime as dt
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui.showing import on_screen
from workjournal.domain.check_in import CheckIn
from workjournal.domain.goal import Goal, GoalState
from workjournal.journal.journal import Journal
from workjournal.ui.places import New
from workjournal.ui.screens.goals import GoalsScreen
from workjournal.ui.widgets.row_list import Row, RowList


@pytest.fixture
def goals(qtbot: QtBot, journal: Journal) -> GoalsScreen:
    screen = on_screen(qtbot, GoalsScreen(journal))
    screen.view.choice = "list"
    return screen


def started(journal: Journal, title: str, *, weeks: int = 10) -> UUID:
    goal = Goal(title=title, due=journal.today() + dt.timedelta(weeks=weeks))
    journal.goals.add(goal)
    journal.goals.start(goal.id, journal.today())
    return goal.id


def row(rows: RowList, place: int = 0) -> Row:
    found = rows.rows()[place]
    assert isinstance(found, Row)
    return found


def test_says_what_a_stretch_goal_is_while_there_is_none(goals: GoalsScreen, journal: Journal) -> None:
    asked: list[tuple[str, object]] = []
    goals.go.connect(lambda name, what: asked.append((name, what)))
    goals.renew()
    assert goals.empty.isVisible()
    assert goals.empty.text.startswith("A stretch goal is something you cannot do yet")
    goals.empty.acted.emit()
    assert asked == [("goal", New())]
    assert goals.waiting(journal) == 0


def test_lists_by_state_with_the_week_and_the_last_numbers(
    goals: GoalsScreen, journal: Journal, clock: Clock
) -> None:
    active = started(journal, "Lead Q1 planning")
    journal.goals.add(Goal(title="Present to the board"))
    closed = started(journal, "Chair the review")
    journal.goals.close(closed, GoalState.PARTLY, journal.today())
    clock.forward(days=22)
    journal.goals.check_in(CheckIn(goal_id=active, date=journal.today(), progress=45, confidence=60))
    goals.renew()
    assert row(goals.active).second == "Week 4 of 10 · progress 45 · confidence 60"
    assert row(goals.active).chips == ()
    assert row(goals.planned).title == "Present to the board"
    assert [chip.text for chip in row(goals.closed).chips] == ["Partly achieved"]


@pytest.mark.parametrize(
    ("days", "said"),
    [(6, []), (7, ["Check-in due"]), (9, ["Check-in due since 26 Nov"])],
)
def test_says_when_a_check_in_is_due(
    goals: GoalsScreen, journal: Journal, clock: Clock, days: int, said: list[str]
) -> None:
    started(journal, "Lead Q1 planning")
    clock.forward(days=days)
    goals.renew()
    assert [chip.text for chip in row(goals.active).chips] == said
    assert all(chip.icon for chip in row(goals.active).chips)
    assert goals.waiting(journal) == len(said)


def test_says_when_the_due_day_has_passed(goals: GoalsScreen, journal: Journal, clock: Clock) -> None:
    started(journal, "Say no to a date", weeks=1)
    clock.forward(days=9)
    goals.renew()
    assert "Past its due day" in row(goals.active).spoken()
    assert row(goals.active).second == "Week 2, planned for 1"


def test_opens_by_keyboard(qtbot: QtBot, goals: GoalsScreen, journal: Journal) -> None:
    goal = started(journal, "Lead Q1 planning")
    asked: list[tuple[str, object]] = []
    goals.go.connect(lambda name, what: asked.append((name, what)))
    goals.renew()
    goals.arrive(None)
    assert goals.active.hasFocus()
    qtbot.keyClick(goals.active, Qt.Key.Key_Return)
    assert asked == [("goal", goal)]


def test_what_rests_says_so(goals: GoalsScreen, journal: Journal, clock: Clock) -> None:
    goal = started(journal, "Lead Q1 planning")
    journal.goals.pause(goal, journal.today())
    clock.forward(days=30)
    goals.renew()
    assert [chip.text for chip in row(goals.active).chips] == ["Paused"]


def test_trash_can_be_undone(qtbot: QtBot, goals: GoalsScreen, journal: Journal) -> None:
    started(journal, "Lead Q1 planning")
    undo = []
    goals.toast.connect(lambda _text, back: undo.append(back))
    goals.renew()
    goals.arrive(None)
    qtbot.keyClick(goals.active, Qt.Key.Key_Delete)
    assert journal.goals.all() == []
    undo[0]()
    assert len(journal.goals.all()) == 1
