"""What is said about a point of a chart: a small card beside it, or words for a reader."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from workjournal.charts.figure import Figure, Series
from workjournal.ui import theme
from workjournal.ui.widgets.chart_axis import spoken
from workjournal.ui.widgets.chart_frame import Frame
from workjournal.ui.widgets.chart_marks import paint_mark
from workjournal.ui.widgets.chart_words import MARK, line_of
from workjournal.ui.widgets.painting import rounded

_MOST = 6


@dataclass(frozen=True)
class ReadOut:
    """A heading (a day, a number, a category), the values found there, and what is said of marks just before."""

    heading: str
    rows: tuple[tuple[Series, str], ...]
    notes: tuple[str, ...] = ()

    def spoken(self) -> str:
        """One sentence: "Mon 28 Sep 2026, Weekly median 65"."""
        values = (f"{series.name} {value}" for series, value in self.rows)
        return ", ".join((self.heading, *values, *self.notes))


def read_out(figure: Figure, number: int, point: int, locale: QLocale) -> ReadOut:
    """What stands at the place of that series' point: the point first, then others of the same day or row."""
    by_row = figure.y.kind == "category"
    shared, told = (1, 0) if by_row else (0, 1)
    heading_axis, value_axis = (figure.y, figure.x) if by_row else (figure.x, figure.y)
    chosen = figure.series[number]
    here = chosen.points[point][shared]

    def value(series: Series, place: int) -> str:
        return series.told[place] if series.told else spoken(value_axis, series.points[place][told], locale)

    rows = [(chosen, value(chosen, point))]
    for other, series in enumerate(figure.series):
        if series.marker == "none":
            continue
        for place, at in enumerate(series.points):
            if at[shared] == here and (other, place) != (number, point):
                rows.append((series, value(series, place)))
    return ReadOut(spoken(heading_axis, here, locale), tuple(rows[:_MOST]), _notes(figure, here))


def _notes(figure: Figure, here: float) -> tuple[str, ...]:
    """What the marks say of the first point at or after each."""
    if not figure.marks:
        return ()
    drawn = (at for series in figure.series if series.marker != "none" for at, _ in series.points)
    before = max((at for at in drawn if at < here), default=-math.inf)
    return tuple(mark.told for mark in figure.marks if before < mark.at <= here)[:_MOST]


def paint_chosen(
    painter: QPainter, figure: Figure, frame: Frame, which: tuple[int, int], at: QPointF
) -> None:
    """The point itself larger, with a line through the others of its day or row."""
    tokens, plot = theme.current(), frame.plot
    pen = QPen(QColor(tokens.control), 1)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    if figure.y.kind == "category":
        height = frame.at((0, round(figure.series[which[0]].points[which[1]][1]))).y()
        painter.drawLine(QPointF(plot.left(), height), QPointF(plot.right(), height))
    else:
        painter.drawLine(QPointF(at.x(), plot.top()), QPointF(at.x(), plot.bottom()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.surface))
    painter.drawEllipse(at, theme.px(9), theme.px(9))
    paint_mark(painter, at, figure.series[which[0]], theme.px(12))


def paint_read_out(painter: QPainter, words: ReadOut, at: QPointF, within: QRect) -> None:
    """A card above and to the left of the point, or wherever there is room for it."""
    tokens = theme.current()
    font, bold = theme.font(theme.CAPTION), theme.font(theme.CAPTION, theme.SEMIBOLD)
    metrics = QFontMetricsF(font)
    line, pad, mark = metrics.height() * 1.2, theme.px(8), theme.px(MARK)
    texts = [f"{series.name} {value}" for series, value in words.rows]
    widest = max(metrics.horizontalAdvance(text) for text in texts) + mark + theme.px(6)
    widest = max([widest, *map(metrics.horizontalAdvance, words.notes)])
    widest = max(widest, QFontMetricsF(bold).horizontalAdvance(words.heading)) + 2
    high = line * (1 + len(texts) + len(words.notes)) + 1.5 * pad
    card = QRectF(0, 0, min(widest, within.width() * 0.7) + 2 * pad, high)
    left = at.x() - card.width() - theme.px(10)
    card.moveLeft(left if left > within.left() else min(at.x() + theme.px(10), within.right() - card.width()))
    card.moveTop(
        min(
            max(within.top() + 2.0, at.y() - card.height() - theme.px(14)),
            within.bottom() - card.height() - 2,
        )
    )
    rounded(painter, card.toRect(), theme.RADIUS_S, tokens.surface, tokens.border)
    inner = QRectF(card.left() + pad, card.top() + pad * 0.75, card.width() - 2 * pad, line)
    line_of(painter, inner, words.heading, bold, tokens.text, Qt.AlignmentFlag.AlignLeft)
    for (series, _), text in zip(words.rows, texts, strict=True):
        inner.translate(0, line)
        paint_mark(painter, QPointF(inner.left() + mark / 2, inner.center().y()), series, mark * 0.85)
        rest = inner.adjusted(mark + theme.px(6), 0, 0, 0)
        line_of(painter, rest, text, font, tokens.text, Qt.AlignmentFlag.AlignLeft)
    for note in words.notes:
        inner.translate(0, line)
        line_of(painter, inner, note, font, tokens.text2, Qt.AlignmentFlag.AlignLeft)
