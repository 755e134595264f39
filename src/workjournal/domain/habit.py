"""How steady a habit is: a score that grows with what is done and fades with what is not, and that no gap breaks."""

import datetime as dt
import math
from collections.abc import Iterable

SLOWNESS = 13
"""Days in which the score of something done daily halves when it stops (Loop Habit Tracker)."""
WEEKS = 2
"""What is less than daily is looked at over two weeks, so that it does not matter on which days (Loop Habit Tracker)."""


def scores(
    days: Iterable[dt.date], start: dt.date, end: dt.date, per_week: int = 5
) -> list[tuple[dt.date, float]]:
    """The score, 0–1, of every day from `start` to `end` (inclusive), for a habit of `per_week` days a week.

    The model of Loop Habit Tracker (Álinson Santos Xavier, https://github.com/iSoron/uhabits): each day the score
    keeps the share m = 0.5^(√f / 13) of what it was and gets 1 − m of how far the latest two weeks (one, if daily)
    reached their number of days, f being that number a day. So days off that were never meant do not count against it,
    a gap makes it fade, and it never falls to nothing. Before the first day there was nothing: 0.

    Args:
        days: when it was done, in any order; the same day twice is once. Those before `start` count: give them all,
            else the score begins at 0. Those after `end` do not.
        start, end: what is scored; nothing where `start` is after `end`.
        per_week: how many days a week are meant, 1–7.

    Raises:
        ValueError
    """
    if not 1 <= per_week <= 7:
        raise ValueError("A week has one to seven days")
    done = {day.toordinal() for day in days}
    window = 7 if per_week == 7 else 7 * WEEKS
    target = per_week * window // 7
    keeps = 0.5 ** (math.sqrt(per_week / 7) / SLOWNESS)
    begin = min([start.toordinal(), *done])
    score, recent, found = 0.0, 0, []
    for day in range(begin, end.toordinal() + 1):
        recent += (day in done) - (day - window in done)
        score = keeps * score + (1 - keeps) * min(1.0, recent / target)
        if day >= start.toordinal():
            found.append((dt.date.fromordinal(day), score))
    return found
