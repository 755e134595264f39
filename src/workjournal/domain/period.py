"""Periods: those that end today, and the weeks, months and quarters that are reviewed."""

import calendar
import datetime as dt
import enum
from dataclasses import dataclass


def months_back(day: dt.date, months: int) -> dt.date:
    """The day so many months earlier; the last of its month where that one is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


class Interval(enum.StrEnum):
    """How long a reviewed period is: an ISO week, a calendar month or quarter."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"

    @property
    def months(self) -> int:
        """How many months it has; 0 for a week."""
        return {Interval.WEEK: 0, Interval.MONTH: 1, Interval.QUARTER: 3}[self]


_CLOSING = {Interval.WEEK: 2, Interval.MONTH: 1, Interval.QUARTER: 3}
"""So many days before its last one a period can be reviewed: a week from its Friday on."""
_FADES = {Interval.WEEK: 3, Interval.MONTH: 7, Interval.QUARTER: 14}
"""So many days after it a review is still offered; then it is passed over in silence."""


@dataclass(frozen=True, order=True)
class Period:
    """A week, month or quarter; both days inclusive."""

    start: dt.date
    end: dt.date
    interval: Interval

    @classmethod
    def of(cls, interval: Interval, day: dt.date) -> "Period":
        """The one that `day` is in."""
        if interval is Interval.WEEK:
            start = day - dt.timedelta(days=day.weekday())
            return cls(start, start + dt.timedelta(days=6), interval)
        start = day.replace(month=day.month - (day.month - 1) % interval.months, day=1)
        after = months_back(start, -interval.months)
        return cls(start, after - dt.timedelta(days=1), interval)

    @classmethod
    def spanning(cls, start: dt.date | None, end: dt.date | None) -> "Period | None":
        """The one from `start` to `end`, if there is such a week, month or quarter."""
        if start is None or end is None:
            return None
        return next(
            (
                one
                for one in (cls.of(each, start) for each in Interval)
                if (one.start, one.end) == (start, end)
            ),
            None,
        )

    @classmethod
    def read(cls, key: str) -> "Period":
        """What `key` made.

        Raises:
            ValueError
        """
        interval, _, day = key.partition("-")
        return cls.of(Interval(interval), dt.date.fromisoformat(day))

    @property
    def key(self) -> str:
        """A word for it, "week-2026-11-23"."""
        return f"{self.interval.value}-{self.start.isoformat()}"

    def before(self) -> "Period":
        """The period before it."""
        return Period.of(self.interval, self.start - dt.timedelta(days=1))

    def after(self) -> "Period":
        """The period after it."""
        return Period.of(self.interval, self.end + dt.timedelta(days=1))

    @property
    def ends_longer(self) -> bool:
        """Whether it is a month that ends its quarter, whose review stands for both."""
        return self.interval is Interval.MONTH and self.end == Period.of(Interval.QUARTER, self.start).end

    def is_offered(self, today: dt.date) -> bool:
        """Whether its review is worth offering: from its last days on until it fades."""
        opens = self.end - dt.timedelta(days=_CLOSING[self.interval])
        return opens <= today <= self.end + dt.timedelta(days=_FADES[self.interval])


def to_review(interval: Interval, today: dt.date) -> Period:
    """The period whose review comes next: the present one in its last days, else the one before."""
    present = Period.of(interval, today)
    return present if present.is_offered(today) else present.before()
