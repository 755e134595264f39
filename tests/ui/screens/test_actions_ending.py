"""Actions: how one ends, and how that is taken back."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ui.actions_page import IF_THEN, Told, kept, rows, titles
from ui.showing import on_screen
from workjournal.domain.action import Action, ActionState
from workjournal.domain.goal import Goal
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.ui.parts.action_words import CLOSED
from workjournal.ui.screens.actions import ActionsScreen

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> ActionsScreen:
    return on_screen(qtbot, ActionsScreen(journal))


@pytest.fixture
def told(screen: ActionsScreen) -> Told:
    said: Told = []
    screen.toast.connect(lambda text, undo: said.append((text, undo)))
    return said


def test_done_in_the_list_by_one_key_goes_on_to_the_next_and_back(
    qtbot: QtBot,
    screen: ActionsScreen,
    journal: Journal,
    told: Told,
) -> None:
    first, second = kept(journal, "First", 1), kept(journal, "Second", 2)
    screen.renew()
    screen.arrive(None)
    qtbot.keyClick(screen.actions_, Qt.Key.Key_Return)
    qtbot.keyClick(screen.actions_, Qt.Key.Key_Space)
    assert journal.actions.get(first).state is ActionState.OPEN, "neither Enter nor Space ends anything"
    qtbot.keyClick(screen.actions_, Qt.Key.Key_R)
    screen.refresh()
    assert journal.actions.get(first).state is ActionState.DONE
    assert screen.action.action_id == second
    assert told[0][0] == "Action done"
    told[0][1]()
    screen.refresh()
    assert titles(screen) == ["First", "Second"]


@pytest.mark.parametrize("state", [ActionState.DONE, ActionState.NOT_MET, ActionState.NEVER_AROSE])
def test_a_plan_ends_by_what_became_of_it(
    qtbot: QtBot,
    screen: ActionsScreen,
    journal: Journal,
    told: Told,
    state: ActionState,
) -> None:
    action = kept(journal, "Name the range", if_then=IF_THEN)
    screen.renew()
    screen.arrive(action)
    assert not screen.action.done.isVisible()
    qtbot.mouseClick(screen.action.outcomes[state], LEFT)
    ended = journal.actions.get(action)
    assert (ended.state, ended.ended) == (state, journal.today())
    told[0][1]()
    assert journal.actions.get(action).state is ActionState.OPEN


def test_a_plan_in_the_list_asks_what_became_of_it(
    qtbot: QtBot, screen: ActionsScreen, journal: Journal
) -> None:
    action = kept(journal, "Name the range", if_then=IF_THEN)
    screen.renew()
    screen.arrive(None)
    qtbot.keyClick(screen.actions_, Qt.Key.Key_R)
    assert journal.actions.get(action).state is ActionState.OPEN
    (menu,) = screen.actions_.findChildren(QMenu)
    assert [one.text() for one in menu.actions()] == [
        "It came up and I did it",
        "It came up and I did not",
        "It never came up",
    ]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert journal.actions.get(action).state is ActionState.NOT_MET


def test_a_plan_just_typed_is_asked_for_and_saved_before_the_end(
    qtbot: QtBot, screen: ActionsScreen, journal: Journal
) -> None:
    action = kept(journal, "Name the range")
    screen.renew()
    assert screen.action.done.isVisible()
    qtbot.keyClicks(screen.action.if_then, IF_THEN)
    assert not screen.action.done.isVisible()
    qtbot.mouseClick(screen.action.outcomes[ActionState.NEVER_AROSE], LEFT)
    ended = journal.actions.get(action)
    assert (ended.state, ended.if_then) == (ActionState.NEVER_AROSE, IF_THEN)


def test_what_cannot_be_saved_does_not_end(qtbot: QtBot, screen: ActionsScreen, journal: Journal) -> None:
    action = kept(journal, "Call Ada")
    screen.renew()
    screen.action.text.text = ""
    qtbot.mouseClick(screen.action.done, LEFT)
    assert journal.actions.get(action).state is ActionState.OPEN
    assert screen.action.problem.isVisible()


def test_dropped_and_opened_again_with_the_day_it_ended_on(
    qtbot: QtBot,
    screen: ActionsScreen,
    journal: Journal,
    told: Told,
) -> None:
    action, earlier = kept(journal, "Call Ada"), journal.today() - dt.timedelta(days=9)
    journal.actions.end(action, ActionState.DROPPED, earlier)
    screen.renew()
    screen.arrive(action)
    assert screen.view.choice == CLOSED
    assert screen.action.state_chip.text() == "Dropped"
    assert not screen.action.drop.isVisible()
    qtbot.mouseClick(screen.action.reopen, LEFT)
    assert journal.actions.get(action).state is ActionState.OPEN
    told[0][1]()
    back = journal.actions.get(action)
    assert (back.state, back.ended) == (ActionState.DROPPED, earlier)


def test_trash_can_be_undone(
    qtbot: QtBot,
    screen: ActionsScreen,
    journal: Journal,
    told: Told,
) -> None:
    kept(journal, "Call Ada")
    screen.renew()
    screen.arrive(None)
    qtbot.keyClick(screen.actions_, Qt.Key.Key_Delete)
    screen.refresh()
    assert screen.empty.isVisible()
    told[0][1]()
    screen.refresh()
    assert titles(screen) == ["Call Ada"]


def test_goes_to_where_it_came_from(qtbot: QtBot, screen: ActionsScreen, journal: Journal) -> None:
    goal = journal.goals.add(Goal(title="Lead the count"))
    reflection = Reflection(date=journal.today(), method="aar-short", answers={"why": "x"}, goal_id=goal.id)
    action = Action(date=journal.today(), text="Call Ada")
    journal.reflections.keep(reflection, actions=[action])
    asked: list[tuple[str, object]] = []
    screen.go.connect(lambda name, what: asked.append((name, what)))
    screen.renew()
    qtbot.mouseClick(screen.action.source, LEFT)
    qtbot.mouseClick(screen.action.about, LEFT)
    assert asked == [("reflection", reflection.id), ("goal", goal.id)]
    assert rows(screen)[0].second == "No due day · from Lead the count"
