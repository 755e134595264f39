"""A forecast: how likely the worker thought a goal was, sealed when the goal starts."""

import datetime as dt
import hashlib
import json
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from workjournal.domain.entity import Entity, check_ratings
from workjournal.errors import JournalError


class ForecastSealed(JournalError):
    """The forecast was sealed when the goal started and cannot be changed."""


class Forecast(Entity, kw_only=True, repr=False, eq=False):
    """How likely the worker thought it was (%) that the goal is reached by the day `by`; fixed by `digest` at `sealed_at`.

    A second one of the same goal is a revision: it stands beside the first, which is the one that counts.
    """

    __tablename__ = "forecast"

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id"), index=True)
    probability: Mapped[int]
    reasons: Mapped[str] = mapped_column(default="")
    by: Mapped[dt.date | None] = mapped_column(default=None)
    sealed_at: Mapped[dt.datetime | None] = mapped_column(default=None)
    digest: Mapped[str] = mapped_column(default="")

    def check(self) -> None:
        """Raises: OutOfRange; ForecastSealed where it is no longer what was sealed."""
        check_ratings(probability=self.probability)
        if not self.is_intact():
            raise ForecastSealed

    def seal(self, now: dt.datetime, by: dt.date | None = None) -> None:
        """Fix it at `now`; `by` is the goal's due day as it is then.

        Raises:
            ForecastSealed
        """
        if self.sealed_at:
            raise ForecastSealed
        self.by = by
        self.sealed_at = now
        self.digest = self._digest()

    def is_intact(self) -> bool:
        """Whether a sealed forecast still is what was sealed; one that never was, has no digest either."""
        return self.digest == (self._digest() if self.sealed_at else "")

    def holds(self) -> bool:
        """Whether it is what was sealed; of a goal that has started, one without any seal cannot be."""
        return self.sealed_at is not None and self.is_intact()

    def _digest(self) -> str:
        """SHA-256 (hex) of the goal, the probability, the reasons, the time and, where there is one, the day."""
        sealed = self.sealed_at.astimezone(dt.UTC).isoformat() if self.sealed_at else ""
        content = [str(self.goal_id), self.probability, self.reasons, sealed]
        if self.by:  # without a day as in the schemas up to 0003, whose seals must hold
            content.append(self.by.isoformat())
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()
