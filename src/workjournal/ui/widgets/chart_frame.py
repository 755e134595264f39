"""Where the parts of a chart lie in a widget: the plot, the names at its axes, the labels at its right."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF

from workjournal.charts.figure import Axis, Figure, Series
from workjournal.ui import theme
from workjournal.ui.widgets.chart_axis import Tick, spoken, ticks

_WIDEST_NAME, _WIDEST_LABEL = 0.34, 0.3
"""Parts of the width that the names of categories and the direct labels may take."""


@dataclass(frozen=True)
class Frame:
    """The plot's rectangle in pixels, its axes wide enough for every value, and their ticks."""

    plot: QRectF
    x: Axis
    y: Axis
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    labels: tuple[tuple[Series, str], ...]

    def at(self, point: tuple[float, float]) -> QPointF:
        """Where a point (x, y) of the figure is."""
        across = (point[0] - self.x.low) / ((self.x.high - self.x.low) or 1)
        up = (point[1] - self.y.low) / ((self.y.high - self.y.low) or 1)
        return QPointF(
            self.plot.left() + across * self.plot.width(), self.plot.bottom() - up * self.plot.height()
        )


def has_key(figure: Figure) -> bool:
    """Whether the series are named in a key above: beside rows of categories there is no last point to name."""
    return "category" in {figure.x.kind, figure.y.kind}


def frame(figure: Figure, size: QSize, locale: QLocale) -> Frame:
    """Lay a figure out in a widget of that size."""
    points = [point for series in figure.series for point in series.points]
    x, y = _wide(figure.x, (at for at, _ in points)), _wide(figure.y, (at for _, at in points))
    small = QFontMetricsF(theme.font(theme.CAPTION, tabular=True))
    line = small.height()
    top = line * 1.9 if has_key(figure) or figure.y.title else line
    bottom = line * (2.7 if figure.x.title else 1.5)
    height = max(1.0, size.height() - top - bottom)
    y_ticks = ticks(y, height, locale)
    widest = max((small.horizontalAdvance(tick.label) for tick in y_ticks), default=0)
    left = min(widest, size.width() * _WIDEST_NAME) + theme.px(10)
    labels = () if has_key(figure) else tuple((series, label(series, y, locale)) for series in figure.series)
    right = _gutter(labels, size.width()) if labels else theme.px(14)
    plot = QRectF(left, top, max(1.0, size.width() - left - right), height)
    return Frame(plot, x, y, tuple(ticks(x, plot.width(), locale)), tuple(y_ticks), labels)


def label(series: Series, y: Axis, locale: QLocale) -> str:
    """What stands beside the last point: the name, and the series' word or, on a line, its last value."""
    if series.label:
        return f"{series.name}: {series.label}"
    if series.line == "none" or series.marker == "none" or not series.points:
        return series.name
    return f"{series.name} {spoken(y, series.points[-1][1], locale)}"


def _gutter(labels: Iterable[tuple[Series, str]], width: float) -> float:
    metrics = QFontMetricsF(theme.font(theme.CAPTION, theme.SEMIBOLD))
    widest = max(metrics.horizontalAdvance(text) for _, text in labels)
    return min(widest + theme.px(30), width * _WIDEST_LABEL)


def _wide(axis: Axis, values: Iterable[float]) -> Axis:
    known = [axis.low, axis.high, *values]
    return replace(axis, low=min(known), high=max(known))
