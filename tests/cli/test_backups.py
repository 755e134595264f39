"""Backups in the terminal: one a day by itself, listed, tried, restored beside."""

import json
import shutil
from pathlib import Path

import pytest

from cli.terminal import Terminal
from conftest import PASSPHRASE
from workjournal.journal import opening


@pytest.fixture(scope="module")
def beginning(todays_vault: Path) -> Path:
    """Without a backup."""
    return todays_vault


def titles(folder: Path) -> list[str]:
    with opening.open_journal(folder, PASSPHRASE) as journal:
        return [episode.title for episode in journal.episodes.newest()]


def test_the_first_save_of_a_day_makes_one(terminal: Terminal) -> None:
    assert terminal.json("list") == []
    assert terminal.json("backups") == []  # nothing was written yet
    terminal("add", "Moved the depot")
    (copy,) = terminal.json("backups")
    assert (copy["state"], copy["reason"], copy["counts"]["episode"]) == ("verified", "daily", 1)
    terminal("add", "And again")
    assert len(terminal.json("backups")) == 1


def test_one_by_hand(terminal: Terminal) -> None:
    made = terminal("backup")
    assert Path(made).parent == terminal.folder / "backups"
    (copy,) = terminal.json("backups")
    assert (copy["path"], copy["reason"]) == (made, "by hand")
    assert copy["name"] in terminal("backups")


def test_a_second_place_gets_every_copy(terminal: Terminal, tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    terminal("backup", "--second-place", str(place))
    assert [copy["place"] for copy in terminal.json("backups")] == ["here", "second place"]
    terminal("backup", "--second-place", "none")
    assert {copy["place"] for copy in terminal.json("backups")} == {"here"}


def test_it_is_restored_beside(terminal: Terminal, tmp_path: Path) -> None:
    terminal("add", "Moved the depot")
    assert terminal("restore", "newest", str(tmp_path / "restored")) == str(tmp_path / "restored")
    assert titles(tmp_path / "restored") == ["Moved the depot"]
    terminal("restore", "newest", str(tmp_path / "restored"), code=1)
    assert "already holds something" in terminal.errors
    terminal("restore", "yesterday's", str(tmp_path / "other"), code=1)
    assert "no backup yesterday's" in terminal.errors


def test_a_journal_that_does_not_open_is_restored(terminal: Terminal, tmp_path: Path) -> None:
    terminal("add", "Moved the depot")
    (terminal.folder / "vault.json").write_text("gone")
    (terminal.folder / "journal.db").write_bytes(b"gone")
    name = next((terminal.folder / "backups").glob("2*")).name
    terminal("restore", name, str(tmp_path / "restored"))
    assert titles(tmp_path / "restored") == ["Moved the depot"]


def test_a_rehearsal_says_what_it_holds(terminal: Terminal) -> None:
    terminal("rehearse", code=1)
    assert "no backup of this journal" in terminal.errors
    terminal("add", "Moved the depot")
    assert "can be restored: 1 episode." in terminal("rehearse")


def test_a_rehearsal_that_fails_says_so(terminal: Terminal) -> None:
    terminal("add", "Moved the depot")
    (copy,) = terminal.json("backups")
    database = Path(copy["path"]) / "journal.db"
    content = bytearray(database.read_bytes())
    content[-9 * 16384 + 5000] ^= 1  # a page of rows; one of the schema makes all of it unreadable
    database.write_bytes(content)
    terminal("rehearse", code=1)
    assert "cannot be restored" in terminal.errors
    assert "page" in terminal.errors


def test_a_failed_backup_is_told_and_costs_nothing(terminal: Terminal) -> None:
    (terminal.folder / "backups").write_text("not a folder")
    terminal("add", "Moved the depot")
    assert "backup" in terminal.errors
    (terminal.folder / "backups").unlink()
    assert titles(terminal.folder) == ["Moved the depot"]
    shutil.rmtree(terminal.folder)


def test_a_second_place_that_is_away_is_told(terminal: Terminal, tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    terminal("backup", "--second-place", str(place))
    assert terminal.errors == ""
    shutil.rmtree(place)
    terminal("backup")
    assert f"{place} cannot be reached" in terminal.errors


def test_the_copies_of_a_journal_that_does_not_open_are_listed(terminal: Terminal) -> None:
    terminal("add", "Moved the depot")
    (name,) = (copy["name"] for copy in terminal.json("backups"))
    (terminal.folder / "journal.db").unlink()
    assert name in terminal("backups", code=1)
    assert "is missing" in terminal.errors
    (copy,) = json.loads(terminal("backups", "--json", code=1))
    assert (copy["name"], copy["state"]) == (name, None)
    (terminal.folder / "vault.json").unlink()
    assert name in terminal("backups", code=1)
