"""Where an episode came from, beside it, with all that its source says."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.sample_imports import other
from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.journal.journal import Journal
from workjournal.ui import tasks, words
from workjournal.ui.parts.came_from import flat
from workjournal.ui.places import New
from workjournal.ui.screens.episode import EpisodeScreen


@pytest.fixture
def imported(journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Episode]:
    other(monkeypatch)
    (tmp_path / "old.txt").write_text("not looked at", encoding="utf-8")
    journal.imports.run(tmp_path / "old.txt")
    return {each.title: each for each in journal.episodes.newest()}


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal, imported: dict[str, Episode]) -> EpisodeScreen:
    return shown(on_screen(qtbot, EpisodeScreen(journal)), imported["The count"].id)


def shown(screen: EpisodeScreen, what: object) -> EpisodeScreen:
    screen.arrive(what)
    tasks.wait_all()
    return screen


def test_program_file_and_clock_are_told(screen: EpisodeScreen, imported: dict[str, Episode]) -> None:
    time = words.clock(imported["The count"].time)
    assert screen.came.words.text() == f"From Other · old.txt · {time} in Europe/Dublin"
    assert not screen.came.table.isVisible()


def test_all_else_its_source_says_is_a_press_away(screen: EpisodeScreen) -> None:
    screen.came.more.click()
    assert screen.came.table.isVisible()
    assert [tuple(row) for row in screen.came.table.table()] == [
        ("its id", "1"),
        ("weather › sky", "cloudy"),
        ("moods", "calm, tired"),
        ("steps", "4211"),
    ]


def test_nothing_is_told_of_what_was_written_here(screen: EpisodeScreen, journal: Journal) -> None:
    own = journal.episodes.add(Episode(date=journal.today(), title="Mine"))
    assert not shown(screen, own.id).came.isVisible()
    assert not shown(screen, New()).came.isVisible()


def test_values_are_flat_and_never_code() -> None:
    said = {"a": {"b": {"c": True}, "d": []}, "e": [{"f": None}], "g": "ü"}
    assert list(flat(said)) == [("a › b › c", "true"), ("a › d", ""), ("e", '[{"f": null}]'), ("g", "ü")]
