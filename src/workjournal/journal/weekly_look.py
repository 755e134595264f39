"""The weekly look: what the charts say of the quarter up to a week's end, and what they would have said without it."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workjournal.charts.figure import Figure
from workjournal.domain.history import History
from workjournal.domain.period import Interval, Period, months_back, to_review
from workjournal.journal.growth import Growth

MOST_DRAWN = 4
MONTHS = 3


@dataclass(frozen=True)
class Saying:
    """The reading of a chart; `before` is the one of a week before, "" where it has not moved or there was none."""

    key: str
    title: str
    reading: str
    before: str = ""


@dataclass(frozen=True)
class Look:
    """One week: the sentences that moved and those that did not, charts that cannot tell yet, a few figures.

    A sentence moved if what it claims is another (Figure.claims); one in which only a count is another did not, since
    counts tick on whenever something is written down.
    """

    week: Period
    history: History
    moved: tuple[Saying, ...]
    same: tuple[Saying, ...]
    silent: tuple[str, ...]
    figures: tuple[Figure, ...]


def latest(today: dt.date) -> Period:
    """The week to look at: the present one from its Friday on, else the one before."""
    return to_review(Interval.WEEK, today)


def look(
    growth: Growth, keys: Iterable[str], week: Period, today: dt.date, between: Callable[[], None]
) -> Look:
    """What these charts say at the end of a week, or today while it lasts.

    A week before is the same quarter without this week's days, so that nothing moves because of what fell out of it.

    Args:
        between: called before each chart; whoever waits no longer may raise there.
    """
    end = min(week.end, today)
    start = months_back(end, MONTHS) + dt.timedelta(days=1)
    history = growth.history(start, end)
    earlier = growth.history(start, week.start - dt.timedelta(days=1))
    moved, same, silent, drawn = [], [], [], []
    for key in keys:
        between()
        figure = growth.figure(key, history)
        if not figure.says:
            silent.append(figure.title)
            continue
        before = growth.figure(key, earlier)
        if _is_same(before, figure):
            same.append(Saying(key, figure.title, figure.reading))
        else:
            moved.append(Saying(key, figure.title, figure.reading, before.reading if before.says else ""))
        drawn.append(figure)
    first = [saying.key for saying in moved]
    drawn.sort(key=lambda figure: figure.key not in first)
    return Look(week, history, tuple(moved), tuple(same), tuple(silent), tuple(drawn[:MOST_DRAWN]))


def _is_same(before: Figure, now: Figure) -> bool:
    """Whether both claim the same, or say it in the same words, so that nobody could see what is another."""
    return before.says and (before.claims == now.claims or before.reading == now.reading)
