"""The board of stretch goals: a column for each state, the keyboard from card to card."""

import datetime as dt
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui.showing import on_screen
from workjournal.domain.goal import Goal, GoalState
from workjournal.journal.journal import Journal
from workjournal.ui.parts.goal_board import MOST_CLOSED, GoalBoard
from workjournal.ui.widgets.card_list import CardList, CardRow


@pytest.fixture
def board(qtbot: QtBot) -> GoalBoard:
    return on_screen(qtbot, GoalBoard())


def planned(journal: Journal, title: str) -> UUID:
    return journal.goals.add(Goal(title=title)).id


def started(journal: Journal, title: str, *, due: int | None = None) -> UUID:
    day = None if due is None else journal.today() + dt.timedelta(days=due)
    goal = journal.goals.add(Goal(title=title, due=day))
    journal.goals.start(goal.id, journal.today())
    return goal.id


def ended(journal: Journal, title: str, day: dt.date | None = None) -> UUID:
    goal = started(journal, title)
    journal.goals.close(goal, GoalState.ACHIEVED, day or journal.today())
    return goal


def show(board: GoalBoard, journal: Journal) -> None:
    board.show_goals(journal.goals.all(), journal.today())


def titles(cards: CardList) -> list[str]:
    return [row.title for row in cards.rows() if isinstance(row, CardRow)]


def at(board: GoalBoard) -> object:
    """The card that has the keyboard."""
    held = board.focusWidget()
    return held.current_id() if isinstance(held, CardList) and held.hasFocus() else None


def test_each_goal_is_in_the_column_of_its_state(board: GoalBoard, journal: Journal) -> None:
    planned(journal, "Speak")
    started(journal, "Lead")
    journal.goals.pause(started(journal, "Rest"), journal.today())
    ended(journal, "Chair")
    show(board, journal)
    columns = (board.planned, board.active, board.paused, board.closed)
    assert [titles(cards) for cards in columns] == [["Speak"], ["Lead"], ["Rest"], ["Chair"]]
    counts = (board.planned_count, board.active_count, board.paused_count, board.closed_count)
    assert [count.text() for count in counts] == ["1"] * 4
    (card,) = board.closed.rows()
    assert "Achieved" in card.spoken()


def test_an_empty_column_says_so(board: GoalBoard, journal: Journal) -> None:
    planned(journal, "Speak")
    show(board, journal)
    assert not board.planned_nothing.isVisible()
    assert board.active_nothing.isVisible()
    assert not board.active.isVisible()
    assert board.active_count.text() == "0"


def test_a_card_tells_what_waits(board: GoalBoard, journal: Journal, clock: Clock) -> None:
    started(journal, "Lead", due=7)
    clock.forward(days=9)
    show(board, journal)
    (card,) = board.active.rows()
    assert card.spoken() == "Lead, Week 2, planned for 1, Check-in due since 26 Nov, Past its due day"


def test_of_what_is_over_the_newest_are_shown(board: GoalBoard, journal: Journal, clock: Clock) -> None:
    for number in range(MOST_CLOSED + 2):
        ended(journal, f"Goal {number}")
        clock.forward(days=1)
    show(board, journal)
    assert titles(board.closed) == [f"Goal {number}" for number in range(MOST_CLOSED + 1, 1, -1)]
    assert board.closed_count.text() == "12"
    assert board.more.isVisible()
    assert "2" in board.more.text()


def test_arrow_keys_go_within_and_between_columns(qtbot: QtBot, board: GoalBoard, journal: Journal) -> None:
    speak = planned(journal, "Speak")
    first, second = started(journal, "A first"), started(journal, "B second")
    over = ended(journal, "Chair")
    show(board, journal)
    assert board.focus_first()
    order = [row.id for row in board.active.rows()]
    assert set(order) == {first, second}
    assert at(board) == order[0]
    qtbot.keyClick(board.active, Qt.Key.Key_Down)
    assert at(board) == order[1]
    qtbot.keyClick(board.active, Qt.Key.Key_Right)  # over the empty column
    assert at(board) == over
    qtbot.keyClick(board.closed, Qt.Key.Key_Right)
    assert at(board) == over
    qtbot.keyClick(board.closed, Qt.Key.Key_Left)
    assert at(board) == order[0]
    qtbot.keyClick(board.active, Qt.Key.Key_Left)
    assert at(board) == speak


def test_right_to_left_the_keys_follow_the_page(qtbot: QtBot, board: GoalBoard, journal: Journal) -> None:
    speak = planned(journal, "Speak")
    started(journal, "Lead")
    board.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show(board, journal)
    board.focus_first()
    qtbot.keyClick(board.active, Qt.Key.Key_Right)
    assert at(board) == speak


def test_enter_opens_and_delete_asks_for_the_trash(qtbot: QtBot, board: GoalBoard, journal: Journal) -> None:
    lead = started(journal, "Lead")
    asked: list[tuple[str, object]] = []
    board.opened.connect(lambda goal: asked.append(("open", goal)))
    board.trashed.connect(lambda goal: asked.append(("trash", goal)))
    show(board, journal)
    board.focus_first()
    qtbot.keyClick(board.active, Qt.Key.Key_Return)
    qtbot.keyClick(board.active, Qt.Key.Key_Delete)
    assert asked == [("open", lead), ("trash", lead)]


def test_the_keyboard_follows_a_card_to_its_new_column(board: GoalBoard, journal: Journal) -> None:
    lead = started(journal, "Lead")
    started(journal, "Other")
    show(board, journal)
    board.active.choose(lead)
    board.active.setFocus()
    journal.goals.pause(lead, journal.today())
    show(board, journal)
    assert board.paused.hasFocus()
    assert at(board) == lead
    journal.goals.trash(lead)
    show(board, journal)
    assert board.active.hasFocus(), "where its card is gone, to another one"


def test_the_page_scrolls_to_the_card_that_has_the_keyboard(qtbot: QtBot, journal: Journal) -> None:
    board, page = GoalBoard(), QScrollArea()
    page.setWidgetResizable(True)
    page.setWidget(board)
    for number in range(9):
        started(journal, f"Goal {number}")
    on_screen(qtbot, page)
    page.resize(900, 300)
    show(board, journal)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    board.focus_first()
    for _ in range(8):
        qtbot.keyClick(board.active, Qt.Key.Key_Down)
    place = board.active.visualRect(board.active.currentIndex())
    seen = board.active.viewport().mapTo(page.viewport(), place.bottomLeft()).y()
    assert page.verticalScrollBar().value() > 0
    assert seen <= page.viewport().height()
