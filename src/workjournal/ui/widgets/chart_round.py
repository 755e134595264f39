"""A chart whose rows stand around a middle: where it lies in its widget, its names at the rim, its rings and spokes."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from workjournal.charts.figure import Axis, Figure
from workjournal.ui import theme
from workjournal.ui.widgets.chart_frame import Frame, Keyed, RimName, Side
from workjournal.ui.widgets.chart_marks import line_of, spread

RINGS = (0.25, 0.5, 0.75, 1.0)
"""Parts of the way from the middle to the rim."""
_WIDEST_NAME = 0.3
"""Part of the width that the names on each side may take before the outline grows smaller."""
_GAP, _EDGE = 9, 4
"""Pixels between the rim and a name, so that a marker on the rim is whole; and between a name and the widget's edge."""
_CENTRAL = 1e-9
_SIDES: dict[Side, tuple[int, Qt.AlignmentFlag]] = {
    "right": (1, Qt.AlignmentFlag.AlignLeft),
    "left": (-1, Qt.AlignmentFlag.AlignRight),
    "middle": (0, Qt.AlignmentFlag.AlignHCenter),
}
"""The sign of a sideways step on each side, and the end of its room at which a name stands."""


def round_frame(figure: Figure, axes: tuple[Axis, Axis], size: QSize, key: tuple[Keyed, ...]) -> Frame:
    """Lay it out below its key: as large as the height and the names leave room for, in the middle of the width."""
    names = figure.y.labels[::-1]
    metrics = QFontMetricsF(theme.font(theme.CAPTION))
    line, gap = metrics.height(), theme.px(_GAP)
    top = (key[-1].rect.bottom() + line * 0.4 if key else 0.0) + line + gap
    below = theme.px(_EDGE) + (line + gap if len(names) % 2 == 0 else line / 2)
    aside = max(map(metrics.horizontalAdvance, names), default=0.0) + gap
    room = QSize(
        round(size.width() - 2 * min(aside, size.width() * _WIDEST_NAME)), round(size.height() - top - below)
    )
    # An odd outline ends above the foot of its circle: of the room below it nothing is lost.
    tall = 1.0 if len(names) % 2 == 0 else (1 + math.cos(math.pi / len(names))) / 2
    across = max(1.0, min(float(room.width()), room.height() / tall))
    left, spare = (size.width() - across) / 2, max(0.0, room.height() - across * tall)
    plot = QRectF(left, top + spare / 2, across, across)
    rim = _rim(names, plot, size.width(), line)
    return Frame(plot, *axes, (), (), (), key=key, foot=float(size.height()), rim=rim)


def _rim(names: tuple[str, ...], plot: QRectF, width: float, line: float) -> tuple[RimName, ...]:
    """Each name outside the circle through the rim, none over another; the room of each ends with the widget."""
    turns = [math.tau * place / max(1, len(names)) for place in range(len(names))]
    made: dict[int, RimName] = {}
    for side, (sign, _) in _SIDES.items():
        places = [place for place, turn in enumerate(turns) if _sign(math.sin(turn)) == sign]
        heights = [plot.center().y() - plot.height() / 2 * math.cos(turns[place]) for place in places]
        if sign:
            heights = spread(heights, line, plot.top() + line / 2, plot.bottom() - line / 2)
        for place, height in zip(places, heights, strict=True):
            made[place] = RimName(names[place], _room(plot, width, height, sign, line), side)
    return tuple(made[place] for place in range(len(names)))


def _room(plot: QRectF, width: float, height: float, sign: int, line: float) -> QRectF:
    """Where a name at that height is written; with 0 as `sign` it stands above the circle or below it."""
    middle, gap = plot.center(), theme.px(_GAP)
    if sign == 0:
        top = plot.top() - gap - line if height < middle.y() else plot.bottom() + gap
        return QRectF(0, top, width, line)
    nearest = max(0.0, abs(height - middle.y()) - line / 2)
    reach = math.sqrt(max(0.0, (plot.width() / 2 + gap) ** 2 - nearest**2))
    edge = theme.px(_EDGE)
    start, end = (middle.x() + reach, width - edge) if sign > 0 else (edge, middle.x() - reach)
    return QRectF(start, height - line / 2, max(0.0, end - start), line)


def _sign(value: float) -> int:
    return 0 if abs(value) < _CENTRAL else 1 if value > 0 else -1


def rings(frame: Frame) -> list[list[QPointF]]:
    """The corners of each ring, the first one again at the end."""
    span = frame.x.high - frame.x.low
    return [
        [
            frame.at((frame.x.low + span * part, float(place % len(frame.rim))))
            for place in range(len(frame.rim) + 1)
        ]
        for part in RINGS
    ]


def paint_rim(painter: QPainter, frame: Frame) -> None:
    """The names at the rim; one that has no room ends in an ellipsis, and the read-out tells it whole."""
    font, ink = theme.font(theme.CAPTION), theme.current().text2
    for name in frame.rim:
        line_of(painter, name.rect, name.text, font, ink, _SIDES[name.side][1])
