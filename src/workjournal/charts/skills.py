"""Own ratings of each skill over time, one small panel a skill."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Axis, DataTable, Figure, Series, on_axis
from workjournal.charts.wording import joined
from workjournal.domain.history import History
from workjournal.domain.trends import FEWEST, Trend, theil_sen, word

KEY = "skills"
TITLE = "Skills"
MOST_PANELS = 12
MOST_NAMED = 3
"""So many skills are named of a kind in the reading, before the rest are only counted; all are in the table."""


@dataclass(frozen=True)
class _Rated:
    """A skill with its ratings in the period."""

    id: UUID
    name: str
    ratings: tuple[tuple[dt.date, int], ...]

    @property
    def has_enough(self) -> bool:
        """Whether a trend can be looked for: FEWEST ratings, not all of one day."""
        return len(self.ratings) >= FEWEST and self.ratings[0][0] != self.ratings[-1][0]

    @property
    def trend(self) -> Trend:
        """The word for its ratings."""
        if not self.has_enough:
            return Trend.UNKNOWN
        return word(np.array([level for _, level in self.ratings], dtype=np.float64))


def figure(history: History) -> Figure:
    """The skills with most ratings, at most MOST_PANELS, each judged by itself; the reading says of how many.

    A line and a word are given from FEWEST ratings on; below that there are the points alone.
    """
    skills = sorted(_rated(history), key=lambda skill: -len(skill.ratings))
    drawn = [(skill, skill.trend) for skill in skills[:MOST_PANELS]]
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle="Own ratings, 0 to 100",
        reading=_reading(drawn, skills[MOST_PANELS:]),
        claims=tuple(sorted(f"{skill.id} {trend}" for skill, trend in drawn if trend is not Trend.UNKNOWN)),
        n=sum(len(skill.ratings) for skill in skills),
        x=_x(history),
        y=_Y,
        series=(),
        panels=tuple(_panel(skill, trend, history) for skill, trend in drawn),
        table=DataTable(
            ("Skill", "Day", "Rating"),
            tuple((skill.name, *row) for skill in skills for row in _rows(skill)),
        ),
    )


_Y = Axis("number", "", 0, 100)


def _x(history: History) -> Axis:
    return Axis("date", "", on_axis(history.start), on_axis(history.end))


def _rated(history: History) -> list[_Rated]:
    skills = []
    for skill in history.skills:
        ratings = tuple(each for each in skill.ratings if history.start <= each[0] <= history.end)
        if ratings:
            skills.append(_Rated(skill.id, skill.name, ratings))
    return skills


def _panel(skill: _Rated, trend: Trend, history: History) -> Figure:
    return Figure(
        key=KEY,
        title=skill.name,
        subtitle="",
        reading=_panel_reading(skill, trend),
        claims=() if trend is Trend.UNKNOWN else (trend.value,),
        n=len(skill.ratings),
        x=_x(history),
        y=_Y,
        series=_series(skill, trend),
        table=DataTable(("Day", "Rating"), _rows(skill)),
    )


def _series(skill: _Rated, trend: Trend) -> tuple[Series, ...]:
    points = tuple((on_axis(day), float(level)) for day, level in skill.ratings)
    ratings = Series("Rating", points, ids=(str(skill.id),) * len(points))
    if not skill.has_enough:
        return (ratings,)
    line = theil_sen(*np.array(points).T)
    ends = tuple((day, line.at(day)) for day, _ in (points[0], points[-1]))
    beside = "" if trend is Trend.UNKNOWN else trend.value
    return ratings, Series("Trend", ends, 0, "none", "dash", label=beside)


def _rows(skill: _Rated) -> tuple[tuple[str, str], ...]:
    return tuple((day.isoformat(), str(level)) for day, level in skill.ratings)


def _panel_reading(skill: _Rated, trend: Trend) -> str:
    n = len(skill.ratings)
    if n < FEWEST:
        return f"Can't tell yet whether it changes: {n} of at least {FEWEST} ratings."
    if trend is Trend.UNKNOWN:
        return f"Can't tell yet whether the rating rises or falls over these {n} ratings."
    return f"The rating is {trend.value} over these {n} ratings."


def _reading(drawn: list[tuple[_Rated, Trend]], rest: list[_Rated]) -> str:
    if not drawn:
        return "No skill has a rating in this period yet."
    hidden = f"; not drawn: {_named(rest)}" if rest else ""
    enough = [(skill, trend) for skill, trend in drawn if skill.has_enough]
    if not enough:
        of = f"the {len(drawn)} skills drawn" if len(drawn) > 1 else "the one rated skill"
        return f"Can't tell yet how {of} {'change' if len(drawn) > 1 else 'changes'}: it takes {FEWEST} ratings over time{hidden}."
    said = [
        f"{trend.value}: {_named(which)}"
        for trend in (Trend.RISING, Trend.FALLING)
        if (which := [skill for skill, known in enough if known is trend])
    ]
    of = "the one skill" if len(enough) == 1 else f"the {len(enough)} skills"
    if not said:
        rise = "rises or falls" if len(enough) == 1 else "rise or fall"
        return f"Can't tell yet whether {of} with {FEWEST} ratings or more {rise}{hidden}."
    return f"Of {of} with {FEWEST} ratings or more, {'; '.join(said)}{hidden}."


def _named(skills: list[_Rated]) -> str:
    names = [skill.name for skill in skills[:MOST_NAMED]]
    if more := len(skills) - len(names):
        names.append(f"{more} more")
    return joined(names)


CHART = Chart(KEY, TITLE, figure)
