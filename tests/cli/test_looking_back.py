"""This day in earlier years, and what a thing said before."""

from cli.terminal import Terminal


def test_this_day_of_earlier_years(terminal: Terminal) -> None:
    ids = {
        day: terminal("add", f"On {day}", "--date", day) for day in ("2025-11-19", "2024-11-19", "2024-11-20")
    }
    lines = terminal("this-day", "--day", "2026-11-19").splitlines()
    assert [line.split()[:2] for line in lines[1:]] == [
        [ids["2025-11-19"][-8:], "2025-11-19"],
        [ids["2024-11-19"][-8:], "2024-11-19"],
    ]
    assert [each["id"] for each in terminal.json("this-day", "--day", "2025-11-20")] == [ids["2024-11-20"]]
    assert terminal("this-day", "--day", "2020-11-19") == ""
    assert terminal.errors == "Nothing was written on this day of earlier years.\n"
    terminal("this-day", "--day", "x", code=2)


def test_this_day_is_todays_without_a_day(terminal: Terminal) -> None:
    terminal("this-day")
    assert "Nothing was written" in terminal.errors


def test_what_a_thing_said_before(terminal: Terminal) -> None:
    episode = terminal("add", "Counted the stock.\nFirst version")
    assert terminal("history", episode) == ""
    assert terminal.errors == "Its texts were never changed.\n"
    terminal("edit", episode, "--title", "Counted all stock")
    terminal("edit", episode, "--text", "Second version")
    shown = terminal("history", episode[-8:])
    first, second = shown.split("\n\n")
    assert first.startswith("Story, until 20")
    assert first.endswith("\nCounted the stock.\nFirst version")
    assert second.startswith("Title, until 20")
    assert second.endswith("\nCounted the stock")
    found = terminal.json("history", episode)
    assert [(each["field"], each["text"]) for each in found] == [
        ("story", "Counted the stock.\nFirst version"),
        ("title", "Counted the stock"),
    ]
    assert found[0]["until"] >= found[1]["until"]
    terminal("history", "00000000", code=1)
    assert "There is no thing with the id" in terminal.errors
