"""The pulse: how safe it feels to speak up, and how much is expected; once a month, for the writer alone, for ever."""

import datetime as dt

from sqlalchemy.orm import Mapped, mapped_column

from workjournal.domain.entity import Entity, Missing, check_ratings

HIGH = 50
"""The middle of the scale parts the four zones."""


class Pulse(Entity, kw_only=True, repr=False, eq=False):
    """Perceived psychological safety and accountability on a day, 0–100.

    It has no audiences and never will have: nothing that leaves the journal may read it.
    """

    __tablename__ = "pulse"
    TEXTS = ("note",)

    date: Mapped[dt.date] = mapped_column(index=True)
    safety: Mapped[int | None] = mapped_column(default=None)
    accountability: Mapped[int | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")

    def check(self) -> None:
        """Raises: OutOfRange; Missing without either."""
        check_ratings(safety=self.safety, accountability=self.accountability)
        if self.safety is None and self.accountability is None:
            raise Missing(what="The pulse", hint="Move at least one of the two.")


def is_due(last: dt.date | None, today: dt.date, began: dt.date | None) -> bool:
    """Whether to ask: once a calendar month, and not in the month in which the journal began."""
    if began is None or (began.year, began.month) == (today.year, today.month):
        return False
    return last is None or (last.year, last.month) < (today.year, today.month)
