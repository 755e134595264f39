"""A reflection: an after-action look at episodes, a goal or a period."""

import datetime as dt
import enum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workjournal.domain.entity import Entity, Missing, check_ratings
from workjournal.domain.episode import Episode
from workjournal.domain.links import REFLECTION_EPISODE
from workjournal.domain.period import Period
from workjournal.domain.said import said


class Depth(enum.StrEnum):
    """How far a reflection went, as its writer sees it: after the levels of Hatton & Smith (1995), in plain words."""

    DESCRIBED = "described"
    EXPLAINED = "explained"
    QUESTIONED = "questioned"
    CHANGED = "changed"


class Reflection(Entity, kw_only=True, repr=False, eq=False):
    """Answers to the prompts of a method, about episodes, a goal or a period.

    `answers` maps a prompt's key to its text; `asked` keeps the prompts themselves where they are not those of a
    shipped method as it is, so that they can be read for ever. `evidence` is what there is to point at: figures, links,
    who saw it. The quality of the decision and of the outcome are rated apart (0–100): a good decision can end badly.
    `depth` is the writer's own check and for nobody else. `said` is all answers as one text.
    """

    __tablename__ = "reflection"
    __table_args__ = (
        Index(
            "ix_reflection_period",
            *("period_start", "period_end"),
            sqlite_where=sql("period_start IS NOT NULL"),
        ),
    )
    TEXTS = ("answers", "evidence")

    date: Mapped[dt.date] = mapped_column(index=True)
    method: Mapped[str]
    answers: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
    asked: Mapped[dict[str, Any] | None] = mapped_column(default=None)
    distanced: Mapped[bool] = mapped_column(default=False)
    evidence: Mapped[str] = mapped_column(default="")
    said: Mapped[str] = mapped_column(default="", init=False)
    depth: Mapped[Depth | None] = mapped_column(default=None)
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
        if not any(answer.strip() for answer in self.answers.values()):
            raise Missing(what="The reflection", hint="One answer is enough.")
        check_ratings(decision_quality=self.decision_quality, outcome_quality=self.outcome_quality)
        self.said = said(self.answers)

    @property
    def period(self) -> Period | None:
        """The week, month or quarter it reviews; None for any other reflection."""
        return Period.spanning(self.period_start, self.period_end)
