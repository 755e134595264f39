"""Difficulty of the work over time, with the one word that the numbers carry."""

import datetime as dt
from collections import Counter, defaultdict

import numpy as np

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Axis, DataTable, Figure, Series, on_axis
from workjournal.domain.history import EpisodePoint, History
from workjournal.domain.trends import FEWEST, Trend, theil_sen, word

KEY = "difficulty"
TITLE = "Difficulty over time"


def figure(history: History) -> Figure:
    """Every rated episode as a point, the weekly median as the series the word is about, Theil–Sen as its line.

    Weeks without a rating are left out, never filled in.
    """
    rated = [episode for episode in history.episodes if episode.difficulty is not None]
    weeks = _weekly(rated)
    counts = Counter(_monday(episode.date) for episode in rated)
    trend = word(np.array([median for _, median in weeks]))
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle="Own rating of each episode, 0 to 100",
        reading=_reading(len(rated), len(weeks), trend),
        n=len(rated),
        x=Axis("date", "", on_axis(history.start), on_axis(history.end)),
        y=Axis("number", "Difficulty", 0, 100),
        series=_series(rated, weeks, trend),
        table=DataTable(
            ("Week of", "Median difficulty", "Episodes"),
            tuple((day.isoformat(), f"{median:g}", str(counts[day])) for day, median in weeks),
        ),
    )


def _series(
    rated: list[EpisodePoint], weeks: list[tuple[dt.date, float]], trend: Trend
) -> tuple[Series, ...]:
    if not rated:
        return ()
    points = tuple((on_axis(episode.date), float(episode.difficulty or 0)) for episode in rated)
    episodes = Series("One episode", points, place=1, ids=tuple(str(episode.id) for episode in rated))
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


def _weekly(rated: list[EpisodePoint]) -> list[tuple[dt.date, float]]:
    """Monday and median of each week that has a rating."""
    by_week: dict[dt.date, list[int]] = defaultdict(list)
    for episode in rated:
        by_week[_monday(episode.date)].append(episode.difficulty or 0)
    return [(monday, float(np.median(values))) for monday, values in sorted(by_week.items())]


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def _reading(n: int, weeks: int, trend: Trend) -> str:
    if not n:
        return "No episode in this period has a difficulty rating yet."
    if weeks < FEWEST:
        return f"Can't tell yet whether difficulty changes: {weeks} of at least {FEWEST} weeks have a rating."
    if trend is Trend.UNKNOWN:
        return f"Can't tell yet whether difficulty rises or falls over these {weeks} weeks."
    return f"Difficulty is {trend.value} over these {weeks} weeks."


CHART = Chart(KEY, TITLE, figure)
