"""Reviews of a period in the terminal."""

import pytest

from cli.terminal import CONTROL_C, Terminal, Typist

WEEK = ("review", "week", "--date", "2026-11-18")
BEFORE = ("review", "week", "--date", "2026-11-11")
KEYS = ["moved", "learned", "applied", "energy", "commitments"]


def week_of_work(terminal: Terminal) -> tuple[str, str]:
    """An episode with a lesson applied in it, after a week that left commitments."""
    episode = terminal("add", "Shipped 58 of 63", "--date", "2026-11-17", "--kind", "win")
    terminal("add", "The week before", "--date", "2026-11-10")
    lesson = terminal("lesson", "add", "Walk first")
    terminal("apply", lesson, episode, "--worked")
    terminal("action", "add", "Tidy up")
    return episode, lesson


def test_without_answers_it_shows_what_there_is_to_look_at(terminal: Terminal) -> None:
    episode, lesson = week_of_work(terminal)
    last = terminal(*BEFORE, "--answer", "commitments=- Walk the route\n- Ask Priya")
    done = next(action for action in terminal.json("actions") if action["text"] == "Ask Priya")
    terminal("done", done["id"])
    found = terminal.json(*WEEK)
    assert list(found) == [
        *("period", "due", "episodes", "actions", "applied", "commitments", "last", "review", "prompts"),
    ]
    assert found["period"] == {
        "interval": "week",
        "start": "2026-11-16",
        "end": "2026-11-22",
        "key": "week-2026-11-16",
    }
    assert [each["id"] for each in found["episodes"]] == [episode]
    assert [each["text"] for each in found["actions"]] == ["Tidy up"]
    assert found["applied"] == [{"lesson": lesson, "text": "Walk first", "worked": True}]
    ended = {each["text"]: each["state"] for each in found["commitments"]}
    assert ended == {"Walk the route": "open", "Ask Priya": "done"}
    assert (found["last"], found["review"]) == (last, None)
    assert [each["key"] for each in found["prompts"]] == KEYS
    shown = terminal(*WEEK)
    for told in (
        "The week 2026-11-16 – 2026-11-22",
        "Shipped 58",
        "Walk the route",
        "Tidy up",
        "commitments:",
    ):
        assert told in shown
    assert "The week before" not in shown
    assert [each["id"] for each in terminal.json("reflections")] == [last]


def test_with_answers_it_is_kept_and_its_commitments_become_actions(terminal: Terminal) -> None:
    week_of_work(terminal)
    kept = terminal(
        *WEEK,
        *("--answer", "moved=58 orders", "--answer", "commitments=Walk the route\nAsk Priya"),
        *("--lesson", "Draw second", "--share", "manager"),
    )
    found = terminal.json("show", kept)
    assert (found["method"], found["interval"]) == ("period-review", "week")
    assert (found["period_start"], found["period_end"]) == ("2026-11-16", "2026-11-22")
    actions = {each["text"]: each for each in terminal.json("actions")}
    for text in ("Walk the route", "Ask Priya"):
        assert (actions[text]["reflection"], actions[text]["audiences"]) == (kept, ["manager"])
        assert actions[text]["due"] == "2026-11-29"
    assert actions["Tidy up"]["audiences"] == []
    shared = {each["text"]: each["audiences"] for each in terminal.json("lessons")}
    assert shared == {"Walk first": [], "Draw second": ["manager"]}
    assert terminal.json(*WEEK)["review"]["id"] == kept
    terminal(*WEEK)
    assert f"workjournal show {kept.replace('-', '')[-8:]}" in terminal.errors
    assert "The week 2026-11-16" in terminal("reflections")


def test_more_than_three_commitments_are_asked_about_gently(terminal: Terminal) -> None:
    terminal(*WEEK, "--answer", "commitments=a\nb\nc\nd")
    assert "which three would you keep" in terminal.errors
    assert len(terminal.json("actions")) == 4


def test_a_period_is_reviewed_once_unless_it_is_wished(terminal: Terminal) -> None:
    kept = terminal(*WEEK, "--answer", "moved=58 orders")
    for more in (("--answer", "moved=x"), ("--draft", "--answer", "moved=x"), ("--write",)):
        terminal(*WEEK, *more, code=1)
        assert kept in terminal.errors
    assert len(terminal.json("reflections")) == 1
    terminal(*WEEK, "--again", "--answer", "moved=x")
    assert len(terminal.json("reflections")) == 2
    terminal("reflection", "edit", kept, "--answer", "learned=Patience")
    assert terminal.json("show", kept)["answers"] == {"moved": "58 orders", "learned": "Patience"}


@pytest.mark.parametrize(
    ("interval", "start", "end"),
    [
        ("week", "2026-11-16", "2026-11-22"),
        ("month", "2026-11-01", "2026-11-30"),
        ("quarter", "2026-10-01", "2026-12-31"),
    ],
)
def test_each_interval(interval: str, start: str, end: str, terminal: Terminal) -> None:
    kept = terminal("review", interval, "--date", "2026-11-18", "--answer", "moved=x")
    found = terminal.json("show", kept)
    assert (found["interval"], found["period_start"], found["period_end"]) == (interval, start, end)
    assert terminal.json("review", interval)["prompts"]


def test_a_review_is_left_half_way_and_gone_on_with(terminal: Terminal) -> None:
    assert terminal(*WEEK, "--draft", "--answer", "moved=58 orders") == "reflection:week-2026-11-16"
    assert "--write" in terminal.errors
    terminal(*WEEK)
    assert "left unfinished" in terminal.errors
    kept = terminal(*WEEK, "--write")
    assert terminal.json("show", kept)["answers"] == {"moved": "58 orders"}
    assert terminal.json("reflections", "--unfinished") == []
    terminal(*BEFORE, "--write", code=1)
    assert "One answer is enough" in terminal.errors


def test_another_method_reviews_too(terminal: Terminal) -> None:
    assert [each["key"] for each in terminal.json(*WEEK, "--method", "plus-delta")["prompts"]] != KEYS
    kept = terminal(*WEEK, "--method", "4ls", "--answer", "liked=The calm")
    found = terminal.json("show", kept)
    assert (found["method"], found["interval"]) == ("4ls", "week")
    terminal(*BEFORE, "--method", "tarot", code=1)


def test_a_review_is_asked_prompt_by_prompt(terminal: Terminal, typist: Typist) -> None:
    typist.types("58 orders", "", CONTROL_C)
    terminal(*WEEK, "--write", code=130)
    assert "5  What moved?" in terminal.errors
    assert "review week --date 2026-11-16 --write" in terminal.errors
    typist.types("", "", "", "Sleep", "", "Walk", "Ask", "", "", "")
    kept = terminal(*WEEK, "--write")
    assert terminal.json("show", kept)["answers"] == {
        "moved": "58 orders",
        "energy": "Sleep",
        "commitments": "Walk\nAsk",
    }
    assert [each["text"] for each in terminal.json("actions")] == ["Walk", "Ask"]


def test_at_a_terminal_it_only_shows_unless_it_is_to_be_written(terminal: Terminal, typist: Typist) -> None:
    typist.types("never read")
    terminal(*WEEK)
    assert typist.read() == "never read\n"
