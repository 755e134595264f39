"""Stretch goals as a board: the choice is kept, and a card's menu does what its state allows."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui import asking
from ui.showing import on_screen
from workjournal.domain.goal import Goal, GoalState
from workjournal.journal.journal import Journal
from workjournal.ui.dialogs.close_goal import CloseGoalDialog
from workjournal.ui.screens.goals import GoalsScreen


class Board:
    """The screen with a board on it, where it went and what it said."""

    def __init__(self, qtbot: QtBot, journal: Journal) -> None:
        self.screen = on_screen(qtbot, GoalsScreen(journal))
        self.went: list[tuple[str, object]] = []
        self.said: list[tuple[str, Callable[[], object]]] = []
        self.screen.go.connect(lambda name, what: self.went.append((name, what)))
        self.screen.toast.connect(lambda text, undo: self.said.append((text, undo)))

    def menu(self, goal: UUID) -> dict[str, Callable[[], object]]:
        """What the menu of a card offers, by its words."""
        self.screen.renew()
        self.screen.board.menu.emit(goal, QPoint(0, 0))
        *_, menu = self.screen.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
        menu.close()
        return entries(menu)

    def delays(self, goal: UUID) -> dict[str, Callable[[], object]]:
        """What the menu of a card offers below "Remind me"."""
        self.menu(goal)
        *_, menu = self.screen.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
        (delays,) = menu.findChildren(QMenu)
        return entries(delays)


def entries(menu: QMenu) -> dict[str, Callable[[], object]]:
    """What a menu does, by its words."""
    return {action.text(): action.trigger for action in menu.actions() if action.text()}


@pytest.fixture
def board(qtbot: QtBot, journal: Journal) -> Board:
    return Board(qtbot, journal)


def started(journal: Journal, title: str) -> UUID:
    goal = journal.goals.add(Goal(title=title))
    journal.goals.start(goal.id, journal.today())
    return goal.id


def test_the_board_comes_first_and_the_choice_is_kept(qtbot: QtBot, board: Board, journal: Journal) -> None:
    started(journal, "Lead")
    board.screen.renew()
    board.screen.arrive(None)
    assert board.screen.board.active.hasFocus()
    assert not board.screen.active.isVisible()
    board.screen.view.choice = "list"
    assert board.screen.active.isVisible()
    again = on_screen(qtbot, GoalsScreen(journal))
    again.renew()
    again.arrive(None)
    assert again.active.hasFocus()
    again.view.choice = "board"
    third = GoalsScreen(journal)
    qtbot.addWidget(third)
    assert third.view.choice == "board"


def test_without_goals_there_is_nothing_to_choose(board: Board) -> None:
    board.screen.renew()
    assert board.screen.empty.isVisible()
    assert not board.screen.view.isVisible()


def test_a_goal_rests_and_goes_on_from_its_card(board: Board, journal: Journal, clock: Clock) -> None:
    goal = started(journal, "Lead")
    clock.forward(days=8)
    offered = board.menu(goal)
    assert list(offered) == [
        "Open",
        "Check in…",
        "Remind me",
        "Pause the goal",
        "Close…",
        "Move to the trash",
    ]
    offered["Pause the goal"]()
    assert journal.goals.get(goal).paused_on == journal.today()
    board.said[-1][1]()
    assert journal.goals.get(goal).paused_on is None
    journal.goals.pause(goal, journal.today())
    offered = board.menu(goal)
    assert list(offered) == ["Open", "Resume", "Close…", "Move to the trash"]
    offered["Resume"]()
    assert journal.goals.get(goal).paused_on is None
    board.said[-1][1]()
    assert journal.goals.get(goal).paused_on == journal.today()


@pytest.mark.parametrize("words", ["Open", "Check in…", "Close…"])
def test_what_asks_something_leads_to_the_page(board: Board, journal: Journal, words: str) -> None:
    goal = started(journal, "Lead")
    board.menu(goal)[words]()
    assert board.went == [("goal", goal)]
    assert journal.goals.get(goal).state is GoalState.ACTIVE


def test_a_planned_one_is_started_on_its_page(board: Board, journal: Journal) -> None:
    goal = journal.goals.add(Goal(title="Speak")).id
    offered = board.menu(goal)
    assert list(offered) == ["Open", "Start…", "Give up…", "Move to the trash"]
    offered["Start…"]()
    assert board.went == [("goal", goal)]


def test_a_planned_one_is_given_up_with_a_reason(qtbot: QtBot, board: Board, journal: Journal) -> None:
    goal = journal.goals.add(Goal(title="Speak")).id
    board.menu(goal)["Give up…"]()
    dialog = asking.asked(CloseGoalDialog)
    assert [choice.value for choice in dialog.state._choices] == [GoalState.ABANDONED]
    assert dialog.reason.hasFocus()
    assert not dialog.agree.isEnabled()
    qtbot.keyClicks(dialog.reason, "No fair this year")
    dialog.agree.click()
    given_up = journal.goals.get(goal)
    assert (given_up.state, given_up.reason) == (GoalState.ABANDONED, "No fair this year")
    assert given_up.closed == journal.today()
    assert board.went == []  # there is nothing to look back on
    board.said[-1][1]()
    assert journal.goals.get(goal).state is GoalState.PLANNED


def test_a_delay_says_the_day_it_really_asks_and_is_taken_back(board: Board, journal: Journal) -> None:
    goal = started(journal, "Lead")
    asks = journal.goals.get(goal).next_check_in(journal.today())
    assert asks is not None
    delays = board.delays(goal)
    assert list(delays) == ["Tomorrow", "In three days", "Next week"]
    delays["Tomorrow"]()
    assert board.said[-1][0] == f"It asks again on {asks:%a} {asks.day} {asks:%b}"
    delays = board.delays(goal)
    assert list(delays)[-1] == "Back to its rhythm"
    delays["Back to its rhythm"]()
    assert journal.goals.get(goal).snoozed_until is None
    board.said[-1][1]()
    assert journal.goals.get(goal).snoozed_until is not None


def test_one_that_is_over_can_only_be_opened_or_put_away(board: Board, journal: Journal) -> None:
    goal = started(journal, "Lead")
    journal.goals.close(goal, GoalState.MISSED, journal.today())
    offered = board.menu(goal)
    assert list(offered) == ["Open", "Move to the trash"]
    offered["Move to the trash"]()
    assert journal.goals.all() == []
    board.said[-1][1]()
    assert [one.id for one in journal.goals.all()] == [goal]


def test_those_left_out_are_in_the_list(board: Board, journal: Journal) -> None:
    for number in range(12):
        goal = started(journal, f"Goal {number}")
        journal.goals.close(goal, GoalState.ACHIEVED, journal.today())
    board.screen.renew()
    board.screen.board.more.click()
    assert board.screen.closed.hasFocus()
    assert len(board.screen.closed.rows()) == 12
