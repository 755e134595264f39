"""How long something is waited for, where some still wait: leaving those out would make every wait look short."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """From this day of waiting until the next step the share (0–1) that still waits."""

    day: int
    share_still_waiting: float


def waiting(days: Sequence[int | None], censored_after: Sequence[int]) -> list[Step]:
    """The curve of those who still wait (Kaplan & Meier 1958, J. Amer. Statist. Assoc. 53), a step on each day it falls.

    The first step is day 0, 1 or less; the last is the longest anybody was seen to wait, so that the curve is drawn
    as far as is known. Where waiting and watching end on the same day, the watched one counts as still waiting then.

    Args:
        days: how long each waited; None for one that still does.
        censored_after: how many days each has been watched; looked at only where `days` is None.

    Raises:
        ValueError for unequal lengths and for days that are no number from 0 up.
    """
    waited = [
        (after if day is None else day, day is not None)
        for day, after in zip(days, censored_after, strict=True)
    ]
    if any(not day >= 0 for day, _ in waited):  # so written, it refuses NaN too
        raise ValueError("Days of waiting are 0 or more")
    if not waited:
        return []
    share, steps = 1.0, {0: 1.0}
    for day in sorted({day for day, over in waited if over}):
        at_risk = sum(length >= day for length, _ in waited)
        share *= 1 - sum(over and length == day for length, over in waited) / at_risk
        steps[day] = share
    steps[max(day for day, _ in waited)] = share
    return [Step(day, left) for day, left in steps.items()]
