"""The marks that tell series apart without colour, and labels that keep out of each other's way."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from workjournal.charts.figure import Series
from workjournal.ui import theme

MARK = 9
"""The width of a series' mark beside its name."""
_DASHES = ((4.0, 3.0), (7.0, 2.5), (1.5, 2.0), (7.0, 2.0, 1.5, 2.0), (3.0, 1.5))
_HATCHES = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.NoBrush,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.Dense5Pattern,
)
_GROUND = 0.22
"""How much of its colour the ground of a hatched bar has."""


def colour(series: Series) -> str:
    """The series' colour in the theme in force."""
    palette = theme.current().series
    return palette[series.place % len(palette)]


def dash(series: Series) -> tuple[float, ...] | None:
    """Strokes and gaps of the series' line, in widths of the line; None for one without gaps."""
    return _DASHES[series.place % len(_DASHES)] if series.line == "dash" else None


def fills(series: Series) -> tuple[QBrush, ...]:
    """What a bar of the series is filled with, one over the other: a hatching tells it apart without colour."""
    ink, style = QColor(colour(series)), _HATCHES[series.place % len(_HATCHES)]
    if style == Qt.BrushStyle.SolidPattern:
        return (QBrush(ink),)
    ground = QBrush(_mixed(ink, QColor(theme.current().surface), _GROUND))
    return (ground,) if style == Qt.BrushStyle.NoBrush else (ground, QBrush(ink, style))


def paint_mark(painter: QPainter, centre: QPointF, series: Series, size: float) -> None:
    """The series' marker, a piece of its bar, or a piece of its line where it has neither."""
    ink, half = QColor(colour(series)), size / 2
    square = QRectF(centre.x() - half, centre.y() - half, size, size)
    if series.form == "bars":
        paint_bar(painter, square, series)
        return
    if series.marker == "none":
        pen = QPen(ink, 2)
        if strokes := dash(series):
            pen.setDashPattern([stroke / 2 for stroke in strokes])
        painter.setPen(pen)
        painter.drawLine(centre - QPointF(size * 0.7, 0), centre + QPointF(size * 0.7, 0))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if series.marker == "circle":
        painter.drawEllipse(centre, half, half)
    elif series.marker == "square":
        painter.drawRect(square)
    else:
        painter.drawPolygon(_polygon(series.marker, centre, half))


def paint_bar(painter: QPainter, rect: QRectF, series: Series) -> None:
    """A bar, or a piece of one."""
    painter.setPen(Qt.PenStyle.NoPen)
    for fill in fills(series):
        painter.setBrush(fill)
        painter.drawRect(rect)
    painter.setPen(QPen(QColor(colour(series)), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def line_of(
    painter: QPainter, rect: QRectF, text: str, font: QFont, ink: str, side: Qt.AlignmentFlag
) -> None:
    """One line of text in a rectangle, shortened where it does not fit."""
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    direction = painter.layoutDirection()
    # A chart's sides are the same in every script; the order of the words is the text's own.
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), shown)
    painter.setLayoutDirection(direction)


def _mixed(ink: QColor, ground: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        *(
            own * share + other * (1 - share)
            for own, other in (
                (ink.redF(), ground.redF()),
                (ink.greenF(), ground.greenF()),
                (ink.blueF(), ground.blueF()),
            )
        )
    )


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
