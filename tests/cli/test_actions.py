"""Actions in the terminal."""

import pytest

from cli.terminal import Terminal


def texts(terminal: Terminal, *options: str) -> list[str]:
    return [action["text"] for action in terminal.json("actions", *options)]


def test_every_field_of_an_action(terminal: Terminal) -> None:
    made = terminal(
        *("action", "add", "Book the walk", "--due", "2027-01-05", "--kind", "improvement", "--owner", "me"),
        *("--if-then", "If it rains, then I take a coat", "--share", "manager"),
    )
    (found,) = terminal.json("actions")
    assert (found["id"], found["text"], found["due"]) == (made, "Book the walk", "2027-01-05")
    assert (found["kind"], found["owner"], found["audiences"]) == ("improvement", "me", ["manager"])
    assert found["if_then"] == "If it rains, then I take a coat"
    shown = terminal("show", made)
    for told in ("Book the walk", "2027-01-05", "improvement", "If it rains"):
        assert told in shown
    assert terminal.json("show", made) == found


def test_an_ask_is_the_managers_move(terminal: Terminal) -> None:
    terminal("action", "add", "A day for it", "--kind", "ask")
    terminal("action", "add", "Mine all the same", "--kind", "ask", "--owner", "me")
    owners = {action["text"]: action["owner"] for action in terminal.json("actions")}
    assert owners == {"A day for it": "manager", "Mine all the same": "me"}


def test_an_action_is_changed_where_it_is_named(terminal: Terminal) -> None:
    made = terminal("action", "add", "Book the walk", "--due", "2027-01-05", "--if-then", "If x, then y")
    assert terminal("action", "edit", made[-8:], "--owner", "manager", "--text", "Book it") == made
    (found,) = terminal.json("actions")
    assert (found["text"], found["owner"], found["due"]) == ("Book it", "manager", "2027-01-05")
    terminal("action", "edit", made, "--due", "none", "--if-then", "", "--share", "next-job")
    (found,) = terminal.json("actions")
    assert (found["due"], found["if_then"], found["audiences"]) == (None, None, ["next-job"])
    terminal("action", "edit", made, "--text", "", code=1)
    terminal("action", "edit", "0badcafe", "--text", "x", code=1)
    terminal("action", "add", " ", code=1)
    assert texts(terminal) == ["Book it"]


def test_actions_are_listed_by_what_is_asked_for(terminal: Terminal) -> None:
    late = terminal("action", "add", "Late", "--due", "2026-01-05")
    terminal("action", "add", "Later", "--due", "2999-01-05", "--kind", "improvement")
    terminal("action", "add", "Asked", "--kind", "ask")
    gone = terminal("action", "add", "Gone")
    terminal("done", gone, "--as", "dropped")
    assert texts(terminal) == ["Late", "Later", "Asked"]
    assert texts(terminal, "--due") == ["Late"]
    assert texts(terminal, "--closed") == ["Gone"]
    assert set(texts(terminal, "--all")) == {"Late", "Later", "Asked", "Gone"}
    assert texts(terminal, "--owner", "manager") == ["Asked"]
    assert texts(terminal, "--kind", "improvement") == ["Later"]
    assert terminal("actions", "--due", "--kind", "ask") == ""
    assert "No action fits." in terminal.errors
    terminal("done", late)
    assert texts(terminal, "--due") == []
    assert "done" in terminal("actions", "--closed")


def test_an_action_is_done_or_dropped(terminal: Terminal) -> None:
    episode = terminal("add", "A hard day")
    terminal("reflect", episode, "--answer=why=x", "--action", "Book the walk", "--ask", "A day for it")
    first, second = (action["id"] for action in terminal.json("actions"))
    assert terminal("done", first[-8:]) == first
    terminal("done", second, "--as", "never-arose")
    assert terminal.json("actions") == []
    states = {action["id"]: action["state"] for action in terminal.json("actions", "--all")}
    assert states == {first: "done", second: "never-arose"}
    terminal("done", first, "--as", "open")
    assert [(action["id"], action["ended"]) for action in terminal.json("actions")] == [(first, None)]


@pytest.mark.parametrize(
    ("ending", "state"), [("fired", "done"), ("not-met", "not-met"), ("never-arose", "never-arose")]
)
def test_a_plan_ends_in_three_ways(ending: str, state: str, terminal: Terminal) -> None:
    plan = terminal("action", "add", "A coat", "--if-then", "If it rains, then I take a coat")
    terminal("done", plan, "--as", ending)
    (found,) = terminal.json("actions", "--closed")
    assert found["state"] == state
    assert found["ended"]


@pytest.mark.parametrize("ending", ["fired", "not-met"])
def test_without_a_plan_nothing_fires(ending: str, terminal: Terminal) -> None:
    made = terminal("action", "add", "Book the walk")
    terminal("done", made, "--as", ending, code=1)
    assert "has no if-then plan" in terminal.errors
    assert texts(terminal) == ["Book the walk"]


def test_an_unknown_ending_is_told_all_of_them(terminal: Terminal) -> None:
    action = terminal("action", "add", "Book the walk")
    terminal("done", action, "--as", "nonsense", code=2)
    assert "'nonsense' is not one of open, done, dropped, not-met, never-arose, fired." in terminal.errors
