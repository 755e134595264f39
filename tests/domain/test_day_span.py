"""No day is kept from which none can be reckoned, whoever gives it."""

import datetime as dt

import pytest

from workjournal.domain.day_span import DayOutOfReach, check_days
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.journal.journal import Journal


@pytest.mark.parametrize("day", [dt.date.min, dt.date(99, 12, 31), dt.date(9900, 1, 1), dt.date.max])
def test_a_day_out_of_reach_is_named(day: dt.date) -> None:
    with pytest.raises(DayOutOfReach, match=day.isoformat()):
        check_days(Episode(date=day, title="Depot"))
    with pytest.raises(DayOutOfReach):
        check_days(Goal(title="Depot", due=day))
    moment = dt.datetime.combine(day, dt.time(), dt.UTC)
    with pytest.raises(DayOutOfReach):
        check_days(Goal(title="Depot", created_at=moment))


@pytest.mark.parametrize("day", [dt.date(100, 1, 1), dt.date(1970, 1, 1), dt.date(9899, 12, 31)])
def test_any_other_is_kept(day: dt.date) -> None:
    check_days(Episode(date=day, title="Depot", created_at=dt.datetime.combine(day, dt.time(), dt.UTC)))


def test_whatever_saves_refuses_it(journal: Journal) -> None:
    with pytest.raises(DayOutOfReach):
        journal.episodes.add(Episode(date=dt.date.max, title="Depot"))
    assert not journal.episodes.count()
