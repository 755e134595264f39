"""What is typed is never lost: whoever changed it meanwhile, whatever a save raises, wherever one goes."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE, Clock
from ui.showing import show_active
from workjournal.domain import methods
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Lesson
from workjournal.domain.reflection import Reflection
from workjournal.errors import JournalError
from workjournal.journal import opening
from workjournal.journal.journal import Journal
from workjournal.settings import Settings
from workjournal.ui import tasks
from workjournal.ui.entrance.opening_work import Opened
from workjournal.ui.main_window import MainWindow
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.workspace import Workspace

TODAY = dt.date(2026, 11, 19)


class NoRoom(JournalError):
    """There is no room."""


class Key:
    """Stands in for the lock on the vault."""

    held = True

    def release(self) -> None:
        self.held = False


@pytest.fixture
def restarted() -> list[Path]:
    return []


@pytest.fixture
def window(
    qtbot: QtBot, new_vault: Path, folder: Path, clock: Clock, restarted: list[Path]
) -> Iterator[MainWindow]:
    shutil.copytree(new_vault, folder)
    made = MainWindow(Settings(), folder, restart=restarted.append)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.enter(Opened(opening.open_journal(folder, PASSPHRASE, clock), Key()))
    yield made
    made.close()
    tasks.wait_all()


@pytest.fixture
def space(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


@pytest.fixture
def journal(window: MainWindow) -> Journal:
    assert window._opened is not None
    return window._opened.journal


@pytest.fixture
def elsewhere(window: MainWindow, folder: Path, clock: Clock) -> Iterator[Journal]:
    """The same vault in another program."""
    with opening.open_journal(folder, PASSPHRASE, clock) as opened:
        yield opened


def shown(space: Workspace, name: str, what: object = None) -> Any:
    """Go to a screen; its children are reached by their object names."""
    space.go(name, what)
    return space.screen_of(name)


def an_episode(journal: Journal) -> Episode:
    return journal.episodes.add(Episode(date=TODAY, title="Said no", story="Showed the scope."))


def fail(monkeypatch: pytest.MonkeyPatch, service: object, verb: str) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NoRoom

    monkeypatch.setattr(service, verb, refuse)


def test_a_screen_that_cannot_save_keeps_no_other_from_it(
    space: Workspace, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = shown(space, "episode", an_episode(journal).id)
    editor.story.text = "Typed and not saved."
    shown(space, "today").text.text = "Half a sentence"
    monkeypatch.setattr(editor, "leave", lambda: (_ for _ in ()).throw(NoRoom()))
    with pytest.raises(NoRoom):
        space.leave()
    draft = journal.drafts.find("capture")
    assert draft is not None
    assert draft.fields["text"] == "Half a sentence"


def test_what_cannot_be_saved_keeps_the_window_open(
    window: MainWindow, space: Workspace, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = shown(space, "episode", an_episode(journal).id)
    editor.story.text = "Typed on a full disk."
    told: list[BaseException] = []
    monkeypatch.setattr("workjournal.ui.errors.report", lambda error, _=None: told.append(error))
    with monkeypatch.context() as full:
        fail(full, journal.drafts, "keep")
        fail(full, journal.episodes, "add")
        assert not window.close()
        assert [type(error) for error in told] == [NoRoom]
        assert window._stack.currentWidget() is space
        assert editor.story.text == "Typed on a full disk."
    assert window.close()


def test_one_stays_where_the_text_is_until_it_is_saved(
    space: Workspace, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = shown(space, "episode", New())
    editor.story.text = "A full disk, seen from a new episode."
    with monkeypatch.context() as full:
        fail(full, journal.episodes, "add")
        with pytest.raises(NoRoom):
            space.go("growth")
    assert space.stack.currentWidget() is editor
    assert space.rail._items["episodes"].isChecked()
    assert not space.rail._items["growth"].isChecked()
    space.go("growth")
    space.go("today")
    assert [episode.story for episode in journal.episodes.newest()] == [
        "A full disk, seen from a new episode."
    ]
    assert journal.drafts.all() == []


def test_what_cannot_be_shown_leaves_one_where_one_was(space: Workspace) -> None:
    shown(space, "episodes")
    with pytest.raises(JournalError):
        space.go("episode", Episode(date=TODAY, title="Never kept").id)
    assert space.stack.currentWidget() is space.screen_of("episodes")
    assert space.rail._items["episodes"].isChecked()


def _change_episode(other: Journal, episode_id: Any) -> None:
    changed = other.episodes.get(episode_id)
    changed.result = "Changed by the terminal."
    other.episodes.add(changed)


def test_an_episode_changed_elsewhere_takes_both(
    space: Workspace, journal: Journal, elsewhere: Journal
) -> None:
    episode = an_episode(journal)
    editor = shown(space, "episode", episode.id)
    editor.story.text = "Typed here."
    _change_episode(elsewhere, episode.id)
    with pytest.raises(JournalError):
        space.go("today")
    assert editor.story.text == "Typed here."
    assert editor.result.text == "Changed by the terminal."
    space.go("today")
    kept = journal.episodes.get(episode.id)
    assert (kept.story, kept.result) == ("Typed here.", "Changed by the terminal.")
    assert len(journal.episodes.newest()) == 1


def test_a_reflection_changed_elsewhere_is_saved_at_the_second_try(
    space: Workspace, journal: Journal, elsewhere: Journal
) -> None:
    prompt = methods.DEFAULT.prompts[0].key
    written = Reflection(date=TODAY, method=methods.DEFAULT.key, answers={prompt: "As it was."})
    journal.reflections.keep(written, lessons=[Lesson(date=TODAY, text="Name the outcome.")])
    editor = shown(space, "reflection", written.id)
    editor.answers.answers = {prompt: "Typed here."}
    editor.lesson_1.setText("Name the outcome first.")
    changed = elsewhere.reflections.get(written.id)
    changed.decision_quality = 70
    elsewhere.reflections.keep(changed)
    with pytest.raises(JournalError):
        space.go("today")
    assert editor.lesson_1.text() == "Name the outcome first."
    space.go("today")
    assert [lesson.text for lesson in journal.lessons.all()] == ["Name the outcome first."]
    assert journal.reflections.get(written.id).answers == {prompt: "Typed here."}
    assert len(journal.reflections.newest()) == 1


@pytest.mark.parametrize("noun", ["goal", "lesson"])
def test_a_thing_changed_elsewhere_stays_a_draft(
    noun: str, space: Workspace, journal: Journal, elsewhere: Journal
) -> None:
    goal = journal.goals.add(Goal(title="Lead the planning"))
    lesson = journal.lessons.add(Lesson(date=TODAY, text="Name the outcome."))

    def field() -> Any:
        if noun == "goal":
            return shown(space, "goal", goal.id).plan.why
        return shown(space, "lessons", lesson.id).lesson.detail

    field().text = "Typed here."
    their_goal, their_lesson = elsewhere.goals.get(goal.id), elsewhere.lessons.get(lesson.id)
    their_goal.support, their_lesson.trigger = "Aiko", "planning"
    elsewhere.goals.add(their_goal)
    elsewhere.lessons.add(their_lesson)
    space.go("today")
    assert journal.drafts.all()
    assert field().text == "Typed here."
    space.go("today")
    assert not journal.drafts.all()
    saved = journal.goals.all()[0].why if noun == "goal" else journal.lessons.all()[0].detail
    assert saved == "Typed here."


def test_a_check_in_goes_on_after_a_window_that_could_not_close(
    window: MainWindow, space: Workspace, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    goal = journal.goals.add(Goal(title="Lead the planning"))
    journal.goals.start(goal.id, TODAY)
    today = shown(space, "today")
    page = shown(space, "goal", goal.id)
    page.check_in.changed.text = "Priya took"
    monkeypatch.setattr("workjournal.ui.errors.report", lambda *_: None)
    with monkeypatch.context() as broken:
        broken.setattr(today, "leave", lambda: (_ for _ in ()).throw(NoRoom()))
        assert not window.close()
    page.check_in.changed.text = "Priya took the first two"
    page.check_in.give.click()
    (given,) = journal.goals.get(goal.id).check_ins
    assert given.changed == "Priya took the first two"
    assert journal.drafts.all() == []


@pytest.mark.parametrize("name", ["episode", "reflection", "goal", "lessons"])
def test_what_was_shown_and_then_trashed_does_not_bar_the_screen(
    name: str, space: Workspace, journal: Journal
) -> None:
    episode, other = an_episode(journal), an_episode(journal)
    goal = journal.goals.add(Goal(title="Lead the planning"))
    lesson = journal.lessons.add(Lesson(date=TODAY, text="Name the outcome."))
    first: dict[str, object] = {
        "episode": episode.id,
        "reflection": New(about=episode.id),
        "goal": goal.id,
        "lessons": lesson.id,
    }
    shown(space, name, first[name])
    space.go("today")
    journal.episodes.trash(episode.id)
    journal.goals.trash(goal.id)
    journal.lessons.trash(lesson.id)
    then: dict[str, object] = {"episode": other.id, "reflection": New(about=other.id)}
    screen = shown(space, name, then.get(name, New()))
    assert isinstance(screen, Screen)
    assert space.stack.currentWidget() is screen
