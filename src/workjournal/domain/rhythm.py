"""When a goal is to be looked at again: in the worker's own rhythm, later on request, not at all while it rests."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from workjournal.errors import JournalError

WEEKLY = 7
"""Unless another rhythm is chosen a check-in is due a week after the last: recording progress helps (Harkin et al. 2016)."""
RHYTHMS = (0, 3, WEEKLY, 14, 30)
"""What is offered, in days; 0 asks for no check-in."""
LONGEST = 92
"""A quarter: who looks at a goal more rarely than that does not look at it."""


class NoRhythm(JournalError):
    """A check-in can be asked for every 1 to 92 days, or not at all (0), not every {days} days."""


@dataclass(frozen=True)
class Rhythm:
    """The rule alone, of plain values.

    Attributes:
        days: between two looks; 0 for none.
        last: the day of the last look, or of the start.
        snoozed_until: the first day on which it may ask again.
        paused: it rests.
    """

    days: int
    last: dt.date
    snoozed_until: dt.date | None = None
    paused: bool = False

    def next(self) -> dt.date | None:
        """The day of the next check-in; None where none is asked for."""
        if self.paused or not self.days:
            return None
        regular = self.last + dt.timedelta(days=self.days)
        return max(regular, self.snoozed_until) if self.snoozed_until else regular

    def is_due(self, today: dt.date) -> bool:
        """Whether the day of the next check-in has come."""
        day = self.next()
        return day is not None and day <= today


def last_look(days: Iterable[dt.date], start: dt.date | None, today: dt.date) -> dt.date:
    """The latest of these days and the start; `today` where there is none."""
    return max([*days, *([start] if start else [])], default=today)


def check_rhythm(days: int) -> None:
    """Refuse what is no rhythm.

    Raises:
        NoRhythm
    """
    if not 0 <= days <= LONGEST:
        raise NoRhythm(days=days)
