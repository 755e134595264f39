"""Files of episodes in the terminal."""

import io
import json
import os
import sys
import time
from pathlib import Path

import pytest

from cli.terminal import Terminal
from workjournal.cli.attaching import Progress
from workjournal.domain.attachment import MEGABYTE


@pytest.fixture
def episode(terminal: Terminal) -> str:
    return terminal("add", "Counted the depot.")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "plan.pdf"
    file.write_bytes(os.urandom(3 * MEGABYTE))
    return file


def test_in_listed_out_and_away(terminal: Terminal, episode: str, plan: Path, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Content", encoding="utf-8")
    first, second = terminal("attach", episode[-8:], str(plan), str(note)).split()
    listed = terminal.json("attachments", episode)
    assert [(each["id"], each["name"], each["size"], each["media_type"]) for each in listed] == [
        (first, "plan.pdf", 3 * MEGABYTE, "application/pdf"),
        (second, "note.txt", 7, "text/plain"),
    ]
    assert len(listed[0]["sha256"]) == 64
    table = terminal("attachments", episode).splitlines()
    assert table[0].split() == ["Id", "Size", "Kind", "Name"]
    assert [line.split()[1:3] for line in table[1:]] == [["3.0", "MB"], ["7", "B"]]
    out = tmp_path / "out"
    out.mkdir()
    assert terminal("save-attachment", first[-8:], "-o", str(out)) == str(out / "plan.pdf")
    assert (out / "plan.pdf").read_bytes() == plan.read_bytes()
    assert terminal("detach", second[-8:]) == second
    assert [each["id"] for each in terminal.json("attachments", episode)] == [first]
    terminal("untrash", second)
    assert len(terminal.json("attachments", episode)) == 2


def test_out_it_goes_over_nothing(terminal: Terminal, episode: str, plan: Path, tmp_path: Path) -> None:
    """Seen failing without the look whether it is there."""
    kept, there = terminal("attach", episode, str(plan)), tmp_path / "there.pdf"
    there.write_text("another plan", encoding="utf-8")
    terminal("save-attachment", kept, "-o", str(there), code=1)
    assert "is there already, and was left as it is" in terminal.errors
    assert there.read_text(encoding="utf-8") == "another plan"


def test_without_a_place_it_comes_here(
    terminal: Terminal, episode: str, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = terminal("attach", episode, str(plan))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert terminal("save-attachment", kept) == "plan.pdf"
    assert Path("plan.pdf").read_bytes() == plan.read_bytes()


def test_one_that_cannot_be_kept_does_not_keep_the_others_out(
    terminal: Terminal, episode: str, plan: Path, tmp_path: Path
) -> None:
    """Seen failing with the first trouble raised."""
    kept = terminal("attach", episode, str(tmp_path / "gone.txt"), str(tmp_path), str(plan), code=1)
    assert [each["id"] for each in terminal.json("attachments", episode)] == [kept]
    terminal("attach", episode, str(tmp_path), code=1)
    assert "it is a folder; attach the files in it" in terminal.errors


def test_the_largest_is_allowed_for_good(terminal: Terminal, episode: str, plan: Path) -> None:
    terminal("attach", "--largest", "2")
    terminal("attach", episode, str(plan), code=1)
    assert "plan.pdf has 3 MB; an attachment of this journal can have up to 2 MB" in terminal.errors
    assert terminal("attach", episode, str(plan), "--largest", "3")
    terminal("attach", "--largest", "1025", code=2)


@pytest.mark.parametrize("arguments", [(), ("4f2a91c7",)])
def test_without_a_file_it_is_wrong_usage(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    terminal("attach", *arguments, code=2)


def test_nothing_attached_is_said_beside_the_output(terminal: Terminal, episode: str) -> None:
    assert terminal("attachments", episode) == ""
    assert terminal.errors == "Nothing is attached to it.\n"
    assert json.loads(terminal("attachments", episode, "--json")) == []


class Screen(io.StringIO):
    """Standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_how_far_a_long_file_is_stands_on_one_line_that_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen failing with `end` doing nothing, and with the patience left out."""
    screen, now = Screen(), 100.0
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(time, "monotonic", lambda: now)
    progress = Progress("film\x1b[2J.mp4")
    progress.report(0.1, "")
    assert screen.getvalue() == ""
    now += 1
    progress.report(0.42, "")
    progress.report(0.43, "")
    progress.end()
    told = "film�[2J.mp4   42%"
    assert screen.getvalue() == f"\r{told}\r{' ' * len(told)}\r"
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    now += 1
    progress.report(0.5, "")
    assert pipe.getvalue() == ""
