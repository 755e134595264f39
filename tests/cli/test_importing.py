"""Importing at the terminal: what is told, as text and as JSON, and taken back."""

from pathlib import Path

import pytest

from cli.terminal import Terminal
from importers.age_files import sealed
from transfer_examples import OLD, old_journal


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return old_journal(tmp_path)


def test_in_told_and_taken_back(terminal: Terminal, file: Path) -> None:
    done = terminal.json("import", str(file))
    counts = {name: done[name] for name in ("format", "found", "imported", "skipped", "failed", "problems")}
    assert counts == {
        "format": "jrnl", "found": 2, "imported": 2, "skipped": 0, "failed": 0, "problems": [],
    }  # fmt: skip
    assert {each["title"] for each in terminal.json("list")} == {"Counted the second depot.", "Told Priya."}
    again = terminal.json("import", str(file))
    assert (again["id"], again["imported"], again["skipped"]) == (None, 0, 2)
    (past,) = terminal.json("imports")
    assert (past["id"], past["name"], past["imported"], past["undone_at"]) == (done["id"], "old.txt", 2, None)
    assert terminal.json("undo-import", done["id"]) == {"taken_back": 2, "kept": 0}
    assert terminal.json("list") == []
    assert terminal.json("imports")[0]["undone_at"]
    assert terminal.json("undo-import", done["id"][-8:], "--redo") == {"brought_back": 2}
    assert len(terminal.json("list")) == 2


def test_in_words(terminal: Terminal, file: Path) -> None:
    told = terminal("import", str(file))
    assert "jrnl: 2 found, 2 imported, 0 skipped, 0 failed." in told
    ending = told.split("undo-import ")[1].split()[0]
    assert "old.txt" in terminal("imports")
    terminal("edit", terminal.json("list")[0]["id"], "--title", "Told Priya all of it")
    assert terminal("undo-import", ending) == "1 put into the trash."
    assert "1 stay" in terminal.errors
    assert "--changed" in terminal.errors


def test_dry_it_tells_and_keeps_nothing(terminal: Terminal, file: Path) -> None:
    before = terminal.json("backups")
    seen = terminal.json("import", str(file), "--dry-run")
    assert (seen["found"], seen["imported"], seen["would_import"], seen["undated"]) == (2, 0, 2, 0)
    assert (seen["first"], seen["last"]) == ("2024-06-16", "2024-06-17")
    assert seen["tags"] == {"count": 1, "starred": 1}
    assert "2 found, 2024-06-16 – 2024-06-17; 2 would come in" in terminal("import", str(file), "--dry-run")
    assert terminal.json("list") == []
    assert terminal.json("imports") == []
    assert terminal.json("backups") == before


def test_with_wishes(terminal: Terminal, file: Path) -> None:
    terminal(
        *("import", str(file), "--kind", "learning", "--tag", "old"),
        *("--rename-tag", "count=counting", "--rename-tag", "starred="),
    )
    newest, first = terminal.json("list")
    assert (newest["tags"], first["tags"], first["kind"]) == (["old"], ["counting", "old"], "learning")


def test_how_it_is_read_can_be_said(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_text(OLD.replace("2024-06-16 09:00", "16/06/24 09.00"), encoding="utf-8")
    terminal("import", str(file), "--format", "jrnl", "--set", "timeformat=%d/%m/%y %H.%M")
    assert "2024-06-16" in {each["date"] for each in terminal.json("list")}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--format", "diary"), "Known are"),
        (("--rename-tag", "count"), "no = in it"),
        (("--set", "=x"), "no = in it"),
        (("--date", "someday"), "is not a day"),
    ],
)
def test_what_cannot_be_is_told(terminal: Terminal, file: Path, words: tuple[str, ...], told: str) -> None:
    code = 1 if "diary" in words else 2
    terminal("import", str(file), *words, code=code)
    assert told in terminal.errors
    assert terminal.json("list") == []


def test_a_file_that_is_not_there(terminal: Terminal, tmp_path: Path) -> None:
    terminal("import", str(tmp_path / "nowhere.zip"), code=1)
    assert "nowhere.zip cannot be read" in terminal.errors


def test_one_that_is_encrypted_asks_for_its_passphrase(terminal: Terminal, tmp_path: Path) -> None:
    file, words = tmp_path / "old.txt.age", tmp_path / "words.txt"
    file.write_bytes(sealed(OLD.encode(), "three quiet boats"))
    terminal("import", str(file), code=1)
    assert "is encrypted" in terminal.errors
    assert "--passphrase-file" in terminal.errors
    words.write_text("two quiet boats\n", encoding="utf-8")
    terminal("import", str(file), "--passphrase-file", str(words), code=1)
    assert "does not open" in terminal.errors
    words.write_text("three quiet boats\n", encoding="utf-8")
    assert terminal.json("import", str(file), "--passphrase-file", str(words))["imported"] == 2


def test_the_formats_are_listed(terminal: Terminal) -> None:
    listed = {each["format"]: each for each in terminal.json("imports", "--formats")}
    assert listed["jrnl"]["title"] == "jrnl"
    assert all(each["reads"] for each in listed.values())
    assert "Workjournal" in terminal("imports", "--formats")


def test_nothing_yet(terminal: Terminal) -> None:
    assert not terminal("imports")
    assert "Nothing was imported yet" in terminal.errors
