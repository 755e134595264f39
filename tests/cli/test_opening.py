"""Which vault, and where its passphrase comes from."""

import getpass
import io
import sys
from pathlib import Path

import pytest

from cli.terminal import Terminal
from conftest import PASSPHRASE
from workjournal.settings import Settings


def feed(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="ascii"))


class Keyboard(io.StringIO):
    """Standard input that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_the_last_vault_is_used(terminal: Terminal) -> None:
    terminal.bare("list", code=1)
    assert "--vault DIR" in terminal.errors
    Settings.load().remember(terminal.folder)
    assert terminal.bare("--passphrase-file", str(terminal.passphrase_file), "list", "--json") == "[]"


def test_the_passphrase_is_the_first_line_of_standard_input(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, f"{PASSPHRASE}\r\nmore\n".encode())
    here = ("--vault", str(terminal.folder), "--passphrase-file", "-")
    assert terminal.bare(*here, "list", "--json") == "[]"
    feed(monkeypatch, f"{PASSPHRASE}\nA text".encode())
    terminal.bare(*here, "add", "-", code=2)


def test_a_text_can_come_from_standard_input(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, "Grüße aus dem Lager.\n\nUnd noch mehr.\n".encode())
    terminal("add", "-")
    (episode,) = terminal.json("list")
    assert (episode["title"], episode["story"]) == (
        "Grüße aus dem Lager",
        "Grüße aus dem Lager.\n\nUnd noch mehr.",
    )


def test_an_edited_text_can_come_from_standard_input(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = terminal("add", "Before")
    feed(monkeypatch, b"After.\n\nAnd more.\n")
    terminal("edit", made, "--text", "-")
    assert terminal.json("show", made)["story"] == "After.\n\nAnd more.\n"
    feed(monkeypatch, f"{PASSPHRASE}\nA text".encode())
    here = ("--vault", str(terminal.folder), "--passphrase-file", "-")
    terminal.bare(*here, "edit", made, "--text", "-", code=2)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a\0b"])
def test_what_is_no_text_is_refused(
    content: bytes, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, content)
    terminal("add", "-", code=1)
    assert "not UTF-8 text" in terminal.errors


def test_only_the_line_end_is_taken_off_a_passphrase(terminal: Terminal) -> None:
    terminal.passphrase_file.write_text(f"\ufeff{PASSPHRASE}\r\nsecond line\n", encoding="utf-8")
    terminal("list")
    terminal.passphrase_file.write_text(f"{PASSPHRASE} \n", encoding="utf-8")
    terminal("list", code=1)
    assert "does not open" in terminal.errors


def test_a_file_that_others_can_read_is_warned_of(terminal: Terminal) -> None:
    terminal("list")
    assert "others can read" not in terminal.errors
    terminal.passphrase_file.chmod(0o640)
    terminal("list")
    assert "others can read" in terminal.errors


@pytest.mark.parametrize("content", [None, b"\xff\n"])
def test_an_unreadable_passphrase_file_is_named(content: bytes | None, terminal: Terminal) -> None:
    terminal.passphrase_file.unlink()
    if content is not None:
        terminal.passphrase_file.write_bytes(content)
    terminal("list", code=1)
    assert str(terminal.passphrase_file) in terminal.errors


def test_a_terminal_is_asked_and_a_pipe_is_not(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    prompts: list[str] = []

    def typed(prompt: str) -> str:
        prompts.append(prompt)
        return PASSPHRASE

    monkeypatch.setattr(getpass, "getpass", typed)
    monkeypatch.setattr(sys, "stdin", Keyboard())
    terminal.bare("--vault", str(terminal.folder), "list")
    assert prompts == [f"Passphrase of {terminal.folder}: "]
    feed(monkeypatch, b"")
    terminal.bare("--vault", str(terminal.folder), "list", code=1)
    assert "no terminal to ask" in terminal.errors


def test_a_closed_standard_input_is_told(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    here = ("--vault", str(terminal.folder))
    terminal.bare(*here, "list", code=1)
    assert "Give it with --passphrase-file FILE" in terminal.errors
    terminal.bare(*here, "--passphrase-file", "-", "list", code=1)
    assert "Give the passphrase with --passphrase-file FILE" in terminal.errors
    terminal("add", "-", code=1)
    assert "Standard input is closed" in terminal.errors
    assert terminal.json("list") == []


def test_an_unreadable_standard_input_is_told(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "written").open("w", encoding="utf-8") as written:
        monkeypatch.setattr(sys, "stdin", written)
        terminal("add", "-", code=1)
    assert "cannot be read" in terminal.errors


def test_an_empty_vault_is_not_the_last_one(terminal: Terminal) -> None:
    Settings.load().remember(terminal.folder)
    terminal.bare("--vault", "", "--passphrase-file", str(terminal.passphrase_file), "list", code=2)
    assert "--vault" in terminal.errors
    terminal.bare("--vault", "", code=2)
    assert terminal.windows == []


def test_nobody_is_asked_for_what_is_not_there(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard())
    terminal.bare("--vault", str(tmp_path / "nowhere"), "list", code=1)
    assert "no journal in" in terminal.errors


def test_neither_argument_nor_environment_gives_the_passphrase(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKJOURNAL_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("WORKJOURNAL_PASSPHRASE_FILE", str(terminal.passphrase_file))
    feed(monkeypatch, b"")
    terminal.bare("--vault", str(terminal.folder), "list", code=1)
    terminal.bare("--vault", str(terminal.folder), "--passphrase", PASSPHRASE, "list", code=2)
