"""The pulse in the terminal."""

import datetime as dt

from cli.terminal import CONTROL_C, Terminal, Typist

TODAY = dt.datetime.now().astimezone().date()


def test_it_is_given_once_a_month(terminal: Terminal) -> None:
    assert terminal("pulse", "list") == ""
    assert "workjournal pulse give" in terminal.errors
    made = terminal("pulse", "give", "--safety", "65", "--accountability", "70", "--note", "A calm month")
    assert terminal("pulse", "give", "--safety", "40") == made
    (changed,) = terminal.json("pulse", "list")
    assert (changed["safety"], changed["accountability"], changed["note"]) == (40, 70, "A calm month")
    old = terminal("pulse", "give", "--accountability", "55", "--date", "2026-01-15")
    found = terminal.json("pulse", "list")
    assert [(each["id"], each["safety"], each["accountability"]) for each in found] == [
        (made, 40, 70),
        (old, None, 55),
    ]
    assert found[1]["date"] == "2026-01-15"
    assert "2026-01-15" in terminal("pulse", "list")
    assert "55" in terminal("show", old)
    terminal("trash", old)
    assert len(terminal.json("pulse", "list")) == 1
    terminal("untrash", old)
    terminal("pulse", "give", "--safety", "57", code=2)


def test_it_is_asked_at_a_terminal(terminal: Terminal, typist: Typist) -> None:
    typist.types("high", "65", "", "They asked me first")
    made = terminal("pulse", "give")
    assert "Nobody but you ever sees this" in terminal.errors
    (found,) = terminal.json("pulse", "list")
    assert (found["id"], found["safety"], found["accountability"], found["note"]) == (
        made,
        65,
        None,
        "They asked me first",
    )
    typist.types("70", CONTROL_C)
    terminal("pulse", "give", code=130)
    assert terminal.json("pulse", "list") == [found]


def test_without_either_there_is_none(terminal: Terminal) -> None:
    terminal("pulse", "give", code=1)
    assert "pulse is empty" in terminal.errors


def test_today_asks_for_it_until_it_is_skipped(terminal: Terminal) -> None:
    terminal("add", "A day", "--date", (TODAY - dt.timedelta(days=40)).isoformat())
    assert "pulse" in {each["kind"] for each in terminal.json("today")}
    assert "workjournal pulse give" in terminal("today")
    assert terminal("pulse", "skip") == ""
    assert "not asked for again this month" in terminal.errors
    assert "pulse" not in {each["kind"] for each in terminal.json("today")}


def test_no_pack_holds_it(terminal: Terminal) -> None:
    terminal("pulse", "give", "--safety", "10", "--note", "Zwiebelkuchen")
    assert "Zwiebelkuchen" not in terminal("growth")
    assert "Zwiebelkuchen" not in str(terminal.json("growth"))
