"""The opened journal as a whole: what another program saves, what is only read, what the user should know."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMainWindow, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE, Clock
from examples import filled
from ui.showing import show_active
from workjournal.domain.episode import Episode
from workjournal.errors import JournalError
from workjournal.journal import opening
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.autosave import Autosave
from workjournal.ui.places import New
from workjournal.ui.screens import SCREENS
from workjournal.ui.widgets.band import Band
from workjournal.ui.widgets.saved_mark import SavedMark
from workjournal.ui.workspace import Workspace
from workjournal.vault import vault

Show = Callable[[Journal], Workspace]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Puts an opened journal into a window."""
    made: list[Workspace] = []

    def show_(journal: Journal) -> Workspace:
        window = QMainWindow()
        qtbot.addWidget(window)
        made.append(Workspace(journal))
        window.setCentralWidget(made[-1])
        window.resize(1440, 900)
        show_active(qtbot, window)
        made[-1].start()
        return made[-1]

    yield show_
    tasks.wait_all()
    for space in made:
        space.leave()


@pytest.fixture
def only_read(
    journal: Journal, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Journal]:
    """A journal with one of everything, in a folder that cannot be written."""
    filled(journal, tmp_path)
    copy = tmp_path / "read only"
    journal.close()
    shutil.copytree(journal.folder, copy)
    monkeypatch.setattr(vault, "is_writable", lambda _: False)  # nothing keeps root from writing
    with opening.open_journal(copy, PASSPHRASE, clock) as opened:
        assert opened.read_only
        yield opened


def bands(space: Workspace) -> list[str]:
    return [band.words.text() for band in space.findChildren(Band) if band.isVisible()]


# Another program


def test_what_another_program_saves_appears(
    qtbot: QtBot, journal: Journal, show: Show, folder: Path, clock: Clock
) -> None:
    """And nothing that is being typed goes. Seen failing without `_look_elsewhere`."""
    space = show(journal)
    space._elsewhere.setInterval(20)
    today: Any = space.screen_of("today")
    today.text.text = "Half a sentence"
    with opening.open_journal(folder, PASSPHRASE, clock) as other:
        other.episodes.add(Episode(date=other.today(), title="From the terminal"))
        qtbot.waitUntil(lambda: [row.title for row in today.timeline.rows()] == ["From the terminal"])
    assert today.text.text == "Half a sentence"
    space.go("episodes")
    assert space.screen_of("episodes").stale is False


def test_a_screen_that_is_not_up_is_read_when_it_comes_up(
    qtbot: QtBot, journal: Journal, show: Show, folder: Path, clock: Clock
) -> None:
    space = show(journal)
    space._elsewhere.setInterval(20)
    space.go("lessons")
    space.go("today")
    with opening.open_journal(folder, PASSPHRASE, clock) as other:
        other.episodes.add(Episode(date=other.today(), title="From the terminal"))
        qtbot.waitUntil(lambda: space.screen_of("lessons").stale)


def test_a_minimised_window_does_not_look(
    qtbot: QtBot, journal: Journal, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    space = show(journal)
    asked: list[bool] = []

    def ask() -> bool:
        asked.append(True)
        return False

    monkeypatch.setattr(journal, "changed_elsewhere", ask)
    space._look_elsewhere()
    space.window().showMinimized()
    space._look_elsewhere()
    assert asked == [True]


def test_a_disk_that_is_gone_is_no_reason_to_complain_while_nothing_is_saved(
    journal: Journal, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gone(JournalError):
        """Gone."""

    def gone() -> bool:
        raise Gone

    space = show(journal)
    monkeypatch.setattr(journal, "changed_elsewhere", gone)
    space._look_elsewhere()


# Only read


def test_the_walk_through_a_journal_that_is_only_read(qtbot: QtBot, only_read: Journal, show: Show) -> None:
    """Every screen, with a thing and with a new one; Qt's own errors in slots fail the test."""
    space = show(only_read)
    assert len(bands(space)) == 1
    assert str(only_read.folder) in bands(space)[0]
    things: dict[str, list[object]] = {
        "episode": [only_read.episodes.newest()[0].id, New()],
        "reflection": [only_read.reflections.newest()[0].id, New()],
        "goal": [*(goal.id for goal in only_read.goals.all()), New()],
        "lessons": [only_read.lessons.all()[0].id, New()],
    }
    for kind in SCREENS:
        for what in things.get(kind.name, [None]):
            space.go(kind.name, what)
            tasks.wait_all()
            qtbot.wait(10)
    space.lock()
    assert not list(only_read.folder.glob("*-wal"))


def test_nothing_can_be_typed_where_it_would_be_lost(only_read: Journal, show: Show) -> None:
    space = show(only_read)
    for name in ("today", "episode", "goal", "lessons"):
        space.go(name, New() if name != "today" else None)
        for autosave in space.screen_of(name).findChildren(Autosave):
            owner = autosave.parent()
            assert owner is not None
            for child in owner.findChildren(QTextEdit):
                assert child.isReadOnly() or not child.isEnabled(), (name, child.objectName())
    title: Any = space.screen_of("episode")
    assert isinstance(title.title_, QLineEdit)
    assert title.title_.isReadOnly()


def test_what_would_write_answers_with_a_sentence(only_read: Journal, show: Show) -> None:
    space = show(only_read)
    today: Any = space.screen_of("today")
    today.save.click()
    assert "cannot be written" in today.problem.text()
    goals: Any = space.screen_of("goal")
    goal = only_read.goals.all()[0]
    space.go("goal", goal.id)
    with pytest.raises(JournalError, match="cannot be written"):
        only_read.goals.trash(goal.id)
    assert isinstance(goals.trash, QAbstractButton)


# What the user should know


def test_a_notice_stands_until_it_is_known(
    journal: Journal, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.notices = ("This journal is older than when it was last open on this computer.",)
    space = show(journal)
    assert bands(space) == list(journal.notices)
    (button,) = [button for button in space.findChildren(QPushButton) if button.text() == "I know"]
    button.click()
    assert bands(space) == []
    assert not journal.notices


def test_nothing_special_no_band(journal: Journal, show: Show) -> None:
    assert bands(show(journal)) == []


def test_the_guard_line(journal: Journal, show: Show) -> None:
    space = show(journal)
    space.rail.set_guard("Backed up today")
    assert space.rail._second.text() == "Backed up today"


def test_the_mark_says_not_saved(qtbot: QtBot, journal: Journal, show: Show) -> None:
    space = show(journal)
    space.go("episode", New())
    editor: Any = space.screen_of("episode")
    editor._autosave.unkept.emit("There is no room.")
    mark = editor.saved
    assert isinstance(mark, SavedMark)
    assert (mark.text(), mark.toolTip()) == ("Not saved", "There is no room.")
    editor._autosave.confirm()
    assert mark.text().startswith("Saved ")
    assert not mark.toolTip()


def test_a_toast_stays_in_sight_where_one_goes_on(journal: Journal, show: Show) -> None:
    space = show(journal)
    space.toast.say("Goal closed", lambda: None)
    for name in ("goals", "today"):  # one that is built now, and one that was there
        space.go(name)
        middle = space.toast.geometry().center()
        assert space.stack.childAt(middle) in {space.toast, *space.toast.findChildren(QWidget)}
