"""The plan of a goal by itself, in a page that scrolls, and the keys of somebody without a mouse."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.goal import Goal
from workjournal.journal.journal import Journal
from workjournal.ui import tab_order
from workjournal.ui.parts.goal_plan import GoalPlan

CONTROL = Qt.KeyboardModifier.ControlModifier
_MOST_TABS = 60


def planning(qtbot: QtBot, journal: Journal | None, goal: Goal, today: Journal) -> GoalPlan:
    """A plan that shows this goal, in an active window; `today` is whose day it is."""
    area = QScrollArea()
    plan = GoalPlan(area, journal)
    area.setWidgetResizable(True)
    area.setWidget(plan)
    plan.show_goal(goal, today.today())
    plan.say_problem("")
    tab_order.chain(plan)
    on_screen(qtbot, area)
    return plan


def at() -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(
    key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
) -> None:
    """Press a key where the keyboard is."""
    for _ in range(times):
        QTest.keyClick(at(), key, modifiers)


def write(text: str) -> None:
    """Type where the keyboard is."""
    QTest.keyClicks(at(), text)


def tab_to(wanted: QWidget) -> None:
    """Press Tab until it is there."""
    for _ in range(_MOST_TABS):
        if at() is wanted:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {wanted.objectName()}")
