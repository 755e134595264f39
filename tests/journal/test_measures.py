"""Measures: values by hand, from check-ins and from a file that may be read twice."""

import datetime as dt

import pytest

from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import new_id
from workjournal.domain.goal import Goal
from workjournal.domain.measure import MarkedChange, Measure, Reading
from workjournal.domain.sheet import MissingColumns
from workjournal.journal.distinct import NameExists
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing

DAY = dt.date(2026, 11, 19)
START = dt.date(2026, 11, 1)
SHEET = """date,value,note
2026-11-02,12.5,
2026-11-09,11,"A calm week, for once"
2026-11-09,11,"A calm week, for once"
2026-11-16,not counted,
2026-02-30,9,
,8,
2026-11-23,7,,surplus
2026-11-30,9.5,Two ill
"""


@pytest.fixture
def late(journal: Journal) -> Measure:
    return journal.measures.save(Measure(name="Days late", unit="days"))


def values(journal: Journal, measure: Measure) -> list[tuple[str, float, str]]:
    return [(f"{each.date}", each.value, each.note) for each in journal.measures.values(measure.id)]


def test_every_good_row_arrives_once_and_every_bad_one_is_named(journal: Journal, late: Measure) -> None:
    found = journal.measures.read_sheet(SHEET.encode(), late.id)
    assert (found.new, found.known) == (4, 0)
    assert [row.line for row in found.bad] == [5, 6, 7, 8]
    assert "not counted" in found.bad[0].reason
    assert "2026-02-30" in found.bad[1].reason
    assert "day" in found.bad[2].reason
    assert "too many cells" in found.bad[3].reason
    kept = values(journal, late)
    assert kept == [
        ("2026-11-02", 12.5, ""),
        ("2026-11-09", 11.0, "A calm week, for once"),
        ("2026-11-09", 11.0, "A calm week, for once"),  # twice in the file: measured twice that day
        ("2026-11-30", 9.5, "Two ill"),
    ]


def test_reading_it_again_changes_nothing(journal: Journal, late: Measure) -> None:
    journal.measures.log(Reading(measure_id=late.id, date=dt.date(2026, 11, 2), value=12.5))
    first = journal.measures.read_sheet(SHEET.encode(), late.id)
    assert (first.new, first.known) == (3, 1)  # what was logged by hand is the same value
    before = values(journal, late)
    heard: list[frozenset[type]] = []
    journal.subscribe(heard.append)
    for _ in range(2):
        again = journal.measures.read_sheet(SHEET.encode(), late.id)
        assert (again.new, again.known, again.bad) == (0, 4, first.bad)
    assert values(journal, late) == before
    assert heard == []


def test_rows_may_name_their_measure(journal: Journal, late: Measure) -> None:
    other = journal.measures.save(Measure(name="Wrong orders"))
    sheet = "Datum;Wert;Messgröße\n2.11.2026;1,5;wrong  Orders\n3.11.2026;2;Days late\n4.11.2026;3;Nothing\n5.11.2026;4;\n"
    found = journal.measures.read_sheet(sheet.encode())
    assert [value for _, value, _ in values(journal, other)] == [1.5]
    assert [value for _, value, _ in values(journal, late)] == [2.0]
    assert [(row.line, row.reason) for row in found.bad] == [
        (4, "There is no measure called Nothing here. Add it first, or write its name as it is."),
        (
            5,
            'It is not said which measure this is a value of: name it in the column "measure", or choose one for the file.',
        ),
    ]


def test_a_name_of_composed_letters_is_the_same_name(journal: Journal) -> None:
    measure = journal.measures.save(Measure(name="Verspätung"))
    journal.measures.read_sheet("date,value,measure\n2026-11-02,1,Verspa\u0308tung\n".encode())
    assert len(values(journal, measure)) == 1


def test_a_file_that_is_none_keeps_nothing(journal: Journal, late: Measure) -> None:
    with pytest.raises(MissingColumns):
        journal.measures.read_sheet(b"when,how much\n2026-11-02,1\n", late.id)
    assert values(journal, late) == []


def test_a_check_ins_value_is_one_of_the_goals_measure(journal: Journal, late: Measure) -> None:
    goal = journal.goals.add(Goal(title="On time", measure_id=late.id))
    journal.goals.start(goal.id, START)
    journal.measures.log(Reading(measure_id=late.id, date=DAY, value=4.0))
    check_in = CheckIn(goal_id=goal.id, date=START, measure_value=9.0, changed="Two vans")
    journal.goals.check_in(check_in)
    journal.goals.check_in(CheckIn(goal_id=goal.id, date=DAY, progress=40))
    assert values(journal, late) == [("2026-11-01", 9.0, "Two vans"), ("2026-11-19", 4.0, "")]
    assert [each.from_check_in for each in journal.measures.values(late.id)] == [True, False]
    assert journal.measures.latest()[late.id].value == 4.0
    goal = journal.goals.get(goal.id)
    goal.measure_id = None  # what was measured then stays measured
    journal.goals.add(goal)
    assert len(values(journal, late)) == 2
    journal.check_ins.trash(check_in.id)
    assert values(journal, late) == [("2026-11-19", 4.0, "")]
    journal.check_ins.restore(check_in.id)
    journal.goals.trash(goal.id)
    assert len(values(journal, late)) == 1


def test_a_reading_is_of_a_measure_there_is(journal: Journal) -> None:
    with pytest.raises(NoSuchThing):
        journal.measures.log(Reading(measure_id=new_id(), date=DAY, value=1.0))


def test_two_measures_in_use_never_share_a_name(journal: Journal, late: Measure) -> None:
    with pytest.raises(NameExists, match="days LATE"):
        journal.measures.save(Measure(name=" days   LATE "))
    late.description = "Counted each Friday"
    journal.measures.save(late)
    journal.measures.trash(late.id)
    again = journal.measures.save(Measure(name="Days late"))
    for restore in (journal.measures.restore, journal.trash.restore):
        with pytest.raises(NameExists):
            restore(late.id)
    again.name = "Days late, new way"
    journal.measures.save(again)
    journal.measures.restore(late.id)
    assert [each.name for each in journal.measures.all()] == ["Days late", "Days late, new way"]


def test_what_concerns_all_measures_is_a_change_of_each(journal: Journal, late: Measure) -> None:
    other = journal.measures.save(Measure(name="Wrong orders"))
    for change in (
        MarkedChange(date=DAY, text="A new role"),
        MarkedChange(date=START, text="A second van", measure_id=late.id),
    ):
        journal.measures.mark(change)
    assert [each.text for each in journal.measures.changes(late.id)] == ["A second van", "A new role"]
    assert [each.text for each in journal.measures.changes(other.id)] == ["A new role"]
    journal.measures.trash(late.id)
    journal.trash.empty()
    assert [each.text for each in journal.changes.all()] == ["A new role"]
