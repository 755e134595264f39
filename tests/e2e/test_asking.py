"""A person at a terminal, left half-way in every way there is: what was typed is there the next time."""

import os
import signal
import sys
from typing import Any

import pytest

if os.name == "nt":
    pytest.skip("no pseudo-terminals there", allow_module_level=True)

from conftest import PASSPHRASE
from e2e.pseudo_terminal import CONTROL_D, PseudoTerminal
from e2e.terminal_program import Program


def at_terminal(program: Program, *arguments: str) -> PseudoTerminal:
    file = program.vault.parent / "passphrase"
    file.write_text(PASSPHRASE, encoding="utf-8")
    file.chmod(0o600)
    command = [sys.executable, "-m", "workjournal", "--passphrase-file", str(file), *arguments]
    return PseudoTerminal(command, program.environment)


def unfinished(program: Program) -> dict[str, Any]:
    (found,) = program.json("reflections", "--unfinished")
    return dict(found["fields"]["answers"])


def test_asked_left_and_gone_on_with(program: Program) -> None:
    episode = program("add", "Der Aufzug blieb stehen")
    with at_terminal(program, "reflect", episode) as terminal:
        terminal.waits_for("1 of 4")
        terminal.waits_for("> ")
        terminal.types("Körbe" * 1200 + "\n")  # a bare terminal would cut it at 4,095 bytes
        terminal.types("und mehr\n")
        terminal.presses("\n")
        terminal.waits_for("2 of 4")
        terminal.waits_for("> ")
        terminal.types("Half a line")
        terminal.interrupts(f"workjournal reflect {episode.replace('-', '')[-8:]}")
        assert terminal.ends() == 130
    first = "Körbe" * 1200 + "\nund mehr"
    assert unfinished(program) == {"intended": first, "happened": "Half a line"}

    with at_terminal(program, "reflect", episode) as terminal:
        terminal.waits_for("1 of 4")
        terminal.waits_for("An empty line keeps this")
        terminal.presses("\n")
        terminal.waits_for("2 of 4")
        terminal.waits_for("takes its place")
        terminal.presses("\x1b[200~Pasted,\n\nwith a gap\x1b[201~")
        terminal.waits_for("with a gap")
        terminal.presses("\n\n")
        terminal.waits_for("3 of 4")
        terminal.waits_for("> ")
        terminal.presses(CONTROL_D)
        assert terminal.ends() == 130
    assert unfinished(program) == {"intended": first, "happened": "Pasted,\n\nwith a gap"}

    with at_terminal(program, "reflect", episode) as terminal:
        for place in ("1 of 4", "2 of 4", "3 of 4"):
            terminal.waits_for(place)
            terminal.waits_for("> ")
            terminal.presses("\n")
        terminal.waits_for("4 of 4")
        terminal.types("Walk first\n")
        terminal.presses("\n")
        for question, answer in (
            ("Evidence", "41 baskets"),
            ("A lesson", "Walk first, then draw"),
            ("A lesson", ""),
        ):
            terminal.waits_for(question)
            terminal.waits_for("> ")
            terminal.types(f"{answer}\n")
        terminal.waits_for("The next action")
        terminal.waits_for("> ")
        terminal.presses("\n")
        assert terminal.ends() == 0
    (found,) = program.json("reflections")
    assert found["id"] in terminal.seen
    assert found["answers"]["next"] == "Walk first"
    assert (found["evidence"], len(found["lessons"])) == ("41 baskets", 1)
    assert program.json("reflections", "--unfinished") == []
    assert "Pasted,\n\nwith a gap" in program("show", found["id"])


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_a_terminal_that_goes_away_costs_one_line_at_most(end: signal.Signals, program: Program) -> None:
    """Seen failing without `so_far` in `lines`: all lines of the second answer were gone."""
    episode = program("add", "A hard day")
    with at_terminal(program, "reflect", episode) as terminal:
        terminal.waits_for("1 of 4")
        terminal.waits_for("> ")
        terminal.types("Ship it\n")
        terminal.presses("\n")
        terminal.waits_for("2 of 4")
        terminal.waits_for("> ")
        terminal.types("It rained\n")
        terminal.waits_for("… ")
        terminal.types("Half a line")
        terminal.process.send_signal(end)
        assert terminal.ends() != 0
    assert unfinished(program) == {"intended": "Ship it", "happened": "It rained"}


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGHUP])
def test_a_recall_that_is_killed_costs_one_line_at_most(end: signal.Signals, program: Program) -> None:
    """Seen failing without `so_far` in cli/recalls.py: nothing of it was there the next time."""
    lesson = program("lesson", "add", "Walk first", "--when", "a route is planned", "--date", "2026-01-05")
    with at_terminal(program, "recall", lesson) as terminal:
        terminal.waits_for("What is the lesson")
        terminal.waits_for("> ")
        terminal.types("Walk it\n")
        terminal.waits_for("… ")
        terminal.types("Half a line")
        terminal.process.send_signal(end)
        assert terminal.ends() != 0
    with at_terminal(program, "recall", lesson) as terminal:
        terminal.waits_for("  | Walk it")
        assert "Walk first" not in terminal.seen
        terminal.waits_for("> ")
        terminal.presses("\n")
        terminal.waits_for("How well")
        terminal.types("2\n")
        assert terminal.ends() == 0
    (recall,) = program.json("show", lesson)["recalls"]
    assert recall["answer"] == "Walk it"


def test_recalled_at_a_terminal(program: Program) -> None:
    lesson = program("lesson", "add", "Walk first", "--when", "a route is planned", "--date", "2026-01-05")
    with at_terminal(program, "recall") as terminal:
        terminal.waits_for("a route is planned")
        assert "Walk first" not in terminal.seen
        terminal.types("Walk it\n")
        terminal.presses("\n")
        terminal.waits_for("Walk first")
        terminal.waits_for("How well")
        terminal.types("2\n")
        assert terminal.ends() == 0
    found = program.json("show", lesson)
    assert found["due"] in terminal.seen
    assert [(each["grade"], each["answer"]) for each in found["recalls"]] == [("hard", "Walk it")]
