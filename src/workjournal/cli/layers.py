"""What a figure holds, put on a canvas of characters in order: zones and marks lowest, points on top."""

import itertools
import math
from dataclasses import replace

from workjournal.charts.figure import Axis, Figure, Link, Series, Zone
from workjournal.cli.canvas import Canvas, one_line, word
from workjournal.cli.glyphs import Glyphs
from workjournal.cli.printing import columns

WIDEST_BAR = 6


def is_lying(figure: Figure) -> bool:
    """Whether values run along x, and what they are of stands in rows."""
    return figure.y.kind == "category" and figure.x.kind != "category"


def widened(figure: Figure) -> Figure:
    """With axes wide enough for every value and what it may as well be, even where the figure said less."""
    points = [point for series in figure.series for point in series.points]
    ends = [end for series in figure.series for span in series.spans for end in span]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    (xs if is_lying(figure) else ys).extend(ends)
    return replace(figure, x=_wide(figure.x, xs), y=_wide(figure.y, ys))


def _wide(axis: Axis, values: list[float]) -> Axis:
    known = [axis.low, axis.high, *(value for value in values if math.isfinite(value))]
    return axis if axis.kind == "category" else replace(axis, low=min(known), high=max(known))


def in_rows(figure: Figure) -> Figure:
    """Outlines as rows: no line from one row to the next, but one within each row from the first series to the last."""
    ends = [{y: (x, y) for x, y in series.points} for series in figure.series]
    links = tuple(Link(start, ends[-1][y]) for y, start in ends[0].items() if y in ends[-1]) if ends else ()
    return replace(figure, series=tuple(replace(one, line="none") for one in figure.series), links=links)


def draw(figure: Figure, canvas: Canvas, glyphs: Glyphs) -> list[str]:
    """All that the figure holds but its cells; gives back what found no room and is to be said below."""
    notes = _marks(figure, canvas, glyphs)
    for zone in figure.zones:
        _edges(zone, canvas, glyphs)
    _bars(figure, canvas, glyphs)
    for link in figure.links:
        canvas.join(canvas.spot(*link.start), canvas.spot(*link.end), glyphs.flat, glyphs.upright)
    shown = list(zip(figure.series, glyphs.of(figure), strict=True))
    for series, glyph in shown:
        _line(series, glyph, canvas, glyphs)
        _spans(series, canvas, glyphs, lying=is_lying(figure))
    for series, glyph in shown:
        if series.form == "points" and series.marker != "none":
            for place, (x, y) in enumerate(series.points):
                canvas.put(canvas.spot(x, y), glyphs.sized(series, glyph, place))
    notes += _covered(figure, canvas)
    named = {zone.label: zone for zone in reversed(figure.zones) if zone.label}
    return notes + [note for zone in reversed(named.values()) for note in _name(zone, canvas)]


def _covered(figure: Figure, canvas: Canvas) -> list[str]:
    """What it means that of several outlines one mark alone is seen in a row."""
    if not (figure.outlines and figure.series):
        return []
    spots = [{canvas.spot(x, y) for x, y in series.points} for series in figure.series]
    return ["one mark alone: equal, or nearly"] if set.intersection(*spots) else []


def _marks(figure: Figure, canvas: Canvas, glyphs: Glyphs) -> list[str]:
    """A line up from each marked place; its words stand below the drawing."""
    for mark in figure.marks:
        for row in range(canvas.up):
            canvas.put((canvas.column(mark.at), row), glyphs.side)
    return [f"{glyphs.side} {word(figure.x, mark.at)}: {one_line(mark.label)}" for mark in figure.marks]


def _edges(zone: Zone, canvas: Canvas, glyphs: Glyphs) -> None:
    """The sides of a zone that are not the canvas's own."""
    (left, low), (right, high) = canvas.spot(zone.left, zone.bottom), canvas.spot(zone.right, zone.top)
    for row in {low, high} - {0, canvas.up - 1}:
        for column in range(left, right + 1):
            canvas.put((column, row), glyphs.edge)
    for column in {left, right} - {0, canvas.across - 1}:
        for row in range(low, high + 1):
            canvas.put((column, row), glyphs.side)


def _name(zone: Zone, canvas: Canvas) -> list[str]:
    """The zone's name on the first of its rows with room for it, or else as a note with its bounds."""
    name = one_line(zone.label)
    if not name:
        return []
    (left, low), (right, high) = canvas.spot(zone.left, zone.bottom), canvas.spot(zone.right, zone.top)
    start = left + 1
    if columns(name) == len(name) and start + len(name) <= right + 1:
        for row in range(high, low - 1, -1):
            if canvas.is_blank(start, row, len(name)):
                canvas.write(start, row, name)
                return []
    x, y = canvas.x, canvas.y
    bounds = [
        f"{word(x, zone.left)} to {word(x, zone.right)}",
        f"{word(y, zone.bottom)} to {word(y, zone.top)}",
    ]
    return [f"{name}: {' and '.join(bounds)}"]


def _bars(figure: Figure, canvas: Canvas, glyphs: Glyphs) -> None:
    """Bars from the low end of the axis; those of several series at one place stand beside each other."""
    lying = is_lying(figure)
    barred = [
        (one, glyph)
        for one, glyph in zip(figure.series, glyphs.of(figure), strict=True)
        if one.form == "bars"
    ]
    wide = _bar_width([one for one, _ in barred], canvas, lying=lying)
    for beside, (series, glyph) in enumerate(barred):
        for x, y in series.points:
            foot, value, axis = (canvas.row(y), x, figure.x) if lying else (canvas.column(x), y, figure.y)
            if value <= axis.low:
                continue
            end = canvas.column(value) if lying else canvas.row(value)
            most = canvas.up if lying else canvas.across
            group = max(0, min(foot - (wide * len(barred)) // 2, most - wide * len(barred)))
            # Down the page the first series comes first, which is the upper row.
            order = len(barred) - 1 - beside if lying else beside
            for across in range(wide):
                for along in range(end + 1):
                    side = group + order * wide + across
                    canvas.put((along, side) if lying else (side, along), glyph)


def _bar_width(barred: list[Series], canvas: Canvas, *, lying: bool) -> int:
    """Columns of each bar, so that neighbours keep a gap where there is room for one."""
    if lying or not barred:
        return 1
    feet = sorted({canvas.column(x) for series in barred for x, _ in series.points})
    apart = min((b - a for a, b in itertools.pairwise(feet)), default=canvas.across)
    return max(1, min(WIDEST_BAR, (apart - 1) // len(barred)))


def _line(series: Series, glyph: str, canvas: Canvas, glyphs: Glyphs) -> None:
    """The line through a series' points: its own character where it has no markers."""
    if series.line == "none" or series.form == "bars":
        return
    plain = glyphs.dash[0] if series.line == "dash" else glyphs.solid[0]
    flat = glyph if series.marker == "none" else plain
    spots = [canvas.spot(x, y) for x, y in series.points]
    for start, end in itertools.pairwise(spots):
        canvas.join(start, end, flat, glyphs.upright)


def _spans(series: Series, canvas: Canvas, glyphs: Glyphs, *, lying: bool) -> None:
    """What each point may as well be: along the axis that is no category."""
    for (x, y), (low, high) in zip(series.points, series.spans, strict=False):
        ends = ((low, y), (high, y)) if lying else ((x, low), (x, high))
        start, end = (canvas.spot(*place) for place in ends)
        for row in range(start[1], end[1] + 1):
            for column in range(start[0], end[0] + 1):
                canvas.put((column, row), glyphs.flat if lying else glyphs.upright)
