"""Actions: open until they are done, and in every period they touched."""

import datetime as dt

import pytest

from examples import DAY
from workjournal.domain.action import Action, ActionState
from workjournal.domain.entity import Missing
from workjournal.journal.journal import Journal


def kept(journal: Journal, text: str, days: int = 0, due: int | None = None) -> Action:
    due_day = None if due is None else DAY + dt.timedelta(days=due)
    return journal.actions.save(Action(date=DAY + dt.timedelta(days=days), text=text, due=due_day))


def test_the_first_due_first_those_without_a_day_last(journal: Journal) -> None:
    for text, due in (
        ("none", None),
        ("late", 9),
        ("soon", 1),
        ("none either", None),
        ("past", -3),
        ("soon too", 1),
    ):
        kept(journal, text, due=due)
    journal.actions.trash(kept(journal, "binned").id)
    assert [a.text for a in journal.actions.open()] == [
        "past",
        "soon",
        "soon too",
        "late",
        "none",
        "none either",
    ]


@pytest.mark.parametrize("state", [state for state in ActionState if state is not ActionState.OPEN])
def test_what_ended_is_not_open_until_it_is_opened_again(journal: Journal, state: ActionState) -> None:
    action = kept(journal, "Ask")
    assert journal.actions.end(action.id, state, DAY).ended == DAY
    assert journal.actions.open() == []
    journal.actions.end(action.id, ActionState.OPEN, DAY)
    assert [(a.id, a.ended) for a in journal.actions.open()] == [(action.id, None)]


def test_a_period_shows_what_was_open_in_it(journal: Journal) -> None:
    start, end = DAY, DAY + dt.timedelta(days=6)
    before, within, after = kept(journal, "before", -9), kept(journal, "within", 3), kept(journal, "after", 7)
    closed_before, closed_within = kept(journal, "closed before", -9), kept(journal, "closed within", -9)
    journal.actions.end(closed_before.id, ActionState.DONE, DAY - dt.timedelta(days=1))
    journal.actions.end(closed_within.id, ActionState.DONE, DAY)
    found = [action.text for action in journal.actions.touched_in(start, end)]
    assert found == ["before", "closed within", "within"]
    assert {before.id, within.id, after.id} == {action.id for action in journal.actions.open()}


def test_an_action_says_what_to_do(journal: Journal) -> None:
    with pytest.raises(Missing):
        kept(journal, " ")
