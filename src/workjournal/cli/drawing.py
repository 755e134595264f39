"""A figure in letters: small, readable without colour, and only what the figure holds."""

import datetime as dt

from workjournal.charts.figure import Axis, Figure
from workjournal.cli.printing import columns, safe

ROWS = 9
WIDEST = 72
LABELS = 28
MARKS = {"circle": "●", "square": "■", "triangle": "▲", "diamond": "◆", "none": ""}
CROWD = 40
"""From so many points without a line on, a series is drawn as small dots, so that it does not bury the others."""


def drawn(figure: Figure, width: int) -> list[str]:
    """The figure's lines, at most `width` columns; none when there is nothing to draw yet."""
    if not figure.series:
        return []
    width = min(width, WIDEST)
    return [*(_rows(figure, width) if figure.y.kind == "category" else _grid(figure, width)), _legend(figure)]


def _mark(figure: Figure, place: int) -> str:
    series = figure.series[place]
    return "·" if series.line == "none" and len(series.points) >= CROWD else MARKS[series.marker]


def _grid(figure: Figure, width: int) -> list[str]:
    """Points on a grid of letters, the first row on top; the scale stands on the left."""
    ends = (f"{figure.y.high:g}", f"{figure.y.low:g}")
    margin = max(map(len, ends))
    across = width - margin - 2
    cells = [[" "] * across for _ in range(ROWS)]
    for place, series in enumerate(figure.series):
        for x, y in series.points:
            row = ROWS - 1 - _step(y, figure.y, ROWS)
            if mark := _mark(figure, place):
                cells[row][_step(x, figure.x, across)] = mark
    labels = [ends[0], *[""] * (ROWS - 2), ends[1]]
    lines = [f"{label:>{margin}} │{''.join(row)}" for label, row in zip(labels, cells, strict=True)]
    left, right = _word(figure.x, figure.x.low), _word(figure.x, figure.x.high)
    below = left + " " * max(1, across - len(left) - len(right)) + right
    return [*lines, " " * margin + " └" + "─" * across, " " * (margin + 2) + below]


def _rows(figure: Figure, width: int) -> list[str]:
    """One line a category, its marks along it, the topmost category first."""
    labels = [_cut(safe(label), LABELS) for label in figure.y.labels]
    margin = max(map(columns, labels), default=0)
    across = max(10, width - margin - 2)
    cells = [["·"] * across for _ in labels]
    for series in figure.series:
        for x, y in series.points:
            if 0 <= round(y) < len(cells) and (mark := MARKS[series.marker]):
                cells[round(y)][_step(x, figure.x, across)] = mark
    lines = [
        label + " " * (margin - columns(label)) + "  " + "".join(row)
        for label, row in zip(labels, cells, strict=True)
    ][::-1]
    left, right = _word(figure.x, figure.x.low), _word(figure.x, figure.x.high)
    return [*lines, " " * (margin + 2) + left + " " * max(1, across - len(left) - len(right)) + right]


def _legend(figure: Figure) -> str:
    names = [(_mark(figure, place), series) for place, series in enumerate(figure.series)]
    return "   ".join(f"{mark} {series.name.lower()}" for mark, series in names if mark)


def _step(value: float, axis: Axis, steps: int) -> int:
    """The cell of a value, 0 to steps − 1; what lies outside the axis sticks to its end."""
    span = axis.high - axis.low
    share = (value - axis.low) / span if span else 0.5
    return min(steps - 1, max(0, round(share * (steps - 1))))


def _word(axis: Axis, value: float) -> str:
    if axis.kind == "date":
        return dt.date.fromordinal(int(value)).isoformat()
    if axis.kind == "category":
        place = min(len(axis.labels) - 1, max(0, round(value)))
        return safe(axis.labels[place]) if axis.labels else ""
    return f"{value:g}"


def _cut(label: str, space: int) -> str:
    while columns(label) > space:
        label = label[:-2].rstrip() + "…"
    return label
