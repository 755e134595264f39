"""Capturing in the terminal: the window's signs and days."""

import datetime as dt
from pathlib import Path

import pytest

from cli.terminal import Terminal
from workjournal.cli import run


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.delenv(name, raising=False)


def yesterday() -> str:
    return (dt.datetime.now().astimezone().date() - dt.timedelta(days=1)).isoformat()


def test_everything_named_in_the_text(terminal: Terminal) -> None:
    goal = terminal("goal", "add", "Lead the Q1 planning")
    terminal("add", "First", "--person", "Priya Shah", "--tag", "Planning")
    text = 'Met @priya yesterday 16:00 #planning #"two words" +Delegation !win ~lead'
    made = terminal.json("capture", text)
    assert made["title"] == text
    assert not made["story"]
    assert (made["date"], made["time"]) == (yesterday(), "16:00")
    assert (made["people"], made["skills"]) == (["Priya Shah"], ["Delegation"])
    assert (made["tags"], made["kind"], made["goal"]) == (["Planning", "two words"], "win", goal)
    assert made["recognised"][:3] == [
        {"what": "person", "typed": "@priya", "value": "Priya Shah"},
        {"what": "day", "typed": "yesterday", "value": yesterday()},
        {"what": "time", "typed": "16:00", "value": "16:00"},
    ]
    assert terminal.json("show", made["id"])["title"] == text


def test_the_id_and_what_was_recognised(terminal: Terminal) -> None:
    made = terminal("capture", "Met #new yesterday 16:00")
    assert terminal.errors == (
        f"Recognised: tag new, day {yesterday()}, time 16:00. With --as-text WORDS they are only text.\n"
    )
    assert terminal.json("show", made)["tags"] == ["new"]
    terminal("capture", "Nothing but words")
    assert terminal.errors == ""


def test_what_is_to_be_text_is_text(terminal: Terminal) -> None:
    text = "Fixed #include yesterday for @Bo"
    made = terminal.json("capture", text, "--as-text", "#include", "--as-text", "yesterday")
    assert (made["title"], made["tags"], made["people"]) == (text, [], ["Bo"])
    assert made["date"] != yesterday()


def test_a_long_text_is_told_whole(terminal: Terminal) -> None:
    made = terminal.json("capture", "Met @Bo. It went well #calm.")
    assert (made["title"], made["story"]) == ("Met @Bo", "Met @Bo. It went well #calm.")


def test_the_language_is_the_terminals_or_the_one_named(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert terminal.json("capture", "gestern", "--language", "de")["date"] == yesterday()
    assert terminal.json("capture", "gestern")["date"] != yesterday()
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    assert terminal.json("capture", "gestern")["date"] == yesterday()
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert terminal.json("capture", "yesterday")["date"] == yesterday()


def test_no_text_is_no_episode(terminal: Terminal) -> None:
    terminal("capture", "  ", code=1)
    assert terminal.json("list") == []


def test_the_option_brings_up_the_small_window(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    asked: list[Path | None] = []

    def small(vault: Path | None) -> int:
        asked.append(vault)
        return 3

    def none(_vault: Path | None) -> int:
        raise AssertionError("the whole window")

    assert run(["--vault", str(tmp_path), "--capture"], window=none, capture=small) == 3
    assert run(["--capture"], window=none, capture=small) == 3
    assert asked == [tmp_path, None]
    assert run(["--capture", "list"], window=none, capture=small) == 2
    assert run(["--capture"], window=none) == 1
    assert "stands without a command" in capsys.readouterr().err
