"""The lessons a goal builds on."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.goal import Goal, GoalState
from workjournal.domain.lesson import Lesson
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.ui.places import New
from workjournal.ui.screens.goal import GoalScreen

ALT = Qt.KeyboardModifier.AltModifier
SENTENCE = "Get the supplier's deadline in writing."


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> GoalScreen:
    made = on_screen(qtbot, GoalScreen(journal))
    made.renew()
    return made


@pytest.fixture
def lesson(journal: Journal) -> Lesson:
    return journal.lessons.add(Lesson(date=journal.today(), text=SENTENCE), skills=["Planning"])


def shown(screen: GoalScreen) -> list[str]:
    return [lesson.text for lesson in screen.lessons.matching.lessons()]


def named(screen: GoalScreen, beginning: str) -> QPushButton:
    (found,) = [
        button
        for card in screen.lessons.cards
        for button in card.findChildren(QPushButton)
        if button.accessibleName().startswith(beginning)
    ]
    return found


def test_a_new_goal_is_kept_first_and_the_typing_goes_on(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, lesson: Lesson
) -> None:
    screen.arrive(New())
    assert not screen.lessons.isVisible()
    screen.plan.why.setFocus()
    qtbot.keyClicks(screen.plan.why, "The supplier breaks each deadline")
    qtbot.waitUntil(lambda: shown(screen) == [SENTENCE])
    assert screen.lessons.isVisible()
    qtbot.keyClick(screen.plan.why, Qt.Key.Key_1, ALT)
    assert journal.goals.all() == []
    assert screen.plan.problem.isVisible()
    assert screen.plan.title_.hasFocus()
    qtbot.keyClicks(screen.plan.title_, "Tame the supplier")
    screen.plan.why.setFocus()
    qtbot.keyClick(screen.plan.why, Qt.Key.Key_1, ALT)
    (goal,) = journal.goals.all()
    assert goal.title == "Tame the supplier"
    assert [known.id for known in journal.lessons.of_goal(goal.id)] == [lesson.id]
    screen.renew()
    qtbot.keyClicks(screen.plan.why, ", always.")
    assert screen.plan.why.text == "The supplier breaks each deadline, always."
    assert shown(screen) == []
    assert len(screen.lessons.cards) == 1


def test_it_is_taken_out_with_undo_and_opened(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, lesson: Lesson
) -> None:
    goal = journal.goals.add(Goal(title="Lead the count"))
    journal.lessons.take_into(lesson.id, goal.id)
    undo: list[Callable[[], object]] = []
    gone: list[tuple[str, object]] = []
    screen.toast.connect(lambda _text, back: undo.append(back))
    screen.go.connect(lambda name, what: gone.append((name, what)))
    screen.arrive(goal.id)
    named(screen, "Open the lesson").click()
    assert gone == [("lessons", lesson.id)]
    named(screen, "Take out").click()
    assert journal.lessons.of_goal(goal.id) == []
    screen.renew()
    assert screen.lessons.cards == []
    undo[0]()
    assert [known.id for known in journal.lessons.of_goal(goal.id)] == [lesson.id]


def test_skills_and_challenges_find_lessons_but_not_those_it_left(
    screen: GoalScreen, journal: Journal, lesson: Lesson
) -> None:
    goal = journal.goals.add(Goal(title="Lead the count", challenges=["high stakes"]), skills=["planning"])
    left = Lesson(date=journal.today(), text="Left by this goal.")
    reflection = Reflection(date=journal.today(), method="aar-short", answers={"why": "So."}, goal_id=goal.id)
    journal.reflections.keep(reflection, lessons=[left])
    screen.arrive(goal.id)
    assert shown(screen) == [SENTENCE]
    assert screen.lessons.matching.rows[0].reason.text() == "Same skill: Planning"


def test_a_closed_goal_takes_up_nothing_more(screen: GoalScreen, journal: Journal, lesson: Lesson) -> None:
    goal = journal.goals.add(Goal(title="Lead the count"), skills=["Planning"])
    journal.lessons.take_into(lesson.id, goal.id)
    journal.lessons.add(Lesson(date=journal.today(), text="Another."), skills=["Planning"])
    journal.goals.start(goal.id, journal.today())
    screen.arrive(goal.id)
    assert shown(screen) == []
    screen.plan.view.choice = "plan"
    assert shown(screen) == ["Another."]
    journal.goals.close(goal.id, GoalState.ACHIEVED, journal.today())
    screen.arrive(goal.id)
    screen.plan.view.choice = "plan"
    assert shown(screen) == []
    assert len(screen.lessons.cards) == 1
    assert not [
        button
        for button in screen.lessons.cards[0].findChildren(QPushButton)
        if button.accessibleName().startswith("Take out")
    ]


def test_nothing_is_seen_where_there_is_nothing(qtbot: QtBot, screen: GoalScreen) -> None:
    screen.arrive(New())
    qtbot.keyClicks(screen.plan.title_, "Tame the supplier and each deadline")
    qtbot.wait(350)
    assert not screen.lessons.isVisible()
