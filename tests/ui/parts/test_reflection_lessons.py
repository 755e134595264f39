"""Lessons beside a reflection: applied in its episode, taken into its goal, or only opened."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Lesson
from workjournal.domain.period import Interval, Period
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.ui.places import New
from workjournal.ui.screens.reflection import ReflectionScreen

ALT = Qt.KeyboardModifier.AltModifier
SENTENCE = "Get the supplier's deadline in writing."
ANSWER = "The supplier moved the deadline"


@pytest.fixture
def lesson(journal: Journal) -> Lesson:
    return journal.lessons.add(Lesson(date=journal.today(), text=SENTENCE))


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal, lesson: Lesson) -> ReflectionScreen:
    made = on_screen(qtbot, ReflectionScreen(journal))
    made.renew()
    return made


def shown(screen: ReflectionScreen) -> list[str]:
    return [lesson.text for lesson in screen.lessons.matching.lessons()]


def answer(qtbot: QtBot, screen: ReflectionScreen) -> Any:
    """Type an answer where the keyboard is, until the lesson appears; the field."""
    field = screen.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, ANSWER)
    qtbot.waitUntil(lambda: shown(screen) == [SENTENCE])
    return field


def test_on_an_episode_it_is_applied_there(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal, lesson: Lesson
) -> None:
    episode = journal.episodes.add(Episode(date=journal.today(), title="Depot"))
    screen.arrive(New(about=episode.id))
    assert not screen.lessons.isVisible()
    field = answer(qtbot, screen)
    assert screen.lessons.isVisible()
    undo: list[Any] = []
    screen.toast.connect(lambda _text, back: undo.append(back))
    qtbot.keyClick(field, Qt.Key.Key_1, ALT)
    assert [known.id for known in journal.lessons.applied_in(episode.id)] == [lesson.id]
    screen.renew()
    assert shown(screen) == []
    qtbot.keyClicks(field, ".")
    assert f"{ANSWER}." in screen.answers.answers.values()
    undo[0]()
    assert journal.lessons.applied_in(episode.id) == []


def test_on_a_goal_the_goal_builds_on_it(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal, lesson: Lesson
) -> None:
    goal = journal.goals.add(Goal(title="Lead the count"))
    screen.arrive(New(about=goal.id))
    field = answer(qtbot, screen)
    assert screen.lessons.matching.rows[0].press.text() == "Build on it"
    qtbot.keyClick(field, Qt.Key.Key_1, ALT)
    assert [known.id for known in journal.lessons.of_goal(goal.id)] == [lesson.id]


@pytest.mark.parametrize("of_period", [False, True])
def test_about_nothing_or_a_period_it_is_only_opened(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal, lesson: Lesson, of_period: bool
) -> None:
    period = Period.of(Interval.WEEK, journal.today())
    screen.arrive(New(about=period) if of_period else New())
    gone: list[tuple[str, object]] = []
    screen.go.connect(lambda name, what: gone.append((name, what)))
    field = answer(qtbot, screen)
    assert screen.lessons.matching.rows[0].press.text() == "Open"
    qtbot.keyClick(field, Qt.Key.Key_1, ALT)
    assert gone == [("lessons", lesson.id)]
    assert journal.lessons.get(lesson.id).applied() == []


def test_what_it_left_itself_is_left_out(screen: ReflectionScreen, journal: Journal) -> None:
    episode = journal.episodes.add(Episode(date=journal.today(), title="Depot"), skills=["Planning"])
    other = Lesson(date=journal.today(), text="Ask twice.")
    journal.lessons.add(other, skills=["Planning"])
    left = Lesson(date=journal.today(), text="Left by this very reflection.")
    reflection = Reflection(date=journal.today(), method="aar-short", answers={"why": "So."})
    journal.reflections.keep(reflection, episodes=[episode.id], lessons=[left])
    screen.arrive(reflection.id)
    assert shown(screen) == ["Ask twice."]
