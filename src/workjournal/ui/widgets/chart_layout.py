"""Where the parts of a chart lie in a widget: the plot, the names at its axes, the key above, the labels at its right."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QLocale, QRectF, QSize
from PySide6.QtGui import QFontMetricsF

from workjournal.charts.figure import Axis, Figure, Series
from workjournal.ui import theme
from workjournal.ui.widgets.chart_axis import Tick, spoken, ticks
from workjournal.ui.widgets.chart_frame import WHOLE, Frame, Keyed, Trim
from workjournal.ui.widgets.chart_key import keyed
from workjournal.ui.widgets.chart_names import Way, depth, names, way
from workjournal.ui.widgets.chart_round import round_frame
from workjournal.ui.widgets.chart_shapes import axes

WIDEST_NAME, _WIDEST_LABEL = 0.34, 0.36
"""Parts of the width that the names of categories and the direct labels may take."""
_TALLEST_CELL, _WIDEST_CELL = 36, 3.2
"""The height of a heat map's square in pixels at most, and its width in heights."""


def has_key(figure: Figure) -> bool:
    """Whether the series are named in a key above: beside rows, bars and squares there is no last point to name."""
    bars = any(series.form == "bars" for series in figure.series)
    return "category" in {figure.x.kind, figure.y.kind} or bars or bool(figure.cells)


def key_of(figure: Figure) -> tuple[Series, ...]:
    """The series of its key; bars of one meaning are named by their axis."""
    title = figure.x.title or figure.y.title
    if not has_key(figure) or (len(figure.series) == 1 and figure.series[0].form == "bars" and title):
        return ()
    return figure.series


def frame(figure: Figure, size: QSize, locale: QLocale, trim: Trim = WHOLE) -> Frame:
    """Lay a figure out in a widget of that size."""
    x, y = axes(figure)
    if figure.outlines:
        return round_frame(figure, (x, y), size, keyed(key_of(figure), "", 0, size.width()))
    small = QFontMetricsF(theme.font(theme.CAPTION, tabular=True))
    line, alone = small.height(), not trim.titled
    rough = ticks(y, max(1.0, size.height() - line * 3.4), locale)
    left = (gutter(rough, size.width()) if trim.rows else theme.px(10)) + overhang(figure)
    key = keyed(key_of(figure), figure.y.title, left, size.width()) if alone else ()
    labels = () if has_key(figure) or trim.titled else _labels(figure, y, locale)
    right = _gutter(labels, size.width()) if labels else theme.px(14)
    width = max(1.0, size.width() - left - right)
    x_ticks = ticks(x, width, locale)
    how = _way(x, x_ticks, width, small)
    head = _head(figure, key, line, trim)
    below = _below(figure, x_ticks, how, small, trim)
    height = max(1.0, size.height() - head - below)
    plot = _squared(figure, QRectF(left, head, width, height), x, y)
    if how == "line" and _way(x, x_ticks, plot.width(), small) != "line":
        how = "some"  # squares have left less room
    y_ticks = tuple(ticks(y, plot.height(), locale))
    made = Frame(plot, x, y, tuple(x_ticks), y_ticks, labels, (), key, plot.bottom() + below, trim)
    if not trim.columns:
        return made
    middles = [made.across(tick.at) for tick in x_ticks]
    return replace(made, names=names(x_ticks, middles, how, plot.width() / max(1, len(x_ticks)), small))


def gutter(y_ticks: Iterable[Tick], width: float) -> float:
    """The room for the names of rows or heights, left of the plot."""
    metrics = QFontMetricsF(theme.font(theme.CAPTION, tabular=True))
    widest = max((metrics.horizontalAdvance(tick.label) for tick in y_ticks), default=0)
    return min(widest, width * WIDEST_NAME) + theme.px(10)


def overhang(figure: Figure) -> int:
    """How far names keep off the left edge of the plot beyond what is usual: a large point may stand on it."""
    return theme.px(6) if any(series.sizes for series in figure.series) else 0


def foot(figure: Figure, width: float, locale: QLocale, trim: Trim = WHOLE) -> float:
    """The room for names and title below a plot of that width."""
    small = QFontMetricsF(theme.font(theme.CAPTION, tabular=True))
    x, _ = axes(figure)
    x_ticks = ticks(x, width, locale)
    return _below(figure, x_ticks, _way(x, x_ticks, width, small), small, trim)


def label(series: Series, y: Axis, locale: QLocale) -> str:
    """What stands beside the last point: the name, and the series' word or, on a line, its last value."""
    if series.label:
        return f"{series.name}: {series.label}"
    if series.line == "none" or series.marker == "none" or not series.points:
        return series.name
    return f"{series.name} {spoken(y, series.points[-1][1], locale)}"


def _labels(figure: Figure, y: Axis, locale: QLocale) -> tuple[tuple[Series, str], ...]:
    return tuple((series, label(series, y, locale)) for series in figure.series)


def _head(figure: Figure, key: tuple[Keyed, ...], line: float, trim: Trim) -> float:
    """The height above the plot: for its title or the axis', the key, the heat colours."""
    if key:
        return key[-1].rect.bottom() + line * 0.9
    return line * (1.9 if trim.titled or figure.cells or figure.y.title else 1)


def _way(x: Axis, x_ticks: list[Tick], width: float, metrics: QFontMetricsF) -> Way:
    if x.kind != "category":
        return "some"
    return way([tick.label for tick in x_ticks], width / max(1, len(x_ticks)), metrics)


def _below(figure: Figure, x_ticks: list[Tick], how: Way, small: QFontMetricsF, trim: Trim) -> float:
    if not trim.columns:
        return theme.px(10)
    line = small.height()
    title = line * 1.2 if figure.x.title and not trim.titled else 0.0
    return depth([tick.label for tick in x_ticks], how, small) + line * 0.5 + title


def _squared(figure: Figure, plot: QRectF, x: Axis, y: Axis) -> QRectF:
    """The part of the plot in which the squares of a heat map are squares, or broad where there are few."""
    if not figure.cells:
        return plot
    across, up = x.high - x.low, y.high - y.low
    tall = min(plot.height() / up, theme.px(_TALLEST_CELL))
    wide = min(plot.width() / across, tall * _WIDEST_CELL)
    tall = min(tall, wide)
    spare = plot.height() - tall * up
    return QRectF(plot.left(), plot.top() + spare / 3, wide * across, tall * up)


def _gutter(labels: Iterable[tuple[Series, str]], width: float) -> float:
    metrics = QFontMetricsF(theme.font(theme.CAPTION, theme.SEMIBOLD))
    widest = max(metrics.horizontalAdvance(text) for _, text in labels)
    return min(widest + theme.px(30), width * _WIDEST_LABEL)
