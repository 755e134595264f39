"""What is said about a point of a chart: a small card beside it, or words for a reader."""

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
    """A heading (a day, a number, a category) and the values found there."""

    heading: str
    rows: tuple[tuple[Series, str], ...]

    def spoken(self) -> str:
        """One sentence: "Mon 28 Sep 2026, Weekly median 65"."""
        return ", ".join((self.heading, *(f"{series.name} {value}" for series, value in self.rows)))


def read_out(figure: Figure, number: int, point: int, locale: QLocale) -> ReadOut:
    """What stands at the place of that series' point: the point first, then others of the same day or row."""
    by_row = figure.y.kind == "category"
    shared, told = (1, 0) if by_row else (0, 1)
    heading_axis, value_axis = (figure.y, figure.x) if by_row else (figure.x, figure.y)
    chosen = figure.series[number]
    here = chosen.points[point][shared]
    rows = [(chosen, spoken(value_axis, chosen.points[point][told], locale))]
    for other, series in enumerate(figure.series):
        if series.marker == "none":
            continue
        for place, at in enumerate(series.points):
            if at[shared] == here and (other, place) != (number, point):
                rows.append((series, spoken(value_axis, at[told], locale)))
    return ReadOut(spoken(heading_axis, here, locale), tuple(rows[:_MOST]))


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
    widest = max(widest, QFontMetricsF(bold).horizontalAdvance(words.heading)) + 2
    card = QRectF(0, 0, min(widest, within.width() * 0.7) + 2 * pad, line * (len(texts) + 1) + 1.5 * pad)
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
