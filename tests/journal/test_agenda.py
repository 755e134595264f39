"""What is worth a minute today."""

import datetime as dt

from examples import DAY, START, Examples
from workjournal.domain.action import Action, ActionState
from workjournal.domain.episode import Episode, Kind
from workjournal.journal.agenda import DueKind
from workjournal.journal.journal import Journal


def test_an_empty_journal_nags_about_nothing(journal: Journal) -> None:
    assert journal.agenda.due(DAY) == []


def test_reflections_then_check_ins_then_actions(journal: Journal, one: Examples) -> None:
    hard = journal.episodes.save(Episode(date=DAY, title="Hard", kind=Kind.CHALLENGE))
    due = journal.agenda.due(DAY)
    assert [(d.kind, d.thing, d.title, d.since) for d in due] == [
        (DueKind.REFLECT, hard.id, "Hard", DAY),
        (DueKind.CHECK_IN, one.goal.id, one.goal.title, START),
        (DueKind.ACT, one.action.id, "Call Ada", DAY),
    ]
    journal.actions.end(one.action.id, ActionState.DONE, DAY)
    assert [d.kind for d in journal.agenda.due(DAY)] == [DueKind.REFLECT, DueKind.CHECK_IN]


def test_at_most_two_of_a_kind_and_no_action_before_its_day(journal: Journal) -> None:
    for number in range(4):
        journal.episodes.save(Episode(date=DAY, title=f"Hard {number}", kind=Kind.DECISION))
        journal.actions.save(Action(date=DAY, text=f"Due {number}", due=DAY - dt.timedelta(days=number)))
    journal.actions.save(Action(date=DAY, text="Tomorrow", due=DAY + dt.timedelta(days=1)))
    journal.actions.save(Action(date=DAY, text="Some day"))
    assert [due.title for due in journal.agenda.due(DAY)] == ["Hard 3", "Hard 2", "Due 3", "Due 2"]
