"""A stretch goal: forecast before, checked in on during, closed honestly."""

import datetime as dt
import enum
import hashlib
import json
import math
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workjournal.domain.entity import Audience, Entity, Missing, check_ratings, check_text
from workjournal.domain.label import Skill
from workjournal.domain.links import GOAL_SKILL
from workjournal.errors import JournalError

RHYTHM_DAYS = 7
"""A check-in is due a week after the last one: recording progress helps (Harkin et al. 2016)."""

# The kinds of challenge, in our own words; a goal keeps the words themselves.
CHALLENGES = (
    "new responsibility",
    "new direction",
    "inherited trouble",
    "people problems",
    "high stakes",
    "scope and scale",
    "outside pressure",
    "influence without authority",
    "other cultures",
    "mixed team",
)
STRETCHING = 60
"""From this difficulty on, stretch without feedback gives less and less (DeRue & Wellman 2009)."""


class GoalState(enum.StrEnum):
    """Where a goal stands."""

    PLANNED = "planned"
    ACTIVE = "active"
    ACHIEVED = "achieved"
    PARTLY = "partly"
    MISSED = "missed"
    ABANDONED = "abandoned"


OPEN_STATES = frozenset({GoalState.PLANNED, GoalState.ACTIVE})


class WrongGoalState(JournalError):
    """The goal is {state}; only one that is {needed} can be {verb}."""


class NoEnding(JournalError):
    """A goal does not end as {state}; it ends as achieved, partly, missed or abandoned."""


class ForecastSealed(JournalError):
    """The forecast was sealed when the goal started and cannot be changed."""


class NotFinite(JournalError):
    """The measure's value must be a finite number, not {value}."""


class Forecast(Entity, kw_only=True, repr=False, eq=False):
    """How likely the worker thought success was. Fixed by `digest` when the goal starts."""

    __tablename__ = "forecast"

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id"), index=True)
    probability: Mapped[int]
    reasons: Mapped[str] = mapped_column(default="")
    sealed_at: Mapped[dt.datetime | None] = mapped_column(default=None)
    digest: Mapped[str] = mapped_column(default="")

    def check(self) -> None:
        """Raises: OutOfRange."""
        check_ratings(probability=self.probability)

    def seal(self, now: dt.datetime) -> None:
        """Fix it at `now`.

        Raises:
            ForecastSealed
        """
        if self.sealed_at:
            raise ForecastSealed
        self.sealed_at = now
        self.digest = self._digest()

    def is_intact(self) -> bool:
        """Whether a sealed forecast still is what was sealed; an unsealed one always is."""
        return not self.sealed_at or self.digest == self._digest()

    def _digest(self) -> str:
        sealed = self.sealed_at.astimezone(dt.UTC).isoformat() if self.sealed_at else ""
        content = [str(self.goal_id), self.probability, self.reasons, sealed]
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()


class CheckIn(Entity, kw_only=True, repr=False, eq=False):
    """A look at a running goal: progress and confidence 0–100, and what changed."""

    __tablename__ = "check_in"
    TEXTS = ("changed", "feedback", "help_needed")

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id"), index=True)
    date: Mapped[dt.date]
    progress: Mapped[int | None] = mapped_column(default=None)
    confidence: Mapped[int | None] = mapped_column(default=None)
    measure_value: Mapped[float | None] = mapped_column(default=None)
    changed: Mapped[str] = mapped_column(default="")
    feedback: Mapped[str] = mapped_column(default="")
    help_needed: Mapped[str] = mapped_column(default="")

    def check(self) -> None:
        """Raises: OutOfRange, NotFinite, Missing when nothing at all was said."""
        check_ratings(progress=self.progress, confidence=self.confidence)
        if self.measure_value is not None and not math.isfinite(self.measure_value):
            raise NotFinite(value=self.measure_value)
        numbers = (self.progress, self.confidence, self.measure_value)
        if (
            all(number is None for number in numbers)
            and not (self.changed + self.feedback + self.help_needed).strip()
        ):
            raise Missing(what="The check-in", hint="Give progress, confidence or a sentence.")


class Goal(Entity, kw_only=True, repr=False, eq=False):
    """A stretch goal with its forecast and check-ins. Ratings and confidences are 0–100 or None."""

    __tablename__ = "goal"
    TEXTS = (
        *(
            "title",
            "why",
            "performance",
            "conditions",
            "criterion",
            "support",
            "wish",
            "outcome",
            "obstacle",
            "plan",
        ),
        *("premortem", "reason"),
    )

    title: Mapped[str]
    why: Mapped[str] = mapped_column(default="")
    performance: Mapped[str] = mapped_column(default="")
    conditions: Mapped[str] = mapped_column(default="")
    criterion: Mapped[str] = mapped_column(default="")
    challenges: Mapped[list[str]] = mapped_column(default_factory=list)
    difficulty: Mapped[int | None] = mapped_column(default=None)
    feedback_from: Mapped[str] = mapped_column(default="")
    support: Mapped[str] = mapped_column(default="")
    wish: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="")
    obstacle: Mapped[str] = mapped_column(default="")
    plan: Mapped[str] = mapped_column(default="")
    premortem: Mapped[str] = mapped_column(default="")
    confidence_before: Mapped[int | None] = mapped_column(default=None)
    confidence_after: Mapped[int | None] = mapped_column(default=None)
    confidence_really_before: Mapped[int | None] = mapped_column(default=None)
    start: Mapped[dt.date | None] = mapped_column(default=None)
    due: Mapped[dt.date | None] = mapped_column(default=None)
    closed: Mapped[dt.date | None] = mapped_column(default=None)
    state: Mapped[GoalState] = mapped_column(default=GoalState.PLANNED)
    reason: Mapped[str] = mapped_column(default="")
    audiences: Mapped[frozenset[Audience]] = mapped_column(default=frozenset())

    skills: Mapped[list[Skill]] = relationship(
        secondary=GOAL_SKILL, lazy="selectin", order_by=Skill.name, default_factory=list
    )
    forecasts: Mapped[list[Forecast]] = relationship(
        lazy="selectin", order_by=Forecast.created_at, default_factory=list
    )
    check_ins: Mapped[list[CheckIn]] = relationship(
        lazy="selectin", order_by=CheckIn.date, default_factory=list
    )

    def check(self) -> None:
        """Raises: Missing without a title, OutOfRange for a rating."""
        check_text("The goal's title", self.title, "Say in a few words what you want to be able to do.")
        check_ratings(
            difficulty=self.difficulty,
            confidence_before=self.confidence_before,
            confidence_after=self.confidence_after,
            confidence_really_before=self.confidence_really_before,
        )

    @property
    def forecast(self) -> Forecast | None:
        """The first forecast: the one that counts."""
        return self.forecasts[0] if self.forecasts else None

    def accepts_forecast(self) -> None:
        """Raises: ForecastSealed, or WrongGoalState once it has started without one."""
        if self.forecast and self.forecast.sealed_at:
            raise ForecastSealed
        self._need({GoalState.PLANNED}, "forecast")

    def begin(self, today: dt.date, now: dt.datetime) -> None:
        """Start a planned goal and seal its forecast.

        Raises:
            WrongGoalState
        """
        self._need({GoalState.PLANNED}, "started")
        self.state = GoalState.ACTIVE
        self.start = today
        if self.forecast and not self.forecast.sealed_at:
            self.forecast.seal(now)

    def close(self, state: GoalState, today: dt.date, *, reason: str = "") -> None:
        """End a goal that was started; one never started can only be abandoned.

        Raises:
            WrongGoalState: it is closed already, or was never started.
            NoEnding: `state` is one of an open goal.
            Missing: abandoned without a reason.
        """
        if state in OPEN_STATES:
            raise NoEnding(state=state.value)
        self._need(OPEN_STATES if state is GoalState.ABANDONED else {GoalState.ACTIVE}, "closed")
        if state is GoalState.ABANDONED:
            check_text("The reason", reason, "Say why the goal is given up; it counts as a result too.")
        self.state, self.closed, self.reason = state, today, reason

    def accepts_check_in(self) -> None:
        """Raises: WrongGoalState unless it is active."""
        self._need({GoalState.ACTIVE}, "checked in on")

    def last_look(self, today: dt.date) -> dt.date:
        """The day of the last check-in, or of the start; `today` where it has not started."""
        return max(
            [check_in.date for check_in in self.check_ins] + ([self.start] if self.start else []),
            default=today,
        )

    def check_in_due(self, today: dt.date) -> bool:
        """Whether an active goal has had no check-in for a week."""
        return self.state is GoalState.ACTIVE and (today - self.last_look(today)).days >= RHYTHM_DAYS

    def next_check_in(self, today: dt.date) -> dt.date | None:
        """The day an active goal is to be looked at again; None for any other."""
        if self.state is not GoalState.ACTIVE:
            return None
        return self.last_look(today) + dt.timedelta(days=RHYTHM_DAYS)

    def latest(self, field: str) -> int | None:
        """The last "progress" or "confidence" that a check-in gave."""
        given = [getattr(check_in, field) for check_in in self.check_ins]
        return next((value for value in reversed(given) if value is not None), None)

    def is_overdue(self, today: dt.date) -> bool:
        """Whether its due day has passed while it is still open."""
        return self.state in OPEN_STATES and self.due is not None and self.due < today

    def week(self, today: dt.date) -> tuple[int, int | None]:
        """The number of the week it is in, and of how many, counted from its start (1-based); its due day is in the last."""
        begin = self.start or today
        weeks = None if self.due is None else max(1, -(-(self.due - begin).days // 7))
        week = (today - begin).days // 7 + 1
        return (min(week, weeks) if weeks and not self.is_overdue(today) else week), weeks

    def _need(self, states: frozenset[GoalState] | set[GoalState], verb: str) -> None:
        if self.state not in states:
            needed = " or ".join(sorted(states))
            raise WrongGoalState(state=self.state.value, needed=needed, verb=verb)
