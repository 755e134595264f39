"""Periods by the calendar: months counted back; weeks, months and quarters that are reviewed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.period import Interval, Period, months_back, to_review

WEEK, MONTH, QUARTER = Interval
DAYS = st.dates(dt.date(1971, 1, 1), dt.date(2200, 12, 31))
INTERVALS = st.sampled_from(Interval)
ONE_DAY = dt.timedelta(days=1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "months", "earlier"),
    [
        (dt.date(2026, 11, 19), 1, dt.date(2026, 10, 19)),
        (dt.date(2026, 11, 19), 12, dt.date(2025, 11, 19)),
        (dt.date(2026, 1, 31), 2, dt.date(2025, 11, 30)),
        (dt.date(2024, 3, 31), 1, dt.date(2024, 2, 29)),
        (dt.date(2026, 11, 30), -3, dt.date(2027, 2, 28)),
    ],
)
def test_months_back(start: dt.date, months: int, earlier: dt.date) -> None:
    assert months_back(start, months) == earlier


OF = [
    (WEEK, "2026-11-19", "2026-11-16", "2026-11-22"),  # a Thursday
    (WEEK, "2026-11-16", "2026-11-16", "2026-11-22"),
    (WEEK, "2026-11-22", "2026-11-16", "2026-11-22"),
    (WEEK, "2026-12-31", "2026-12-28", "2027-01-03"),
    (WEEK, "2027-01-01", "2026-12-28", "2027-01-03"),
    (WEEK, "2024-02-29", "2024-02-26", "2024-03-03"),
    (MONTH, "2026-11-30", "2026-11-01", "2026-11-30"),
    (MONTH, "2026-12-31", "2026-12-01", "2026-12-31"),
    (MONTH, "2024-02-10", "2024-02-01", "2024-02-29"),
    (MONTH, "2100-02-10", "2100-02-01", "2100-02-28"),
    (QUARTER, "2026-01-01", "2026-01-01", "2026-03-31"),
    (QUARTER, "2026-05-31", "2026-04-01", "2026-06-30"),
    (QUARTER, "2026-09-30", "2026-07-01", "2026-09-30"),
    (QUARTER, "2026-12-31", "2026-10-01", "2026-12-31"),
]


@pytest.mark.parametrize(("interval", "within", "start", "end"), OF)
def test_the_one_that_a_day_is_in(interval: Interval, within: str, start: str, end: str) -> None:
    assert Period.of(interval, day(within)) == Period(day(start), day(end), interval)


@given(INTERVALS, DAYS)
def test_periods_tile_the_calendar(interval: Interval, within: dt.date) -> None:
    """Every day is in exactly one, each begins the day after the one before, and none is empty."""
    period = Period.of(interval, within)
    assert period.start <= within <= period.end
    assert Period.of(interval, period.start) == Period.of(interval, period.end) == period
    assert period.before().end + ONE_DAY == period.start
    assert period.after().start == period.end + ONE_DAY
    assert period.before().after() == period.after().before() == period


@given(INTERVALS, DAYS)
def test_its_length_is_that_of_the_interval(interval: Interval, within: dt.date) -> None:
    period = Period.of(interval, within)
    days = (period.end - period.start).days + 1
    if interval is WEEK:
        assert (days, period.start.weekday()) == (7, 0)
        assert len({(period.start + n * ONE_DAY).isocalendar()[:2] for n in range(7)}) == 1
        return
    assert period.start.day == 1
    assert (period.end + ONE_DAY).day == 1
    months = {(at.year, at.month) for at in (period.start + n * ONE_DAY for n in range(days))}
    assert len(months) == interval.months
    assert interval is MONTH or period.start.month % 3 == 1


@given(INTERVALS, DAYS)
def test_a_key_is_read_again(interval: Interval, within: dt.date) -> None:
    period = Period.of(interval, within)
    assert Period.read(period.key) == period
    assert period.key == f"{interval.value}-{period.start}"
    assert Period.read(f"{interval.value}-{within}") == period  # any day in it will do


@pytest.mark.parametrize("key", ["", "week", "year-2026-01-01", "week-2026-02-30", "2026-11-16", "week-x"])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Period.read(key)


@given(INTERVALS, DAYS)
def test_it_is_known_again_by_its_days(interval: Interval, within: dt.date) -> None:
    period = Period.of(interval, within)
    assert Period.spanning(period.start, period.end) == period


@given(DAYS, st.integers(-100, 100))
def test_other_days_are_no_period(start: dt.date, length: int) -> None:
    end = start + length * ONE_DAY
    known = {(period.start, period.end) for period in (Period.of(each, start) for each in Interval)}
    found = Period.spanning(start, end)
    assert (found is None) == ((start, end) not in known)
    assert found is None or (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("start", "end"), [(None, None), (day("2026-11-16"), None), (None, day("2026-11-22"))]
)
def test_half_a_period_is_none(start: dt.date | None, end: dt.date | None) -> None:
    assert Period.spanning(start, end) is None


# From which day to which, both inclusive, a review is offered.
WINDOWS = [
    (WEEK, "2026-11-16", "2026-11-20", "2026-11-25"),  # Friday to Wednesday
    (WEEK, "2026-12-28", "2027-01-01", "2027-01-06"),
    (MONTH, "2026-11-01", "2026-11-29", "2026-12-07"),
    (MONTH, "2024-02-01", "2024-02-28", "2024-03-07"),
    (QUARTER, "2026-10-01", "2026-12-28", "2027-01-14"),
]


@pytest.mark.parametrize(("interval", "start", "first", "last"), WINDOWS)
def test_a_review_is_offered_from_the_last_days_until_it_fades(
    interval: Interval, start: str, first: str, last: str
) -> None:
    period = Period.of(interval, day(start))
    offered = [
        today for today in (period.start + n * ONE_DAY for n in range(-40, 140)) if period.is_offered(today)
    ]
    assert (offered[0], offered[-1]) == (day(first), day(last))
    assert len(offered) == (offered[-1] - offered[0]).days + 1


@given(INTERVALS, DAYS)
def test_the_next_review_is_never_of_what_is_still_to_come(interval: Interval, today: dt.date) -> None:
    period = to_review(interval, today)
    present = Period.of(interval, today)
    assert period.start <= today
    assert period in {present, present.before()}
    assert period.is_offered(today) or (period == present.before() and not present.is_offered(today))


@given(INTERVALS, DAYS)
def test_never_two_of_one_interval_are_offered(interval: Interval, today: dt.date) -> None:
    present = Period.of(interval, today)
    around = [present.before().before(), present.before(), present, present.after()]
    offered = [period for period in around if period.is_offered(today)]
    assert len(offered) <= 1
    assert all(to_review(interval, today) == period for period in offered)


@given(INTERVALS, DAYS)
def test_a_month_that_ends_its_quarter_ends_with_it(interval: Interval, within: dt.date) -> None:
    period = Period.of(interval, within)
    assert period.ends_longer == (interval is MONTH and period.start.month in {3, 6, 9, 12})


@given(DAYS)
def test_the_review_of_such_a_month_is_offered_only_while_that_of_its_quarter_is(today: dt.date) -> None:
    """Else nothing would be offered at its end."""
    quarter = Period.of(QUARTER, today)
    for month in (Period.of(MONTH, today), Period.of(MONTH, today).before()):
        if month.ends_longer and month.is_offered(today):
            assert quarter.is_offered(today) or quarter.before().is_offered(today)
