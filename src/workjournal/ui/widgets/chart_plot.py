"""Draws a Figure with pyqtgraph into a picture; the only module that imports it, so import this one late."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import pyqtgraph as pg
from pyqtgraph.graphicsItems.ScatterPlotItem import renderSymbol
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsPathItem, QStyleOptionGraphicsItem, QWidget

from workjournal.charts.figure import Figure, Series
from workjournal.ui import theme
from workjournal.ui.widgets.chart_frame import Frame
from workjournal.ui.widgets.chart_marks import colour, dash, fills
from workjournal.ui.widgets.chart_round import rings
from workjournal.ui.widgets.chart_shapes import Numbers, diameters, is_lying, pixels, whiskers, zones
from workjournal.ui.widgets.chart_spots import CELL, Spots
from workjournal.ui.widgets.chart_stamps import Stamps

EDGE = 8
"""Pixels around the plot's frame, so that a marker on the edge is whole."""
_SYMBOLS = {"circle": "o", "square": "s", "triangle": "t1", "diamond": "d"}
_FEW, _MANY = 60, 600
_ROUND, _CAP = 3, 4
_NOUGHT = 0.5
_MARKED = (4.0, 3.0)


def area(frame: Frame) -> QRect:
    """What is drawn: the frame's plot and EDGE pixels around it."""
    return frame.plot.toAlignedRect().adjusted(-EDGE, -EDGE, EDGE, EDGE)


class _Shape(QGraphicsPathItem):
    """An area with smooth edges."""

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        super().paint(painter, option, widget)


class Plot:
    """A view of pyqtgraph that is never shown: it draws when asked, and what it drew is kept as a picture.

    Its coordinates are the pixels of the frame.
    """

    def __init__(self, owner: QWidget) -> None:
        self._view: Any = pg.GraphicsView(owner)
        self._view.hide()
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box: Any = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0, invertY=True)
        self._view.setCentralItem(self._box)
        self._ratio = 1.0

    def draw(self, figure: Figure, frame: Frame, spots: Spots) -> QPixmap:
        """The area of the frame, in the theme in force."""
        self._ratio = self._view.devicePixelRatioF()
        self._view.setBackground(theme.current().surface)
        self._box.clear()
        shown = area(frame)
        self._view.resize(shown.size())
        self._box.setRange(
            xRange=(shown.left(), shown.left() + shown.width()),
            yRange=(shown.top(), shown.top() + shown.height()),
            padding=0,
        )
        self._zones(figure, frame)
        self._grid(figure, frame)
        self._cells(figure, spots)
        for number, series in enumerate(figure.series):
            if series.form == "bars":
                self._bars(series, spots.rects[spots.series == number])
        if not (figure.cells or frame.rim):
            self._foot(figure, frame)
        self._marks(figure, frame)
        self._links(figure, frame)
        for number, series in enumerate(figure.series):
            places = spots.places[spots.series == number]
            if series.form == "points":
                self._curve(series, frame)
            if series.spans:
                self._whiskers(series, places, frame, lying=is_lying(figure))
            if series.form == "points" and len(places):
                self._points(series, places)
        picture: QPixmap = self._view.grab()
        return picture

    def _pen(self, ink: str, width: float, strokes: tuple[float, ...] | None = None) -> Any:
        """Pens are in physical pixels."""
        return pg.mkPen(
            QColor(ink), width=width * self._ratio, dash=None if strokes is None else list(strokes)
        )

    def _zones(self, figure: Figure, frame: Frame) -> None:
        """A quiet ground, or only its outline; those beside each other are told apart by a line."""
        tokens = theme.current()
        for zone, rect in zip(figure.zones, zones(figure, frame), strict=True):
            fill = QBrush(QColor(tokens.sunken)) if zone.tone == "quiet" else QBrush(Qt.BrushStyle.NoBrush)
            path = QPainterPath()
            path.addRect(rect)
            self._shape(path, fill, QPen(QColor(tokens.border), 1))

    def _cells(self, figure: Figure, spots: Spots) -> None:
        """The squares of each heat colour in one piece; where there is none, nothing is drawn."""
        rects = spots.rects[spots.series == CELL]
        steps = np.array([cell.step for cell in figure.cells], dtype=np.intp)
        for step, heat in enumerate(theme.current().heat):
            self._shape(_path(rects[steps == step], _ROUND), QBrush(QColor(heat)))

    def _bars(self, series: Series, rects: Numbers) -> None:
        """Its filling, and its outline, without which a hatched or empty bar has no end; nothing at all for nought."""
        rects = rects[(rects[:, 2] - rects[:, 0] > _NOUGHT) & (rects[:, 3] - rects[:, 1] > _NOUGHT)]
        rects = np.round(rects)  # an outline between two rows of pixels would be paler than its colour
        for fill in fills(series):
            self._shape(_path(rects), fill)
        inner = rects + np.array([0.5, 0.5, -0.5, -0.5])
        self._shape(_path(inner), QBrush(Qt.BrushStyle.NoBrush), QPen(QColor(colour(series)), 1))

    def _whiskers(self, series: Series, places: Numbers, frame: Frame, *, lying: bool) -> None:
        """A line from end to end with a short one across at both; over bars in the colour of the text."""
        if not len(places):
            return
        ends = whiskers(series, places, frame, lying=lying)
        cap = np.array([0.0, theme.px(_CAP)] if lying else [theme.px(_CAP), 0.0])
        caps = [np.stack((ends[:, side] - cap, ends[:, side] + cap), axis=1) for side in (0, 1)]
        lines = np.concatenate((ends, *caps)).reshape(-1, 2)
        pen = self._pen(theme.current().text2 if series.form == "bars" else colour(series), 1.5)
        self._box.addItem(
            pg.PlotCurveItem(lines[:, 0], lines[:, 1], pen=pen, connect="pairs", antialias=True)
        )

    def _shape(self, path: QPainterPath, fill: QBrush, pen: QPen | None = None) -> None:
        if path.isEmpty():
            return
        shape = _Shape(path)
        shape.setBrush(fill)
        shape.setPen(pen or QPen(Qt.PenStyle.NoPen))
        self._box.addItem(shape)

    def _grid(self, figure: Figure, frame: Frame) -> None:
        """Lines at the values, and through the rows of a chart of points; none under squares or along bars."""
        plot = frame.plot
        hairline = self._pen(theme.current().border, 1)
        if frame.rim:
            self._rings(frame, hairline)
            return
        bars, lying = any(series.form == "bars" for series in figure.series), is_lying(figure)
        if not figure.cells and not (bars and lying):
            for tick in frame.y_ticks:
                height = frame.down(tick.at)
                self._line(QPointF(plot.left(), height), QPointF(plot.right(), height), hairline)
        upright = lying or (frame.x.kind == "category" and not bars)
        for tick in frame.x_ticks if upright and not figure.cells else ():
            across = frame.across(tick.at)
            self._line(QPointF(across, plot.top()), QPointF(across, plot.bottom()), hairline)

    def _rings(self, frame: Frame, pen: Any) -> None:
        """Lines through equal values of all rows, and one along each row; all in one piece."""
        every = rings(frame)
        ends = [end for corners in every for side in pairwise(corners) for end in side]
        ends += [end for corner in every[-1][:-1] for end in (frame.plot.center(), corner)]
        places = np.array([end.toTuple() for end in ends])
        curve = pg.PlotCurveItem(places[:, 0], places[:, 1], pen=pen, connect="pairs", antialias=True)
        self._box.addItem(curve)

    def _foot(self, figure: Figure, frame: Frame) -> None:
        """The line on which everything stands: to the left where bars lie."""
        plot, pen = frame.plot, self._pen(theme.current().control, 1)
        if is_lying(figure) and any(series.form == "bars" for series in figure.series):
            self._line(plot.topLeft(), plot.bottomLeft(), pen)
        else:
            self._line(plot.bottomLeft(), plot.bottomRight(), pen)

    def _marks(self, figure: Figure, frame: Frame) -> None:
        pen, plot = self._pen(theme.current().text3, 1, _MARKED), frame.plot
        for mark in figure.marks:
            across = frame.at((mark.at, frame.y.low)).x()
            self._line(QPointF(across, plot.top()), QPointF(across, plot.bottom()), pen)

    def _links(self, figure: Figure, frame: Frame) -> None:
        """All in one piece: hundreds by themselves would take as long to add as to draw."""
        if figure.links:
            ends = pixels(tuple(end for link in figure.links for end in (link.start, link.end)), frame)
            pen = self._pen(theme.current().control, 1.5)
            curve = pg.PlotCurveItem(ends[:, 0], ends[:, 1], pen=pen, connect="pairs", antialias=True)
            self._box.addItem(curve)

    def _line(self, start: QPointF, end: QPointF, pen: Any) -> None:
        self._box.addItem(pg.PlotCurveItem([start.x(), end.x()], [start.y(), end.y()], pen=pen))

    def _curve(self, series: Series, frame: Frame) -> None:
        if series.line == "none" or not series.points:
            return
        line = pixels(series.points, frame)
        if frame.rim:
            line = np.concatenate((line, line[:1]))
        pen = self._pen(colour(series), 2 if len(line) <= _MANY else 1, dash(series))
        curve = pg.PlotCurveItem(line[:, 0], line[:, 1], pen=pen, antialias=True)
        # One path of many wide, smooth pieces takes ten times as long as the pieces by themselves.
        curve.setSegmentedLineMode("on" if len(line) > _FEW and series.line == "solid" else "auto")
        self._box.addItem(curve)

    def _points(self, series: Series, places: Numbers) -> None:
        """Smaller where there are many. Never seen through: on paper their colours stand out just enough."""
        count, alone = len(places), series.line == "none"
        size = 4 if count > _MANY else 7
        if alone and count <= _MANY:
            size = 9 if count <= _FEW // 2 else 7 if count <= _FEW else 5
        ink, widths = QColor(colour(series)), diameters(series)
        order = np.arange(len(places)) if widths is None else np.argsort(-widths, kind="stable")
        ring = self._pen(theme.current().surface, 1) if size > 4 else pg.mkPen(None)
        wide = np.full(len(places), float(theme.px(size))) if widths is None else widths[order]
        # A ScatterPlotItem draws the same, but makes and compares objects for every point.
        for width, which in _runs(wide):
            stamp = renderSymbol(_SYMBOLS[series.marker], width, ring, pg.mkBrush(ink), dpr=self._ratio)
            self._box.addItem(Stamps(QPixmap.fromImage(stamp), places[order[which]]))


def _runs(widths: Numbers) -> Iterator[tuple[float, slice]]:
    """Each width with the places it has in succession: those that are drawn with one picture."""
    starts = np.flatnonzero(np.diff(widths, prepend=np.nan) != 0)
    for start, end in pairwise((*starts.tolist(), len(widths))):
        yield float(widths[start]), slice(start, end)


def _path(rects: Numbers, radius: float = 0.0) -> QPainterPath:
    path = QPainterPath()
    for left, top, right, bottom in rects.tolist():
        rect = QRectF(left, top, right - left, bottom - top)
        path.addRoundedRect(rect, min(radius, rect.width() / 4), min(radius, rect.height() / 4))
    return path
