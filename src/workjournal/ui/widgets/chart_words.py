"""What is written on a chart: the names at its axes, the key above, the labels beside the last points."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from workjournal.charts.figure import Figure, Mark, Series
from workjournal.ui import theme
from workjournal.ui.widgets.chart_frame import Frame, has_key
from workjournal.ui.widgets.chart_marks import paint_mark, spread

MARK = 9
_SHORTEST_MARK = 48


def paint_words(painter: QPainter, figure: Figure, frame: Frame, width: float) -> None:
    """Everything written, over a drawing of the frame in a widget of that width."""
    _paint_rows(painter, frame)
    _paint_columns(painter, frame, width)
    _paint_titles(painter, frame)
    if has_key(figure):
        _paint_key(painter, figure.series, frame, width)
    _paint_labels(painter, frame, width)
    _paint_marks(painter, figure.marks, frame)


def line_of(
    painter: QPainter, rect: QRectF, text: str, font: QFont, ink: str, side: Qt.AlignmentFlag
) -> None:
    """One line of text in a rectangle, shortened where it does not fit."""
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


def _paint_rows(painter: QPainter, frame: Frame) -> None:
    """The names of heights, to the left."""
    font = theme.font(theme.CAPTION, tabular=True)
    high = QFontMetricsF(font).height()
    ink = theme.current().text2 if frame.y.kind == "category" else theme.current().text3
    for tick in frame.y_ticks:
        middle = frame.at((frame.x.low, tick.at)).y()
        rect = QRectF(0, middle - high / 2, frame.plot.left() - theme.px(10), high)
        line_of(painter, rect, tick.label, font, ink, Qt.AlignmentFlag.AlignRight)


def _paint_columns(painter: QPainter, frame: Frame, width: float) -> None:
    """The names below; a category's may be as wide as its column."""
    font = theme.font(theme.CAPTION, tabular=True)
    metrics = QFontMetricsF(font)
    column = frame.plot.width() / max(1, len(frame.x_ticks)) - 6
    top = frame.plot.bottom() + theme.px(6)
    for tick in frame.x_ticks:
        middle = frame.at((tick.at, frame.y.low)).x()
        wide = metrics.horizontalAdvance(tick.label) + 2
        if frame.x.kind == "category":
            wide = min(wide, column)
        left = min(max(0.0, middle - wide / 2), width - wide)
        rect = QRectF(left, top, wide, metrics.height())
        line_of(painter, rect, tick.label, font, theme.current().text3, Qt.AlignmentFlag.AlignHCenter)


def _paint_titles(painter: QPainter, frame: Frame) -> None:
    font, ink = theme.font(theme.CAPTION), theme.current().text3
    high = QFontMetricsF(font).height()
    if frame.y.title:
        rect = QRectF(0, 0, frame.plot.right(), high)
        line_of(painter, rect, frame.y.title, font, ink, Qt.AlignmentFlag.AlignLeft)
    if frame.x.title:
        rect = QRectF(
            frame.plot.left(), frame.plot.bottom() + theme.px(6) + high * 1.1, frame.plot.width(), high
        )
        line_of(painter, rect, frame.x.title, font, ink, Qt.AlignmentFlag.AlignHCenter)


def _paint_key(painter: QPainter, series: tuple[Series, ...], frame: Frame, width: float) -> None:
    font = theme.font(theme.CAPTION)
    metrics = QFontMetricsF(font)
    gap, mark = theme.px(16), theme.px(MARK)
    x = frame.plot.left()
    for one in series:
        paint_mark(painter, QPointF(x + mark / 2, metrics.height() / 2), one, mark)
        x += mark + theme.px(6)
        wide = metrics.horizontalAdvance(one.name) + 2
        rect = QRectF(x, 0, max(0.0, min(wide, width - x)), metrics.height())
        line_of(painter, rect, one.name, font, theme.current().text2, Qt.AlignmentFlag.AlignLeft)
        x += wide + gap


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


def _paint_marks(painter: QPainter, marks: tuple[Mark, ...], frame: Frame) -> None:
    """After its line at the top of the plot, up to the next one; a word cut off too early says less than none."""
    font, plot = theme.font(theme.CAPTION), frame.plot
    places = sorted((frame.at((mark.at, frame.y.low)).x(), mark.label) for mark in marks)
    for (place, text), (end, _) in pairwise([*places, (plot.right(), "")]):
        room = QRectF(
            place + theme.px(4), plot.top(), end - place - theme.px(8), QFontMetricsF(font).height()
        )
        if room.width() >= theme.px(_SHORTEST_MARK):
            line_of(painter, room, text, font, theme.current().text2, Qt.AlignmentFlag.AlignLeft)
