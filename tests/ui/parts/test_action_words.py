"""When an action is due, in words."""

import datetime as dt

import pytest

from workjournal.domain.action import PLAN_ENDINGS, Action, ActionState
from workjournal.ui.parts import action_words
from workjournal.ui.plurals import PLURALS

TODAY = dt.date(2026, 11, 19)  # a Thursday


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "Due today"),
        (1, "Due tomorrow"),
        (2, "Due on Saturday"),
        (6, "Due on Wednesday"),
        (7, "Due 26 Nov"),
        (60, "Due 18 Jan 2027"),
    ],
)
def test_a_day_to_come(days: int, words: str) -> None:
    assert action_words.due(TODAY + dt.timedelta(days=days), TODAY) == words


def test_a_day_that_has_passed_is_told_without_blame() -> None:
    assert action_words.due(TODAY - dt.timedelta(days=3), TODAY) == PLURALS.days_late(3)
    assert PLURALS.days_late(3).startswith("3 day")
    assert action_words.due(None, TODAY) == "No due day"


@pytest.mark.parametrize("state", ActionState)
def test_every_state_has_words(state: ActionState) -> None:
    assert action_words.chip(state).text
    assert action_words.told(state)
    action = Action(date=TODAY, text="Call\nAda", state=state, ended=TODAY)
    row = action_words.row(action, None, TODAY)
    assert row.title == "Call Ada"
    assert bool(row.action) == (state is ActionState.OPEN)
    assert "19 Nov" in row.second or state is ActionState.OPEN


def test_a_plan_can_end_in_three_ways() -> None:
    assert tuple(state for state, _, _ in action_words.outcomes()) == PLAN_ENDINGS
