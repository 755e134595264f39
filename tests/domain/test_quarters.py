"""Quarters, or years where the period is long, as columns."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.quarters import MOST_QUARTERS, columns


def test_quarters_of_a_year_and_a_half() -> None:
    across = columns(dt.date(2025, 6, 30), dt.date(2026, 10, 1))
    assert across.labels == (
        *("Q2 2025", "Q3 2025", "Q4 2025"),
        *("Q1 2026", "Q2 2026", "Q3 2026", "Q4 2026"),
    )
    assert across.word == "Quarter"
    assert [across.of(dt.date(2025, month, 1)) for month in (6, 7, 12)] == [0, 1, 2]
    assert across.of(dt.date(2025, 3, 31)) == -1


def test_more_than_eight_quarters_are_years() -> None:
    eight = columns(dt.date(2025, 1, 1), dt.date(2026, 12, 31))
    nine = columns(dt.date(2024, 12, 31), dt.date(2026, 12, 31))
    assert len(eight.labels) == MOST_QUARTERS
    assert nine.labels == ("2024", "2025", "2026")
    assert nine.word == "Year"
    assert nine.of(dt.date(2025, 12, 31)) == 1


@given(st.dates(), st.dates(), st.dates())
def test_every_day_of_the_period_has_a_column(one: dt.date, other: dt.date, third: dt.date) -> None:
    start, day, end = sorted((one, other, third))
    across = columns(start, end)
    assert across.of(start) == 0
    assert across.of(end) == len(across.labels) - 1
    assert 0 <= across.of(day) < len(across.labels)
