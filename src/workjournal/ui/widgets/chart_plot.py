"""Draws a Figure with pyqtgraph into a picture; the only module that imports it, so import this one late."""

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget

from workjournal.charts.figure import Figure, Series
from workjournal.ui import theme
from workjournal.ui.widgets.chart_frame import Frame
from workjournal.ui.widgets.chart_marks import DASH, colour
from workjournal.ui.widgets.chart_spots import Numbers, Spots, pixels

EDGE = 8
"""Pixels around the plot's frame, so that a marker on the edge is whole."""
_SYMBOLS = {"circle": "o", "square": "s", "triangle": "t1", "diamond": "d"}
_FEW, _MANY = 60, 600


def area(frame: Frame) -> QRect:
    """What is drawn: the frame's plot and EDGE pixels around it."""
    return frame.plot.toAlignedRect().adjusted(-EDGE, -EDGE, EDGE, EDGE)


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
        self._grid(frame)
        self._marks(figure, frame)
        self._links(figure, frame)
        for number, series in enumerate(figure.series):
            self._series(series, frame, spots.places[spots.series == number])
        picture: QPixmap = self._view.grab()
        return picture

    def _pen(self, ink: str, width: float, *, dash: bool = False) -> Any:
        """Pens are in physical pixels."""
        return pg.mkPen(QColor(ink), width=width * self._ratio, dash=list(DASH) if dash else None)

    def _grid(self, frame: Frame) -> None:
        tokens, plot = theme.current(), frame.plot
        hairline = self._pen(tokens.border, 1)
        for tick in frame.y_ticks:
            height = frame.at((frame.x.low, tick.at)).y()
            self._line(QPointF(plot.left(), height), QPointF(plot.right(), height), hairline)
        if frame.y.kind == "category" or frame.x.kind == "category":
            for tick in frame.x_ticks:
                across = frame.at((tick.at, frame.y.low)).x()
                self._line(QPointF(across, plot.top()), QPointF(across, plot.bottom()), hairline)
        self._line(plot.bottomLeft(), plot.bottomRight(), self._pen(tokens.control, 1))

    def _marks(self, figure: Figure, frame: Frame) -> None:
        pen, plot = self._pen(theme.current().text3, 1, dash=True), frame.plot
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

    def _series(self, series: Series, frame: Frame, places: Numbers) -> None:
        line = pixels(series.points, frame)
        if series.line != "none" and len(line):
            pen = self._pen(colour(series), 2 if len(line) <= _MANY else 1, dash=series.line == "dash")
            curve = pg.PlotCurveItem(line[:, 0], line[:, 1], pen=pen, antialias=True)
            # One path of many wide, smooth pieces takes ten times as long as the pieces by themselves.
            curve.setSegmentedLineMode("on" if len(line) > _FEW and series.line == "solid" else "auto")
            self._box.addItem(curve)
        if not len(places):
            return
        size = 9 if len(places) <= _FEW else 7 if len(places) <= _MANY else 4
        if series.line != "none" or len(places) > _FEW // 2:
            size = min(size, 7)
        ink = QColor(colour(series))
        if series.line == "none" and len(places) > _FEW:
            ink.setAlpha(150)
        ring = self._pen(theme.current().surface, 1) if size > 4 else pg.mkPen(None)
        marks = pg.ScatterPlotItem(
            np.ascontiguousarray(places[:, 0]),
            np.ascontiguousarray(places[:, 1]),
            symbol=_SYMBOLS[series.marker],
            size=theme.px(size),
            pen=ring,
            brush=pg.mkBrush(ink),
            antialias=True,
        )
        self._box.addItem(marks)
