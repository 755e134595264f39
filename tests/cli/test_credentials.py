"""Credentials in the terminal: badges read, files kept and given back."""

from pathlib import Path

import pytest

from cli.terminal import Terminal
from domain.badge_samples import ASSERTION, as_json, packed, picture


@pytest.fixture
def skill(terminal: Terminal) -> str:
    return terminal("skill", "add", "Welding")


@pytest.fixture
def badge(tmp_path: Path) -> Path:
    file = tmp_path / "seam.png"
    file.write_bytes(picture(packed(as_json(ASSERTION))))
    return file


def test_a_badge_tells_its_fields_and_nobody_verified_them(
    terminal: Terminal, skill: str, badge: Path
) -> None:
    made = terminal("skill", "credential", "add", "welding", str(badge))
    assert "nobody has verified it" in terminal.errors
    found = terminal.json("skill", "credential", "show", made)
    assert (found["name"], found["issuer"]) == ("TIG welding, thin sheet", "Weir School of Metal")
    assert (found["issued"], found["expires"], found["skill"]) == ("2026-03-14", "2028-03-14", skill)
    assert (found["file_name"], found["size"]) == ("seam.png", badge.stat().st_size)
    shown = terminal("skill", "credential", "show", made[-8:])
    for told in ("mara@example.org", "Three seams without a pore.", "nobody has verified it", "seam.png"):
        assert told in shown
    assert terminal("show", made) == shown
    assert terminal.json("skill", "list")[0]["credentials"] == 1
    assert [each["id"] for each in terminal.json("skill", "show", "Welding")["credentials"]] == [made]
    assert "Weir School of Metal" in terminal("skill", "show", "Welding")


def test_what_is_given_wins(terminal: Terminal, skill: str, badge: Path) -> None:
    given = ("--name", "TIG", "--expires", "2026-04-01", "--link", "https://weir.example")
    made = terminal("skill", "credential", "add", "Welding", str(badge), *given)
    found = terminal.json("skill", "credential", "show", made)
    assert (found["name"], found["issuer"], found["expired"]) == ("TIG", "Weir School of Metal", True)
    assert "2026-04-01, expired" in terminal("skill", "credential", "show", made)
    assert "expired 2026-04-01" in terminal("skill", "credential", "list")


def test_any_other_file_is_kept_as_it_is_and_given_back(
    terminal: Terminal, skill: str, tmp_path: Path
) -> None:
    file, target = tmp_path / "course.pdf", tmp_path / "again.pdf"
    file.write_bytes(b"%PDF anything\0")
    made = terminal("skill", "credential", "add", "Welding", str(file), "--issuer", "The school")
    assert "badge" not in terminal.errors
    assert terminal.json("skill", "credential", "show", made)["name"] == "course"
    assert terminal("skill", "credential", "save", made[-8:], str(target)) == str(target)
    assert target.read_bytes() == file.read_bytes()
    target.write_bytes(b"mine")
    terminal("skill", "credential", "save", made, str(target), code=1)
    assert "already" in terminal.errors
    assert target.read_bytes() == b"mine"
    terminal("skill", "credential", "save", made, str(tmp_path / "no" / "where"), code=1)
    assert "cannot be written" in terminal.errors


def test_without_a_file_it_has_a_name(terminal: Terminal, skill: str, tmp_path: Path) -> None:
    terminal("skill", "credential", "add", "Welding", code=2)
    dates = ("--issued", "2026-03-01", "--expires", "2026-02-01")
    terminal("skill", "credential", "add", "Welding", "--name", "By hand", *dates, code=1)
    assert "cannot have expired before" in terminal.errors
    made = terminal("skill", "credential", "add", "Welding", "--name", "By hand", "--description", "A course")
    assert terminal.json("skill", "credential", "list", "Welding")[0]["id"] == made
    terminal("skill", "credential", "save", made, str(tmp_path / "x"), code=1)
    assert "has no file" in terminal.errors
    assert not (tmp_path / "x").exists()
    terminal("trash", made)
    assert terminal.json("skill", "credential", "list") == []
    assert terminal("skill", "credential", "list") == ""
    terminal("untrash", made)
    assert "By hand" in terminal("skill", "credential", "list")


def test_a_file_that_cannot_be_kept_is_told(terminal: Terminal, skill: str, tmp_path: Path) -> None:
    large = tmp_path / "large.pdf"
    large.write_bytes(b"x" * (5 * 1024 * 1024 + 1))
    for file in (large, tmp_path / "none.png", tmp_path):
        terminal("skill", "credential", "add", "Welding", str(file), code=1)
    assert terminal.json("skill", "credential", "list") == []
