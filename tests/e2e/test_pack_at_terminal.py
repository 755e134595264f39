"""A pack by the real program, from what could be in it to the meeting and the next pack; nothing else leaves."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from e2e.terminal_program import Program
from workjournal.exporters.pdf_pages import page_texts

PASSWORD = "nine wet harbour lamps"
PRIVATE = "I was afraid of her all afternoon"
OCTOBER = ("--from", "2026-10-01", "--to", "2026-10-31", "--audience", "manager")
YEAR = ("--from", "2026-01-01", "--to", "2099-12-31", "--audience", "manager")


def read(file: Path) -> str:
    return " ".join(" ".join(page_texts(file.read_bytes())).split())


@pytest.fixture
def won(program: Program) -> str:
    """Something to tell, with a private note; beside it something that is not to be told."""
    program("add", "Lost my temper in the yard", "--date", "2026-10-06")
    return program(
        *("add", "Won the tender with Ada Holm", "--title", "Tender", "--date", "2026-10-05"),
        *("--person", "Ada Holm", "--private-note", PRIVATE),
    )


def ticked(program: Program, file: Path, won: str) -> None:
    """Write the file for --items out of what the program lists."""
    listed: list[dict[str, Any]] = program.json("pack", *OCTOBER, "--list")
    assert [item["ticked"] for item in listed] == [False, False]
    items = [{"id": item["id"], **item["fields"]} for item in listed if item["id"] == won]
    items[0]["title"] = "A contract with Ada Holm"
    file.write_text(json.dumps(items), encoding="utf-8")


def test_from_what_could_be_in_it_to_the_next_pack(program: Program, won: str, tmp_path: Path) -> None:
    items, password, file = (tmp_path / name for name in ("items.json", "password", "october.pdf"))
    ticked(program, items, won)
    password.write_text(f"{PASSWORD}\n", encoding="utf-8")
    password.chmod(0o600)
    chosen = (*OCTOBER, "--items", str(items), "--sections", "asks,highlights", "--ask", "An hour a week")
    found = program.json("pack", *chosen, "--check")
    assert (found["leaks"], found["balance"]["items"], found["balance"]["private_notes"]) == ([], 2, 1)
    assert not file.exists()
    assert program.json("ledger") == []

    kept = ("--password-file", str(password), "--keep", "--with", "Mara Lind")
    pack, beside = program.run("pack", *chosen, *kept, "-o", str(file))
    assert beside == "The password is kept nowhere: without it nobody opens the file.\n"
    assert PASSWORD.encode() not in file.read_bytes()
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with pikepdf.open(file, password=PASSWORD) as opened:
        assert opened.encryption.R == 6
    assert [line["id"] for line in program.json("ledger", "verify", str(file))] == [pack]
    copy = tmp_path / "copy.pdf"
    program.run("ledger", "pdf", pack, "-o", str(copy))
    text = read(copy)
    assert 0 < text.index("An hour a week") < text.index("A contract with someone at work")
    assert all(words not in text for words in ("Tender", "Holm", "temper", PRIVATE))

    program("ledger", "meet", pack, "--day", "2026-11-03", "--notes", "She doubted it for a whole minute")
    program("ledger", "agree", pack, "An hour with the planners", "--owner", "manager")
    program("ledger", "heard", pack, "Ask earlier next time", "--person", "Mara Lind")
    program("pack", *YEAR, "-o", str(tmp_path / "next.pdf"))
    text = read(tmp_path / "next.pdf")
    assert text.index("Since last time") < text.index("An hour with the planners")
    assert "Ask earlier next time" in text
    assert all(words not in text for words in ("doubted", "Mara", PRIVATE))
    assert len(program.json("ledger")) == 2
    left = {each.name for each in tmp_path.iterdir()}
    assert left <= {
        *(each.name for each in (items, password, file, copy)),
        "next.pdf",
        "vault",
        "home",
        "settings",
    }


def test_a_leak_leaves_no_file_and_exit_codes_are_kept(program: Program, won: str, tmp_path: Path) -> None:
    program("edit", won, "--text", f"Won it. {PRIVATE}.", "--share", "manager")
    file = tmp_path / "october.pdf"
    for more in (("-o", str(file)), ("--format", "text", "-o", str(file)), ("--check",)):
        _, beside = program.run("pack", *OCTOBER, *more, code=1)
        assert "would have shown what was not chosen" in beside
        assert "Traceback" not in beside
    program.run("pack", *OCTOBER, code=2)
    program.run("ledger", "verify", str(program.vault / "vault.json"), code=1)
    assert not file.exists()
    assert program.json("ledger") == []


def test_a_form_asks_for_nothing(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "form.pdf"
    assert program("pack-form", "-o", str(file), "--language", "de") == str(file)
    assert "Vier-Augen-Gespräch" in read(file)
