"""The review pack in the terminal."""

import hashlib
import os
import stat
from pathlib import Path

import pytest

from cli.terminal import Terminal
from workjournal.exporters.pdf_pages import page_texts

PERIOD = ("--from", "2026-10-01", "--to", "2026-10-31")


def test_a_pack_of_what_was_ticked(terminal: Terminal, tmp_path: Path) -> None:
    terminal("add", "Won the tender", "--date", "2026-10-05", "--kind", "win", "--share", "manager")
    terminal("add", "Lost my temper", "--date", "2026-10-06", "--kind", "challenge")
    file = tmp_path / "october.pdf"
    made = terminal("pack", *PERIOD, "--audience", "manager", "-o", str(file))
    assert len(made) == 36
    assert terminal.errors == ""
    assert file.read_bytes().startswith(b"%PDF-")
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_when_nothing_was_ticked_the_suggestion_is_told(terminal: Terminal, tmp_path: Path) -> None:
    terminal("add", "Won the tender", "--date", "2026-10-05", "--kind", "win", "--share", "manager")
    file = tmp_path / "next.pdf"
    terminal("pack", *PERIOD, "--audience", "next-job", "-o", str(file))
    assert "Nothing in this period was ticked for next-job" in terminal.errors
    assert "add --suggested" in terminal.errors
    assert "Won the tender" not in " ".join(page_texts(file.read_bytes()))
    terminal("pack", *PERIOD, "--audience", "next-job", "-o", str(file), "--suggested")
    assert "Won the tender" in terminal.errors
    assert f"Look at {file} before you share it." in terminal.errors
    assert "Won the tender" in " ".join(page_texts(file.read_bytes()))


def test_an_empty_period_makes_no_pack(terminal: Terminal, tmp_path: Path) -> None:
    terminal("pack", *PERIOD, "--audience", "manager", "-o", str(tmp_path / "none.pdf"), code=1)
    assert "2026-10-01 to 2026-10-31" in terminal.errors
    assert not (tmp_path / "none.pdf").exists()


@pytest.mark.parametrize("missing", ["--from", "--to", "--audience", "-o"])
def test_everything_must_be_said(missing: str, terminal: Terminal, tmp_path: Path) -> None:
    options = dict(zip(PERIOD[::2], PERIOD[1::2], strict=True))
    options |= {"--audience": "manager", "-o": str(tmp_path / "x.pdf")}
    del options[missing]
    terminal("pack", *(word for pair in options.items() for word in pair), code=2)


def test_a_place_that_cannot_be_written_is_named(terminal: Terminal, tmp_path: Path) -> None:
    terminal("add", "Won the tender", "--date", "2026-10-05", "--share", "manager")
    nowhere = tmp_path / "no" / "such" / "folder.pdf"
    terminal("pack", *PERIOD, "--audience", "manager", "-o", str(nowhere), code=1)
    assert str(nowhere) in terminal.errors


def test_the_same_pack_is_the_same_bytes(terminal: Terminal, tmp_path: Path) -> None:
    terminal("add", "Won the tender", "--date", "2026-10-05", "--share", "manager")
    digests = set()
    for name in ("one.pdf", "two.pdf"):
        terminal("pack", *PERIOD, "--audience", "manager", "-o", str(tmp_path / name))
        digests.add(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest())
    assert len(digests) == 1
