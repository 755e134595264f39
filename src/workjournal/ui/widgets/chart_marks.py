"""The marks that tell series apart without colour, and labels that keep out of each other's way."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from workjournal.charts.figure import Series
from workjournal.ui import theme

DASH = (4.0, 3.0)
"""A dashed line, in widths of the line."""


def colour(series: Series) -> str:
    """The series' colour in the theme in force."""
    palette = theme.current().series
    return palette[series.place % len(palette)]


def paint_mark(painter: QPainter, centre: QPointF, series: Series, size: float) -> None:
    """The series' marker, or a piece of its line where it has none."""
    ink = QColor(colour(series))
    if series.marker == "none":
        pen = QPen(ink, 2)
        if series.line == "dash":
            pen.setDashPattern([2.0, 1.5])
        painter.setPen(pen)
        painter.drawLine(centre - QPointF(size * 0.7, 0), centre + QPointF(size * 0.7, 0))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    half = size / 2
    if series.marker == "circle":
        painter.drawEllipse(centre, half, half)
    elif series.marker == "square":
        painter.drawRect(QRectF(centre.x() - half, centre.y() - half, size, size))
    else:
        painter.drawPolygon(_polygon(series.marker, centre, half))


def _polygon(marker: str, centre: QPointF, half: float) -> QPolygonF:
    corners = (
        [(0.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]
        if marker == "triangle"
        else [(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)]
    )
    return QPolygonF([centre + QPointF(x * half, y * half) for x, y in corners])


def spread(wanted: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Places as near as possible to those wanted, in the same order, at least `apart`, from `low` to `high`.

    Where there is no room for all, the last ones run past `high` rather than over each other.
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    placed = list(wanted)
    floor = low
    for place in order:
        placed[place] = floor = max(placed[place], floor)
        floor += apart
    ceiling = max(high, low + apart * (len(wanted) - 1))
    for place in reversed(order):
        placed[place] = ceiling = min(placed[place], ceiling)
        ceiling -= apart
    return placed
