"""What came of a meeting, in the terminal: and that the next pack opens with it."""

import datetime as dt
import io
from pathlib import Path

import pytest

from cli.terminal import Terminal
from workjournal.exporters.pdf_pages import page_texts

TODAY = dt.datetime.now().astimezone().date()


@pytest.fixture
def pack(terminal: Terminal, tmp_path: Path) -> str:
    terminal("add", "Won the tender", "--share", "manager")
    return share(terminal, tmp_path / "one.pdf")


def share(terminal: Terminal, file: Path) -> str:
    first = (TODAY - dt.timedelta(days=60)).isoformat()
    return terminal(
        "pack", "--from", first, "--to", TODAY.isoformat(), "--audience", "manager", "-o", str(file)
    )


def test_the_day_and_the_notes_are_kept_apart(terminal: Terminal, pack: str) -> None:
    assert terminal("ledger", "meet", pack[-8:], "--notes", "She liked it") == pack
    found = terminal.json("ledger", "show", pack)
    assert (found["met"], found["notes"]) == (TODAY.isoformat(), "She liked it")
    yesterday = (TODAY - dt.timedelta(days=1)).isoformat()
    terminal("ledger", "meet", pack, "--day", "yesterday")
    found = terminal.json("ledger", "show", pack)
    assert (found["met"], found["notes"]) == (yesterday, "She liked it")
    terminal("ledger", "meet", pack, "--notes", "")
    assert terminal.json("ledger", "show", pack)["met"] == yesterday
    terminal("ledger", "meet", pack, "--day", "none")
    assert terminal.json("ledger", "show", pack)["met"] is None


def test_notes_come_by_a_pipe(terminal: Terminal, pack: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Two\nlines\n"))
    terminal("ledger", "meet", pack, "--notes", "-")
    shown = terminal("ledger", "show", pack)
    assert "Notes, for you alone\n  Two\n  lines" in shown


def test_what_was_agreed_and_heard_opens_the_next_pack(terminal: Terminal, pack: str, tmp_path: Path) -> None:
    mine = terminal("ledger", "agree", pack, "Walk the route with the planners", "--due", "2099-01-31")
    theirs = terminal(
        "ledger", "agree", pack, "An hour with the planners", "--owner", "manager", "--if-then", "If I ask"
    )
    said = terminal("ledger", "heard", pack, "Ask earlier next time", "--person", "Ada Holm")
    terminal("ledger", "meet", pack, "--notes", "The planners were against it at first")
    found = terminal.json("ledger", "show", pack)
    assert [(each["id"], each["owner"], each["due"]) for each in found["agreed"]] == [
        (mine, "me", "2099-01-31"),
        (theirs, "manager", None),
    ]
    assert [(each["id"], each["kind"], each["people"]) for each in found["heard"]] == [
        (said, "feedback", ["Ada Holm"])
    ]
    assert found["met"] == TODAY.isoformat()
    assert terminal.json("show", mine)["pack"] == terminal.json("show", said)["pack"] == pack
    shown = terminal("ledger", "show", pack)
    assert f"{theirs[-8:]}  manager, open: An hour with the planners" in shown
    assert f"Heard\n  {said[-8:]}  Ask earlier next time" in shown
    share(terminal, tmp_path / "two.pdf")
    text = " ".join(page_texts((tmp_path / "two.pdf").read_bytes()))
    since = text[text.index("Since last time") : text.index("Highlights")]
    assert all(words in since for words in ("Walk the route", "An hour with", "Ask earlier next time"))
    assert "against it at first" not in text


@pytest.mark.parametrize(
    "wrong",
    [
        ("agree", "12345678", "x", "--owner", "nobody"),
        ("agree", "12345678", "x", "--due", "none"),
        ("agree", "12345678"),
        ("heard", "12345678"),
        ("meet", "12345678", "--day", "soon"),
        ("meet", "12345678", "--day", "9999-12-31"),
        ("party",),
    ],
)
def test_wrong_usage_is_exit_2(wrong: tuple[str, ...], terminal: Terminal) -> None:
    terminal("ledger", *wrong, code=2)


def test_nothing_is_agreed_in_no_words(terminal: Terminal, pack: str) -> None:
    for command in ("agree", "heard"):
        terminal("ledger", command, pack, "  ", code=1)
    found = terminal.json("ledger", "show", pack)
    assert (found["agreed"], found["heard"], found["met"]) == ([], [], None)
