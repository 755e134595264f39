"""A stretch goal: forecast before, checked in on during, closed honestly."""

import datetime as dt
import enum
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workjournal.domain.check_in import CheckIn, check_come
from workjournal.domain.entity import Audience, Entity, check_ratings, check_text
from workjournal.domain.forecast import Forecast, ForecastSealed
from workjournal.domain.label import Skill
from workjournal.domain.links import GOAL_SKILL
from workjournal.domain.readiness import Concern, Footing, concerns
from workjournal.domain.rhythm import WEEKLY, Rhythm, check_rhythm, last_look
from workjournal.errors import JournalError

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


class EndsTooEarly(JournalError):
    """The goal started on {start}; it cannot have ended on {day}."""


class NothingToRevise(JournalError):
    """This goal started without a forecast. One made on the way would not be one."""


class Resting(JournalError):
    """The goal is paused. Resume it first."""


class Goal(Entity, kw_only=True, repr=False, eq=False):
    """A stretch goal with its forecasts and check-ins. Ratings and confidences are 0–100 or None.

    `slack` is how much room there is for it, `successes` how well comparable things went of late, both as the worker
    sees them. `rhythm_days` is how often it asks for a check-in; it asks for none while `paused_on` is set.
    """

    __tablename__ = "goal"
    TEXTS = (
        *("title", "why", "performance", "conditions", "criterion", "support"),
        *("wish", "outcome", "obstacle", "plan", "premortem", "prevention", "reason"),
    )

    title: Mapped[str]
    why: Mapped[str] = mapped_column(default="")
    performance: Mapped[str] = mapped_column(default="")
    conditions: Mapped[str] = mapped_column(default="")
    criterion: Mapped[str] = mapped_column(default="")
    challenges: Mapped[list[str]] = mapped_column(default_factory=list)
    difficulty: Mapped[int | None] = mapped_column(default=None)
    slack: Mapped[int | None] = mapped_column(default=None)
    successes: Mapped[int | None] = mapped_column(default=None)
    feedback_from: Mapped[str] = mapped_column(default="")
    support: Mapped[str] = mapped_column(default="")
    wish: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="")
    obstacle: Mapped[str] = mapped_column(default="")
    plan: Mapped[str] = mapped_column(default="")
    premortem: Mapped[str] = mapped_column(default="")
    prevention: Mapped[str] = mapped_column(default="")
    confidence_before: Mapped[int | None] = mapped_column(default=None)
    confidence_after: Mapped[int | None] = mapped_column(default=None)
    confidence_really_before: Mapped[int | None] = mapped_column(default=None)
    start: Mapped[dt.date | None] = mapped_column(default=None)
    due: Mapped[dt.date | None] = mapped_column(default=None)
    closed: Mapped[dt.date | None] = mapped_column(default=None)
    state: Mapped[GoalState] = mapped_column(default=GoalState.PLANNED)
    reason: Mapped[str] = mapped_column(default="")
    audiences: Mapped[frozenset[Audience]] = mapped_column(default=frozenset())
    rhythm_days: Mapped[int] = mapped_column(default=WEEKLY)
    snoozed_until: Mapped[dt.date | None] = mapped_column(default=None)
    paused_on: Mapped[dt.date | None] = mapped_column(default=None)
    measure_id: Mapped[UUID | None] = mapped_column(ForeignKey("measure.id"), default=None, index=True)

    skills: Mapped[list[Skill]] = relationship(
        secondary=GOAL_SKILL, lazy="selectin", order_by=Skill.name, default_factory=list
    )
    forecasts: Mapped[list[Forecast]] = relationship(
        lazy="selectin", order_by=(Forecast.sealed_at, Forecast.created_at), default_factory=list
    )
    check_ins: Mapped[list[CheckIn]] = relationship(
        primaryjoin=lambda: (Goal.id == CheckIn.goal_id) & CheckIn.trashed_at.is_(None),
        lazy="selectin",
        order_by=(CheckIn.date, CheckIn.id),
        default_factory=list,
    )

    def check(self) -> None:
        """Raises: Missing without a title, OutOfRange for a rating, NoRhythm."""
        check_text("The goal's title", self.title, "Say in a few words what you want to be able to do.")
        check_ratings(
            difficulty=self.difficulty,
            slack=self.slack,
            successes=self.successes,
            confidence_before=self.confidence_before,
            confidence_after=self.confidence_after,
            confidence_really_before=self.confidence_really_before,
        )
        check_rhythm(self.rhythm_days)

    @property
    def forecast(self) -> Forecast | None:
        """The first forecast: the one that counts."""
        return self.forecasts[0] if self.forecasts else None

    @property
    def revisions(self) -> list[Forecast]:
        """The later forecasts, oldest first: what one came to think on the way."""
        return self.forecasts[1:]

    def concerns(self) -> tuple[Concern, ...]:
        """What speaks against starting it as things stand."""
        return concerns(Footing(self.difficulty, self.feedback_from, self.slack, self.successes))

    def accepts_forecast(self) -> None:
        """Raises: ForecastSealed, or WrongGoalState once it has started without one."""
        if self.forecast and self.forecast.sealed_at:
            raise ForecastSealed
        self._need({GoalState.PLANNED}, "forecast")

    def revise(self, probability: int, reasons: str, now: dt.datetime) -> Forecast:
        """Put a new forecast, sealed at once, beside the first.

        Raises:
            WrongGoalState: it is not running.
            NothingToRevise: it started without one.
        """
        self._need({GoalState.ACTIVE}, "forecast anew")
        if self.forecast is None:
            raise NothingToRevise
        revised = Forecast(goal_id=self.id, probability=probability, reasons=reasons)
        revised.seal(now, self.due)
        self.forecasts.append(revised)
        return revised

    def begin(self, today: dt.date, now: dt.datetime) -> None:
        """Start a planned goal and seal its forecast.

        Raises:
            WrongGoalState
        """
        self._need({GoalState.PLANNED}, "started")
        self.state = GoalState.ACTIVE
        self.start = today
        if self.forecast and not self.forecast.sealed_at:
            self.forecast.seal(now, self.due)

    def accepts_closing(self, day: dt.date, today: dt.date) -> None:
        """Raises: WrongGoalState unless it is open, StillToCome where it would end after `today`."""
        self._need(OPEN_STATES, "closed")
        check_come(day, today)

    def close(self, state: GoalState, day: dt.date, *, reason: str = "") -> None:
        """End a goal that was started, on that day; one never started can only be abandoned.

        Raises:
            WrongGoalState: it is closed already, or was never started.
            NoEnding: `state` is one of an open goal.
            EndsTooEarly
            Missing: abandoned without a reason.
        """
        if state in OPEN_STATES:
            raise NoEnding(state=state.value)
        self._need(OPEN_STATES if state is GoalState.ABANDONED else {GoalState.ACTIVE}, "closed")
        if state is GoalState.ABANDONED:
            check_text("The reason", reason, "Say why the goal is given up; it counts as a result too.")
        if self.start and day < self.start:
            raise EndsTooEarly(start=self.start, day=day)
        self.state, self.closed, self.reason = state, day, reason
        self.resume()

    def reopen(self) -> None:
        """Take a closing back: as it was before, with what was said at the end still in it.

        Raises:
            WrongGoalState
        """
        self._need(set(GoalState) - OPEN_STATES, "opened again")
        self.state = GoalState.ACTIVE if self.start else GoalState.PLANNED
        self.closed = None

    def came_true(self, today: dt.date) -> bool | None:
        """Whether it was reached by its day, as far as that can be told; the day is the one its forecast was sealed with.

        Abandoned, missed and partly reached ones were not, nor is one overdue, though it rest. One closed later still ran.
        """
        by = (self.forecast.by if self.forecast else None) or self.due
        if self.state in OPEN_STATES or (self.closed and self.closed > today):
            return False if self.start and by is not None and by < today else None
        if self.state is GoalState.ACHIEVED:
            return by is None or self.closed is None or self.closed <= by
        return False

    def accepts_check_in(self) -> None:
        """Raises: WrongGoalState unless it is active."""
        self._need({GoalState.ACTIVE}, "checked in on")

    def last_look(self, today: dt.date) -> dt.date:
        """The day of the last check-in, or of the start; `today` where it has not started."""
        return last_look((check_in.date for check_in in self.check_ins), self.start, today)

    def check_in_due(self, today: dt.date) -> bool:
        """Whether an active goal waits for a check-in, by its rhythm."""
        return self.state is GoalState.ACTIVE and self._rhythm(today).is_due(today)

    def next_check_in(self, today: dt.date) -> dt.date | None:
        """The day an active goal asks to be looked at again; None where it does not ask."""
        return self._rhythm(today).next() if self.state is GoalState.ACTIVE else None

    def snooze(self, until: dt.date) -> None:
        """Ask for no check-in before that day.

        Raises:
            WrongGoalState, Resting
        """
        self._need({GoalState.ACTIVE}, "put off")
        if self.paused_on:
            raise Resting
        self.snoozed_until = until

    def is_snoozed(self, today: dt.date) -> bool:
        """Whether it was put off to a later day than this."""
        return self.snoozed_until is not None and today < self.snoozed_until

    def pause(self, today: dt.date) -> None:
        """Let it rest: no check-ins until it is resumed. Its due day stays, and counts.

        Raises:
            WrongGoalState
        """
        self._need({GoalState.ACTIVE}, "paused")
        self.paused_on = self.paused_on or today

    def resume(self) -> None:
        """End a pause and what was put off; it asks at once where a check-in has become due meanwhile."""
        self.paused_on = self.snoozed_until = None

    def _rhythm(self, today: dt.date) -> Rhythm:
        return Rhythm(
            self.rhythm_days, self.last_look(today), self.snoozed_until, paused=self.paused_on is not None
        )

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
