"""What happened in a period, in memory, frozen: all that charts ever see."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from workjournal.domain.episode import Kind
from workjournal.domain.goal import GoalState


@dataclass(frozen=True)
class EpisodePoint:
    """What a chart needs of an episode; no text. Difficulty and energy are 0–100 or None."""

    id: UUID
    date: dt.date
    kind: Kind
    difficulty: int | None
    energy: int | None


@dataclass(frozen=True)
class GoalPoint:
    """What a chart needs of a goal. Confidences are 0–100 or None."""

    id: UUID
    title: str
    state: GoalState
    start: dt.date | None
    closed: dt.date | None
    difficulty: int | None
    confidence_before: int | None
    confidence_after: int | None
    confidence_really_before: int | None


@dataclass(frozen=True)
class History:
    """A period (both days inclusive), oldest first."""

    start: dt.date
    end: dt.date
    episodes: tuple[EpisodePoint, ...] = ()
    goals: tuple[GoalPoint, ...] = ()
