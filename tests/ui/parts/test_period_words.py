"""What periods are called."""

import datetime as dt

import pytest

from workjournal.domain.period import Interval, Period
from workjournal.ui.parts import period_words


@pytest.mark.parametrize(
    ("interval", "day", "words"),
    [
        (Interval.WEEK, dt.date(2026, 11, 24), "Week of 23–29 November 2026"),
        (Interval.WEEK, dt.date(2026, 12, 1), "Week of 30 November – 6 December 2026"),
        (Interval.WEEK, dt.date(2027, 1, 1), "Week of 28 December 2026 – 3 January 2027"),
        (Interval.MONTH, dt.date(2026, 11, 24), "November 2026"),
        (Interval.QUARTER, dt.date(2026, 1, 1), "1st quarter 2026"),
        (Interval.QUARTER, dt.date(2026, 12, 31), "4th quarter 2026"),
    ],
)
def test_a_period_has_a_name(interval: Interval, day: dt.date, words: str) -> None:
    assert period_words.title(Period.of(interval, day)) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [(27, "Ends on Sunday 29 November"), (29, "Ends today"), (30, "Ended on Sunday 29 November")],
)
def test_it_says_when_it_ends(day: int, words: str) -> None:
    week = Period.of(Interval.WEEK, dt.date(2026, 11, 24))
    assert period_words.ending(week, dt.date(2026, 11, day)) == words
