"""An action and its ends."""

import datetime as dt
import itertools

import pytest

from workjournal.domain.action import PLAN_ENDINGS, Action, ActionState

DAY = dt.date(2026, 11, 19)
ENDED = [state for state in ActionState if state is not ActionState.OPEN]


def test_an_if_then_plan_fires_or_is_not_met_or_its_if_never_arises() -> None:
    assert [state.value for state in PLAN_ENDINGS] == ["done", "not-met", "never-arose"]
    assert set(ENDED) - set(PLAN_ENDINGS) == {ActionState.DROPPED}


@pytest.mark.parametrize("state", ENDED)
def test_an_end_has_its_day_until_it_is_opened_again(state: ActionState) -> None:
    action = Action(date=DAY, text="Ask Ada", if_then="If she is in, then I ask")
    action.end(state, DAY)
    assert (action.state, action.ended) == (state, DAY)
    action.end(ActionState.OPEN, DAY + dt.timedelta(days=1))
    assert (action.state, action.ended) == (ActionState.OPEN, None)


def test_another_end_is_another_day() -> None:
    action = Action(date=DAY, text="Ask Ada")
    for days, state in enumerate(ENDED):
        action.end(state, DAY + dt.timedelta(days=days))
        assert (action.state, action.ended) == (state, DAY + dt.timedelta(days=days))


@pytest.mark.parametrize(
    ("state", "days"), [*itertools.product(ActionState, [-400, -1, 0, 1, 400]), (ActionState.OPEN, None)]
)
def test_it_is_due_from_its_day_on_while_it_is_open(state: ActionState, days: int | None) -> None:
    due = None if days is None else DAY + dt.timedelta(days=days)
    action = Action(date=DAY, text="Ask Ada", due=due, state=state)
    assert action.is_due(DAY) == (state is ActionState.OPEN and days is not None and days <= 0)
