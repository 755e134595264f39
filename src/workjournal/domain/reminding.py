"""When the program says that it is time to look back on the day.

All times are aware and the user's own: the hour on the wall, wherever they are and whatever the clock does in between.
"""

import datetime as dt
import enum
from dataclasses import dataclass

WORKING_DAYS = frozenset({1, 2, 3, 4, 5})
"""Monday to Friday, as date.isoweekday counts."""


class Snooze(enum.StrEnum):
    """For how long a reminder is put off."""

    HALF_HOUR = "half an hour"
    HOUR = "an hour"
    TOMORROW = "tomorrow"


SPANS = {Snooze.HALF_HOUR: dt.timedelta(minutes=30), Snooze.HOUR: dt.timedelta(hours=1)}


@dataclass(frozen=True)
class Hours:
    """When somebody's working day ends: the hour on the wall, and on which days (1 Monday to 7 Sunday)."""

    at: dt.time = dt.time(16, 30)
    days: frozenset[int] = WORKING_DAYS

    def has_come(self, now: dt.datetime) -> bool:
        """Whether it is a working day, and its end is reached; a new day begins at midnight."""
        return now.isoweekday() in self.days and now.time() >= self.at


@dataclass(frozen=True)
class Told:
    """What was said last.

    Attributes:
        day: the last day on which it was said or put off; None for never.
        until: put off until this moment (aware); None where it is said for that day.
    """

    day: dt.date | None = None
    until: dt.datetime | None = None


@dataclass(frozen=True)
class DaySoFar:
    """What a reminder needs to know of a journal: numbers, and no text.

    Attributes:
        recorded: whether something of today is in it.
        check_ins: so many goals ask to be looked at or ended.
        reviews: so many periods are to be looked back on.
    """

    recorded: bool = False
    check_ins: int = 0
    reviews: int = 0

    def is_silent(self, *, tell_due: bool) -> bool:
        """Whether there is nothing to say of it; what is due is told only to those who want it."""
        return self.recorded and not (tell_due and self.check_ins + self.reviews)


def is_due(hours: Hours, told: Told, now: dt.datetime) -> bool:
    """Whether to say it now: once a day, and again when what was put off comes back.

    A clock that is set back to before what was said makes that unsaid: it was said on another day, or not yet.
    """
    if not hours.has_come(now):
        return False
    if told.day is None or told.day > now.date():
        return True
    if told.until is not None:
        return now >= told.until or told.until - now > max(SPANS.values())
    return told.day < now.date()


def said(now: dt.datetime) -> Told:
    """It was said, and that is enough for this day."""
    return Told(now.date())


def put_off(now: dt.datetime, snooze: Snooze) -> Told:
    """It comes back after that span, on the same day; or on the next working day."""
    span = SPANS.get(snooze)
    return Told(now.date(), None if span is None else now.astimezone(dt.UTC) + span)
