"""What everyone shares who writes a part of one year of the demo's story."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from random import Random
from uuid import UUID

from workjournal.domain.entity import Audience
from workjournal.journal.demo_script import Script
from workjournal.journal.journal import Journal

Happening = Callable[[dt.datetime], object]
Moments = Iterator[tuple[dt.datetime, Happening]]
AWAY = (range(138, 154), range(231, 238))
"""Days of the story on which the storyteller is on holiday or ill, and writes nothing."""


@dataclass
class Book:
    """A year that begins on `monday`, told until the day before `today` is over, with what is known by which key.

    One that is `over` leaves nothing running.
    """

    journal: Journal
    script: Script
    monday: dt.date
    today: dt.date
    rng: Random
    over: bool
    ids: dict[str, UUID] = field(default_factory=dict)

    def at(self, day: int, time: dt.time | str) -> dt.datetime:
        """A moment in local time."""
        clock = dt.time.fromisoformat(time) if isinstance(time, str) else time
        return dt.datetime.combine(self.day(day), clock)

    def day(self, day: int) -> dt.date:
        """The date of a day of the story."""
        return self.monday + dt.timedelta(days=day)

    def due(self, day: int | None) -> dt.date | None:
        """The date of a day of the story, if there is one."""
        return None if day is None else self.day(day)

    def works_on(self, date: dt.date) -> bool:
        """Whether it is a day from Monday to Friday on which the storyteller is there."""
        return date.weekday() < 5 and not any((date - self.monday).days in away for away in AWAY)

    def rated(self, value: int | None) -> int | None:
        """A step up or down or neither, as one's own ratings waver."""
        return None if value is None else min(100, max(0, value + self.rng.choice((-5, 0, 0, 5))))


def audiences(names: Iterable[str]) -> frozenset[Audience]:
    """For whom a thing was ticked."""
    return frozenset(Audience(name) for name in names)
