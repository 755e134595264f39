"""A pack that is only looked at, and one as a text."""

import datetime as dt
import json
import os
import stat
from pathlib import Path

import pytest

from cli.terminal import Terminal
from conftest import PASSPHRASE
from workjournal.domain.entity import Audience
from workjournal.journal import opening
from workjournal.journal.pack_choice import PackChoice

PERIOD = ("--from", "2026-10-01", "--to", "2026-10-31", "--audience", "manager")
SECRET = "The forklift deal was never honest at all"


@pytest.fixture
def won(terminal: Terminal) -> str:
    """Something that was ticked, beside something that was not."""
    terminal(
        "add", "Lost my temper", "--date", "2026-10-06", "--private-note", "Ashamed of that whole afternoon"
    )
    return terminal(
        *("add", "Won the tender with Ada Holm", "--title", "Tender with Ada Holm", "--date", "2026-10-05"),
        *("--share", "manager", "--person", "Ada Holm"),
    )


@pytest.mark.usefixtures("won")
def test_what_leaves_and_what_stays(terminal: Terminal) -> None:
    shown = terminal("pack", *PERIOD, "--check", "--ask", "An hour")
    assert "Highlights and lowlights\n  Tender with someone at work" in shown
    assert "Leaves: 2 things" in shown
    assert "Stays: 1 unticked thing, 1 private note" in shown
    assert "Ada Holm: someone at work" in shown
    assert "Nothing leaks. Nothing was written." in shown
    assert "Ashamed" not in shown
    found = terminal.json("pack", *PERIOD, "--check", "--name", "Ada Holm")
    assert found["leaves"][0]["items"] == ["Tender with Ada Holm"]
    assert (found["stand_ins"], found["named"], found["leaks"]) == ({}, ["Ada Holm"], [])
    assert (found["balance"]["items"], found["balance"]["private_notes"]) == (1, 1)
    assert "Ada Holm: by name" in terminal("pack", *PERIOD, "--check", "--name", "Ada Holm")
    assert terminal.json("ledger") == []


@pytest.mark.parametrize("form", ["pdf", "markdown", "text"])
def test_a_leak_is_exit_1_and_nothing_is_written(
    form: str, won: str, terminal: Terminal, tmp_path: Path
) -> None:
    terminal("edit", won, "--text", f"Won it. {SECRET}.", "--private-note", SECRET)
    file = tmp_path / "out"
    common = ("pack", *PERIOD, "--format", form, "-o", str(file))
    shown = terminal(*common, "--check", code=1)
    assert "Leaves: 1 thing" in shown
    assert "Nothing leaks" not in shown
    assert "would have shown what was not chosen" in terminal.errors
    terminal(*common, code=1)
    assert "would have shown what was not chosen" in terminal.errors
    assert not file.exists()
    assert terminal.json("ledger") == []


def test_a_leak_is_in_the_json_too(terminal: Terminal, won: str) -> None:
    terminal("edit", won, "--text", f"Won it. {SECRET}.", "--private-note", SECRET)
    found = json.loads(terminal("pack", *PERIOD, "--check", "--json", code=1))
    assert any("The forklift deal" in leak for leak in found["leaks"])


@pytest.mark.usefixtures("won")
def test_a_check_writes_nothing_even_where_a_file_is_named(terminal: Terminal, tmp_path: Path) -> None:
    password = tmp_path / "password"
    password.write_text("nine wet harbour lamps\n", encoding="utf-8")
    terminal(
        "pack", *PERIOD, "--check", "-o", str(tmp_path / "x.pdf"), "--password-file", str(password), "--keep"
    )
    assert not (tmp_path / "x.pdf").exists()
    password.write_text("\ufb01sh\n", encoding="utf-8")
    terminal("pack", *PERIOD, "--check", "--password-file", str(password), code=1)
    assert "takes this password alike" in terminal.errors
    assert terminal.json("ledger") == []


@pytest.mark.usefixtures("won")
def test_a_pack_as_markdown_in_a_file(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "october.md"
    assert terminal("pack", *PERIOD, "--format", "markdown", "-o", str(file)) == str(file)
    assert "not entered in the ledger" in terminal.errors
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# One-on-one review pack\n")
    assert "Tender with someone at work" in text
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert terminal.json("ledger") == []


@pytest.mark.usefixtures("won")
def test_a_pack_as_plain_text_on_standard_output(terminal: Terminal) -> None:
    shown = terminal("pack", *PERIOD, "--format", "text", "-o", "-", "--language", "de")
    assert shown.startswith("Unterlage für das Vier-Augen-Gespräch")
    assert "#" not in shown
    assert "Tender with jemand" in shown
    assert not Path("-").exists()


def test_what_was_reworded_and_changed_since_is_told(terminal: Terminal, won: str) -> None:
    """Reworded in the window, once for all; and a text of the file counts as well."""
    choice = PackChoice(start=dt.date(2026, 10, 1), end=dt.date(2026, 10, 31), audience=Audience.MANAGER)
    with opening.open_journal(terminal.folder, PASSPHRASE) as journal:
        journal.packs.reword(journal.episodes.identify(won), "title", "A contract", choice)
    (item, _) = terminal.json("pack", *PERIOD, "--list")
    assert (item["fields"]["title"], item["reworded"], item["changed_since"]) == ("A contract", ["title"], [])
    terminal("edit", won, "--title", "Tender, at last")
    shown = terminal("pack", *PERIOD, "--check")
    assert "  A contract" in shown
    assert "1 reworded text" in shown
    assert "changed in the journal afterwards: 1" in shown
