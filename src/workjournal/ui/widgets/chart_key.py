"""The key above a chart: each series by its mark and name, in as many lines as it takes; the heat colours from less to more."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from workjournal.charts.figure import Series
from workjournal.ui import theme
from workjournal.ui.widgets.chart_frame import Keyed
from workjournal.ui.widgets.chart_marks import MARK, line_of, paint_mark
from workjournal.ui.widgets.painting import rounded

LINE = 1.25
"""Of a line of the key, in heights of its font."""
_BETWEEN, _BESIDE = 16, 6
_SQUARE, _SQUARE_STEP = 11, 14


def keyed(series: tuple[Series, ...], title: str, left: float, width: float) -> tuple[Keyed, ...]:
    """Where each series stands: right of the axis' title if all have room there, else in lines below it."""
    metrics = QFontMetricsF(_font())
    wide = [theme.px(MARK) + theme.px(_BESIDE) + metrics.horizontalAdvance(one.name) + 2.0 for one in series]
    gap, line = theme.px(_BETWEEN), metrics.height() * LINE
    start = max(left, metrics.horizontalAdvance(title) + gap if title else 0.0)
    x, y = start, 0.0
    if start + sum(wide) + gap * (len(wide) - 1) > width:
        x, y = 0.0, line if title else 0.0
    made = []
    for one, needed in zip(series, wide, strict=True):
        if x > 0 and x + needed > width:
            x, y = 0.0, y + line
        made.append(Keyed(one, QRectF(x, y, min(needed, width - x), metrics.height())))
        x += needed + gap
    return tuple(made)


def heat_room(width: float) -> QRectF:
    """Where the heat colours are explained, at the trailing end of the first line."""
    metrics = QFontMetricsF(_font())
    words = sum(map(metrics.horizontalAdvance, _ends()))
    needed = words + 2 + 2 * theme.px(_BESIDE) + 4 * theme.px(_SQUARE_STEP) + theme.px(_SQUARE)
    return QRectF(width - needed - 2, 0, needed, metrics.height())


def paint_key(painter: QPainter, key: tuple[Keyed, ...]) -> None:
    """The marks and names of a key."""
    mark = theme.px(MARK)
    for one in key:
        middle = QPointF(one.rect.left() + mark / 2, one.rect.center().y())
        paint_mark(painter, middle, one.series, mark)
        rect = one.rect.adjusted(mark + theme.px(_BESIDE), 0, 0, 0)
        line_of(painter, rect, one.series.name, _font(), theme.current().text2, Qt.AlignmentFlag.AlignLeft)


def paint_heat(painter: QPainter, room: QRectF) -> None:
    """The five heat colours between two words."""
    font, ink, (less, more) = _font(), theme.current().text2, _ends()
    line_of(painter, room, less, font, ink, Qt.AlignmentFlag.AlignLeft)
    line_of(painter, room, more, font, ink, Qt.AlignmentFlag.AlignRight)
    side, start = theme.px(_SQUARE), room.left() + theme.px(_BESIDE)
    start += QFontMetricsF(font).horizontalAdvance(less)
    for place, heat in enumerate(theme.current().heat):
        square = QRectF(start + place * theme.px(_SQUARE_STEP), room.center().y() - side / 2, side, side)
        rounded(painter, square.toAlignedRect(), 2, heat)


def _ends() -> tuple[str, str]:
    """What the lightest and the warmest heat colour say."""
    translate = QCoreApplication.translate
    return translate("ChartKey", "Less"), translate("ChartKey", "More")


def _font() -> QFont:
    return theme.font(theme.CAPTION)
