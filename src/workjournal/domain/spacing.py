"""When a lesson comes back: FSRS-6 by its own library, on whole days.

Days, not moments: how long ago a lesson was recalled does not depend on the hour, on summer time or on the zone the
laptop is in. A day never counts as before the last one, whatever the clock said then.
"""

import datetime as dt
import enum
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from workjournal.errors import JournalError

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

FIRST_RECALL = dt.timedelta(days=1)
"""A lesson just written is remembered; the first recall is the day after."""
MOST_A_DAY = 5
"""Lessons a day, unless the user wants otherwise: few enough to be done in five minutes."""
FEWEST_A_DAY, HIGHEST_A_DAY = 1, 20
RETENTION = 90
"""How surely lessons are to be remembered, in per cent, unless the user wants otherwise."""
LOWEST_RETENTION, HIGHEST_RETENTION = 70, 97
"""Outside of these FSRS asks so often, or so rarely, that neither pays (the bounds of Anki's own setting)."""


class Grade(enum.StrEnum):
    """How well a lesson was recalled."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"
    EASY = "easy"


class RetentionOutOfRange(JournalError):
    """Lessons can be remembered with 70 to 97 %, not {value} %. Below, too little stays; above, they come back every few days."""


@dataclass(frozen=True)
class Memory:
    """What FSRS holds of a lesson: stability in days, difficulty from 1 to 10, the last recall and the next."""

    stability: float
    difficulty: float
    last: dt.date
    due: dt.date


def graded(memory: Memory | None, grade: Grade, day: dt.date, retention: int = RETENTION) -> Memory:
    """The memory after a recall on `day`; None for a lesson that was never recalled. Due a day later at the earliest."""
    from fsrs import Rating

    day = max(day, memory.last) if memory else day
    card, _ = _scheduler(retention).review_card(_card(memory), Rating[grade.name.capitalize()], _moment(day))
    assert card.stability is not None
    assert card.difficulty is not None
    return Memory(card.stability, card.difficulty, day, card.due.date())


def replayed(
    recalls: Iterable[tuple[dt.date, Grade]], today: dt.date, retention: int = RETENTION
) -> Memory | None:
    """The memory after all recalls, in order. One that a wrong clock dated later than today counts as of today."""
    memory: Memory | None = None
    for day, grade in recalls:
        memory = graded(memory, grade, min(day, today), retention)
    return memory


def retrievability(memory: Memory, day: dt.date) -> float:
    """How likely FSRS thinks it that the lesson is remembered on `day`, 0–1: a model's figure."""
    return float(_scheduler(RETENTION).get_card_retrievability(_card(memory), _moment(day)))


def check_retention(per_cent: int) -> None:
    """Raises: RetentionOutOfRange."""
    if not LOWEST_RETENTION <= per_cent <= HIGHEST_RETENTION:
        raise RetentionOutOfRange(value=per_cent)


def _card(memory: Memory | None) -> "Card":
    from fsrs import Card, State

    if memory is None:
        return Card(card_id=0)
    return Card(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_moment(memory.due),
        last_review=_moment(memory.last),
    )


@cache
def _scheduler(retention: int) -> "Scheduler":
    """Without steps of minutes, since lessons come back on days, and without fuzz: five a day spread them enough."""
    from fsrs import Scheduler

    return Scheduler(
        desired_retention=retention / 100, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )


def _moment(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), dt.UTC)
