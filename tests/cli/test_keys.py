"""The ways in, in the terminal: what is added opens the journal, what is taken away does not."""

import io
import shutil
import sys
from pathlib import Path

import pytest

from cli.terminal import Terminal
from conftest import PASSPHRASE
from small_disk import remount, small_disk
from workjournal.errors import JournalError
from workjournal.journal import opening

NEW = "four quiet barges drift"


@pytest.fixture
def new_file(tmp_path: Path) -> str:
    file = tmp_path / "new-passphrase"
    file.write_text(NEW + "\n", encoding="utf-8")
    file.chmod(0o600)
    return str(file)


def opens(folder: Path, secret: str) -> bool:
    try:
        opening.open_journal(folder, secret).close()
    except JournalError:
        return False
    return True


def test_a_new_journal_has_one_way_in(terminal: Terminal) -> None:
    (way,) = terminal.json("keys", "list")
    assert (way["kind"], way["name"], way["current"]) == ("passphrase", "Passphrase", True)
    assert way["used"]
    lines = terminal("keys", "list").splitlines()
    assert lines[0].split() == ["ID", "KIND", "NAME", "MADE", "LAST", "USED"]
    assert way["id"][:8] in lines[1]


def test_a_passphrase_is_added_renamed_and_removed(terminal: Terminal, new_file: str) -> None:
    way = terminal("keys", "add", "passphrase", "--name", "Partner", "--new-passphrase-file", new_file)
    assert opens(terminal.folder, NEW)
    terminal("keys", "rename", way, "At home")
    assert [each["name"] for each in terminal.json("keys", "list")] == ["Passphrase", "At home"]
    terminal("keys", "remove", "at home")
    assert not opens(terminal.folder, NEW)
    terminal("keys", "remove", "Passphrase", code=1)
    assert "last passphrase or recovery code" in terminal.errors


def test_a_changed_passphrase_is_the_only_one(terminal: Terminal, new_file: str) -> None:
    terminal("keys", "passwd", "--new-passphrase-file", new_file)
    assert [opens(terminal.folder, secret) for secret in (PASSPHRASE, NEW)] == [False, True]
    (copy,) = (terminal.folder / "backups").glob("2*")
    assert [opens(copy, secret) for secret in (PASSPHRASE, NEW)] == [False, True]


def test_a_passphrase_can_come_by_the_same_pipe(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{PASSPHRASE}\n{NEW}\n".encode())))
    here = ("--vault", str(terminal.folder), "--passphrase-file", "-")
    terminal.bare(*here, "keys", "passwd", "--new-passphrase-file", "-")
    assert opens(terminal.folder, NEW)


def test_without_a_terminal_a_new_passphrase_is_asked_for_by_its_option(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    terminal("keys", "passwd", code=1)
    assert "no terminal" in terminal.errors
    assert "--new-passphrase-file" in terminal.errors
    assert opens(terminal.folder, PASSPHRASE)


def test_a_recovery_code_opens_and_brings_a_new_passphrase(
    terminal: Terminal, new_file: str, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.pdf"
    code = terminal("keys", "recovery", "--written-down", "--sheet", str(sheet))
    assert sheet.read_bytes().startswith(b"%PDF")
    assert sheet.stat().st_mode & 0o077 == 0
    terminal.passphrase_file.write_text(code.lower().replace("-", " "), encoding="utf-8")
    terminal("keys", "passwd", "--new-passphrase-file", new_file)
    assert [opens(terminal.folder, secret) for secret in (PASSPHRASE, NEW, code)] == [False, True, True]


def test_a_code_counts_only_when_it_was_typed_back(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("0000\n0000\n"))
    code = terminal("keys", "recovery", code=1).splitlines()[0]
    assert "nothing has changed" in terminal.errors
    assert not opens(terminal.folder, code)
    assert len(terminal.json("keys", "list")) == 1


def test_a_rotated_journal_is_the_same_journal(terminal: Terminal, new_file: str) -> None:
    terminal("add", "Moved the depot", "--tag", "depot")
    terminal("keys", "add", "passphrase", "--name", "Partner", "--new-passphrase-file", new_file)
    old_code = terminal("keys", "recovery", "--written-down")
    new_code = terminal("keys", "rotate", "--written-down")
    assert "No way in any more: Partner" in terminal.errors
    assert terminal.json("list")[0]["tags"] == ["depot"]
    found = [opens(terminal.folder, secret) for secret in (PASSPHRASE, NEW, old_code, new_code)]
    assert found == [True, False, False, True]
    assert sorted(file.name for file in terminal.folder.glob("journal*")) == ["journal-2.db"]


def test_a_keyring_that_does_not_answer_is_told(terminal: Terminal) -> None:
    terminal("keys", "add", "keyring", code=1)
    assert "keyring cannot be used" in terminal.errors
    assert len(terminal.json("keys", "list")) == 1


def test_what_does_not_exist_is_told(terminal: Terminal) -> None:
    terminal("keys", "remove", "Nobody", code=1)
    assert "no way in called Nobody" in terminal.errors
    terminal("keys", "rename", "Passphrase", " ", code=1)
    assert "needs a name" in terminal.errors


def test_of_two_of_one_name_the_id_tells_which(terminal: Terminal, new_file: str) -> None:
    first = terminal("keys", "add", "passphrase", "--name", "At home", "--new-passphrase-file", new_file)
    Path(new_file).write_text("six other words\n", encoding="utf-8")
    second = terminal("keys", "add", "passphrase", "--name", "at home", "--new-passphrase-file", new_file)
    terminal("keys", "remove", "AT HOME", code=1)
    assert "More than one way in is called AT HOME" in terminal.errors
    terminal("keys", "remove", "at home")  # as it is written, only one is
    assert second not in terminal("keys", "list")
    terminal("keys", "remove", first)
    assert len(terminal.json("keys", "list")) == 1


def test_no_code_is_shown_that_could_not_be_kept(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert terminal("keys", "recovery", "--sheet", str(tmp_path / "none" / "sheet.pdf"), code=1) == ""
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    code = terminal("keys", "recovery", code=1)
    assert "nothing has changed" in terminal.errors
    assert "--written-down" in terminal.errors
    assert not opens(terminal.folder, code)


def test_a_journal_that_cannot_be_written_gets_no_new_code(terminal: Terminal, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 8) as disk:
        terminal.folder = Path(shutil.copytree(terminal.folder, disk / "journal"))
        remount(disk, "ro")
        for command in ("recovery", "rotate"):
            assert terminal("keys", command, "--written-down", code=1) == ""
            assert "cannot be written" in terminal.errors
