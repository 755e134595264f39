"""A figure in letters: small, readable without colour, and only what the figure holds."""

from workjournal.charts.figure import Axis, Figure
from workjournal.cli import layers
from workjournal.cli.blocks import blocks
from workjournal.cli.canvas import Canvas, cut, one_line, word, wrapped
from workjournal.cli.glyphs import UNICODE, Glyphs
from workjournal.cli.heat import heat_map
from workjournal.cli.printing import columns

ROWS = 9
PANEL_ROWS = 5
WIDEST = 72
NARROWEST = 16
"""On fewer columns nothing is drawn; the sentence and the numbers remain."""
LABELS = 28
SCALE = 8
"""Columns that the scale beside bars may take."""
SHORTEST = 6
"""Columns of a category's slot below which letters stand for the names, which follow underneath."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def drawn(figure: Figure, width: int, glyphs: Glyphs = UNICODE) -> list[str]:
    """The figure's lines, at most `width` columns; none when there is nothing to draw yet."""
    if figure.is_empty or width < NARROWEST:
        return []
    space = min(width, WIDEST)
    lines = _panels(figure, space, glyphs) if figure.panels else _whole(figure, space, ROWS, glyphs)
    return [cut(line, space, glyphs.more) for line in lines]


def _panels(figure: Figure, width: int, glyphs: Glyphs) -> list[str]:
    """Each panel under its title; an empty one says so in its own sentence, and an equal legend stands once."""
    lines: list[str] = []
    legend: list[str] = []
    for panel in figure.panels:
        below, its = [one_line(panel.reading)], legend
        if not panel.is_empty:
            below, its = _drawn(panel, width, PANEL_ROWS, glyphs)
        if its != legend:
            lines += legend
        lines += [*([""] if lines else []), f"{one_line(panel.title)} (n = {panel.n})", *below]
        legend = its
    return [*lines, *legend]


def _whole(figure: Figure, width: int, rows: int, glyphs: Glyphs) -> list[str]:
    lines, legend = _drawn(figure, width, rows, glyphs)
    return [*lines, *legend]


def _drawn(figure: Figure, width: int, rows: int, glyphs: Glyphs) -> tuple[list[str], list[str]]:
    """The drawing, and what its characters stand for."""
    figure = layers.widened(layers.in_rows(figure) if figure.outlines else figure)
    labels = min(LABELS, width // 2)
    lines = [one_line(figure.y.title)] if figure.y.title else []
    notes: list[str] = []
    if figure.cells:
        lines += heat_map(figure, width, labels, glyphs)
    if figure.series:
        plot, room = (_rows, labels) if figure.y.kind == "category" else (_grid, rows)
        for part in blocks(figure, width - SCALE):
            plotted, more = plot(part, width, room, glyphs)
            lines += plotted
            notes += more
    return lines, wrapped([*_legend(figure, glyphs), *notes], width, glyphs.more)


def _grid(figure: Figure, width: int, rows: int, glyphs: Glyphs) -> tuple[list[str], list[str]]:
    """Points on a grid of letters, the first row on top; the scale stands on the left."""
    ends = (word(figure.y, figure.y.high), word(figure.y, figure.y.low))
    margin = max(map(columns, ends))
    across = max(1, width - margin - 2)
    canvas = Canvas(figure.x, figure.y, across, rows)
    notes = layers.draw(figure, canvas, glyphs)
    labels = [ends[0], *[""] * (rows - 2), ends[1]]
    lines = [
        f"{label:>{margin}} {glyphs.upright}{row}" for label, row in zip(labels, canvas.rows(), strict=True)
    ]
    foot = " " * margin + f" {glyphs.corner}" + glyphs.flat * across
    below, names = _below(canvas, glyphs)
    return [*lines, foot, *(" " * (margin + 2) + line for line in below)], [*names, *notes]


def _rows(figure: Figure, width: int, most: int, glyphs: Glyphs) -> tuple[list[str], list[str]]:
    """One line a category, its marks along it, the topmost category first; more lines where bars stand beside others."""
    labels = [cut(one_line(label), most, glyphs.more) for label in figure.y.labels] or [""]
    margin = max(map(columns, labels))
    each = max(1, sum(series.form == "bars" for series in figure.series) * layers.is_lying(figure))
    canvas = Canvas(figure.x, figure.y, max(1, width - margin - 2), len(labels) * each)
    if each == 1:
        for row in range(canvas.up):
            canvas.write(0, row, glyphs.dot * canvas.across)
    notes = layers.draw(figure, canvas, glyphs)
    beside = [name for label in reversed(labels) for name in (label, *[""] * (each - 1))]
    lines = [
        name + " " * (margin - columns(name)) + "  " + row
        for name, row in zip(beside, canvas.rows(), strict=True)
    ]
    below, names = _below(canvas, glyphs)
    return [*lines, *(" " * (margin + 2) + line for line in below)], [*names, *notes]


def _below(canvas: Canvas, glyphs: Glyphs) -> tuple[list[str], list[str]]:
    """The x axis: its ends or its categories, its title, and names that stand below for want of room."""
    axis = canvas.x
    title = [one_line(axis.title)] if axis.title else []
    if axis.kind == "category" and axis.labels:
        line, names = _categories(axis, canvas, glyphs)
        return [line, *title], names
    left, right = word(axis, axis.low), word(axis, axis.high)
    if columns(left) + columns(right) >= canvas.across:
        return [cut(f"{left} to {right}", canvas.across, glyphs.more), *title], []
    return [left + " " * (canvas.across - columns(left) - columns(right)) + right, *title], []


def _categories(axis: Axis, canvas: Canvas, glyphs: Glyphs) -> tuple[str, list[str]]:
    names = [one_line(label) for label in axis.labels]
    slot = canvas.across / len(names)
    lettered = slot < min(SHORTEST, 1 + max(map(columns, names)))
    shown = [_letter(place) for place in range(len(names))] if lettered else names
    line = ""
    for place, name in enumerate(shown):
        text = cut(name, max(1, int(slot) - 1), glyphs.more)
        start = max(columns(line), canvas.column(place) - (columns(text) - 1) // 2)
        line += " " * (start - columns(line)) + text
    told = [f"{letter} {name}" for letter, name in zip(shown, names, strict=True)] if lettered else []
    return line, told


def _letter(place: int) -> str:
    return LETTERS[place] if place < len(LETTERS) else LETTERS[place % len(LETTERS)].upper()


def _legend(figure: Figure, glyphs: Glyphs) -> list[str]:
    """What each character stands for."""
    parts: list[str] = []
    for series, glyph in zip(figure.series, glyphs.of(figure), strict=True):
        beside = f" ({one_line(series.label)})" if series.label else ""
        part = f"{glyph} {one_line(series.name)}{beside}"
        if part not in parts:
            parts.append(part)
    sized = next((one for one in figure.series if one.sizes and one.marker in glyphs.markers), None)
    if sized:
        parts.append(f"{' '.join(glyphs.markers[sized.marker])} small to large")
    if any(series.spans for series in figure.series):
        across = glyphs.flat if layers.is_lying(figure) else glyphs.upright
        parts.append(f"{across} could as well be")
    return parts
