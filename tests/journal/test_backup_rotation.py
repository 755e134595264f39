"""Which copies stay: 7 days, 5 weeks, 12 months, and always the newest that can be restored."""

import datetime as dt
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from workjournal.journal.copies.folders import Copy, State
from workjournal.journal.copies.keeping import DAYS, MONTHS, WEEKS, kept, superfluous

ZONE = dt.timezone(dt.timedelta(hours=-9))
START = dt.datetime(2024, 1, 1, 8, tzinfo=dt.UTC)
MOMENTS = st.integers(0, 4 * 365 * 24 * 60).map(lambda minutes: START + dt.timedelta(minutes=minutes))
SETS = st.sets(MOMENTS, max_size=60)
LONG_AFTER = dt.datetime(2030, 1, 1, tzinfo=ZONE)


def copy(made: dt.datetime, state: State = State.VERIFIED) -> Copy:
    return Copy(path=Path(made.isoformat()), made=made, size=1, state=state)


@given(SETS, MOMENTS)
def test_the_newest_always_stays(made: set[dt.datetime], now: dt.datetime) -> None:
    stay = kept(made, now)
    assert stay <= made
    assert not made or max(made) in stay


@given(SETS)
def test_not_more_stay_than_there_are_places(made: set[dt.datetime]) -> None:
    assert len(kept(made, LONG_AFTER)) <= DAYS + WEEKS + MONTHS


@given(SETS)
def test_each_of_the_newest_days_weeks_and_months_keeps_one(made: set[dt.datetime]) -> None:
    stay = kept(made, LONG_AFTER)
    for most, form in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        periods = sorted({moment.astimezone(ZONE).strftime(form) for moment in made}, reverse=True)[:most]
        assert {moment.astimezone(ZONE).strftime(form) for moment in stay} >= set(periods)


@given(SETS, MOMENTS)
def test_once_more_takes_nothing_away(made: set[dt.datetime], now: dt.datetime) -> None:
    stay = kept(made, now)
    assert kept(stay, now) == stay


@given(SETS, MOMENTS)
def test_what_was_made_today_stays(made: set[dt.datetime], now: dt.datetime) -> None:
    recent = {moment for moment in made if moment > now - dt.timedelta(days=1)}
    assert recent <= kept(made, now)


@given(SETS, st.lists(st.sampled_from(State), min_size=60, max_size=60), MOMENTS)
def test_a_copy_that_cannot_be_restored_neither_goes_nor_takes_a_place(
    made: set[dt.datetime], states: list[State], now: dt.datetime
) -> None:
    copies = [copy(moment, state) for moment, state in zip(sorted(made, reverse=True), states, strict=False)]
    gone = superfluous(copies, now)
    assert {copy.state for copy in gone} <= {State.VERIFIED, State.EARLIER_KEY}
    whole = [copy for copy in copies if copy.state in {State.VERIFIED, State.EARLIER_KEY}]
    assert gone == superfluous(whole, now)
    verified = [copy for copy in copies if copy.state is State.VERIFIED]
    assert not verified or verified[0] not in gone


def test_three_years_of_days_leave_a_copy_of_each_of_the_last_twelve_months() -> None:
    """Day by day, as it is done: what was thrown away in spring is not needed in autumn."""
    there: set[dt.datetime] = set()
    for day in range(3 * 365):
        now = START + dt.timedelta(days=day)
        there = kept(there | {now}, now)
        assert len(there) <= DAYS + WEEKS + MONTHS + 1
    last = now.replace(day=1)
    months = {(last - dt.timedelta(days=31 * back)).strftime("%Y-%m") for back in range(MONTHS - 1)}
    assert months <= {moment.strftime("%Y-%m") for moment in there}
    assert {now - dt.timedelta(days=back) for back in range(DAYS)} <= there
    weeks = {(now - dt.timedelta(weeks=back)).strftime("%G-%V") for back in range(WEEKS)}
    assert weeks <= {moment.strftime("%G-%V") for moment in there}
