"""What is worth a minute today."""

import datetime as dt

import pytest

from conftest import PASSPHRASE, Clock
from examples import DAY, START, Examples
from workjournal.domain.action import Action, ActionState
from workjournal.domain.episode import Episode, Kind
from workjournal.journal.agenda import DueKind
from workjournal.journal.journal import Journal
from workjournal.vault.vault import WrongPassphrase


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


def test_a_recovery_code_is_asked_for_once_something_is_written(journal: Journal) -> None:
    made = journal.ways_in.all()[0].made
    later = made + dt.timedelta(days=2)
    assert journal.agenda.due(later) == []  # nothing to lose yet
    journal.episodes.save(Episode(date=DAY, title="Something"))
    assert [due.kind for due in journal.agenda.due(made)] == []
    assert [due.kind for due in journal.agenda.due(later)] == [DueKind.WRITE_CODE]
    code = journal.ways_in.new_code()
    journal.ways_in.add_code(PASSPHRASE, code)
    assert journal.agenda.due(later) == []


def test_a_recovery_code_is_tried_every_ninety_days(journal: Journal, clock: Clock) -> None:
    code = journal.ways_in.new_code()
    made = journal.ways_in.add_code(PASSPHRASE, code).made
    clock.now = dt.datetime.combine(made, dt.time(12), dt.UTC)
    assert journal.agenda.due(made + dt.timedelta(days=89)) == []
    due = journal.agenda.due(made + dt.timedelta(days=90))
    assert [(each.kind, each.since) for each in due] == [(DueKind.TYPE_CODE, made)]
    with pytest.raises(WrongPassphrase):
        journal.ways_in.rehearse_code(journal.ways_in.new_code())
    assert journal.agenda.due(made + dt.timedelta(days=90))
    clock.forward(days=90)
    journal.ways_in.rehearse_code(code.lower())
    assert journal.agenda.due(made + dt.timedelta(days=90)) == []
    assert journal.agenda.due(made + dt.timedelta(days=180))
