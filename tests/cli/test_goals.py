"""Stretch goals in the terminal: planned by options, changed, started."""

import pytest

from cli.terminal import Terminal

TEXTS = (
    *("why", "performance", "conditions", "criterion", "feedback-from", "support"),
    *("wish", "outcome", "obstacle", "plan", "premortem", "prevention"),
)


def planned(terminal: Terminal, *more: str) -> str:
    return terminal("goal", "add", "Chair the meeting", "--probability", "60", "--reasons", "Prepared", *more)


def test_every_field_of_a_goal(terminal: Terminal) -> None:
    texts = [word for name in TEXTS for word in (f"--{name}", f"the {name}")]
    measure = terminal("measure", "add", "Meetings that end on time", "--unit", "%")
    made = planned(
        terminal,
        *texts,
        *("--skill", "Chairing", "--skill", "Listening", "--challenge", "new responsibility"),
        *("--difficulty", "65", "--slack", "50", "--successes", "70", "--confidence", "40"),
        *("--due", "2026-12-31", "--rhythm", "14", "--measure", "meetings THAT end on time"),
        *("--share", "manager"),
    )
    goal = terminal.json("goal", "show", made)
    assert {name: goal[name.replace("-", "_")] for name in TEXTS} == {name: f"the {name}" for name in TEXTS}
    assert (goal["skills"], goal["challenges"]) == (["Chairing", "Listening"], ["new responsibility"])
    assert (goal["difficulty"], goal["slack"], goal["successes"]) == (65, 50, 70)
    assert (goal["confidence_before"], goal["due"], goal["rhythm_days"]) == (40, "2026-12-31", 14)
    assert (goal["measure"], goal["concerns"]) == (measure, [])
    assert (goal["state"], goal["audiences"], goal["check_ins"]) == ("planned", ["manager"], [])
    unsealed = {"probability": 60, "reasons": "Prepared", "by": None, "sealed_at": None, "intact": True}
    assert (goal["forecast"], goal["revisions"]) == (unsealed, [])
    shown = terminal("goal", "show", made)
    for told in ("not sealed yet", "Meetings that end on time", "every 14 days", "the prevention"):
        assert told in shown


def test_what_speaks_against_it_is_said_and_stands_in_no_way(terminal: Terminal) -> None:
    made = planned(terminal, "--difficulty", "80", "--slack", "20", "--successes", "10")
    for said in ("nobody is named who gives feedback", "little room for it", "went well of late"):
        assert said in terminal.errors
    assert f"goal edit {made.replace('-', '')[-8:]} --feedback-from NAME" in terminal.errors
    assert terminal.json("goal", "show", made)["concerns"] == ["no-feedback", "little-slack", "few-successes"]
    terminal("goal", "edit", made, "--feedback-from", "Priya, each week", "--slack", "60")
    assert "went well of late" in terminal.errors
    assert "feedback" not in terminal.errors
    assert terminal("goal", "start", made) == made
    assert "went well of late" in terminal.errors
    assert "all the same?" not in terminal.errors
    easy = planned(terminal, "--difficulty", "55")
    terminal("goal", "start", easy)
    assert terminal.errors == ""


def test_a_plan_is_changed_as_far_as_it_can_be(terminal: Terminal) -> None:
    made = planned(terminal, "--skill", "Chairing", "--due", "2026-12-31", "--share", "manager")
    changed = ("--title", "Chair both", "--skill", "Leading", "--due", "none", "--probability", "45")
    assert terminal("goal", "edit", made[-8:], *changed, "--share", "none", "--why", "It is time") == made
    goal = terminal.json("goal", "show", made)
    assert (goal["title"], goal["skills"], goal["due"], goal["why"]) == (
        "Chair both",
        ["Leading"],
        None,
        "It is time",
    )
    assert (goal["forecast"]["probability"], goal["forecast"]["reasons"]) == (45, "Prepared")
    assert goal["audiences"] == []
    terminal("goal", "start", made)
    terminal("goal", "edit", made, "--probability", "90", code=1)
    assert "sealed" in terminal.errors
    terminal("goal", "edit", made, "--confidence", "90", code=1)
    assert "before it starts" in terminal.errors
    terminal("goal", "edit", made, "--obstacle", "I hurry")
    terminal("goal", "close", made, "--as", "achieved")
    terminal("goal", "edit", made, "--obstacle", "Nothing", code=1)
    assert f"workjournal goal reopen {made.replace('-', '')[-8:]}" in terminal.errors
    terminal("goal", "edit", made, "--share", "next-job")
    goal = terminal.json("goal", "show", made)
    assert (goal["obstacle"], goal["audiences"], goal["skills"]) == ("I hurry", ["next-job"], ["Leading"])
    assert goal["forecast"]["probability"] == 45


def test_a_forecast_can_be_taken_back_before_the_start(terminal: Terminal) -> None:
    made = planned(terminal)
    terminal("goal", "edit", made, "--probability", "none", code=1)
    assert "Give your reasons a probability" in terminal.errors
    terminal("goal", "edit", made, "--probability", "none", "--reasons", "")
    assert terminal.json("goal", "show", made)["forecast"] is None


def test_a_goal_without_a_forecast(terminal: Terminal) -> None:
    terminal("goal", "list")
    assert "No goals" in terminal.errors
    made = terminal("goal", "add", "Just try")
    terminal("goal", "start", made)
    assert "has no forecast" in terminal.errors
    assert terminal.json("goal", "list")[0]["forecast"] is None
    assert "Forecast" not in terminal("goal", "show", made)


@pytest.mark.parametrize(
    "wrong", [("--rhythm", "93"), ("--rhythm", "-1"), ("--slack", "57"), ("--due", "none")]
)
def test_what_no_goal_has_is_wrong_usage(wrong: tuple[str, str], terminal: Terminal) -> None:
    terminal("goal", "add", "Chair the meeting", *wrong, code=2)
    assert terminal.json("goal", "list") == []


def test_a_measure_that_is_not_there_is_told(terminal: Terminal) -> None:
    terminal("goal", "add", "Chair the meeting", "--measure", "Punctuality", code=1)
    assert "There is no measure called Punctuality" in terminal.errors
    assert "workjournal measure list" in terminal.errors


def test_without_a_title_and_a_terminal_nobody_can_be_asked(terminal: Terminal) -> None:
    terminal("goal", "add", code=2)
    assert "TITLE" in terminal.errors
    made = planned(terminal)
    terminal("goal", "edit", made, code=2)
