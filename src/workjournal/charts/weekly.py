"""Ratings of episodes over time: every one as a point, the weekly median, and the word that the weeks carry."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from workjournal.charts.figure import Axis, DataTable, Figure, Series, on_axis
from workjournal.domain.history import History
from workjournal.domain.trends import FEWEST, Trend, theil_sen, word


@dataclass(frozen=True)
class Rating:
    """A rating of an episode, 0–100."""

    episode: UUID
    date: dt.date
    level: int


def ratings_over_time(
    history: History, ratings: Sequence[Rating], *, key: str, title: str, noun: str
) -> Figure:
    """Every rating as a point, the weekly median as the series the word is about, Theil–Sen as its line.

    Weeks without a rating are left out, never filled in. `noun` is what is rated: "difficulty".
    """
    weeks = _by_week(ratings)
    medians = [(monday, float(np.median(levels))) for monday, levels in weeks.items()]
    trend = word(np.array([median for _, median in medians]))
    return Figure(
        key=key,
        title=title,
        subtitle="Own rating of each episode, 0 to 100",
        reading=_reading(noun, len(ratings), len(weeks), trend),
        claims=() if len(weeks) < FEWEST or trend is Trend.UNKNOWN else (trend.value,),
        n=len(ratings),
        counts_entries=True,
        x=Axis("date", "", on_axis(history.start), on_axis(history.end)),
        y=Axis("number", noun.capitalize(), 0, 100),
        series=_series(ratings, medians, trend),
        table=DataTable(
            ("Week of", f"Median {noun}", "Episodes"),
            tuple((day.isoformat(), f"{median:g}", str(len(weeks[day]))) for day, median in medians),
        ),
    )


def _series(
    ratings: Sequence[Rating], weeks: Sequence[tuple[dt.date, float]], trend: Trend
) -> tuple[Series, ...]:
    if not ratings:
        return ()
    points = tuple((on_axis(rating.date), float(rating.level)) for rating in ratings)
    episodes = Series("One episode", points, place=1, ids=tuple(str(rating.episode) for rating in ratings))
    if len(weeks) < 2:
        return (episodes,)
    medians = tuple((on_axis(day), median) for day, median in weeks)
    line = theil_sen(*np.array(medians).T)
    ends = tuple((day, line.at(day)) for day, _ in (medians[0], medians[-1]))
    word_beside = "" if trend is Trend.UNKNOWN else trend.value
    return (
        episodes,
        Series("Weekly median", medians, 0, "square", "solid"),
        Series("Trend", ends, 0, "none", "dash", label=word_beside),
    )


def _by_week(ratings: Sequence[Rating]) -> dict[dt.date, list[int]]:
    """The ratings of each week that has one, by its Monday, in the order of time."""
    found: dict[dt.date, list[int]] = defaultdict(list)
    for rating in sorted(ratings, key=lambda each: each.date):
        found[rating.date - dt.timedelta(days=rating.date.weekday())].append(rating.level)
    return found


def _reading(noun: str, n: int, weeks: int, trend: Trend) -> str:
    if not n:
        return f"No episode in this period has {'an' if noun[0] in 'aeiou' else 'a'} {noun} rating yet."
    if weeks < FEWEST:
        return f"Can't tell yet whether {noun} changes: {weeks} of at least {FEWEST} weeks have a rating."
    if trend is Trend.UNKNOWN:
        return f"Can't tell yet whether {noun} rises or falls over these {weeks} weeks."
    return f"{noun.capitalize()} is {trend.value} over these {weeks} weeks."
