"""Periods that end today."""

import calendar
import datetime as dt


def months_back(day: dt.date, months: int) -> dt.date:
    """The day so many months earlier; the last of its month where that one is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
