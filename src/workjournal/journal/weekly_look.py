"""The weekly look: what the charts say of the quarter up to a week's end, and what they said a week before."""

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
    """The reading of a chart; `before` is the one of a week before, "" where it is the same or there was none."""

    key: str
    title: str
    reading: str
    before: str = ""


@dataclass(frozen=True)
class Look:
    """One week: the sentences that changed and those that did not, charts that cannot tell yet, a few figures."""

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

    Args:
        between: called before each chart; whoever waits no longer may raise there.
    """
    end = min(week.end, today)
    history, earlier = _quarter(growth, end), _quarter(growth, week.start - dt.timedelta(days=1))
    moved, same, silent, drawn = [], [], [], []
    for key in keys:
        between()
        figure = growth.figure(key, history)
        if not _says(figure):
            silent.append(figure.title)
            continue
        before = growth.figure(key, earlier)
        if _says(before) and before.reading == figure.reading:
            same.append(Saying(key, figure.title, figure.reading))
        else:
            told = before.reading if _says(before) else ""
            moved.append(Saying(key, figure.title, figure.reading, told))
        drawn.append(figure)
    first = [saying.key for saying in moved]
    drawn.sort(key=lambda figure: figure.key not in first)
    return Look(week, history, tuple(moved), tuple(same), tuple(silent), tuple(drawn[:MOST_DRAWN]))


def _quarter(growth: Growth, end: dt.date) -> History:
    return growth.history(months_back(end, MONTHS) + dt.timedelta(days=1), end)


def _says(figure: Figure) -> bool:
    """Whether its reading says something: not that something is missing, nor that it cannot be told yet."""
    begins = figure.reading.partition(";")[0].partition(":")[0].lower()
    return not (figure.is_empty or begins.startswith(("no ", "too few ")) or "can't tell" in begins)
