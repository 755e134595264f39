"""The columns of a table: guessed, shown with an example, chosen otherwise."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.sample_imports import offer, opened, push, settle
from workjournal.importers.table.sheet import TABLE
from workjournal.journal.journal import Journal
from workjournal.ui.screens.transfer import TransferScreen

SHEET = "When,Mood,What I did\n2026-11-02,calm,Counted the second depot again\n2026-11-03,tired,Told Priya about the count\n"


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TransferScreen:
    offer(monkeypatch, TABLE)
    made = opened(qtbot, journal)
    (tmp_path / "work.csv").write_text(SHEET, encoding="utf-8")
    made.flow.drop.take([tmp_path / "work.csv"])
    settle(qtbot)
    return made


def test_what_the_columns_are_is_shown_at_once(screen: TransferScreen) -> None:
    columns = screen.flow.preview.columns
    assert columns.isVisible()
    assert screen.flow.options.go_on.hasFocus()
    assert columns.boxes["date"].choice == "When"
    assert columns.boxes["text"].choice == "What I did"
    assert columns.boxes["result"].choice is None
    assert columns.boxes["date"].accessibleDescription() == "such as “2026-11-02”"
    assert columns.values() == {}
    assert "dateformat" in screen.flow.preview.fields.lines
    assert "date" not in screen.flow.preview.fields.lines


def test_another_column_is_read_at_once(qtbot: QtBot, screen: TransferScreen, journal: Journal) -> None:
    columns = screen.flow.preview.columns
    columns.boxes["tags"].choice = "Mood"
    settle(qtbot)
    assert columns.values() == {"tags": "Mood"}
    assert columns.boxes["tags"].choice == "Mood"
    columns.boxes["text"].choice = None
    columns.boxes["title"].choice = "What I did"
    settle(qtbot)
    push(qtbot, screen, screen.flow.options.go_on)
    found = journal.episodes.newest()
    assert [each.title for each in found] == ["Told Priya about the count", "Counted the second depot again"]
    assert [[tag.name for tag in each.tags] for each in found] == [["tired"], ["calm"]]
    assert {each.story for each in found} == {""}
