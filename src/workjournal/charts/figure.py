"""A chart as plain values: what the window draws, the pack typesets and the terminal prints."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID


@dataclass(frozen=True)
class Axis:
    """An axis: dates as proleptic ordinals (`date.toordinal`), numbers, or categories 0, 1, 2 … named by `labels`."""

    kind: Literal["date", "number", "category"]
    title: str = ""
    low: float = 0.0
    high: float = 1.0
    labels: tuple[str, ...] = ()
    whole: bool = False
    """Of counted things, of which there are no halves: lines stand at whole numbers alone."""


@dataclass(frozen=True)
class Series:
    """Points (x, y) of one meaning. `place` is its place in the palette (0–4), which fixes colour, marker and dash.

    `label` is written beside the last point; `ids` names the thing behind each point, "" where it stands for several,
    or is empty; `told` says each point's value as it is read out, with its unit, instead of the number on the axis,
    or is empty.
    """

    name: str
    points: tuple[tuple[float, float], ...]
    place: int = 0
    marker: Literal["circle", "square", "triangle", "diamond", "none"] = "circle"
    line: Literal["none", "solid", "dash"] = "none"
    label: str = ""
    ids: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    form: Literal["points", "bars"] = "points"
    """Bars stand on the axis' low end; several series of bars at one x stand beside each other."""
    spans: tuple[tuple[float, float], ...] = ()
    """Low and high end of what each point may as well be, such as a Wilson interval; or empty."""
    sizes: tuple[float, ...] = ()
    """How large each point is drawn, 0 (smallest) to 1 (largest); or empty."""


@dataclass(frozen=True)
class Cell:
    """A square of a heat map at whole numbers (x, y): `step` 0–4 of the heat colours, and what it says read out.

    `id` is the thing or the ISO day behind it, or "" where it stands for several.
    """

    x: int
    y: int
    step: int
    told: str
    id: str = ""


@dataclass(frozen=True)
class Zone:
    """A rectangle of the plane with a name, drawn behind everything, such as one of four zones or natural limits."""

    left: float
    right: float
    bottom: float
    top: float
    label: str = ""
    tone: Literal["plain", "quiet"] = "quiet"


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

    Without series, cells and panels there is nothing to draw yet (`is_empty`); `reading` then says what is missing.
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
    cells: tuple[Cell, ...] = ()
    zones: tuple[Zone, ...] = ()
    panels: tuple["Figure", ...] = ()
    """Small multiples: figures of their own with the same axes, drawn in a grid; this one then has no series."""
    outlines: bool = False
    """Whether its rows stand around a middle, values running outwards, and each series closes; in text they stay rows.

    The topmost row is at twelve o'clock and the others follow clockwise; there are series of points alone.
    """
    claims: tuple[str, ...] = ()
    """What the reading claims, as words to be compared and never shown: a trend, what comes first, what stood out.

    No counts are among them, so that a reading whose figures alone are others claims the same. () where it tells that
    something is missing, or cannot be told yet.
    """
    counts_entries: bool = False
    """Whether n is how much was written down; a pack leaves it out, since a number shown becomes a target."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw yet."""
        return not (self.series or self.cells or self.panels)

    @property
    def says(self) -> bool:
        """Whether the reading tells something, rather than that something is missing or cannot be told yet."""
        return bool(self.claims)


def on_axis(day: dt.date) -> float:
    """A day's place on a date axis."""
    return float(day.toordinal())


def only_id(things: Sequence[UUID]) -> str:
    """The id of the one thing that a point stands for; "" where it stands for several or none."""
    return str(things[0]) if len(things) == 1 else ""
