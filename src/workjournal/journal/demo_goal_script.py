"""The goals of the demo's story as they are written in resources/demo."""

from dataclasses import dataclass, field

from workjournal.domain.rhythm import WEEKLY


@dataclass(frozen=True, kw_only=True)
class CheckInScript:
    """A look at a goal, and how the help it asks for ended; without a day it is still to come."""

    day: int
    progress: int | None = None
    confidence: int | None = None
    value: float | None = None
    changed: str = ""
    feedback: str = ""
    help_needed: str = ""
    helped: int | None = None
    help_state: str = "done"


@dataclass(frozen=True, kw_only=True)
class RevisionScript:
    """A forecast (%) made on the way, beside the one the goal started with."""

    day: int
    probability: int
    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class GoalScript:
    """A stretch goal from its start to its end, or without one while it still runs; it may be planned before.

    `lessons` are those it builds on, `measure` the key of its measure, `paused` the day since which it rests.
    """

    key: str
    title: str
    start: int
    state: str
    planned: int | None = None
    paused: int | None = None
    rhythm: int = WEEKLY
    measure: str | None = None
    lessons: list[str] = field(default_factory=list)
    why: str = ""
    performance: str = ""
    conditions: str = ""
    criterion: str = ""
    skills: list[str] = field(default_factory=list)
    challenges: list[str] = field(default_factory=list)
    difficulty: int | None = None
    slack: int | None = None
    successes: int | None = None
    feedback_from: str = ""
    support: str = ""
    wish: str = ""
    outcome: str = ""
    obstacle: str = ""
    plan: str = ""
    premortem: str = ""
    prevention: str = ""
    probability: int | None = None
    probability_reasons: str = ""
    confidence_before: int | None = None
    confidence_after: int | None = None
    confidence_really_before: int | None = None
    due: int | None = None
    closed: int | None = None
    reason: str = ""
    audiences: list[str] = field(default_factory=list)
    checkin: tuple[CheckInScript, ...] = ()
    revision: tuple[RevisionScript, ...] = ()

    def begins(self) -> int:
        """The day on which it is planned."""
        return self.start if self.planned is None else self.planned
