"""A reflection: an after-action look at episodes, a goal or a period."""

import datetime as dt
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workjournal.domain.entity import Entity, Missing, check_ratings
from workjournal.domain.episode import Episode
from workjournal.domain.links import REFLECTION_EPISODE


class Reflection(Entity, kw_only=True, repr=False, eq=False):
    """Answers to the prompts of a method, about episodes, a goal or a period.

    `answers` maps a prompt's key to its text. The quality of the decision and of the outcome are rated apart
    (0–100): a good decision can end badly.
    """

    __tablename__ = "reflection"
    TEXTS = ("answers",)

    date: Mapped[dt.date] = mapped_column(index=True)
    method: Mapped[str]
    answers: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
    decision_quality: Mapped[int | None] = mapped_column(default=None)
    outcome_quality: Mapped[int | None] = mapped_column(default=None)
    goal_id: Mapped[UUID | None] = mapped_column(ForeignKey("goal.id"), default=None, index=True)
    period_start: Mapped[dt.date | None] = mapped_column(default=None)
    period_end: Mapped[dt.date | None] = mapped_column(default=None)

    episodes: Mapped[list[Episode]] = relationship(
        secondary=REFLECTION_EPISODE, lazy="selectin", default_factory=list
    )

    def check(self) -> None:
        """Raises: Missing when no prompt has an answer, OutOfRange for a rating."""
        if not any(text.strip() for text in self.answers.values()):
            raise Missing(what="The reflection", hint="One answer is enough.")
        check_ratings(decision_quality=self.decision_quality, outcome_quality=self.outcome_quality)
