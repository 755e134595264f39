"""The same small picture at thousands of places of a chart, in one call."""

from typing import cast

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from shiboken6 import wrapInstance

from workjournal.ui.widgets.chart_shapes import Numbers

_FIELDS = 10
"""A QPainter.PixmapFragment is so many doubles: x, y, source left, top, width, height, scale x, y, rotation, opacity."""


class Stamps(QGraphicsItem):
    """A picture with its middle at each place, in pixels, shape (n, 2): the later ones over the earlier."""

    def __init__(self, picture: QPixmap, places: Numbers) -> None:
        super().__init__()
        self._picture, self._places = picture, places[np.isfinite(places).all(axis=1)]

    def boundingRect(self) -> QRectF:
        if not len(self._places):
            return QRectF()
        (left, top), (right, bottom) = self._places.min(axis=0), self._places.max(axis=0)
        size = self._picture.deviceIndependentSize()
        # Half a picture, and room for rounding to whole pixels.
        return QRectF(left, top, right - left, bottom - top).adjusted(
            -size.width(), -size.height(), size.width(), size.height()
        )

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - the whole is drawn
        widget: QWidget | None = None,  # noqa: ARG002 - as Qt calls it
    ) -> None:
        if not len(self._places):
            return
        ratio, size = self._picture.devicePixelRatio(), self._picture.size()
        table = np.empty((len(self._places), _FIELDS))
        table[:, :2] = self._places
        table[:, 2:] = (0, 0, size.width(), size.height(), 1 / ratio, 1 / ratio, 0, 1)
        # A list of thousands of Python objects would take longer than to draw them: Qt reads the array itself.
        first = cast(QPainter.PixmapFragment, wrapInstance(table.ctypes.data, QPainter.PixmapFragment))
        painter.drawPixmapFragments(first, len(table), self._picture)
