"""The last value of each measure, for a list of them."""

import datetime as dt

from workjournal.domain.check_in import CheckIn
from workjournal.domain.goal import Goal
from workjournal.domain.measure import Measure, Reading
from workjournal.journal.journal import Journal

DAY = dt.date(2026, 11, 2)


def test_the_last_value_of_each_is_that_of_the_latest_day_wherever_it_stands(journal: Journal) -> None:
    late, calls, none = (journal.measures.save(Measure(name=name)) for name in ("Late", "Calls", "None"))
    goal = journal.goals.add(Goal(title="On time", measure_id=late.id))
    journal.goals.start(goal.id, DAY)
    for value, days in ((7.0, 0), (6.0, 9), (5.0, 3)):
        journal.measures.log(Reading(measure_id=late.id, date=DAY + dt.timedelta(days=days), value=value))
    journal.measures.log(Reading(measure_id=calls.id, date=DAY, value=1.0))
    second = journal.measures.log(Reading(measure_id=calls.id, date=DAY, value=2.0))
    assert {key: each.value for key, each in journal.measures.latest().items()} == {
        late.id: 6.0,
        calls.id: 2.0,
    }
    assert none.id not in journal.measures.latest()
    look = CheckIn(goal_id=goal.id, date=DAY + dt.timedelta(days=20), measure_value=4.0)
    journal.goals.check_in(look)
    assert journal.measures.latest()[late.id].from_check_in
    assert journal.measures.latest() == {
        key: values[-1] for key, values in journal.measures.values_of([late.id, calls.id]).items()
    }
    journal.check_ins.trash(look.id)
    journal.readings.trash(second.id)
    assert {key: each.value for key, each in journal.measures.latest().items()} == {
        late.id: 6.0,
        calls.id: 1.0,
    }
    journal.measures.trash(late.id)
    assert set(journal.measures.latest()) == {calls.id}


def test_a_check_in_of_a_goal_in_the_trash_counts_no_more(journal: Journal) -> None:
    late = journal.measures.save(Measure(name="Late"))
    goal = journal.goals.add(Goal(title="On time", measure_id=late.id))
    journal.goals.start(goal.id, DAY)
    journal.goals.check_in(CheckIn(goal_id=goal.id, date=DAY, measure_value=4.0))
    assert journal.measures.latest()[late.id].value == 4.0
    journal.goals.trash(goal.id)
    assert journal.measures.latest() == {}
