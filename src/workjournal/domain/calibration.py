"""What forecasts can be judged by: those whose goal can be told to have been reached in time, or not."""

import datetime as dt
import enum
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from uuid import UUID

from workjournal.domain.goal import Goal


@dataclass(frozen=True)
class Judged:
    """A sealed forecast (%) of a goal, and whether it came true."""

    goal: UUID
    probability: int
    came_true: bool


def judged(goals: Iterable[Goal], today: dt.date) -> list[Judged]:
    """The first forecast of each goal that can be judged, in the order of the goals.

    Abandoned and overdue goals count: left out, they would make everyone look well calibrated. A forecast whose seal
    is broken does not, and neither does one that was never sealed.
    """
    found = []
    for goal in goals:
        forecast, came_true = goal.forecast, goal.came_true(today)
        if came_true is not None and forecast is not None and forecast.holds():
            found.append(Judged(goal.id, forecast.probability, came_true))
    return found


EARLY, STEADY = 10, 40
"""Below the one, a calibration is early; from the other on it is steady (shared/product.md). With 10 of them a share
is known to about ± 0.26, with 40 to ± 0.15 (Wilson's interval at one half)."""
CONFIDENCE = 0.95
"""Of the bins' intervals."""


class Stage(enum.StrEnum):
    """How far a calibration can be trusted."""

    EARLY = "early"
    GROWING = "growing"
    STEADY = "steady"


@dataclass(frozen=True)
class Bin:
    """The forecasts from `low` up to, not including, `high` (the highest bin includes 1); all but n are 0–1.

    `share` is how many of the n came true, between `wilson_low` and `wilson_high` with 95 % confidence.
    """

    low: float
    high: float
    n: int
    mean_forecast: float
    share: float
    wilson_low: float
    wilson_high: float


def stage(n: int) -> Stage:
    """Early below 10 judged forecasts, steady from 40 on."""
    if n < EARLY:
        return Stage.EARLY
    return Stage.STEADY if n >= STEADY else Stage.GROWING


def brier(probabilities: Sequence[float], came_true: Sequence[bool]) -> float:
    """The mean squared distance of forecasts, 0–1, from what came: 0 is perfect, 0.25 is always saying one half.

    Brier 1950, Monthly Weather Review 78, halved as is usual for two outcomes.

    Raises:
        ValueError for none, unequal lengths and what is no probability.
    """
    if not probabilities or any(not 0 <= one <= 1 for one in probabilities):  # so written, it refuses NaN too
        raise ValueError("Forecasts are one or more probabilities, 0 to 1")
    squares = [(one - true) ** 2 for one, true in zip(probabilities, came_true, strict=True)]
    return math.fsum(squares) / len(squares)


def wilson(successes: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share, 0–1 (Wilson 1927, J. Amer. Statist. Assoc. 22): honest also for few and for none.

    Raises:
        ValueError where it is no share of one or more.
    """
    if not 0 <= successes <= n or n < 1:
        raise ValueError("A share is so many of one or more")
    z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
    share, weight = successes / n, z * z / n
    middle = (share + weight / 2) / (1 + weight)
    half = z / (1 + weight) * math.sqrt(share * (1 - share) / n + weight / (4 * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def bins(found: Iterable[Judged], count: int = 4) -> list[Bin]:
    """The forecasts in `count` bins of equal width, the lowest first; an empty bin is left out, as it says nothing.

    Raises:
        ValueError for no bins and a forecast outside 0–100 %.
    """
    if count < 1:
        raise ValueError("At least one bin")
    within: dict[int, list[Judged]] = {}
    for one in found:
        if not 0 <= one.probability <= 100:
            raise ValueError("A forecast is 0 to 100 %")
        within.setdefault(min(int(one.probability * count // 100), count - 1), []).append(one)
    made = []
    for place, members in sorted(within.items()):
        n, true = len(members), sum(one.came_true for one in members)
        mean = sum(one.probability for one in members) / (100 * n)
        made.append(Bin(place / count, (place + 1) / count, n, mean, true / n, *wilson(true, n)))
    return made
