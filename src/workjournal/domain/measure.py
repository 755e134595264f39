"""A measure: a figure of the work itself, read from time to time; never how much was written or learned."""

import datetime as dt
import enum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from workjournal.domain.check_in import check_finite
from workjournal.domain.entity import GOES_WITH, Entity, check_text, one_line, trash_index


class Direction(enum.StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"


class Measure(Entity, kw_only=True, repr=False, eq=False):
    """A name, a unit ("%", "days"; may be empty), which direction is better, where it began and where it should get."""

    __tablename__ = "measure"
    TEXTS = ("name", "description")

    name: Mapped[str]
    unit: Mapped[str] = mapped_column(default="")
    direction: Mapped[Direction] = mapped_column(default=Direction.HIGHER)
    baseline: Mapped[float | None] = mapped_column(default=None)
    target: Mapped[float | None] = mapped_column(default=None)
    description: Mapped[str] = mapped_column(default="")

    def check(self) -> None:
        """Raises: Missing without a name, NotFinite."""
        self.name = one_line(self.name)
        self.unit = one_line(self.unit)
        check_text("The measure's name", self.name, "Say what is counted or timed.")
        check_finite(self.baseline)
        check_finite(self.target)

    def reaches_target(self, value: float) -> bool | None:
        """Whether a value is at the target or beyond; None without a target."""
        if self.target is None:
            return None
        return value >= self.target if self.direction is Direction.HIGHER else value <= self.target

    def progress(self, value: float) -> float | None:
        """How much of the way from baseline to target is done: 0 at the baseline, 1 at the target; None without both.

        Below 0 it got worse, above 1 it went past the target.
        """
        if self.baseline is None or self.target is None or self.baseline == self.target:
            return None
        return (value - self.baseline) / (self.target - self.baseline)


class Reading(Entity, kw_only=True, repr=False, eq=False):
    """A value of a measure on a day, with what there is to know about it."""

    __tablename__ = "reading"
    __table_args__ = (Index("ix_reading_measure", "measure_id", "date"), trash_index("reading"))
    TEXTS = ("note",)

    measure_id: Mapped[UUID] = mapped_column(ForeignKey("measure.id"))
    date: Mapped[dt.date]
    value: Mapped[float]
    note: Mapped[str] = mapped_column(default="")

    def check(self) -> None:
        """Raises: NotFinite."""
        check_finite(self.value)


class MarkedChange(Entity, kw_only=True, repr=False, eq=False):
    """Something that changed the work on a day: a new role, a new tool. A measure's limits begin anew from it.

    `measure_id` is None for one that concerns all measures.
    """

    __tablename__ = "marked_change"
    TEXTS = ("text",)

    date: Mapped[dt.date]
    text: Mapped[str]
    measure_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("measure.id"), default=None, index=True, info=GOES_WITH
    )

    def check(self) -> None:
        """Raises: Missing without its words."""
        check_text("The change", self.text, "Say what is new since that day.")
