"""What forecasts can be judged by: those whose goal can be told to have been reached in time, or not."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
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
        if came_true is not None and forecast is not None and forecast.sealed_at and forecast.is_intact():
            found.append(Judged(goal.id, forecast.probability, came_true))
    return found
