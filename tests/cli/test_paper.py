"""Episodes as a PDF, in the terminal."""

from pathlib import Path

import pytest

from cli.terminal import Terminal
from workjournal.exporters.pdf_pages import page_texts


@pytest.fixture
def ids(terminal: Terminal) -> list[str]:
    first = ("--date", "2026-11-18", "--tag", "count", "--private-note", "Nobody knows")
    return [
        terminal("add", "Counted the depot", *first),
        terminal("add", "Rang the guild", "--date", "2026-11-19"),
    ]


def text(file: Path) -> str:
    return " ".join(" ".join(page_texts(file.read_bytes())).split())


def test_a_period_with_a_warning_beside_the_output(
    terminal: Terminal, ids: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "out.pdf"
    assert terminal("print", "--from", "2026-11-18", "--to", "2026-11-18", "-o", str(file)) == str(file)
    assert "It holds 1 episode on 1 page." in terminal.errors
    assert "It is not encrypted" in terminal.errors
    assert "Counted the depot" in text(file)
    assert "Rang the guild" not in text(file)
    assert "Nobody knows" not in text(file)
    terminal("print", ids[1][-8:], "-o", str(file), code=1)
    assert "is there already" in terminal.errors
    terminal("print", ids[1][-8:], "-o", str(file), "--replace")
    assert "Rang the guild" in text(file)


def test_as_one_says(terminal: Terminal, ids: list[str], tmp_path: Path) -> None:
    file = tmp_path / "out.pdf"
    terminal("print", *ids, "--private-notes", "--language", "de", "--paper", "letter", "-o", str(file))
    assert "It holds 2 episodes" in terminal.errors
    assert "Private Notiz Nobody knows" in text(file)
    terminal("print", "--tag", "count", "-o", str(file), "--replace")
    assert "Rang the guild" not in text(file)


def test_what_cannot_be_printed_is_told(terminal: Terminal, ids: list[str], tmp_path: Path) -> None:
    file = str(tmp_path / "out.pdf")
    terminal("print", "--from", "2026-12-01", "-o", file, code=1)
    assert "no episode fits" in terminal.errors
    terminal("print", "-o", file, code=2)
    terminal("print", ids[0], "--tag", "count", "-o", file, code=2)
    terminal("print", "--from", "2026-12-01", "--to", "2026-11-01", "-o", file, code=2)
    terminal("print", ids[0], "-o", "-", code=2)
    assert not (tmp_path / "out.pdf").exists()
