"""Months are counted back by the calendar."""

import datetime as dt

import pytest

from workjournal.domain.period import months_back


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        (dt.date(2026, 11, 19), 1, dt.date(2026, 10, 19)),
        (dt.date(2026, 11, 19), 12, dt.date(2025, 11, 19)),
        (dt.date(2026, 1, 31), 2, dt.date(2025, 11, 30)),
        (dt.date(2024, 3, 31), 1, dt.date(2024, 2, 29)),
    ],
)
def test_months_back(day: dt.date, months: int, earlier: dt.date) -> None:
    assert months_back(day, months) == earlier
