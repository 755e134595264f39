"""The list of reflections: unfinished, waiting, written."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.lesson import Lesson
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.ui.places import New
from workjournal.ui.screens.reflections import ReflectionsScreen
from workjournal.ui.widgets.row_list import Row


def shown(qtbot: QtBot, journal: Journal) -> ReflectionsScreen:
    screen = on_screen(qtbot, ReflectionsScreen(journal))
    screen.renew()
    screen.arrive(None)
    return screen


@pytest.fixture
def episodes(journal: Journal) -> list[Episode]:
    """Three challenges: one waits, one is half reflected on, one is done."""
    names = ("Waits", "Half done", "Done")
    made = [Episode(date=journal.today(), title=name, kind=Kind.CHALLENGE) for name in names]
    for episode in made:
        journal.episodes.save(episode)
    journal.drafts.keep(f"reflection:{made[1].id}", {"answers": {"intended": "A date"}})
    kept = Reflection(date=journal.today(), method="aar-short", answers={"why": "It was late."})
    journal.reflections.keep(
        kept, episodes=[made[2].id], lessons=[Lesson(date=journal.today(), text="Say it before noon.")]
    )
    return made


def rows(screen: ReflectionsScreen) -> list[Row]:
    return [row for row in screen.entries.rows() if isinstance(row, Row)]


def test_one_list_in_three_parts(qtbot: QtBot, journal: Journal, episodes: list[Episode]) -> None:
    screen = shown(qtbot, journal)
    assert [row.title for row in rows(screen)] == [
        *("Unfinished", "Half done"),
        *("Worth looking back on", "Waits"),
        *("November 2026", "Done"),
    ]
    assert rows(screen)[-1].second == "It was late."
    assert "1" in rows(screen)[-1].number
    assert screen.waiting(journal) == 2


def test_enter_goes_on_with_each(qtbot: QtBot, journal: Journal, episodes: list[Episode]) -> None:
    screen = shown(qtbot, journal)
    (kept,) = journal.reflections.newest()
    wanted = [New(about=episodes[1].id), New(about=episodes[0].id), kept.id]
    for row, what in zip((row for row in rows(screen) if row.id), wanted, strict=True):
        screen.entries.choose(row.id)
        with qtbot.waitSignal(screen.go) as asked:
            qtbot.keyClick(screen.entries, Qt.Key.Key_Return)
        assert asked.args == ["reflection", what]


def test_delete_lets_a_draft_go_and_undo_brings_it_back(
    qtbot: QtBot, journal: Journal, episodes: list[Episode]
) -> None:
    screen = shown(qtbot, journal)
    screen.entries.choose(rows(screen)[1].id)
    with qtbot.waitSignal(screen.toast) as told:
        qtbot.keyClick(screen.entries, Qt.Key.Key_Delete)
    assert journal.drafts.all() == []
    undo: Callable[[], Any] = (told.args or [])[1]
    undo()
    assert journal.drafts.all()[0].fields == {"answers": {"intended": "A date"}}


def test_delete_moves_a_reflection_to_the_trash_and_back(
    qtbot: QtBot, journal: Journal, episodes: list[Episode]
) -> None:
    screen = shown(qtbot, journal)
    screen.entries.choose(rows(screen)[-1].id)
    with qtbot.waitSignal(screen.toast) as told:
        qtbot.keyClick(screen.entries, Qt.Key.Key_Delete)
    assert journal.reflections.newest() == []
    undo: Callable[[], Any] = (told.args or [])[1]
    undo()
    assert len(journal.reflections.newest()) == 1


def test_empty_state_teaches(qtbot: QtBot, journal: Journal) -> None:
    screen = shown(qtbot, journal)
    assert screen.pages.currentWidget() is screen.empty
    with qtbot.waitSignal(screen.go) as asked:
        screen.empty.acted.emit()
    assert asked.args == ["episode", New()]
