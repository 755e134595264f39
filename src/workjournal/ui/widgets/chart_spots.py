"""The points of a chart in pixels: what is drawn as a marker, pointed at, and walked with the keyboard."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt

from workjournal.charts.figure import Figure
from workjournal.ui.widgets.chart_frame import Frame

Numbers = NDArray[np.float64]
_COVERS = 9


@dataclass(frozen=True)
class Spots:
    """Every marked point: `places` in pixels, shape (n, 2); the series and the point each one is; its group.

    A group is what the arrow keys walk along: a series, or a row of a chart with categories.
    """

    places: Numbers
    series: NDArray[np.intp]
    points: NDArray[np.intp]
    groups: NDArray[np.intp]

    def nearest(self, where: QPointF, within: float) -> int:
        """The number of the spot nearest to a place, or -1."""
        if not len(self.places):
            return -1
        away = np.hypot(self.places[:, 0] - where.x(), self.places[:, 1] - where.y())
        found = int(away.argmin())
        return found if away[found] <= within else -1

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


def pixels(points: tuple[tuple[float, float], ...], frame: Frame) -> Numbers:
    """Points of a figure in pixels, shape (n, 2)."""
    values = np.array(points, dtype=np.float64).reshape(-1, 2)
    plot = frame.plot
    across = (values[:, 0] - frame.x.low) / ((frame.x.high - frame.x.low) or 1)
    up = (values[:, 1] - frame.y.low) / ((frame.y.high - frame.y.low) or 1)
    return np.column_stack((plot.left() + across * plot.width(), plot.bottom() - up * plot.height()))


def spots(figure: Figure, frame: Frame) -> Spots:
    """Every marked point of a figure laid out in a frame."""
    marked = [
        (number, series)
        for number, series in enumerate(figure.series)
        if series.marker != "none" and series.points
    ]
    if not marked:
        nothing = np.zeros(0, dtype=np.intp)
        return Spots(np.zeros((0, 2)), nothing, nothing, nothing)
    places = np.concatenate([pixels(series.points, frame) for _, series in marked])
    numbers = np.concatenate(
        [np.full(len(series.points), number, dtype=np.intp) for number, series in marked]
    )
    rows = np.concatenate([np.arange(len(series.points), dtype=np.intp) for _, series in marked])
    groups = numbers
    if figure.y.kind == "category":
        values = np.concatenate([np.array([y for _, y in series.points]) for _, series in marked])
        groups = values.round().astype(np.intp)
        places = _apart(places, groups)
    return Spots(places, numbers, rows, groups)


def _apart(places: Numbers, rows: NDArray[np.intp]) -> Numbers:
    """Lower a marker that would cover an earlier one in its row, where height says nothing."""
    moved = places.copy()
    for row in np.unique(rows):
        taken: list[tuple[float, float]] = []
        for place in np.flatnonzero(rows == row):
            while any(np.hypot(moved[place, 0] - x, moved[place, 1] - y) < _COVERS for x, y in taken):
                moved[place, 1] += _COVERS
            taken.append((float(moved[place, 0]), float(moved[place, 1])))
    return moved
