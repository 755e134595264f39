"""Stretch goals in the terminal."""

from cli.terminal import Terminal

TEXTS = (
    *("why", "performance", "conditions", "criterion", "feedback-from", "support"),
    *("wish", "outcome", "obstacle", "plan", "premortem"),
)


def planned(terminal: Terminal, *more: str) -> str:
    return terminal("goal", "add", "Chair the meeting", "--probability", "60", "--reasons", "Prepared", *more)


def test_every_field_of_a_goal(terminal: Terminal) -> None:
    texts = [word for name in TEXTS for word in (f"--{name}", f"the {name}")]
    made = planned(
        terminal,
        *texts,
        *("--skill", "Chairing", "--skill", "Listening", "--challenge", "new responsibility"),
        *("--difficulty", "65", "--confidence", "40", "--due", "2026-12-31", "--share", "manager"),
    )
    goal = terminal.json("goal", "show", made)
    assert {name: goal[name.replace("-", "_")] for name in TEXTS} == {name: f"the {name}" for name in TEXTS}
    assert (goal["skills"], goal["challenges"]) == (["Chairing", "Listening"], ["new responsibility"])
    assert (goal["difficulty"], goal["confidence_before"], goal["due"]) == (65, 40, "2026-12-31")
    assert (goal["state"], goal["audiences"], goal["check_ins"]) == ("planned", ["manager"], [])
    unsealed = {"probability": 60, "reasons": "Prepared", "sealed_at": None, "intact": True}
    assert goal["forecast"] == unsealed
    assert "not sealed yet" in terminal("goal", "show", made)


def test_from_start_to_an_honest_end(terminal: Terminal) -> None:
    made = planned(terminal)
    assert terminal("goal", "start", made[-8:]) == made
    sealed = terminal.json("goal", "show", made)["forecast"]
    assert sealed["sealed_at"]
    assert sealed["intact"] is True
    terminal("goal", "checkin", made, "--progress", "20", "--confidence", "45", "--changed", "A first time")
    terminal(
        *("goal", "checkin", made, "--progress", "60", "--value", "2.5", "--date", "2026-01-02"),
        *("--feedback", "Shorter", "--help-needed", "A slot"),
    )
    early, late = terminal.json("goal", "show", made)["check_ins"]
    assert (early["date"], early["measure_value"], early["feedback"]) == ("2026-01-02", 2.5, "Shorter")
    assert (late["progress"], late["confidence"], late["changed"]) == (20, 45, "A first time")
    terminal("goal", "close", made, "--as", "partly", "--confidence-after", "70", "--really-before", "30")
    goal = terminal.json("goal", "show", made)
    assert (goal["state"], goal["confidence_after"], goal["confidence_really_before"]) == ("partly", 70, 30)
    shown = terminal("goal", "show", made)
    assert "sealed on" in shown
    assert "A first time" in shown
    assert "Chair the meeting" in terminal("goal", "list")


def test_what_a_goal_does_not_allow_is_said(terminal: Terminal) -> None:
    made = planned(terminal)
    terminal("goal", "checkin", made, "--progress", "20", code=1)
    assert "The goal is planned" in terminal.errors
    terminal("goal", "start", made)
    terminal("goal", "start", made, code=1)
    terminal("goal", "checkin", made, code=1)
    assert "check-in is empty" in terminal.errors
    terminal("goal", "close", made, "--as", "abandoned", code=1)
    assert "Say why" in terminal.errors
    terminal("goal", "close", made, "--as", "abandoned", "--reason", "The meeting is gone")
    assert terminal.json("goal", "list")[0]["reason"] == "The meeting is gone"


def test_a_goal_without_a_forecast(terminal: Terminal) -> None:
    terminal("goal", "list")
    assert "No goals" in terminal.errors
    made = terminal("goal", "add", "Just try")
    terminal("goal", "start", made)
    assert terminal.json("goal", "list")[0]["forecast"] is None
    assert "Forecast" not in terminal("goal", "show", made)
