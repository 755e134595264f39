"""What a chart draws that has an extent: bars, the squares of a heat map, zones, large points; in pixels, no drawing."""

import math
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from workjournal.charts.figure import Axis, Figure, Series
from workjournal.ui import theme
from workjournal.ui.widgets.chart_frame import Frame

Numbers = NDArray[np.float64]
_BARS, _WIDEST_BAR = 0.76, 40
"""The part of the room between two places on the axis that its bars take together, and the most for one, in pixels."""
_SMALLEST, _LARGEST = 7, 24
_WEEK = 7.0


def is_marked(series: Series) -> bool:
    """Whether its points can be seen and chosen one by one."""
    return bool(series.points) and (series.form == "bars" or series.marker != "none")


def is_lying(figure: Figure) -> bool:
    """Whether values run along x, and what they are of stands in rows."""
    return figure.y.kind == "category" and figure.x.kind != "category"


def axes(figure: Figure) -> tuple[Axis, Axis]:
    """Its axes, wide enough for every point, span, bar, square and natural limit."""
    lying = is_lying(figure)
    xs = [x for series in figure.series for x, _ in series.points] + [
        x for cell in figure.cells for x in (cell.x - 0.5, cell.x + 0.5)
    ]
    ys = [y for series in figure.series for _, y in series.points] + [
        y for cell in figure.cells for y in (cell.y - 0.5, cell.y + 0.5)
    ]
    places, values = (ys, xs) if lying else (xs, ys)
    values += [end for series in figure.series for span in series.spans for end in span]
    half = _apart(figure) / 2
    places += [at + side for at in _places(figure) for side in (-half, half)]
    xs += [edge for zone in figure.zones for edge in (zone.left, zone.right)] * (figure.x.kind == "number")
    ys += [edge for zone in figure.zones for edge in (zone.bottom, zone.top)] * (figure.y.kind == "number")
    return _wide(figure.x, xs), _wide(figure.y, ys)


def bars(figure: Figure, frame: Frame) -> dict[int, Numbers]:
    """Left, top, right and bottom of each bar, shape (n, 4), by the number of its series; beside each other at one place.

    In rows they lie, the first series above.
    """
    standing = [number for number, series in enumerate(figure.series) if series.form == "bars"]
    if not standing:
        return {}
    lying = is_lying(figure)
    axis, length = (frame.y, frame.plot.height()) if lying else (frame.x, frame.plot.width())
    room = _apart(figure) / ((axis.high - axis.low) or 1) * length
    slot = max(1.0, min(room * _BARS / len(standing), theme.px(_WIDEST_BAR)))
    gap = 0.0 if slot < 4 else 1.0 if slot < 12 else 3.0
    made = {}
    for place, number in enumerate(standing):
        ends = pixels(figure.series[number].points, frame)
        side = (place - len(standing) / 2) * slot
        across = ends[:, 1 if lying else 0] + side
        first, last = np.round(across + gap / 2), np.round(across + slot - gap / 2)
        if lying:
            foot = np.full(len(ends), frame.plot.left())
            made[number] = np.column_stack((foot, first, ends[:, 0], np.maximum(last, first + 1)))
        else:
            foot = np.full(len(ends), frame.plot.bottom())
            made[number] = np.column_stack((first, ends[:, 1], np.maximum(last, first + 1), foot))
    return made


def cells(figure: Figure, frame: Frame) -> Numbers:
    """Left, top, right and bottom of each square of a heat map, shape (n, 4), on whole pixels."""
    middles = np.array([(cell.x, cell.y) for cell in figure.cells], dtype=np.float64).reshape(-1, 2)
    low, high = (_corners(middles + side, frame) for side in (-0.5, 0.5))
    left, right = np.round(low[:, 0]), np.round(high[:, 0])
    top, bottom = np.round(high[:, 1]), np.round(low[:, 1])
    tight = not len(middles) or min(float((right - left).min()), float((bottom - top).min())) <= 12
    gap = 1.0 if tight else theme.px(3)
    return np.column_stack((left, top, right - gap, bottom - gap))


def zones(figure: Figure, frame: Frame) -> list[QRectF]:
    """Each zone as far as it lies within the plot."""
    made = []
    for zone in figure.zones:
        ends = [
            QPointF(
                _within(frame.across(x), frame.plot.left(), frame.plot.right()),
                _within(frame.down(y), frame.plot.top(), frame.plot.bottom()),
            )
            for x, y in ((zone.left, zone.top), (zone.right, zone.bottom))
        ]
        made.append(QRectF(ends[0], ends[1]).normalized())
    return made


def whiskers(series: Series, places: Numbers, frame: Frame, *, lying: bool) -> Numbers:
    """Both ends of what each point may as well be, shape (n, 2, 2), through the point's own place."""
    spans = np.array(series.spans[: len(places)], dtype=np.float64).reshape(-1, 2)
    ends = np.repeat(places[: len(spans), None, :], 2, axis=1)
    for side in (0, 1):
        if lying:
            ends[:, side, 0] = [frame.across(value) for value in spans[:, side]]
        else:
            ends[:, side, 1] = [frame.down(value) for value in spans[:, side]]
    return ends


def diameters(series: Series) -> Numbers | None:
    """The width of each point in pixels where they differ: it is the area that says how much."""
    if not series.sizes:
        return None
    shares = np.clip(np.array(series.sizes, dtype=np.float64), 0, 1)
    least, most = theme.px(_SMALLEST), theme.px(_LARGEST)
    grown: Numbers = np.sqrt(least**2 + shares * (most**2 - least**2))
    return grown


def pixels(points: tuple[tuple[float, float], ...], frame: Frame) -> Numbers:
    """Points of a figure in pixels, shape (n, 2)."""
    values = np.fromiter(chain.from_iterable(points), np.float64, 2 * len(points))
    return _corners(values.reshape(-1, 2), frame)


def _corners(values: Numbers, frame: Frame) -> Numbers:
    if frame.rim:
        return np.array([frame.at((x, y)).toTuple() for x, y in values.tolist()]).reshape(-1, 2)
    plot = frame.plot
    across = (values[:, 0] - frame.x.low) / ((frame.x.high - frame.x.low) or 1)
    up = (values[:, 1] - frame.y.low) / ((frame.y.high - frame.y.low) or 1)
    return np.column_stack((plot.left() + across * plot.width(), plot.bottom() - up * plot.height()))


def _places(figure: Figure) -> list[float]:
    """Where on their axis bars stand."""
    which = 1 if is_lying(figure) else 0
    return sorted({at[which] for series in figure.series if series.form == "bars" for at in series.points})


def _apart(figure: Figure) -> float:
    """The room of a place with bars, in units of its axis: the smallest step from one to the next."""
    axis, places = (figure.y if is_lying(figure) else figure.x), _places(figure)
    if axis.kind == "category" or not places:
        return 1.0
    steps = [after - before for before, after in pairwise(places)]
    alone = _WEEK if axis.kind == "date" else (axis.high - axis.low) / 8 or 1.0
    return min(steps, default=alone)


def _wide(axis: Axis, values: Iterable[float]) -> Axis:
    known = [axis.low, axis.high, *filter(math.isfinite, values)]
    return replace(axis, low=min(known), high=max(known))


def _within(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)
