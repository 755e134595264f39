"""Values 0–100 on their days, as points: what lies between two of them nobody knows, so no line joins them."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QDate, QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.painting import elided, painting

_HEIGHT, _FOOT, _LEFT, _RADIUS = 148, 22, 34, 5
Point = tuple[dt.date, int]


class DatedPoints(QLabel):
    """A picture only: give it an accessible name, and the numbers in a table or list beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[Point, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # A label with a picture is a graphic to a screen reader; what is seen is painted below.
        graphic = QPixmap(1, 1)
        graphic.fill(Qt.GlobalColor.transparent)
        self.setPixmap(graphic)

    def set_points(self, points: Sequence[Point]) -> None:
        """Show these, the oldest first."""
        self._points = tuple(points)
        self.setAccessibleDescription(self._reading())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(420), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - small enough to paint whole
        with painting(self) as painter:
            self._paint_grid(painter)
            if self._points:
                self._paint_days(painter)
                self._paint_points(painter)

    def _reading(self) -> str:
        if not self._points:
            return ""
        (first, low), (last, high) = self._points[0], self._points[-1]
        return self.tr("{n} points, from {low} on {first} to {high} on {last}").format(
            n=len(self._points), low=low, first=self._day(first), high=high, last=self._day(last)
        )

    def _paint_grid(self, painter: QPainter) -> None:
        tokens, area, font = theme.current(), self._area(), theme.font(11, tabular=True)
        for value in (0, 50, 100):
            y = round(self._y(value)) + 0.5
            painter.setPen(QPen(QColor(tokens.border), 1))
            painter.drawLine(QLineF(self._mirror(area.left()), y, self._mirror(area.right()), y))
            spot = QRect(0, round(y) - theme.px(9), theme.px(_LEFT - 10), theme.px(18))
            elided(painter, self._visual(spot), str(value), font, tokens.text3, trailing=True)

    def _paint_days(self, painter: QPainter) -> None:
        """The first and the last day, below; one of them where both are the same."""
        tokens, area, font = theme.current(), self._area(), theme.font(11, tabular=True)
        foot = QRect(0, round(area.bottom()) + 4, self.width(), theme.px(_FOOT - 4)).adjusted(
            round(area.left()) - theme.px(_RADIUS), 0, 0, 0
        )
        first, last = self._points[0][0], self._points[-1][0]
        elided(painter, self._visual(foot), self._day(first), font, tokens.text3)
        if last != first:
            elided(painter, self._visual(foot), self._day(last), font, tokens.text3, trailing=True)

    def _paint_points(self, painter: QPainter) -> None:
        tokens, radius = theme.current(), theme.px(_RADIUS)
        font = theme.font(theme.CAPTION, theme.SEMIBOLD, tabular=True)
        metrics, taken = QFontMetrics(font), list[QRectF]()
        for day, value in self._points:
            at = QPointF(self._x(day), self._y(value))
            painter.setPen(QPen(QColor(tokens.surface), 1.5))
            painter.setBrush(QColor(tokens.series[0]))
            painter.drawEllipse(at, radius, radius)
        for day, value in reversed(self._points):  # the newest has its figure in any case
            at = QPointF(self._x(day), self._y(value))
            wide, high = metrics.horizontalAdvance(str(value)) + 4, metrics.height()
            top = at.y() - radius - high if at.y() - radius - high >= 0 else at.y() + radius
            spot = QRectF(at.x() - wide / 2, top, wide, high)
            if not any(spot.adjusted(-2, 0, 2, 0).intersects(other) for other in taken):
                painter.setFont(font)
                painter.setPen(QColor(tokens.text))
                painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), str(value))
                taken.append(spot)

    def _area(self) -> QRectF:
        left, top, right = theme.px(_LEFT), theme.px(18), theme.px(16)
        return QRectF(
            left, top, max(40, self.width() - left - right), self.height() - top - theme.px(_FOOT + 4)
        )

    def _x(self, day: dt.date) -> float:
        """Where a day is; the only one there is in the middle."""
        first, last = self._points[0][0], self._points[-1][0]
        share = (day - first).days / (last - first).days if last != first else 0.5
        area, inset = self._area(), theme.px(10)
        return self._mirror(area.left() + inset + share * (area.width() - 2 * inset))

    def _y(self, value: int) -> float:
        area = self._area()
        return area.bottom() - value / 100 * area.height()

    def _mirror(self, x: float) -> float:
        return self.width() - x if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else x

    def _visual(self, spot: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), spot)

    def _day(self, day: dt.date) -> str:
        return self.locale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
