"""The palette over an opened journal: things, commands, what was looked at last; and going to what was found."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE, Clock
from examples import Examples
from ui.showing import show_active
from workjournal.domain.episode import Episode
from workjournal.journal import opening
from workjournal.journal.journal import Journal
from workjournal.journal.preferences import RECENT
from workjournal.ui import tasks
from workjournal.ui.dialogs.palette import Palette, PaletteItem
from workjournal.ui.screens.episode import EpisodeScreen
from workjournal.ui.screens.safety import SafetyScreen
from workjournal.ui.screens.search import SearchScreen
from workjournal.ui.workspace import Workspace

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def harbour(journal: Journal) -> Episode:
    return journal.episodes.add(
        Episode(
            date=journal.today(),
            title="The lease ends",
            story="We spoke at length. Then the harbour plan was drawn up by Priya.",
        ),
        tags=["planning"],
    )


def palette(space: Workspace, line: str) -> Palette:
    space.jumping.open()
    shown = space.jumping.palette
    assert shown is not None
    QTest.keyClicks(shown.query, line)
    tasks.wait_all()
    return shown


def rows(shown: Palette) -> list[PaletteItem]:
    return [row for row in shown.results.rows() if isinstance(row, PaletteItem)]


def enter(shown: Palette, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(shown.query, Qt.Key.Key_Return, modifier)
    tasks.wait_all()


def test_what_was_written_is_found_while_typing_and_opened_at_the_word(
    space: Workspace, harbour: Episode
) -> None:
    shown = palette(space, "harbo")
    first = rows(shown)[0]
    assert (first.group, first.text, first.hint) == ("Episodes", "The lease ends", "today")
    start, end = first.second_marks[0]
    assert first.second[start:end] == "harbour"
    assert shown.count.text() == "1 found"
    enter(shown)
    screen = space.stack.currentWidget()
    assert isinstance(screen, EpisodeScreen)
    assert screen.here() == harbour.id
    assert screen.story.textCursor().selectedText() == "harbour"


def test_the_trash_is_found_by_its_name(space: Workspace, journal: Journal, one: Examples) -> None:
    journal.trash.put(one.lesson.id)
    shown = palette(space, "trash")
    assert rows(shown)[0].text == "Look into the trash"
    enter(shown)
    QApplication.processEvents()
    screen = space.stack.currentWidget()
    assert isinstance(screen, SafetyScreen)
    assert screen.trash.things.hasFocus()
    assert not screen.trash.things.visibleRegion().isEmpty()


def test_only_the_last_line_is_answered(space: Workspace, harbour: Episode) -> None:
    """Typed letter by letter without a pause."""
    shown = palette(space, "")
    QTest.keyClicks(shown.query, "harbour")
    QTest.keyClicks(shown.query, " zzz")
    tasks.wait_all()
    assert [row.text for row in rows(shown)] == []
    assert shown.count.text() == "0 found"


def test_one_lesson_is_not_hidden_by_many_episodes(space: Workspace, journal: Journal, one: Examples) -> None:
    word = one.lesson.text.split()[0].strip(".,")
    for number in range(40):
        journal.episodes.add(Episode(date=journal.today(), title=f"{word} {number}"))
    shown = palette(space, word)
    assert one.lesson.text in {row.text for row in rows(shown)}
    assert [row.group for row in rows(shown)].count("Episodes") == 5
    assert any(row.shortcut == "Ctrl Return" for row in rows(shown))


def test_a_slip_of_the_keyboard_is_mended(space: Workspace, harbour: Episode) -> None:
    shown = palette(space, "harbuor")
    assert [row.text for row in rows(shown)] == ["Did you mean harbour?"]
    enter(shown)
    assert shown.query.text() == "harbour"
    assert [row.text for row in rows(shown)] == ["The lease ends"]


def test_what_is_wrong_is_said_in_a_line(space: Workspace) -> None:
    shown = palette(space, "kind:zebra x")
    assert "zebra" in shown.problem.text()
    assert shown.isVisible()


def test_filters_and_names_are_completed(space: Workspace, harbour: Episode) -> None:
    shown = palette(space, "ha")
    assert [row.text for row in rows(shown) if row.group == "Filters"] == ["has:"]
    shown = palette(space, "tag:pl")
    assert rows(shown)[0].text == "tag:planning"
    QTest.keyClick(shown.query, Qt.Key.Key_Tab)
    tasks.wait_all()
    assert shown.query.text() == "tag:planning "
    assert [row.text for row in rows(shown)] == ["The lease ends"]


def test_ctrl_enter_shows_all_of_them(space: Workspace, harbour: Episode) -> None:
    enter(palette(space, "harb"), CTRL)
    screen = space.stack.currentWidget()
    assert isinstance(screen, SearchScreen)
    assert screen.query.text() == "harb"
    assert [row.id for row in screen.hits.rows()] == [harbour.id]


def test_a_saved_search_is_run_from_here(space: Workspace, journal: Journal, harbour: Episode) -> None:
    journal.search.save("Leases", "harbour")
    shown = palette(space, "leases")
    assert "Leases" in {row.text for row in rows(shown)}
    enter(shown)
    screen = space.stack.currentWidget()
    assert isinstance(screen, SearchScreen)
    assert screen.query.text() == "harbour"


def test_a_palette_that_is_closed_keeps_nothing(space: Workspace, harbour: Episode) -> None:
    shown = palette(space, "harbour")
    shown.close_up()
    assert "The lease ends" not in {row.text for row in rows(shown)}
    space.jumping.open()
    assert shown.query.text() == ""


def recent(space: Workspace) -> list[str]:
    shown = palette(space, "")
    found = [f"{row.hint}: {row.text}" for row in rows(shown) if row.group == "Looked at last"]
    shown.close_up()
    return found


def test_what_was_looked_at_last_is_offered_first(space: Workspace, journal: Journal, one: Examples) -> None:
    for screen, what in (("episode", one.episode.id), ("lessons", one.lesson.id), ("goal", one.goal.id)):
        space.go(screen, what)
    space.go("reflection", one.reflection.id)
    episode, lesson = f"Episode: {one.episode.title}", f"Lesson: {one.lesson.text}"
    others = [f"Reflection: {one.episode.title}", f"Stretch goal: {one.goal.title}", lesson]
    assert recent(space) == [*others, episode]
    space.go("episode", one.episode.id)
    assert recent(space) == [episode, *others]
    space.go("today")
    journal.episodes.trash(one.episode.id)
    assert recent(space) == others


def test_what_was_begun_here_is_among_them(space: Workspace, journal: Journal) -> None:
    enter(palette(space, ">write a full"))
    screen = space.stack.currentWidget()
    assert isinstance(screen, EpisodeScreen)
    screen.title_.setText("Begun from the palette")
    space.go("today")
    assert recent(space) == ["Episode: Begun from the palette"]


def test_it_is_known_in_the_next_session_and_kept_without_a_word_of_it(
    qtbot: QtBot, journal: Journal, one: Examples, folder: Path, clock: Clock
) -> None:
    for session in range(2):
        with opening.open_journal(folder, PASSPHRASE, clock) as opened:
            window = QMainWindow()
            qtbot.addWidget(window)
            space = Workspace(opened)
            window.setCentralWidget(space)
            show_active(qtbot, window)
            space.start()
            if session == 0:
                space.go("episode", one.episode.id)
            else:
                assert recent(space) == [f"Episode: {one.episode.title}"]
            tasks.wait_all()
            space.leave()
            kept = opened.preferences.get(RECENT)
        assert json.loads(kept) == [["episode", str(one.episode.id)]]


def test_what_cannot_be_read_is_no_trouble(space: Workspace, journal: Journal) -> None:
    journal.preferences.set(RECENT, '[["episode", 5')
    assert recent(space) == []


def test_how_many_were_found_is_told_once_one_pauses(
    space: Workspace, harbour: Episode, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    palette(space, "harbour")
    assert told == []
    qtbot.waitUntil(lambda: told == ["1 found"])
