"""After a lock one is where one was; and who may ask for one."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui.locking.opened import Open, an_episode, cover_of, journal_of, present, shown, space_of
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Lesson
from workjournal.domain.period import Interval, Period
from workjournal.settings import Settings
from workjournal.ui import neighbour
from workjournal.ui.main_window import MainWindow
from workjournal.ui.places import New


@pytest.mark.parametrize("name", ["episode", "goal", "lessons", "growth", "today"])
def test_one_comes_back_to_where_one_was_once(
    name: str, window: MainWindow, open_window: Open, clock: Clock
) -> None:
    journal = journal_of(window)
    an_episode(journal)
    things = {
        "episode": an_episode(journal).id,
        "goal": journal.goals.add(Goal(title="Lead it")).id,
        "lessons": journal.lessons.add(Lesson(date=journal.today(), text="Name it.")).id,
        "today": journal.today().replace(day=3),
    }
    screen = shown(window, name, things.get(name))
    window.lock()
    again = open_window()
    back = present(again)
    assert type(back) is type(screen)
    assert back.here() == things.get(name)
    again.close()
    last = open_window()
    assert present(last) is space_of(last).screen_of("today")
    assert present(last).here() is None


def test_a_new_thing_is_come_back_to_as_it_was_saved(window: MainWindow, open_window: Open) -> None:
    editor = shown(window, "episode", New())
    editor.title_.setText("Begun")
    window.lock()
    again = open_window()
    assert present(again) is space_of(again).screen_of("episode")
    assert present(again).title_.text() == "Begun"
    assert len(journal_of(again).episodes.newest()) == 1


def test_a_reflection_goes_on(window: MainWindow, open_window: Open) -> None:
    episode = an_episode(journal_of(window))
    editor = shown(window, "reflection", New(about=episode.id))
    editor.answers.answers = {editor.questions.asked.prompts[0].key: "Half an answer"}
    window.lock()
    again = open_window()
    assert present(again) is space_of(again).screen_of("reflection")
    assert list(present(again).answers.answers.values()) == ["Half an answer"]


def test_a_review_goes_on_with_what_was_written_by_another_method(
    window: MainWindow, open_window: Open
) -> None:
    week = Period.of(Interval.WEEK, journal_of(window).today())
    editor = shown(window, "reflection", New(about=week))
    editor.answers.answers = {"moved": "The depot"}
    editor.method.choice = "gibbs"
    editor.evidence.text = "The minutes"
    window.lock()
    back = present(open_window())
    assert back.name == "reflection"
    assert (back.method.choice, back.answers.answers) == ("gibbs", {"moved": "The depot"})
    assert back.evidence.text == "The minutes"
    assert back.context.title.text().startswith("Week of")


def test_what_is_gone_is_no_place(window: MainWindow, open_window: Open, folder: Path) -> None:
    journal = journal_of(window)
    journal.preferences.set(
        "ui.place", '{"screen": "episode", "thing": "00000000-0000-0000-0000-000000000000"}'
    )
    window.close()
    again = open_window()
    assert present(again) is space_of(again).screen_of("today")
    journal_of(again).preferences.set("ui.place", "no JSON")
    again.close()
    assert space_of(open_window()).rail._items["today"].isChecked()


def test_the_terminal_locks_and_a_second_window_brings_up(
    window: MainWindow, restarted: list[Path], qtbot: QtBot
) -> None:
    window.showMinimized()
    assert window.outposts.answer(neighbour.RAISE)
    assert not window.isMinimized()
    assert window.outposts.answer(neighbour.LOCK)
    assert window._stack.currentWidget() is cover_of(window)
    assert not restarted  # the answer first
    qtbot.waitUntil(lambda: bool(restarted))
    assert window.outposts.answer(neighbour.LOCK)  # it is locked already
    assert QGuiApplication.focusWindow() is not None


def test_idle_minutes_are_this_machines(window: MainWindow) -> None:
    assert window.settings.idle_minutes == 5
    window.change({"idle_minutes": 0})
    assert Settings.load().idle_minutes == 0
    assert window._triggers is not None
    assert not window._triggers._clock.isActive()
