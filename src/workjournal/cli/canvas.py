"""A canvas of characters, on which a figure's places become rows and columns; the lowest row is 0, as on the axis."""

import datetime as dt
from collections.abc import Iterator

from workjournal.charts.figure import Axis
from workjournal.cli.printing import columns, safe

Spot = tuple[int, int]
"""Column and row."""


def step(value: float, axis: Axis, steps: int) -> int:
    """The cell of a value, 0 to steps − 1; what lies outside the axis sticks to its end."""
    span = axis.high - axis.low
    share = (value - axis.low) / span if span else 0.5
    return min(steps - 1, max(0, round(share * (steps - 1))))


class Canvas:
    """A blank canvas for two axes. What is put later covers what was there."""

    def __init__(self, x: Axis, y: Axis, across: int, up: int) -> None:
        self.x, self.y = x, y
        self.across, self.up = across, up
        self._cells = [[" "] * across for _ in range(up)]

    def spot(self, x: float, y: float) -> Spot:
        """Where a point is."""
        return self.column(x), self.row(y)

    def column(self, x: float) -> int:
        """Where an x is; categories have slots of equal width and stand in the middle of theirs."""
        if self.x.kind == "category":
            slots = max(1, len(self.x.labels))
            return min(self.across - 1, max(0, int((x + 0.5) * self.across / slots)))
        return step(x, self.x, self.across)

    def row(self, y: float) -> int:
        """Where a y is; categories have as many rows each, and stand in the middle of theirs."""
        if self.y.kind == "category":
            slots = max(1, len(self.y.labels))
            return min(self.up - 1, max(0, int((y + 0.5) * self.up / slots)))
        return step(y, self.y, self.up)

    def put(self, spot: Spot, glyph: str) -> None:
        """One character; what is beside the canvas is left out."""
        column, row = spot
        if 0 <= column < self.across and 0 <= row < self.up:
            self._cells[row][column] = glyph

    def is_blank(self, column: int, row: int, length: int) -> bool:
        """Whether so many cells from there on are free, and on the canvas."""
        return column + length <= self.across and set(self._cells[row][column : column + length]) <= {" "}

    def write(self, column: int, row: int, text: str) -> None:
        """A text of single-column letters."""
        for place, letter in enumerate(text):
            self.put((column + place, row), letter)

    def join(self, start: Spot, end: Spot, flat: str, upright: str) -> None:
        """A line between two spots, one character a column and whole where it is steep."""
        (left, low), (right, high) = sorted((start, end))
        before = low
        self.put((left, low), flat)
        for column in range(left, right + 1):
            share = (column - left) / (right - left) if right > left else 1.0
            row = round(low + (high - low) * share)
            for between in range(min(before, row) + 1, max(before, row)):
                self.put((column, between), upright)
            self.put((column, row), flat)
            before = row

    def rows(self) -> Iterator[str]:
        """The lines, the topmost first."""
        return ("".join(cells) for cells in reversed(self._cells))


def word(axis: Axis, value: float) -> str:
    """A place on an axis as it is written: a date, a category's name or a number."""
    if axis.kind == "date":
        day = round(value)
        inside = dt.date.min.toordinal() <= day <= dt.date.max.toordinal()
        return dt.date.fromordinal(day).isoformat() if inside else f"{value:g}"
    if axis.kind == "category":
        place = min(len(axis.labels) - 1, max(0, round(value)))
        return one_line(axis.labels[place]) if axis.labels else ""
    return f"{value:g}"


def one_line(text: str) -> str:
    """A text without line breaks and without what could steer the terminal."""
    return " ".join(safe(text).split())


def cut(text: str, space: int, more: str) -> str:
    """At most so many columns of it; `more` says where it was cut."""
    if columns(text) <= space:
        return text
    while text and columns(text) + columns(more) > space:
        text = text[:-1]
    return text.rstrip() + more if space > 0 else ""


def wrapped(parts: list[str], space: int, more: str) -> list[str]:
    """Parts in lines, three spaces between those that share one; a long part goes on in the next line."""
    lines: list[str] = []
    for part in parts:
        if lines and columns(lines[-1]) + 3 + columns(part) <= space:
            lines[-1] += "   " + part
            continue
        words = part.split(" ")
        line = words[0]
        for word_ in words[1:]:
            if columns(line) + 1 + columns(word_) > space:
                lines.append(cut(line, space, more))
                line = word_
            else:
                line += " " + word_
        lines.append(cut(line, space, more))
    return lines
