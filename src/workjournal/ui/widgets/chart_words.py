"""What is written on a chart: the names at its axes, the key above, the labels beside the last points."""

import math
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from workjournal.charts.figure import Figure, Mark
from workjournal.ui import theme
from workjournal.ui.widgets.chart_frame import Frame
from workjournal.ui.widgets.chart_key import heat_room, paint_heat, paint_key
from workjournal.ui.widgets.chart_layout import overhang
from workjournal.ui.widgets.chart_marks import MARK, line_of, paint_mark, spread
from workjournal.ui.widgets.chart_names import SLOPE
from workjournal.ui.widgets.chart_round import paint_rim
from workjournal.ui.widgets.chart_shapes import zones
from workjournal.ui.widgets.chart_spots import Spots

_SHORTEST_MARK = 48
_OVER_POINTS = 215
"""How opaque the ground of a zone's name over points is, of 255."""
_WIDEST_TITLE, _READABLE = 0.6, 0.75
"""Parts of a panel's width for its title before words, and of a zone's name that must be seen."""


def paint_words(painter: QPainter, figure: Figure, frame: Frame, spots: Spots, width: float) -> None:
    """Everything written, over a drawing of the frame in a widget of that width."""
    _paint_labels(painter, frame, width)
    _paint_zones(painter, figure, frame, spots)
    if frame.trim.rows:
        _paint_rows(painter, frame, theme.px(10) + overhang(figure))
    _paint_columns(painter, frame, width)
    if not frame.rim:
        _paint_titles(painter, figure, frame)
    paint_key(painter, frame.key)
    paint_rim(painter, frame)
    if figure.cells and not frame.trim.titled:
        paint_heat(painter, heat_room(width))
    _paint_marks(painter, figure.marks, frame, spots)


def _paint_rows(painter: QPainter, frame: Frame, off: int) -> None:
    """The names of heights, to the left."""
    font = theme.font(theme.CAPTION, tabular=True)
    high = QFontMetricsF(font).height()
    ink = theme.current().text2 if frame.y.kind == "category" else theme.current().text3
    above = math.inf
    for tick in frame.y_ticks:
        middle = frame.down(tick.at)
        if above - middle < high * 0.9:
            continue  # too many rows to name each: the read-out does
        above = middle
        rect = QRectF(0, middle - high / 2, frame.plot.left() - off, high)
        line_of(painter, rect, tick.label, font, ink, Qt.AlignmentFlag.AlignRight)


def _paint_columns(painter: QPainter, frame: Frame, width: float) -> None:
    """The names below, those at the edges moved inwards."""
    font, ink = theme.font(theme.CAPTION, tabular=True), theme.current().text3
    high, top = QFontMetricsF(font).height(), frame.plot.bottom() + theme.px(6)
    for name in frame.names:
        if name.aslant:
            painter.save()
            painter.translate(name.middle + theme.px(4), top)
            painter.rotate(-SLOPE)
            rect = QRectF(-name.wide, 0, name.wide, high)
            line_of(painter, rect, name.lines[0], font, ink, Qt.AlignmentFlag.AlignRight)
            painter.restore()
            continue
        left = min(max(0.0, name.middle - name.wide / 2), width - name.wide)
        for row, text in enumerate(name.lines):
            rect = QRectF(left, top + row * high, name.wide, high)
            line_of(painter, rect, text, font, ink, Qt.AlignmentFlag.AlignHCenter)


def _paint_titles(painter: QPainter, figure: Figure, frame: Frame) -> None:
    """Of the axes, or of the panel with the words of its lines."""
    font, ink = theme.font(theme.CAPTION), theme.current().text3
    high = QFontMetricsF(font).height()
    if frame.trim.titled:
        _paint_panel_title(painter, figure, QRectF(0, 0, frame.plot.right(), high))
        return
    if frame.y.title:
        rect = QRectF(0, 0, frame.plot.right(), high)
        line_of(painter, rect, frame.y.title, font, ink, Qt.AlignmentFlag.AlignLeft)
    if frame.x.title:
        rect = QRectF(frame.plot.left(), frame.foot - high, frame.plot.width(), high)
        line_of(painter, rect, frame.x.title, font, ink, Qt.AlignmentFlag.AlignHCenter)


def _paint_panel_title(painter: QPainter, figure: Figure, line: QRectF) -> None:
    """Its name, and at the end of the line as many of its series' words as there is room for, whole."""
    font, bold = theme.font(theme.CAPTION), theme.font(theme.CAPTION, theme.SEMIBOLD)
    metrics, gap = QFontMetricsF(font), theme.px(10)
    left = min(QFontMetricsF(bold).horizontalAdvance(figure.title), line.width() * _WIDEST_TITLE) + gap
    words = {series.name: series.label for series in figure.series if series.label}
    # A word such as "rising" speaks for itself; a number has to say of what.
    alone = len(words) == 1 and not any(letter.isdigit() for word in words.values() for letter in word)
    told = list(words.values()) if alone else [" ".join(pair) for pair in words.items()]
    while told and left + metrics.horizontalAdvance(", ".join(told)) > line.width():
        told.pop()
    beside = ", ".join(told)
    line_of(painter, line, beside, font, theme.current().text2, Qt.AlignmentFlag.AlignRight)
    title = line.adjusted(0, 0, -metrics.horizontalAdvance(beside) - gap if beside else 0, 0)
    line_of(painter, title, figure.title, bold, theme.current().text, Qt.AlignmentFlag.AlignLeft)


def _paint_zones(painter: QPainter, figure: Figure, frame: Frame, spots: Spots) -> None:
    """A zone's name stands in that corner of it in which it covers fewest points and no mark's name, or nowhere.

    In a panel it covers none: of so few pixels every point is needed.
    """
    font = theme.font(theme.CAPTION)
    metrics, inset = QFontMetricsF(font), theme.px(6)
    high = metrics.height()
    marked = QRectF(frame.plot.topLeft(), QSizeF(frame.plot.width(), high if figure.marks else 0.0))
    for zone, rect in zip(figure.zones, zones(figure, frame), strict=True):
        inner = rect.adjusted(inset, inset / 2, -inset, -inset / 2)
        needed = metrics.horizontalAdvance(zone.label) + 2
        wide = min(needed, inner.width())
        if not zone.label or wide < needed * _READABLE or inner.height() < high:
            continue
        places = [
            QRectF(left, top, wide, high)
            for top in (inner.top(), inner.bottom() - high)
            for left in (inner.left(), inner.right() - wide)
        ]
        free = [place for place in places if not place.intersects(marked)]
        if free:
            place = min(free, key=lambda rect: spots.covered(rect) + _crossed(figure, frame, rect))
            if spots.covered(place) and frame.trim.titled:
                continue
            if spots.covered(place):
                painter.fillRect(place.adjusted(-2, 0, 2, 0), theme.color("surface", _OVER_POINTS))
            line_of(painter, place, zone.label, font, theme.current().text2, Qt.AlignmentFlag.AlignLeft)


def _crossed(figure: Figure, frame: Frame, rect: QRectF) -> int:
    """How many level lines, such as a target, go through a rectangle."""
    levels = (
        [frame.at(point) for point in series.points]
        for series in figure.series
        if series.line != "none" and len({y for _, y in series.points}) == 1
    )
    return sum(
        rect.top() <= ends[0].y() <= rect.bottom()
        and min(end.x() for end in ends) <= rect.right()
        and max(end.x() for end in ends) >= rect.left()
        for ends in levels
    )


def _paint_labels(painter: QPainter, frame: Frame, width: float) -> None:
    """Beside the heights of the last points, as near as there is room; a thin line leads from the point to its label."""
    drawn = [(series, text) for series, text in frame.labels if series.points]
    font = theme.font(theme.CAPTION, theme.SEMIBOLD)
    high = QFontMetricsF(font).height()
    ends = [frame.at(series.points[-1]) for series, _ in drawn]
    low, bottom = high / 2, frame.plot.bottom()
    heights = spread([end.y() for end in ends], high * 1.15, low, bottom)
    left, mark = frame.plot.right() + theme.px(10), theme.px(MARK)
    for (series, text), end, height in zip(drawn, ends, heights, strict=True):
        painter.setPen(QPen(QColor(theme.current().border), 1))
        if series.line != "none":
            painter.drawLine(end + QPointF(theme.px(5), 0), QPointF(left, height))
        paint_mark(painter, QPointF(left + mark / 2, height), series, mark * 0.85)
        start = left + mark + theme.px(6)
        rect = QRectF(start, height - high / 2, width - start, high)
        line_of(painter, rect, text, font, theme.current().text, Qt.AlignmentFlag.AlignLeft)


def _paint_marks(painter: QPainter, marks: tuple[Mark, ...], frame: Frame, spots: Spots) -> None:
    """After its line at the top of the plot, up to the next one; a word cut off too early says less than none.

    In a panel it covers no point either: the read-out says it.
    """
    font, plot = theme.font(theme.CAPTION), frame.plot
    places = sorted((frame.at((mark.at, frame.y.low)).x(), mark.label) for mark in marks)
    for (place, text), (end, _) in pairwise([*places, (plot.right(), "")]):
        room = QRectF(
            place + theme.px(4), plot.top(), end - place - theme.px(8), QFontMetricsF(font).height()
        )
        if room.width() < theme.px(_SHORTEST_MARK):
            continue
        room.setWidth(min(room.width(), QFontMetricsF(font).horizontalAdvance(text) + 1))
        if not (frame.trim.titled and spots.covered(room)):
            line_of(painter, room, text, font, theme.current().text2, Qt.AlignmentFlag.AlignLeft)
