"""A check-in asked at a terminal, left half-way and gone on with, there or in the window."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest

from cli.terminal import CONTROL_C, CONTROL_D, Terminal, Typist
from conftest import PASSPHRASE
from workjournal.journal import opening

TODAY = dt.datetime.now().astimezone().date()


@pytest.fixture
def made(terminal: Terminal) -> str:
    goal = terminal("goal", "add", "Chair the meeting", "--probability", "60")
    return terminal("goal", "start", goal)


def draft(terminal: Terminal, goal: str) -> dict[str, Any] | None:
    with opening.open_journal(terminal.folder, PASSPHRASE) as journal:
        kept = journal.drafts.find(f"checkin:{UUID(goal)}")
        return None if kept is None else dict(kept.fields)


def leave(terminal: Terminal, goal: str, **fields: Any) -> None:
    """As the window's card leaves it."""
    blank = dict.fromkeys(("progress", "confidence")) | dict.fromkeys(
        ("changed", "feedback", "help_needed", "measure_value"), ""
    )
    with opening.open_journal(terminal.folder, PASSPHRASE) as journal:
        journal.drafts.keep(f"checkin:{UUID(goal)}", {**blank, "date": TODAY.isoformat(), **fields})


def looks(terminal: Terminal, goal: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = terminal.json("goal", "show", goal)["check_ins"]
    return found


@pytest.mark.parametrize("stop", [CONTROL_C, CONTROL_D])
def test_what_was_typed_is_gone_on_with(terminal: Terminal, typist: Typist, made: str, stop: str) -> None:
    typist.types("50", "", "They let me", stop)
    assert terminal("goal", "checkin", made, code=130) == ""
    assert f"Go on with: workjournal goal checkin {made.replace('-', '')[-8:]}" in terminal.errors
    assert looks(terminal, made) == []
    left = draft(terminal, made)
    assert left is not None
    assert (left["progress"], left["changed"], left["date"]) == (50, "They let me", TODAY.isoformat())
    typist.types("", "45", "", "", "A slot", "")
    terminal("goal", "checkin", made)
    assert "Going on with the check-in" in terminal.errors
    assert "  | They let me" in terminal.errors
    (look,) = looks(terminal, made)
    assert (look["progress"], look["confidence"]) == (50, 45)
    assert (look["changed"], look["help_needed"]) == ("They let me", "A slot")
    assert draft(terminal, made) is None


def test_it_is_of_the_day_it_was_begun_for(terminal: Terminal, typist: Typist, made: str) -> None:
    typist.types("50", CONTROL_C)
    terminal("goal", "checkin", made, "--date", "2026-01-02", code=130)
    typist.types(*[""] * 5)
    terminal("goal", "checkin", made)
    assert [look["date"] for look in looks(terminal, made)] == ["2026-01-02"]


def test_it_can_begin_anew(terminal: Terminal, typist: Typist, made: str) -> None:
    leave(terminal, made, progress=50, changed="They let me", date="2026-01-02")
    typist.types("", "45", "", "", "")
    terminal("goal", "checkin", made, "--afresh")
    assert "They let me" not in terminal.errors
    (look,) = looks(terminal, made)
    assert (look["progress"], look["confidence"], look["date"]) == (None, 45, TODAY.isoformat())


def test_where_nothing_was_said_nothing_is_left(terminal: Terminal, typist: Typist, made: str) -> None:
    typist.types("", CONTROL_C)
    terminal("goal", "checkin", made, code=130)
    assert "Left unfinished" not in terminal.errors
    assert draft(terminal, made) is None


def test_options_leave_what_was_left_where_it_is(terminal: Terminal, made: str) -> None:
    leave(terminal, made, progress=50)
    terminal("goal", "checkin", made, "--progress", "20")
    assert [look["progress"] for look in looks(terminal, made)] == [20]
    left = draft(terminal, made)
    assert left is not None
    assert left["progress"] == 50


@pytest.mark.parametrize(
    ("typed", "line", "value"), [("12.5", "", 12.5), ("12.5", "9", 9.0), ("12,5 days", "12.5", 12.5)]
)
def test_a_figure_typed_in_the_window(
    terminal: Terminal, typist: Typist, made: str, typed: str, line: str, value: float
) -> None:
    leave(terminal, made, measure_value=typed)
    typist.types("", "", line, "", "", "")
    terminal("goal", "checkin", made)
    assert typed in terminal.errors
    assert [look["measure_value"] for look in looks(terminal, made)] == [value]
