"""The pulse: once a month, passed over in silence, and nowhere but here."""

import datetime as dt

import pytest

from workjournal.domain.entity import Missing
from workjournal.domain.episode import Episode
from workjournal.domain.pulse import Pulse
from workjournal.journal.agenda import DueKind
from workjournal.journal.journal import Journal

OCTOBER, NOVEMBER, DECEMBER = dt.date(2026, 10, 5), dt.date(2026, 11, 19), dt.date(2026, 12, 1)


@pytest.fixture(autouse=True)
def since_october(journal: Journal) -> None:
    journal.episodes.add(Episode(date=OCTOBER, title="Began"))


def test_it_is_asked_for_once_a_month(journal: Journal) -> None:
    assert [journal.pulses.is_due(day) for day in (OCTOBER, NOVEMBER)] == [False, True]
    assert DueKind.PULSE in {due.kind for due in journal.agenda.due(NOVEMBER)}
    journal.pulses.give(Pulse(date=NOVEMBER, safety=60))
    assert [journal.pulses.is_due(day) for day in (NOVEMBER, DECEMBER)] == [False, True]


def test_a_second_one_of_a_month_takes_the_place_of_the_first(journal: Journal) -> None:
    journal.pulses.give(Pulse(date=OCTOBER, safety=40, note="A row"))
    first = journal.pulses.give(Pulse(date=NOVEMBER, safety=60, accountability=50, note="Calm"))
    second = journal.pulses.give(Pulse(date=NOVEMBER.replace(day=30), safety=70, note="Calmer"))
    assert second.id == first.id
    assert [
        (each.date.day, each.safety, each.accountability, each.note) for each in journal.pulses.all()
    ] == [
        (30, 70, None, "Calmer"),
        (5, 40, None, "A row"),
    ]
    assert [each.text for each in journal.revisions.of(first.id)] == ["Calm"]  # no word is lost
    october = journal.pulses.of_month(OCTOBER.replace(day=31))
    assert october is not None
    assert october.note == "A row"
    assert journal.pulses.of_month(DECEMBER) is None


def test_it_is_passed_over_for_a_month(journal: Journal) -> None:
    journal.pulses.pass_over(NOVEMBER)
    assert [journal.pulses.is_due(day) for day in (NOVEMBER, DECEMBER)] == [False, True]
    journal.pulses.ask_again()
    assert journal.pulses.is_due(NOVEMBER)


def test_an_empty_one_is_not_kept(journal: Journal) -> None:
    with pytest.raises(Missing):
        journal.pulses.give(Pulse(date=NOVEMBER, note="Only words"))
    assert journal.pulses.all() == []


def test_one_in_the_trash_is_asked_for_again(journal: Journal) -> None:
    given = journal.pulses.give(Pulse(date=NOVEMBER, safety=60))
    journal.pulses.trash(given.id)
    assert journal.pulses.is_due(NOVEMBER)
    assert journal.pulses.all() == []
