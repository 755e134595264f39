"""A goal from the wish to the closing review without a mouse: the short path, in less than four minutes."""

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from ui import asking
from ui.showing import show_active
from workjournal.domain.goal import GoalState
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.close_goal import CloseGoalDialog
from workjournal.ui.dialogs.confirm import ConfirmDialog
from workjournal.ui.screens.goal import GoalScreen
from workjournal.ui.screens.reflection import ReflectionScreen
from workjournal.ui.workspace import Workspace

FOUR_MINUTES = 240.0
KEYS_A_SECOND = 4.0
"""Some 48 words a minute: no fast typist."""
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Keyboard:
    """Presses keys where the keyboard is, and counts them."""

    def __init__(self) -> None:
        self.keys = 0

    def write(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.at(), letter)
        self.keys += len(text)

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> None:
        for _ in range(times):
            QTest.keyClick(self.at(), key, modifiers)
            self.keys += 1
            tasks.wait_all()

    def tab_to(self, wanted: QWidget, *, back: bool = False) -> None:
        """Tab until it has the keyboard; every one counts."""
        most = self.keys + 40
        while self.at() is not wanted and not wanted.isAncestorOf(self.at()):
            assert self.keys < most, f"Tab does not reach {wanted.objectName()}"
            self.press(Qt.Key.Key_Tab, SHIFT if back else Qt.KeyboardModifier.NoModifier)

    @staticmethod
    def at() -> QWidget:
        for _ in range(500):  # a dialog that came or went gives the keyboard on a moment later
            found = QApplication.focusWidget()
            if found is not None:
                return found
            QTest.qWait(10)
        raise AssertionError("Nothing has the keyboard")


@pytest.fixture
def empty(qtbot: QtBot, journal: Journal) -> Iterator[Workspace]:
    """A journal without a word in it, in a window that has the keyboard."""
    window = QMainWindow()
    qtbot.addWidget(window)
    made = Workspace(journal)
    window.setCentralWidget(made)
    window.resize(1440, 900)
    show_active(qtbot, window)
    made.start()
    yield made
    tasks.wait_all()
    made.leave()


def _until(holds: Callable[[], bool]) -> None:
    """A button pressed by its shortcut is seen going down for a moment."""
    for _ in range(500):
        if holds():
            return
        QTest.qWait(10)
    raise AssertionError("It did not come to that")


def gone(kind: type[QDialog], page: QWidget) -> None:
    """Wait until a dialog is closed. The window gets the keyboard back from the window manager, and there is none here."""
    _until(lambda: not asking.is_asked(kind))
    page.window().activateWindow()


def test_from_wish_to_closing_review_in_four_minutes(
    empty: Workspace, journal: Journal, record_property: Callable[[str, object], None]
) -> None:
    hands, began = Keyboard(), time.perf_counter()
    hands.press(Qt.Key.Key_K, CONTROL)
    hands.write("plan a str")
    hands.press(Qt.Key.Key_Return)
    page = empty.screen_of("goal")
    assert isinstance(page, GoalScreen)
    assert hands.at() is page.plan.title_
    _wish(hands, page)
    _look(hands, page)
    _end(hands, page)
    review = empty.stack.currentWidget()
    assert isinstance(review, ReflectionScreen)
    assert review.questions.asked.key == "aar-full"
    _look_back(hands, review)
    took = time.perf_counter() - began

    (goal,) = journal.goals.all()
    assert (goal.title, goal.state) == ("Chair the quarterly review alone", GoalState.ACHIEVED)
    assert [each.progress for each in goal.check_ins] == [50]
    (kept,) = journal.reflections.of_goal(goal.id)
    assert kept.method == "aar-full"
    assert set(kept.answers) == {"intended", "happened", "why", "sustain", "improve", "follow_up"}
    (lesson,), _ = journal.reflections.left_by(kept.id)
    assert lesson.text == "Send the agenda a day before."
    whole = hands.keys / KEYS_A_SECOND + took
    record_property("the short path of a goal", {"of": "by keyboard", "keys": hands.keys, "s": round(whole)})
    assert whole < FOUR_MINUTES, f"{hands.keys} keys and {took:.1f} s"


def _wish(hands: Keyboard, page: GoalScreen) -> None:
    """A title is enough to start."""
    hands.write("Chair the quarterly review alone")
    hands.tab_to(page.start, back=True)
    hands.press(Qt.Key.Key_Return)
    asking.asked(ConfirmDialog)
    hands.press(Qt.Key.Key_Return)
    gone(ConfirmDialog, page)


def _look(hands: Keyboard, page: GoalScreen) -> None:
    assert hands.at() is page.check_in.progress
    hands.press(Qt.Key.Key_Right)
    hands.tab_to(page.check_in.changed)
    hands.write("Aiko lets me prepare the next one.")
    hands.press(Qt.Key.Key_Return, CONTROL)
    _until(lambda: bool(page.story.count.text()))


def _end(hands: Keyboard, page: GoalScreen) -> None:
    hands.tab_to(page.close_goal, back=True)
    hands.press(Qt.Key.Key_Return)
    dialog = asking.asked(CloseGoalDialog)
    hands.press(Qt.Key.Key_Space)
    hands.tab_to(dialog.reason)
    hands.write("I chaired it and the decisions stood.")
    hands.press(Qt.Key.Key_Return, CONTROL)
    gone(CloseGoalDialog, page)


def _look_back(hands: Keyboard, review: ReflectionScreen) -> None:
    for answer in (
        "To chair it without help.",
        "Five decisions in fifty minutes.",
        "I knew each point beforehand, quite sure.",
        "Talks with everybody before.",
        "Agenda a day earlier, by me, next time.",
        "In the minutes of March.",
    ):
        hands.write(answer)
        hands.press(Qt.Key.Key_Return, CONTROL)
    assert hands.at() is review.leaves.lesson_1
    hands.write("Send the agenda a day before.")
    hands.press(Qt.Key.Key_Return, CONTROL)
