"""Looking for damage in the terminal, and making a new journal of what is left."""

import json
import shutil
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from cli.terminal import Terminal
from conftest import PASSPHRASE
from damage import flip
from small_disk import small_disk
from workjournal.domain.mapped import MAPPED
from workjournal.journal import opening
from workjournal.journal.backups import Backups, Reason
from workjournal.store.engine import open_vault_database
from workjournal.vault import vault


@pytest.fixture
def filled(terminal: Terminal) -> Terminal:
    """A terminal before a journal with three episodes and a backup."""
    for number in range(3):
        terminal("add", f"Day {number}")
    with opening.open_journal(terminal.folder, PASSPHRASE) as journal:
        Backups(journal._store).make(Reason.BY_HAND)
    return terminal


def turn(file: Path, place: int) -> None:
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)


def behind(folder: Path, statement: str) -> None:
    with closing(open_vault_database(vault.unlock(folder, PASSPHRASE))) as connection:
        assert connection.execute(statement).rowcount
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_a_whole_journal_is_said_to_be(filled: Terminal) -> None:
    assert filled("check") == "3 episodes: all readable."
    told = filled.json("check")
    assert (told["good"], told["findings"], told["counts"]["episode"]) == (True, [], 3)
    assert told["seconds"] > 0


def test_a_note_is_no_failure(filled: Terminal) -> None:
    (filled.folder / "notes.txt").touch()
    said = filled("check").splitlines()
    assert said[0].startswith("note: notes.txt: ")
    assert said[-1] == "3 episodes: all readable."


def test_damage_is_named_with_its_way_out(filled: Terminal) -> None:
    behind(filled.folder, "UPDATE episode SET story = 'a' || char(0) WHERE title = 'Day 1'")
    (filled.folder / "notes.txt").touch()
    said = filled("check", code=1).splitlines()
    assert said[0].startswith("damage: episode ")
    assert said[0].endswith(", story: This text is damaged: it holds characters that nobody can type.")
    assert said[1].startswith("    ")
    assert "backup" in said[1]
    assert said[2].startswith("note: ")
    assert said[-1] == "3 episodes."
    told = json.loads(filled("check", "--json", code=1))
    assert (told["good"], told["findings"][0]["kind"]) == (False, "text")


def test_a_damaged_header_is_named_without_a_passphrase_and_mended_with_one(filled: Terminal) -> None:
    turn(filled.folder / "vault.json", 300)
    said = filled.bare("--vault", str(filled.folder), "check", code=1)
    assert "damage: vault.json: The vault's header (vault.json) is damaged" in said
    assert "--mend-header" in said
    assert filled("check", "--mend-header") == "3 episodes: all readable."
    assert "found in vault.json.old" in filled.errors
    filled("check", "--mend-header", code=1)
    assert "is whole, so it was left as it is" in filled.errors


def test_a_database_that_does_not_open_is_told_with_what_can_be_done(filled: Terminal) -> None:
    flip(filled.folder / "journal.db", 1)
    said = filled("check", code=1)
    for way_out in ("workjournal backups", "workjournal rescue DIR", "decryptor"):
        assert way_out in said


def test_a_wrong_passphrase_and_no_journal_are_told(filled: Terminal, tmp_path: Path) -> None:
    filled.passphrase_file.write_text("wrong\n", encoding="utf-8")
    filled("check", code=1)
    assert "does not open this vault" in filled.errors
    filled.bare("--vault", str(tmp_path / "none"), "check", code=1)
    assert "There is no journal in" in filled.errors


def test_what_is_left_is_rescued(filled: Terminal, tmp_path: Path) -> None:
    behind(filled.folder, "UPDATE episode SET story = 'a' || char(0) WHERE title = 'Day 1'")
    target = tmp_path / "rescued"
    said = filled("rescue", str(target), code=1).splitlines()
    assert said[0].startswith("damage: episode ")
    assert "“Day 1”" in said[0]
    assert f"3 episodes came over into {target}." in said
    filled.folder = target
    assert {row["title"] for row in filled.json("list")} == {"Day 0", "Day 1", "Day 2"}


def test_a_whole_journal_is_rescued_without_a_word(filled: Terminal, tmp_path: Path) -> None:
    said = filled("rescue", str(tmp_path / "rescued")).splitlines()
    assert said[0] == f"3 episodes came over into {tmp_path / 'rescued'}."
    filled("rescue", str(tmp_path / "rescued"), code=1)
    assert "already holds something" in filled.errors


def test_a_lost_header_is_told_with_its_way_out(filled: Terminal) -> None:
    (filled.folder / "vault.json").unlink()
    for command in ("check", "list"):
        filled(command, code=1)
        assert "--mend-header" in filled.errors
    assert filled("check", "--mend-header") == "3 episodes: all readable."


def test_of_a_database_that_does_not_open_nothing_is_said_to_be_whole(filled: Terminal) -> None:
    (filled.folder / "journal.db").write_bytes(b"another file " * 5000)
    assert "Nothing in it is lost" not in filled("check", code=1)


def test_a_full_disk_is_not_taken_for_damage(filled: Terminal, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 8) as disk:
        filled.folder = Path(shutil.copytree(filled.folder, disk / "journal"))
        with suppress(OSError), (disk / "filler").open("wb") as filler:
            filler.write(bytes(8_000_000))
        filled("list", code=1)
        assert "disk is full" in filled.errors
        assert filled("check", code=1) == ""
        assert "disk is full" in filled.errors
        (disk / "filler").unlink()
        assert filled("check").startswith("3 episodes: all readable.")


def test_a_check_in_its_own_process_knows_every_thing() -> None:
    """In these tests every class is imported; `workjournal check` once knew only those it had imported itself."""
    words = "from workjournal.cli import checks; from workjournal.journal import checking; "
    words += "from workjournal.domain.entity import Base; print(*(m.class_.__name__ for m in Base.registry.mappers))"
    found = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert set(found.stdout.split()) == {each.__name__ for each in MAPPED}


def test_an_older_state_is_accepted(terminal: Terminal, tmp_path: Path) -> None:
    terminal("add", "Before")
    shutil.copytree(terminal.folder, tmp_path / "older")
    terminal("add", "After")
    shutil.rmtree(terminal.folder)
    shutil.copytree(tmp_path / "older", terminal.folder)
    terminal("list")
    assert "older than when it was last open" in terminal.errors
    assert "check --accept-older" in terminal.errors
    terminal("check", code=1)
    terminal("check", "--accept-older")
    terminal("list")
    assert terminal.errors == ""
