"""What happened in a period, in memory, frozen: all that charts ever see."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from workjournal.domain.action import ActionState
from workjournal.domain.episode import Kind, Source
from workjournal.domain.goal import GoalState
from workjournal.domain.measure import Direction
from workjournal.domain.spacing import Grade


@dataclass(frozen=True)
class EpisodePoint:
    """What a chart needs of an episode; no text. Difficulty and energy are 0–100 or None."""

    id: UUID
    date: dt.date
    kind: Kind
    difficulty: int | None
    energy: int | None
    source: Source | None = None


@dataclass(frozen=True)
class GoalPoint:
    """What a chart needs of a goal. Confidences, difficulty and forecast are 0–100 or None.

    `forecast` is the first sealed one whose seal holds; `came_true` is None while it cannot be told. `looks` is how
    many check-ins there were, `feedback` in how many of them somebody had said something.
    """

    id: UUID
    title: str
    state: GoalState
    start: dt.date | None
    closed: dt.date | None
    difficulty: int | None
    confidence_before: int | None
    confidence_after: int | None
    confidence_really_before: int | None
    challenges: tuple[str, ...] = ()
    forecast: int | None = None
    came_true: bool | None = None
    looks: int = 0
    feedback: int = 0


@dataclass(frozen=True)
class LagPoint:
    """An episode of the period that was worth a reflection: how many days until it had one, None if it has none yet."""

    episode: UUID
    date: dt.date
    days: int | None


@dataclass(frozen=True)
class LessonPoint:
    """A lesson written in the period, and the days on which it was first recalled, applied and shown; None if never."""

    id: UUID
    date: dt.date
    recalled: dt.date | None = None
    applied: dt.date | None = None
    shared: dt.date | None = None


@dataclass(frozen=True)
class RecallPoint:
    """A recall in the period of a lesson that had been recalled before.

    `days` is how long ago that was, `stability` (days) what FSRS held of it until now.
    """

    lesson: UUID
    date: dt.date
    grade: Grade
    days: int
    stability: float


@dataclass(frozen=True)
class PlanPoint:
    """An if-then plan that was made or ended in the period, and how it ended."""

    id: UUID
    date: dt.date
    state: ActionState
    ended: dt.date | None


@dataclass(frozen=True)
class ChangePoint:
    """A marked change; `measure` is None for one that concerns all measures."""

    date: dt.date
    text: str
    measure: UUID | None = None


@dataclass(frozen=True)
class MeasurePoints:
    """A measure with its values (day, value), the oldest first; those before the period too, for its limits."""

    id: UUID
    name: str
    unit: str
    direction: Direction
    baseline: float | None
    target: float | None
    values: tuple[tuple[dt.date, float], ...]


@dataclass(frozen=True)
class SkillPoints:
    """A skill with its ratings (day, level 0–100), the oldest first; those before the period too."""

    id: UUID
    name: str
    ratings: tuple[tuple[dt.date, int], ...]


@dataclass(frozen=True)
class PulsePoint:
    """Perceived safety and accountability, 0–100 or None. In no History that is read for a pack."""

    date: dt.date
    safety: int | None
    accountability: int | None


@dataclass(frozen=True)
class History:
    """A period (both days inclusive), each kind of point the oldest first."""

    start: dt.date
    end: dt.date
    episodes: tuple[EpisodePoint, ...] = ()
    goals: tuple[GoalPoint, ...] = ()
    lags: tuple[LagPoint, ...] = ()
    lessons: tuple[LessonPoint, ...] = ()
    recalls: tuple[RecallPoint, ...] = ()
    plans: tuple[PlanPoint, ...] = ()
    measures: tuple[MeasurePoints, ...] = ()
    changes: tuple[ChangePoint, ...] = ()
    skills: tuple[SkillPoints, ...] = ()
    pulses: tuple[PulsePoint, ...] = ()
    days_before: tuple[dt.date, ...] = ()
    """Days with an episode in the 84 before the period, so that a score that remembers need not begin at nothing."""
