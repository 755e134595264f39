"""A heat map in characters: a darker one for a higher step, in blocks one under the other where a line is too short."""

import itertools
import math

from workjournal.charts.figure import Axis, Cell, Figure
from workjournal.cli.canvas import cut, one_line, word
from workjournal.cli.glyphs import Glyphs
from workjournal.cli.printing import columns

WIDEST_CELL = 2
"""Columns of a cell without a name below; a named one is as wide as the longest name where there is room."""


def heat_map(figure: Figure, width: int, labels: int, glyphs: Glyphs) -> list[str]:
    """Its lines, the topmost row first. What has no cell stays blank: no entry is not a low one."""
    at = {(cell.x, cell.y): cell for cell in figure.cells}
    rows = _places(figure.y, [cell.y for cell in figure.cells])[::-1]
    names = [cut(_name(figure.y, row), labels, glyphs.more) for row in rows]
    margin = max(map(columns, names))
    places = _places(figure.x, [cell.x for cell in figure.cells])
    across = max(1, width - margin - 1)
    wide = max(1, min(_widest(figure.x), across // len(places)))
    gap = int(wide > WIDEST_CELL)
    lines: list[str] = []
    for start in range(0, len(places), across // wide):
        block = places[start : start + across // wide]
        for name, row in zip(names, rows, strict=True):
            shades = [_shade(at.get((place, row)), glyphs) * (wide - gap) + " " * gap for place in block]
            lines.append(f"{name}{' ' * (margin - columns(name))} {''.join(shades)}")
        lines += _below(figure.x, block, margin + 1, width, wide, glyphs)
    return [*lines, cut(f"less {' '.join(glyphs.heat)} more", width, glyphs.more)]


def _places(axis: Axis, taken: list[int]) -> list[int]:
    """Every row or column, those without a cell too: all categories, or weeks that are a step of seven apart."""
    found = sorted(set(taken))
    if axis.kind == "category":
        return list(range(min(0, found[0]), max(len(axis.labels), found[-1] + 1)))
    apart = math.gcd(*(b - a for a, b in itertools.pairwise(found))) or 1
    return list(range(found[0], found[-1] + 1, apart))


def _widest(axis: Axis) -> int:
    longest = max(map(columns, map(one_line, axis.labels)), default=0) if axis.kind == "category" else 0
    return max(WIDEST_CELL, longest + 1)


def _shade(cell: Cell | None, glyphs: Glyphs) -> str:
    return glyphs.heat[min(len(glyphs.heat) - 1, max(0, cell.step))] if cell else " "


def _name(axis: Axis, place: int) -> str:
    if axis.kind == "category":
        return one_line(axis.labels[place]) if 0 <= place < len(axis.labels) else ""
    return word(axis, place)


def _below(axis: Axis, block: list[int], margin: int, width: int, wide: int, glyphs: Glyphs) -> list[str]:
    """The names of the columns that have room, each under the beginning of its column."""
    if axis.kind == "category":
        names = [(margin + place * wide, _name(axis, at)) for place, at in enumerate(block)]
    else:
        last = max(0, len(block) * wide - columns(word(axis, block[-1])))
        names = [(margin, word(axis, block[0])), (margin + last, word(axis, block[-1]))]
    line = ""
    for start, name in names:
        space = width - start
        if name and (not line or columns(line) < start) and (columns(name) <= space or not line):
            line += " " * (start - columns(line)) + cut(name, space, glyphs.more)
    return [line] if line else []
