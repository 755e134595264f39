"""The points of a chart in pixels: what is drawn as a marker, pointed at, and walked with the keyboard."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt

from workjournal.charts.figure import Figure
from workjournal.ui import theme
from workjournal.ui.widgets.chart_frame import Frame
from workjournal.ui.widgets.chart_shapes import (
    Numbers,
    bars,
    cells,
    diameters,
    is_lying,
    is_marked,
    pixels,
)

CELL = -1
"""The series of a spot that is a square of a heat map."""
_COVERS, _POINT = 9, 5
_EMPTY, _MIDDLE = 12.0, 0.01
_WITHIN = 0.45
"""Part of a row's height."""
_CELLS = 1_000_000
"""Before the row of a square, so that it is no group of points."""


@dataclass(frozen=True)
class Spots:
    """Every marked point: `places` in pixels, shape (n, 2); the series and the point each one is; its group.

    A group is what the arrow keys walk along: a series, all bars that stand, or a row of a chart with categories.
    `rects` is the extent of each as left, top, right and bottom, shape (n, 4).
    """

    places: Numbers
    series: NDArray[np.intp]
    points: NDArray[np.intp]
    groups: NDArray[np.intp]
    rects: Numbers

    def nearest(self, where: QPointF, within: float) -> int:
        """The number of the spot nearest to a place, or -1."""
        if not len(self.places):
            return -1
        left, top, right, bottom = self.rects.T
        x, y = where.x(), where.y()
        aside = np.maximum(np.maximum(left - x, x - right), 0)
        beside = np.maximum(np.maximum(top - y, y - bottom), 0)
        middles = np.hypot((left + right) / 2 - x, (top + bottom) / 2 - y)
        # Of several that are under the pointer it is the one whose middle is nearest; beside a square is nothing.
        away = np.hypot(aside, beside) * np.where(self.series == CELL, _EMPTY, 1)
        found = int((away + middles * _MIDDLE).argmin())
        return found if away[found] <= within else -1

    def extent(self, spot: int) -> QRectF:
        """The rectangle of a spot."""
        left, top, right, bottom = (float(edge) for edge in self.rects[spot])
        return QRectF(left, top, right - left, bottom - top)

    def covered(self, rect: QRectF) -> int:
        """How many spots are under a rectangle."""
        left, top, right, bottom = self.rects.T
        under = (left < rect.right()) & (right > rect.left()) & (top < rect.bottom()) & (bottom > rect.top())
        return int(under.sum())

    def step(self, at: int, key: Qt.Key) -> int:
        """Where an arrow key leads from spot `at`: along the group, or to the nearest of the group above or below."""
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            return self._along(at, 1 if key == Qt.Key.Key_Right else -1)
        others = [group for group in np.unique(self.groups) if group != self.groups[at]]
        if not others:
            return at
        here = self.places[at]
        upwards = key == Qt.Key.Key_Up
        best, found = np.inf, at
        for group in others:
            members = np.flatnonzero(self.groups == group)
            member = members[np.abs(self.places[members, 0] - here[0]).argmin()]
            rise = (here[1] - self.places[member, 1]) * (1 if upwards else -1)
            if 0 < rise < best:
                best, found = rise, int(member)
        return found

    def end(self, at: int, *, first: bool) -> int:
        """The first or last spot of the group that `at` is in."""
        members = np.flatnonzero(self.groups == self.groups[at])
        ordered = members[np.argsort(self.places[members, 0], kind="stable")]
        return int(ordered[0 if first else -1])

    def _along(self, at: int, step: int) -> int:
        members = np.flatnonzero(self.groups == self.groups[at])
        ordered = members[np.argsort(self.places[members, 0], kind="stable")]
        place = int(np.flatnonzero(ordered == at)[0]) + step
        return int(ordered[min(max(place, 0), len(ordered) - 1)])


class RoundSpots(Spots):
    """Those of outlines: right is clockwise and goes on past the last one, down is the next outline in the same row."""

    def step(self, at: int, key: Qt.Key) -> int:
        """Where an arrow key leads from spot `at`."""
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            return self._along(at, 1 if key == Qt.Key.Key_Right else -1)
        series = self.series[at] + (1 if key == Qt.Key.Key_Down else -1)
        found = np.flatnonzero((self.series == series) & (self.points == self.points[at]))
        return int(found[0]) if len(found) else at

    def end(self, at: int, *, first: bool) -> int:
        """The topmost spot of the outline that `at` is in, or the last one before it."""
        members = np.flatnonzero(self.series == self.series[at])
        return int(members[0 if first else -1])

    def _along(self, at: int, step: int) -> int:
        members = np.flatnonzero(self.series == self.series[at])
        return int(members[(int(self.points[at]) + step) % len(members)])


def spots(figure: Figure, frame: Frame) -> Spots:
    """Every marked point of a figure laid out in a frame, and after them the squares of a heat map."""
    marked = [(number, series) for number, series in enumerate(figure.series) if is_marked(series)]
    standing = bars(figure, frame)
    first_bar = min(standing, default=-1)
    parts = []
    for number, series in marked:
        count = len(series.points)
        if number in standing:
            parts.append(_bars(standing[number], number, first_bar, lying=is_lying(figure)))
            continue
        places, groups = pixels(series.points, frame), np.full(count, number, dtype=np.intp)
        if figure.y.kind == "category" and not frame.rim:
            groups = np.array([y for _, y in series.points]).round().astype(np.intp)
        widths = diameters(series)
        half = np.full(count, float(theme.px(_POINT))) if widths is None else widths / 2
        rects = np.column_stack((-half, -half, half, half))
        parts.append(_Part(places, rects, number, groups))
    if figure.y.kind == "category" and not (standing or frame.rim):
        row = frame.plot.height() / ((frame.y.high - frame.y.low) or 1)
        _move_apart(parts, row * _WITHIN, frame.plot.bottom())
    for part in parts:
        if part.number not in standing:
            part.rects[:] += np.tile(part.places, 2)
    if figure.cells:
        squares = cells(figure, frame)
        rows = np.array([_CELLS + cell.y for cell in figure.cells], dtype=np.intp)
        parts.append(_Part(_middles(squares), squares, CELL, rows))
    return _joined(parts, RoundSpots if frame.rim else Spots)


@dataclass(frozen=True)
class _Part:
    """The spots of one series, or of the squares."""

    places: Numbers
    rects: Numbers
    number: int
    groups: NDArray[np.intp]


def _bars(rects: Numbers, number: int, group: int, *, lying: bool) -> _Part:
    """A bar's place is the middle of its end; all bars are one group, walked as they stand, or a row of them if they lie."""
    middles = _middles(rects)
    middles[:, 0 if lying else 1] = rects[:, 2 if lying else 1]
    groups = np.full(len(rects), group, dtype=np.intp)
    return _Part(middles, rects, number, np.round(middles[:, 1]).astype(np.intp) if lying else groups)


def _middles(rects: Numbers) -> Numbers:
    return (rects[:, :2] + rects[:, 2:]) / 2


def _joined(parts: list[_Part], kind: type[Spots]) -> Spots:
    if not parts:
        nothing = np.zeros(0, dtype=np.intp)
        return kind(np.zeros((0, 2)), nothing, nothing, nothing, np.zeros((0, 4)))
    return kind(
        np.concatenate([part.places for part in parts]),
        np.concatenate([np.full(len(part.places), part.number, dtype=np.intp) for part in parts]),
        np.concatenate([np.arange(len(part.places), dtype=np.intp) for part in parts]),
        np.concatenate([part.groups for part in parts]),
        np.concatenate([part.rects for part in parts]),
    )


def _move_apart(parts: list[_Part], most: float, bottom: float) -> None:
    """Lower a marker that would cover an earlier one in its row, where height says nothing, by `most` pixels at most.

    None goes below the `bottom` of the plot, where the names of values are.
    """
    taken: dict[int, list[tuple[float, float]]] = {}
    for part in parts:
        halves = part.rects[:, 3]
        for place, row, half in zip(part.places, part.groups, halves, strict=True):
            others = taken.setdefault(int(row), [])
            x, y = place
            for lowered in np.arange(y, max(y + 1.0, min(y + most, bottom - half)), _COVERS):
                if all(np.hypot(x - left, lowered - top) >= _COVERS for left, top in others):
                    place[1] = lowered
                    break
            others.append((float(place[0]), float(place[1])))
