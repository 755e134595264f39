"""The ledger in the terminal: what was shared, what was in it, and which pack a file is."""

import hashlib
from pathlib import Path

import pytest

from cli.terminal import Terminal

PERIOD = ("--from", "2026-10-01", "--to", "2026-10-31")


class Desk:
    """A pack for the manager that was shared: `pack` is its id, `file` its PDF, `won` what was in it."""

    def __init__(self, terminal: Terminal, folder: Path) -> None:
        self.terminal, self.folder, self.file = terminal, folder, folder / "october.pdf"
        self.won = terminal("add", "Won the tender", "--date", "2026-10-05", "--share", "manager")
        self.pack = self.shares(self.file, "--with", "Mara Lind")

    def shares(self, file: Path, *more: str) -> str:
        typed = ("--ask", "An hour a week")
        return self.terminal("pack", *PERIOD, "--audience", "manager", *typed, "-o", str(file), *more)


@pytest.fixture
def desk(terminal: Terminal, tmp_path: Path) -> Desk:
    return Desk(terminal, tmp_path)


def test_before_the_first_pack_it_is_empty(terminal: Terminal) -> None:
    assert terminal.json("ledger") == []
    assert terminal("ledger") == ""
    assert "No pack was shared yet" in terminal.errors


def test_it_lists_what_was_shared_newest_first(desk: Desk) -> None:
    second = desk.shares(desk.folder / "two.pdf", "--keep")
    lines = desk.terminal.json("ledger")
    assert [line["id"] for line in lines] == [second, desk.pack]
    assert lines[1]["sha256"] == hashlib.sha256(desk.file.read_bytes()).hexdigest()
    assert (lines[1]["audience"], lines[1]["recipient"]) == ("manager", "Mara Lind")
    assert (lines[1]["period_start"], lines[1]["period_end"]) == ("2026-10-01", "2026-10-31")
    assert [(line["protected"], line["kept"], line["met"]) for line in lines] == [
        (False, True, None),
        (False, False, None),
    ]
    head, kept, bare = desk.terminal("ledger").splitlines()
    assert head.split() == ["Id", "Date", "For", "With", "Period", "SHA-256", "Password", "Copy", "Met"]
    assert kept.startswith(second[-8:])
    assert " kept " in kept
    assert "kept" not in bare
    assert lines[1]["sha256"][:12] in bare
    assert lines[1]["sha256"][:13] not in bare
    desk.terminal("trash", second)
    assert [line["id"] for line in desk.terminal.json("ledger")] == [desk.pack]


def test_in_a_narrow_terminal_each_pack_is_a_paragraph(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.shares(desk.folder / "two.pdf")
    monkeypatch.setenv("COLUMNS", "80")
    shown = desk.terminal("ledger")
    assert len(shown.split("\n\n")) == 2
    assert "With      Mara Lind" in shown
    assert max(map(len, shown.splitlines())) <= 80
    monkeypatch.setenv("COLUMNS", "107")
    lines = desk.terminal("ledger").splitlines()
    assert len(lines) == 3
    assert max(map(len, lines)) <= 107


def test_one_pack_with_what_was_in_it(desk: Desk) -> None:
    found = desk.terminal.json("ledger", "show", desk.pack[-8:])
    told = {section["section"]: section for section in found["told"]}
    assert [thing["id"] for thing in told["highlights"]["things"]] == [desk.won]
    assert told["asks"]["lines"] == ["An hour a week"]
    assert (found["agreed"], found["heard"], found["notes"]) == ([], [], None)
    shown = desk.terminal("ledger", "show", desk.pack)
    assert f"Highlights and lowlights\n  {desk.won[-8:]}  Won the tender" in shown
    assert "What I ask for\n  An hour a week" in shown
    assert "Mara Lind" in shown
    assert desk.terminal("show", desk.pack) == shown
    assert desk.terminal.json("show", desk.pack) == found


def test_what_became_of_a_thing_is_told(desk: Desk) -> None:
    desk.terminal("trash", desk.won)
    assert "Won the tender  (in the trash)" in desk.terminal("ledger", "show", desk.pack)
    desk.terminal("trash", "--empty", "--yes")
    assert "destroyed since" in desk.terminal("ledger", "show", desk.pack)
    (gone,) = [
        thing
        for section in desk.terminal.json("ledger", "show", desk.pack)["told"]
        for thing in section["things"]
    ]
    assert gone == {"id": desk.won, "noun": None, "title": None, "presence": "gone"}


def test_a_file_is_told_by_its_bytes(desk: Desk) -> None:
    other = desk.folder / "renamed.bin"
    other.write_bytes(desk.file.read_bytes())
    assert desk.pack[-8:] in desk.terminal("ledger", "verify", str(other))
    assert [line["id"] for line in desk.terminal.json("ledger", "verify", str(other))] == [desk.pack]
    again = desk.shares(desk.folder / "again.pdf")  # the same bytes, shared twice
    assert [line["id"] for line in desk.terminal.json("ledger", "verify", str(other))] == [again, desk.pack]
    other.write_bytes(desk.file.read_bytes() + b"\n")
    desk.terminal("ledger", "verify", str(other), code=1)
    assert "is no file of the ledger" in desk.terminal.errors
    desk.terminal("ledger", "verify", "/no/such.pdf", code=1)
    assert "/no/such.pdf cannot be read" in desk.terminal.errors


def test_the_kept_copy_comes_out_and_is_known_again(desk: Desk) -> None:
    password = desk.folder / "password"
    password.write_text("nine wet harbour lamps\n", encoding="utf-8")
    pack = desk.shares(desk.folder / "two.pdf", "--keep", "--password-file", str(password))
    copy = desk.folder / "copy.pdf"
    assert desk.terminal("ledger", "pdf", pack, "-o", str(copy)) == str(copy)
    assert copy.read_bytes() == desk.file.read_bytes()
    desk.terminal("trash", desk.pack)
    assert [line["id"] for line in desk.terminal.json("ledger", "verify", str(copy))] == [pack]


def test_a_copy_that_was_not_kept_or_cannot_be_written_is_told(desk: Desk) -> None:
    desk.terminal("ledger", "pdf", desk.pack, "-o", str(desk.folder / "copy.pdf"), code=1)
    assert "No copy of this pack was kept" in desk.terminal.errors
    kept = desk.shares(desk.folder / "two.pdf", "--keep")
    for target in (desk.folder / "no" / "copy.pdf", desk.terminal.folder / "copy.pdf"):
        desk.terminal("ledger", "pdf", kept, "-o", str(target), code=1)
        assert str(target) in desk.terminal.errors
        assert not target.exists()
    desk.terminal("ledger", "pdf", kept, "-o", "-", code=2)
    desk.terminal("ledger", "pdf", kept, code=2)


@pytest.mark.parametrize("command", ["show", "pdf", "meet", "agree", "heard"])
def test_an_unknown_id_is_exit_1(command: str, desk: Desk) -> None:
    more = {"pdf": ("-o", "x.pdf"), "agree": ("x",), "heard": ("x",)}.get(command, ())
    desk.terminal("ledger", command, "0badcafe", *more, code=1)
    assert "There is no pack with the id 0badcafe" in desk.terminal.errors
    assert not Path("x.pdf").exists()


def test_json_stands_behind_the_command(desk: Desk) -> None:
    desk.terminal("ledger", "--json", "show", desk.pack, code=2)
    assert "--json stands behind show" in desk.terminal.errors
