"""A goal starts: what speaks against it is said before the seal is set."""

import pytest

from cli.terminal import CONTROL_C, Terminal, Typist

HARD = ("--difficulty", "80", "--feedback-from", "Priya", "--slack", "20")


def planned(terminal: Terminal, *more: str) -> str:
    return terminal("goal", "add", "Chair the meeting", *more)


def test_what_speaks_against_it_comes_before_the_seal(terminal: Terminal, typist: Typist) -> None:
    made = planned(terminal, "--probability", "60", *HARD)
    typist.types("n")
    assert terminal("goal", "start", made) == ""
    assert terminal.errors.index("little room for it") < terminal.errors.index("Start it all the same?")
    goal = terminal.json("goal", "show", made)
    assert (goal["state"], goal["forecast"]["sealed_at"]) == ("planned", None)
    typist.types(CONTROL_C)
    terminal("goal", "start", made, code=130)
    assert terminal.json("goal", "show", made)["state"] == "planned"
    typist.types("y")
    assert terminal("goal", "start", made) == made
    assert terminal.json("goal", "show", made)["forecast"]["sealed_at"] is not None


def test_a_start_without_a_forecast_is_told_before_it_is_too_late(terminal: Terminal, typist: Typist) -> None:
    made = planned(terminal)
    typist.types("n")
    terminal("goal", "start", made)
    assert "It has no forecast" in terminal.errors
    assert "sealed" not in terminal.errors
    assert terminal.json("goal", "show", made)["state"] == "planned"


@pytest.mark.parametrize("plan", [("--probability", "60"), ("--probability", "60", *HARD)])
def test_nothing_is_asked_where_nothing_is_to_be(
    terminal: Terminal, typist: Typist, plan: tuple[str, ...]
) -> None:
    made = planned(terminal, *plan)
    typist.types("never read")
    terminal("goal", "start", made, *(["--yes"] if len(plan) > 2 else []))
    assert typist.read() == "never read\n"
    assert terminal.json("goal", "show", made)["state"] == "active"


def test_of_one_that_runs_only_that_is_said(terminal: Terminal, typist: Typist) -> None:
    made = planned(terminal, *HARD)
    terminal("goal", "start", made, "--yes")
    typist.types("never read")
    terminal("goal", "start", made, code=1)
    assert "little room" not in terminal.errors
    assert "The goal is active" in terminal.errors
