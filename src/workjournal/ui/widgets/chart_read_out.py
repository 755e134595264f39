"""What is said about a point of a chart: a small card beside it, or words for a reader."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from workjournal.charts.figure import Axis, Cell, Figure, Series
from workjournal.ui import theme
from workjournal.ui.widgets.chart_axis import spoken
from workjournal.ui.widgets.chart_frame import Frame
from workjournal.ui.widgets.chart_marks import MARK, line_of, paint_mark
from workjournal.ui.widgets.chart_shapes import is_marked
from workjournal.ui.widgets.chart_spots import CELL, Spots
from workjournal.ui.widgets.painting import lines, rounded

_MOST = 6
_WIDEST = 260


@dataclass(frozen=True)
class ReadOut:
    """A heading (a day, a number, a category), the values found there, and what is said of marks just before."""

    heading: str
    rows: tuple[tuple[Series, str], ...]
    notes: tuple[str, ...] = ()

    def spoken(self) -> str:
        """One sentence: "Mon 28 Sep 2026, Weekly median 65"."""
        return ", ".join((self.heading, *self.said(), *self.notes))

    def said(self) -> tuple[str, ...]:
        """Each value behind the name of its series; a name with a number in it, such as a day, ends with a colon."""
        return tuple(
            f"{series.name}{':' * any(map(str.isdigit, series.name))} {value}" for series, value in self.rows
        )


def read_out(figure: Figure, number: int, point: int, locale: QLocale) -> ReadOut:
    """What stands at the place of that series' point: the point first, then others of the same day or row."""
    if number == CELL:
        return _of_cell(figure, figure.cells[point])
    by_row = figure.y.kind == "category"
    shared, told = (1, 0) if by_row else (0, 1)
    heading_axis, value_axis = (figure.y, figure.x) if by_row else (figure.x, figure.y)
    chosen = figure.series[number]
    here = chosen.points[point][shared]

    rows = [(chosen, _value(chosen, point, value_axis, told, locale))]
    for other, series in enumerate(figure.series):
        for place, at in enumerate(series.points) if is_marked(series) else ():
            if at[shared] == here and (other, place) != (number, point):
                rows.append((series, _value(series, place, value_axis, told, locale)))
    heading = spoken(heading_axis, here, locale)
    if heading_axis.kind == "number" and heading_axis.title:
        heading = f"{heading_axis.title} {heading}"
    return ReadOut(heading, tuple(rows[:_MOST]), _notes(figure, here))


def _value(series: Series, place: int, axis: Axis, which: int, locale: QLocale) -> str:
    """What a point says of itself, or its number, with the span it may as well be in."""
    if series.told:
        return series.told[place]
    words = spoken(axis, series.points[place][which], locale)
    if place >= len(series.spans):
        return words
    low, high = (spoken(axis, end, locale) for end in series.spans[place])
    return f"{words} ({low}–{high})"


def _of_cell(figure: Figure, cell: Cell) -> ReadOut:
    """Its row and column by name, unless what it says names them, and what it says."""
    named = [
        axis.labels[at]
        for axis, at in ((figure.y, cell.y), (figure.x, cell.x))
        if axis.kind == "category" and 0 <= at < len(axis.labels)
    ]
    heading = [name for name in named if name and name.casefold() not in cell.told.casefold()]
    # A name that stands at some columns only, such as a month's first week, says nothing of this one.
    if not heading or "" in (*figure.x.labels, *figure.y.labels):
        return ReadOut(cell.told, ())
    return ReadOut(", ".join(heading), (), (cell.told,))


def _notes(figure: Figure, here: float) -> tuple[str, ...]:
    """What the marks say of the first point at or after each."""
    if not figure.marks:
        return ()
    drawn = (at for series in figure.series if is_marked(series) for at, _ in series.points)
    before = max((at for at in drawn if at < here), default=-math.inf)
    return tuple(mark.told for mark in figure.marks if before < mark.at <= here)[:_MOST]


def paint_chosen(painter: QPainter, figure: Figure, frame: Frame, spots: Spots, chosen: int) -> None:
    """The point itself larger, with a line through the others of its day or row; a bar or square outlined."""
    number, point = int(spots.series[chosen]), int(spots.points[chosen])
    at, extent = QPointF(*spots.places[chosen]), spots.extent(chosen)
    if number == CELL or figure.series[number].form == "bars":
        rounded(painter, extent.toAlignedRect().adjusted(-2, -2, 2, 2), 4, None, theme.current().text, 2)
        return
    tokens, plot = theme.current(), frame.plot
    pen = QPen(QColor(tokens.control), 1)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    if frame.rim:
        row = figure.series[number].points[point][1]
        painter.drawLine(frame.plot.center(), frame.at((frame.x.high, row)))
    elif figure.y.kind == "category":
        height = frame.down(round(figure.series[number].points[point][1]))
        painter.drawLine(QPointF(plot.left(), height), QPointF(plot.right(), height))
    else:
        painter.drawLine(QPointF(at.x(), plot.top()), QPointF(at.x(), plot.bottom()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.surface))
    size = max(theme.px(12), extent.width() + theme.px(2))
    painter.drawEllipse(at, size * 0.75, size * 0.75)
    paint_mark(painter, at, figure.series[number], size)


def paint_read_out(painter: QPainter, words: ReadOut, at: QPointF, within: QRect) -> None:
    """A card above and to the left of the point, or wherever there is room for it."""
    tokens = theme.current()
    font, bold = theme.font(theme.CAPTION), theme.font(theme.CAPTION, theme.SEMIBOLD)
    metrics = QFontMetricsF(font)
    line, pad, mark = metrics.height() * 1.2, theme.px(8), theme.px(MARK)
    texts = words.said()
    most = max(within.width() * 0.7, min(within.width() - 8.0, theme.px(_WIDEST))) - 2 * pad
    headings = lines(words.heading, bold, int(most))
    notes = [part for note in words.notes for part in lines(note, font, int(most))]
    widest = max((metrics.horizontalAdvance(text) + mark + theme.px(6) for text in texts), default=0.0)
    widest = max([widest, *map(metrics.horizontalAdvance, notes)])
    widest = max([widest, *map(QFontMetricsF(bold).horizontalAdvance, headings)]) + 2
    high = line * (len(headings) + len(texts) + len(notes)) + 1.5 * pad
    card = QRectF(0, 0, min(widest, most) + 2 * pad, high)
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
    inner.translate(0, -line)
    for heading in headings:
        inner.translate(0, line)
        line_of(painter, inner, heading, bold, tokens.text, Qt.AlignmentFlag.AlignLeft)
    for (series, _), text in zip(words.rows, texts, strict=True):
        inner.translate(0, line)
        paint_mark(painter, QPointF(inner.left() + mark / 2, inner.center().y()), series, mark * 0.85)
        rest = inner.adjusted(mark + theme.px(6), 0, 0, 0)
        line_of(painter, rest, text, font, tokens.text, Qt.AlignmentFlag.AlignLeft)
    for note in notes:
        inner.translate(0, line)
        line_of(painter, inner, note, font, tokens.text2, Qt.AlignmentFlag.AlignLeft)
