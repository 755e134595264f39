"""A check-in: a look at a running goal."""

import datetime as dt
import math
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from workjournal.domain.entity import Entity, Missing, check_ratings, trash_index
from workjournal.errors import JournalError


class NotFinite(JournalError):
    """The measure's value must be a finite number, not {value}."""


class StillToCome(JournalError):
    """How it went can be told up to today; {day} is still to come."""


def check_come(day: dt.date, today: dt.date) -> None:
    """Refuse a day to come for what has happened.

    Raises:
        StillToCome
    """
    if day > today:
        raise StillToCome(day=day)


def check_finite(value: float | None) -> None:
    """Refuse what no measure can be.

    Raises:
        NotFinite
    """
    if value is not None and not math.isfinite(value):
        raise NotFinite(value=value)


class CheckIn(Entity, kw_only=True, repr=False, eq=False):
    """A look at a running goal: progress and confidence 0–100, the measure's value, and what changed.

    `measure_id` is the measure the value belongs to: the one the goal had on that day.
    """

    __tablename__ = "check_in"
    __table_args__ = (trash_index("check_in"),)
    TEXTS = ("changed", "feedback", "help_needed")

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id"), index=True)
    date: Mapped[dt.date]
    progress: Mapped[int | None] = mapped_column(default=None)
    confidence: Mapped[int | None] = mapped_column(default=None)
    measure_value: Mapped[float | None] = mapped_column(default=None)
    measure_id: Mapped[UUID | None] = mapped_column(ForeignKey("measure.id"), default=None, index=True)
    changed: Mapped[str] = mapped_column(default="")
    feedback: Mapped[str] = mapped_column(default="")
    help_needed: Mapped[str] = mapped_column(default="")

    def accepts_day(self, today: dt.date) -> None:
        """One of a day to come would keep its goal from asking until then.

        Raises:
            StillToCome
        """
        check_come(self.date, today)

    def check(self) -> None:
        """Raises: OutOfRange, NotFinite, Missing when nothing at all was said."""
        check_ratings(progress=self.progress, confidence=self.confidence)
        check_finite(self.measure_value)
        numbers = (self.progress, self.confidence, self.measure_value)
        if (
            all(number is None for number in numbers)
            and not (self.changed + self.feedback + self.help_needed).strip()
        ):
            raise Missing(what="The check-in", hint="Give progress, confidence or a sentence.")
