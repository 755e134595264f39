"""A goal at a real terminal, by keyboard alone: from the wish to the closing review."""

import os

import pytest

if os.name == "nt":
    pytest.skip("no pseudo-terminals there", allow_module_level=True)

from e2e.pseudo_terminal import PseudoTerminal
from e2e.terminal_program import Program
from e2e.test_asking import at_terminal


def answers(terminal: PseudoTerminal, question: str, *lines: str) -> None:
    """Wait for a question and its prompt, then type the lines, each with Enter."""
    terminal.waits_for(question)
    for mark, line in zip(("> ", "… "), lines, strict=False):
        terminal.waits_for(mark)
        terminal.types(f"{line}\n")


def test_from_wish_to_closing_review(program: Program) -> None:
    with at_terminal(program, "goal", "add") as terminal:
        answers(terminal, "What do you want to be able to do?", "Chair the meeting")
        answers(terminal, "What makes it worth it?", ".")
        answers(terminal, "Which kinds of challenge", "1, 4")
        answers(terminal, "Which skills", "Chairing")
        answers(terminal, "How hard will it be?", "80")
        answers(terminal, "Who gives you feedback?", ".")
        terminal.waits_for("nobody is named who gives feedback")
        answers(terminal, "What do you wish for?", ".")
        answers(terminal, "It is the due day", ".")
        answers(terminal, "When is it due?", "2099-01-31")
        answers(terminal, "How likely", "60")
        answers(terminal, "Why that probability?", ".")
        assert terminal.ends() == 0
    (planned,) = program.json("goal", "list")
    goal = str(planned["id"])
    assert goal in terminal.seen
    program.run("goal", "start", goal)
    with at_terminal(program, "goal", "checkin", goal) as terminal:
        answers(terminal, "How far has it come?", "40")
        answers(terminal, "How confident", "55")
        for question in ("What changed?", "Which feedback", "Which help"):
            answers(terminal, question, "")
        assert terminal.ends() == 0
    with at_terminal(program, "goal", "close", goal) as terminal:
        answers(terminal, "How did it end?", "partly")
        answers(terminal, "Why did it end so?", "Two of three")
        answers(terminal, "How confident are you now?", "70")
        answers(terminal, "Where were you really", "30")
        terminal.waits_for("Came true: no")
        for place in range(1, 6):
            answers(terminal, f"{place} of 6", "")
        answers(terminal, "6 of 6", "I ask Priya", "")
        answers(terminal, "Evidence", "")
        answers(terminal, "A lesson", "Name the outcome first")
        answers(terminal, "A lesson", "")
        answers(terminal, "The next action", "Chair the next one")
        assert terminal.ends() == 0
    closed = program.json("goal", "show", goal)
    assert (closed["state"], closed["reason"], closed["came_true"]) == ("partly", "Two of three", False)
    assert (closed["forecast"]["probability"], closed["forecast"]["intact"]) == (60, True)
    assert (closed["confidence_after"], closed["confidence_really_before"]) == (70, 30)
    assert [look["progress"] for look in closed["check_ins"]] == [40]
    review = program.json("show", closed["reflections"][0])
    assert (review["method"], review["answers"]) == ("aar-full", {"follow_up": "I ask Priya"})
    assert [lesson["text"] for lesson in program.json("lessons")] == ["Name the outcome first"]
    assert "After-action review, full" in program("goal", "show", goal)
