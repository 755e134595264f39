"""Making a vault, and a demo."""

import getpass
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.terminal import Terminal
from conftest import PASSPHRASE
from workjournal.journal import demo, opening
from workjournal.settings import Settings


class Keyboard(io.StringIO):
    """Standard input that is a terminal."""

    def isatty(self) -> bool:
        return True


def typing(monkeypatch: pytest.MonkeyPatch, *secrets: str) -> None:
    told: Iterator[str] = iter(secrets)
    monkeypatch.setattr(sys, "stdin", Keyboard())
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: next(told))


def test_init_makes_a_vault_remembers_it_and_is_honest(terminal: Terminal, tmp_path: Path) -> None:
    new = tmp_path / "new"
    options = ("--vault", str(new), "--passphrase-file", str(terminal.passphrase_file))
    said = terminal.bare(*options, "init").splitlines()
    assert said[0] == str(new)
    assert "Nobody can reset a lost passphrase" in said[1]
    assert Settings.load().last_vault == str(new.resolve())
    opening.open_journal(new, PASSPHRASE).close()


def test_init_asks_twice(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new = tmp_path / "new"
    typing(monkeypatch, "one two three", "one two thee")
    terminal.bare("--vault", str(new), "init", code=1)
    assert "not the same" in terminal.errors
    assert not new.exists()
    typing(monkeypatch, "one two three", "one two three")
    terminal.bare("--vault", str(new), "init")
    opening.open_journal(new, "one two three").close()


def test_init_needs_a_place_that_is_empty(terminal: Terminal) -> None:
    terminal.bare("init", code=2)
    terminal("init", code=1)
    assert "already holds something" in terminal.errors


def test_a_demo_gets_a_passphrase_of_its_own(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[int, int]] = []

    def make(folder: Path, passphrase: str, *, years: int, seed: int, today: object) -> Path:
        # The story itself is told in tests/journal/test_demo.py; here an empty vault is enough.
        made.append((years, seed))
        opening.create(folder, passphrase).close()
        return folder

    monkeypatch.setattr(demo, "make", make)
    said = terminal.bare("demo", str(tmp_path / "demo"), "--years", "2", "--seed", "5").splitlines()
    assert said[0] == str(tmp_path / "demo")
    passphrase = said[1].removeprefix("Passphrase: ")
    assert len(passphrase.replace("-", "")) == 25
    opening.open_journal(tmp_path / "demo", passphrase).close()
    said = terminal("demo", str(tmp_path / "own")).splitlines()
    assert said == [str(tmp_path / "own")]
    opening.open_journal(tmp_path / "own", PASSPHRASE).close()
    assert made == [(2, 5), (1, 1)]
    assert Settings.load().last_vault == ""


def test_lock_asks_the_window_and_needs_no_passphrase(terminal: Terminal) -> None:
    where = ("--vault", str(terminal.folder))
    terminal.bare(*where, "lock", code=1)
    assert f"No window has {terminal.folder} open" in terminal.errors
    terminal.window_is_there = True
    assert terminal.bare(*where, "lock") == f"Locked the window on {terminal.folder}"
    assert terminal.asked == [(terminal.folder, "lock")] * 2
