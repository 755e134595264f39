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
    series = [
        Series(
            "One episode",
            tuple((on_axis(episode.date), float(episode.difficulty or 0)) for episode in rated),
            place=1,
            ids=tuple(str(episode.id) for episode in rated),
        )
    ]
    if len(weeks) >= 2:
        days = np.array([on_axis(day) for day, _ in weeks])
        line = theil_sen(days, np.array([median for _, median in weeks]))
        ends = tuple((float(day), line.at(float(day))) for day in (days[0], days[-1]))
        series.append(
            Series(
                "Weekly median",
                tuple(zip(map(float, days), (m for _, m in weeks), strict=True)),
                0,
                "square",
                "solid",
            )
        )
        series.append(
            Series("Trend", ends, 0, "none", "dash", label="" if trend is Trend.UNKNOWN else trend.value)
        )
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle="Own rating of each episode, 0 to 100",
        reading=_reading(len(rated), len(weeks), trend),
        n=len(rated),
        x=Axis("date", "", on_axis(history.start), on_axis(history.end)),
        y=Axis("number", "Difficulty", 0, 100),
        series=tuple(series) if rated else (),
        table=DataTable(
            ("Week of", "Median difficulty", "Episodes"),
            tuple((day.isoformat(), f"{median:g}", str(counts[day])) for day, median in weeks),
        ),
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
