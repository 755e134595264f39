"""Which days and moments a journal can have: those from which days can be reckoned on and back."""

import datetime as dt
from functools import cache

from sqlalchemy import Date, inspect

from workjournal.domain.entity import Entity, UtcDateTime
from workjournal.errors import JournalError

FIRST_YEAR, LAST_YEAR = 100, 9899
"""A century from where dates end: a lesson may come back after that long, and a local day is one off the one in UTC."""


class DayOutOfReach(JournalError):
    """The day {day} is out of reach: a journal has the years {first} to {last}."""


def is_within(day: dt.date) -> bool:
    """Whether a journal can have this day or moment."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def check_days(thing: Entity) -> None:
    """Raises: DayOutOfReach."""
    values = vars(thing)
    for name in _dated(type(thing)):
        day = values.get(name)
        if day is not None and not is_within(day):
            raise DayOutOfReach(day=str(day)[:10], first=FIRST_YEAR, last=LAST_YEAR)


@cache
def _dated(noun: type[Entity]) -> tuple[str, ...]:
    columns = inspect(noun).column_attrs
    return tuple(each.key for each in columns if isinstance(each.columns[0].type, Date | UtcDateTime))
