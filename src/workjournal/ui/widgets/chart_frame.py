"""A laid-out chart: where its plot lies, and everything that is written around it."""

import math
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF

from workjournal.charts.figure import Axis, Series
from workjournal.ui.widgets.chart_axis import Tick
from workjournal.ui.widgets.chart_names import Name

Side = Literal["left", "right", "middle"]
"""Of a round plot: beside it, or above and below its middle."""


@dataclass(frozen=True)
class Trim:
    """What one of several panels does otherwise than a chart that stands alone.

    `titled`: its own title stands above it, and what its series are called is told beside all panels. `rows` and
    `columns`: whether the names at its axes are written, or read off a neighbour.
    """

    titled: bool = False
    rows: bool = True
    columns: bool = True


WHOLE = Trim()


@dataclass(frozen=True)
class Keyed:
    """A series in the key, and the rectangle it has there: its mark, then its name."""

    series: Series
    rect: QRectF


@dataclass(frozen=True)
class RimName:
    """The whole name of a row that stands at the rim, the room it has there, and the side of the outline it is on."""

    text: str
    rect: QRectF
    side: Side


@dataclass(frozen=True)
class Frame:
    """The plot's rectangle in pixels, its axes wide enough for every value, their ticks, and the words around it."""

    plot: QRectF
    x: Axis
    y: Axis
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    labels: tuple[tuple[Series, str], ...]
    names: tuple[Name, ...] = ()
    key: tuple[Keyed, ...] = ()
    foot: float = 0.0
    """Where everything below the plot ends."""
    trim: Trim = WHOLE
    rim: tuple[RimName, ...] = ()
    """The rows clockwise from the top where they stand around the middle of the plot, which is then a square."""

    def at(self, point: tuple[float, float]) -> QPointF:
        """Where a point (x, y) of the figure is."""
        if self.rim:
            turn = math.tau * (len(self.rim) - 1 - point[1]) / len(self.rim)
            reach = self.across(point[0]) - self.plot.left()
            return self.plot.center() + QPointF(math.sin(turn), -math.cos(turn)) * (reach / 2)
        return QPointF(self.across(point[0]), self.down(point[1]))

    def across(self, x: float) -> float:
        """Where a value of the x axis is."""
        return self.plot.left() + (x - self.x.low) / ((self.x.high - self.x.low) or 1) * self.plot.width()

    def down(self, y: float) -> float:
        """Where a value of the y axis is."""
        return self.plot.bottom() - (y - self.y.low) / ((self.y.high - self.y.low) or 1) * self.plot.height()
