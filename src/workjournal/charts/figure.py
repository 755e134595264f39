"""A chart as plain values: what the window draws, the pack typesets and the terminal prints."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Axis:
    """An axis: dates as proleptic ordinals (`date.toordinal`), numbers, or categories 0, 1, 2 … named by `labels`."""

    kind: Literal["date", "number", "category"]
    title: str = ""
    low: float = 0.0
    high: float = 1.0
    labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Series:
    """Points (x, y) of one meaning. `place` is its place in the palette (0–4), which fixes colour, marker and dash.

    `label` is written beside the last point; `ids` names the thing behind each point, or is empty; `told` says each
    point's value as it is read out, with its unit, instead of the number on the axis, or is empty.
    """

    name: str
    points: tuple[tuple[float, float], ...]
    place: int = 0
    marker: Literal["circle", "square", "triangle", "diamond", "none"] = "circle"
    line: Literal["none", "solid", "dash"] = "none"
    label: str = ""
    ids: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Link:
    """A thin line from one point to another, such as from before to after."""

    start: tuple[float, float]
    end: tuple[float, float]


@dataclass(frozen=True)
class Mark:
    """A place on the x axis that something is said of: `label` beside its line, `told` of the next point from there."""

    at: float
    label: str
    told: str


@dataclass(frozen=True)
class DataTable:
    """The numbers behind a figure, for reading without seeing it: one row a point."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Figure:
    """A chart: its one-sentence reading, its n, what to draw and the numbers behind it.

    An empty `series` means there is nothing to draw yet; `reading` then says what is missing.
    """

    key: str
    title: str
    subtitle: str
    reading: str
    n: int
    x: Axis
    y: Axis
    series: tuple[Series, ...]
    table: DataTable
    links: tuple[Link, ...] = ()
    marks: tuple[Mark, ...] = ()


def on_axis(day: dt.date) -> float:
    """A day's place on a date axis."""
    return float(day.toordinal())
