"""What a figure draws that has an extent: bars, spans and the squares of a heat map, as parts of the unit square."""

import itertools
import math

from workjournal.charts.figure import Axis, Figure
from workjournal.exporters.plot_axis import Scale
from workjournal.exporters.plot_style import HEAT

BARS = 0.76
"""The part of the room between two places on the axis that its bars take together."""
WIDEST_BAR = 0.09
"""Of the width; a single bar would fill the chart."""
ALONE = 8
"""A bar without a neighbour on an axis of numbers has so great a part of it."""
WEEK = 7.0

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right and top, 0 to 1."""


def is_lying(figure: Figure) -> bool:
    """Whether values run along x, and what they are of stands in rows."""
    return figure.y.kind == "category" and figure.x.kind != "category"


def scales(figure: Figure) -> tuple[Scale, Scale]:
    """Both axes, wide enough for every point, span, bar, square and zone."""
    points = [point for series in figure.series for point in series.points]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    xs += [end for cell in figure.cells for end in (cell.x - 0.5, cell.x + 0.5)]
    ys += [end for cell in figure.cells for end in (cell.y - 0.5, cell.y + 0.5)]
    places, values = (ys, xs) if is_lying(figure) else (xs, ys)
    values += [end for series in figure.series for span in series.spans for end in span]
    half = _room(figure) / 2
    places += [end for at in _feet(figure) for end in (at - half, at + half)]
    if figure.x.kind == "number":
        xs += [end for zone in figure.zones for end in (zone.left, zone.right)]
    if figure.y.kind == "number":
        ys += [end for zone in figure.zones for end in (zone.bottom, zone.top)]
    return Scale(figure.x, xs), Scale(figure.y, ys)


def bars(figure: Figure, across: Scale, up: Scale) -> dict[int, list[Rectangle]]:
    """The bars of each series by its number, beside each other at one place; lying ones have the first series above."""
    standing = [number for number, series in enumerate(figure.series) if series.form == "bars"]
    lying = is_lying(figure)
    along, room = (up, _room(figure)) if lying else (across, _room(figure))
    made: dict[int, list[Rectangle]] = {}
    for order, number in enumerate(standing):
        slot = min(along.length(room) * BARS / len(standing), 1.0 if lying else WIDEST_BAR)
        side = len(standing) / 2 - 1 - order if lying else order - len(standing) / 2
        made[number] = []
        for x, y in figure.series[number].points:
            left = along.place(y if lying else x) + side * slot
            foot, end = (across.foot, across.place(x)) if lying else (up.foot, up.place(y))
            low, high = min(foot, end), max(foot, end)
            made[number].append((low, left, high, left + slot) if lying else (left, low, left + slot, high))
    return made


def spans(figure: Figure, across: Scale, up: Scale) -> dict[int, list[Rectangle]]:
    """What each point may as well be, by the number of its series: lines, so two of the four are equal."""
    lying = is_lying(figure)
    made = {}
    for number, series in enumerate(figure.series):
        ends = []
        for (x, y), (low, high) in zip(series.points, series.spans, strict=False):
            at = across.place(x), up.place(y)
            ends.append(
                (across.place(low), at[1], across.place(high), at[1])
                if lying
                else (at[0], up.place(low), at[0], up.place(high))
            )
        made[number] = ends
    return made


def cells(figure: Figure, across: Scale, up: Scale) -> list[tuple[Rectangle, str]]:
    """Each square of a heat map and its colour."""
    return [
        (
            (
                across.place(cell.x - 0.5),
                up.place(cell.y - 0.5),
                across.place(cell.x + 0.5),
                up.place(cell.y + 0.5),
            ),
            HEAT[min(len(HEAT) - 1, max(0, cell.step))],
        )
        for cell in figure.cells
    ]


def _feet(figure: Figure) -> list[float]:
    """Where on their axis bars stand."""
    which = 1 if is_lying(figure) else 0
    return sorted({at[which] for series in figure.series if series.form == "bars" for at in series.points})


def _room(figure: Figure) -> float:
    """The room of a place with bars, in units of its axis: the smallest step from one to the next."""
    axis, feet = (figure.y if is_lying(figure) else figure.x), _feet(figure)
    if axis.kind == "category" or not feet:
        return 1.0
    alone = WEEK if axis.kind == "date" else _alone(axis)
    return min((after - before for before, after in itertools.pairwise(feet)), default=alone)


def _alone(axis: Axis) -> float:
    span = axis.high - axis.low
    return span / ALONE if math.isfinite(span) and span > 0 else 1.0
