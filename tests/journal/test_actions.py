"""Actions: open until they are done, and in every period they touched."""

import datetime as dt

import pytest

from examples import DAY
from journal.test_queries import plans, recorded
from workjournal.domain.action import PLAN_ENDINGS, Action, ActionState
from workjournal.domain.entity import Missing
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.reflection import Reflection
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


def test_what_an_action_came_from(journal: Journal) -> None:
    goal = journal.goals.add(Goal(title="Lead the count"))
    episode = journal.episodes.add(Episode(date=DAY, title="Moved the depot"))
    of_episode, of_goal = (Action(date=DAY, text=text) for text in ("from an episode", "from a goal's"))
    one = Reflection(date=DAY, method="aar-short", answers={"why": "x"})
    other = Reflection(date=DAY, method="aar-short", answers={"why": "x"}, goal_id=goal.id)
    journal.reflections.keep(one, episodes=[episode.id], actions=[of_episode])
    journal.reflections.keep(other, actions=[of_goal])
    direct = journal.actions.save(Action(date=DAY, text="of a goal itself", goal_id=goal.id))
    by_hand = kept(journal, "by hand")
    found = journal.actions.sources([of_episode, of_goal, direct, by_hand])
    seen = {
        action: (source.reflection and source.reflection.id, source.goal and source.goal.title)
        for action, source in found.items()
    }
    assert seen == {
        of_episode.id: (one.id, None),
        of_goal.id: (other.id, "Lead the count"),
        direct.id: (None, "Lead the count"),
    }
    assert journal.actions.sources([]) == {}


def test_due_are_the_open_ones_whose_day_has_come_the_longest_overdue_first(journal: Journal) -> None:
    for text, due in (("today", 0), ("past", -3), ("longer past", -9), ("tomorrow", 1), ("some day", None)):
        kept(journal, text, due=due)
    journal.actions.end(kept(journal, "done", due=-4).id, ActionState.DONE, DAY)
    journal.actions.trash(kept(journal, "binned", due=-5).id)
    found = journal.actions.due(DAY)
    assert [action.text for action in found] == ["longer past", "past", "today"]
    assert all(action.is_due(DAY) for action in found)
    assert [action.text for action in journal.actions.due(DAY + dt.timedelta(days=1))][-1] == "tomorrow"


def test_what_is_due_is_read_from_an_index(journal: Journal) -> None:
    with recorded() as queries:
        journal.actions.due(DAY)
    assert "SEARCH action USING INDEX ix_action_open" in "".join(plans(journal, queries).values())


def test_those_that_ended_the_last_one_first_by_pages(journal: Journal) -> None:
    states = [state for state in ActionState if state is not ActionState.OPEN]
    for number, state in enumerate(states):
        action = kept(journal, state.value)
        journal.actions.end(action.id, state, DAY + dt.timedelta(days=number))
    kept(journal, "open")
    journal.actions.trash(journal.actions.end(kept(journal, "binned").id, ActionState.DONE, DAY).id)
    expected = [state.value for state in reversed(states)]
    assert [action.text for action in journal.actions.closed()] == expected
    assert [action.text for action in journal.actions.closed(limit=2, skip=1)] == expected[1:3]


def test_an_if_then_plan_ends_as_met_not_met_or_never_arisen(journal: Journal) -> None:
    for ending in PLAN_ENDINGS:
        plan = Action(date=DAY, text="Ask", if_then="If she is in, then I ask")
        journal.actions.end(journal.actions.save(plan).id, ending, DAY)
        read = journal.actions.get(plan.id)
        assert (read.state, read.if_then) == (ending, "If she is in, then I ask")


def test_an_action_says_what_to_do(journal: Journal) -> None:
    with pytest.raises(Missing):
        kept(journal, " ")
