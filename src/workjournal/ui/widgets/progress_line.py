"""Progress and confidence over the weeks of a goal, as two lines with their words beside them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDate, QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from workjournal.ui import theme
from workjournal.ui.widgets.painting import elided, painting

_HEIGHT, _FOOT, _LEFT, _MARK = 168, 22, 30, 4


@dataclass(frozen=True)
class Line:
    """Values 0–100 by day, oldest first, and the word at their end. `place` is that in the chart palette."""

    name: str
    points: tuple[tuple[dt.date, int], ...]
    place: int = 0


class ProgressLine(QLabel):
    """A picture only: the numbers stand in the list below it, and in its accessible description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._start = self._end = dt.date(2000, 1, 3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_lines(self, lines: Sequence[Line], start: dt.date, end: dt.date) -> None:
        """Show these between two days; lines without points are left out."""
        self._lines = [line for line in lines if line.points]
        days = [day for line in self._lines for day, _ in line.points]
        self._start, self._end = min([start, *days]), max([end, *days])
        self.setAccessibleDescription(", ".join(self._reading(line) for line in self._lines))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(420), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - small enough to paint whole
        with painting(self) as painter:
            self._paint_grid(painter)
            for line in self._lines:
                self._paint_line(painter, line)
            self._paint_names(painter)

    def _reading(self, line: Line) -> str:
        return self.tr("{name} from {first} to {last} in {n} ratings").format(
            name=line.name, first=line.points[0][1], last=line.points[-1][1], n=len(line.points)
        )

    def _paint_grid(self, painter: QPainter) -> None:
        tokens, area = theme.current(), self._area()
        font = theme.font(11, tabular=True)
        for value in (0, 50, 100):
            y = round(self._y(value)) + 0.5
            painter.setPen(QPen(QColor(tokens.border), 1))
            painter.drawLine(QLineF(self._mirror(area.left()), y, self._mirror(area.right()), y))
            spot = QRect(0, round(y) - theme.px(9), theme.px(_LEFT - 8), theme.px(18))
            elided(painter, self._visual(spot), str(value), font, tokens.text3, trailing=True)
        foot = QRect(round(area.left()), round(area.bottom()) + 4, round(area.width()), theme.px(_FOOT - 4))
        elided(painter, self._visual(foot), self._day(self._start), font, tokens.text3)
        elided(painter, self._visual(foot), self._day(self._end), font, tokens.text3, trailing=True)

    def _paint_line(self, painter: QPainter, line: Line) -> None:
        ink = QColor(theme.current().series[line.place])
        points = [self._point(*point) for point in line.points]
        style = Qt.PenStyle.SolidLine if line.place == 0 else Qt.PenStyle.DashLine
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 2, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(QColor(theme.current().surface), 1.5))
        painter.setBrush(ink)
        side = theme.px(_MARK)
        for point in points:
            if line.place == 0:
                painter.drawEllipse(point, side, side)
            else:
                painter.drawRect(
                    QRectF(point.x() - side + 0.5, point.y() - side + 0.5, 2 * side - 1, 2 * side - 1)
                )

    def _paint_names(self, painter: QPainter) -> None:
        """The words at the ends of the lines, pushed apart where they would lie on each other."""
        tokens, high = theme.current(), theme.px(18)
        ends = sorted(self._lines, key=lambda line: -line.points[-1][1])
        lowest = 0.0
        for line in ends:
            top = max(self._y(line.points[-1][1]) - high / 2, lowest)
            lowest = top + high
            left = self._area().left() + self._along(line.points[-1][0]) + theme.px(12)
            spot = QRect(round(left), round(top), round(self.width() - left), high)
            mark = QRectF(self._visual(QRect(spot.left(), spot.center().y() - 3, 8, 8)))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.series[line.place]))
            if line.place == 0:
                painter.drawEllipse(mark)
            else:
                painter.drawRect(mark)
            words = self._visual(spot.adjusted(theme.px(13), 0, 0, 0))
            elided(painter, words, self._name(line), theme.font(theme.CAPTION, theme.SEMIBOLD), tokens.text)

    def _name(self, line: Line) -> str:
        return f"{line.name} {line.points[-1][1]}"

    def _area(self) -> QRectF:
        metrics = QFontMetrics(theme.font(theme.CAPTION, theme.SEMIBOLD))
        names = max((metrics.horizontalAdvance(self._name(line)) for line in self._lines), default=0)
        right = self.width() - names - theme.px(30)
        left, top = theme.px(_LEFT), theme.px(10)
        return QRectF(left, top, max(40, right - left), self.height() - top - theme.px(_FOOT))

    def _point(self, day: dt.date, value: int) -> QPointF:
        return QPointF(self._mirror(self._area().left() + self._along(day)), self._y(value))

    def _along(self, day: dt.date) -> float:
        share = (day - self._start).days / max(1, (self._end - self._start).days)
        return share * self._area().width()

    def _y(self, value: int) -> float:
        area = self._area()
        return area.bottom() - value / 100 * area.height()

    def _mirror(self, x: float) -> float:
        return self.width() - x if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else x

    def _visual(self, spot: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), spot)

    def _day(self, day: dt.date) -> str:
        return self.locale().toString(QDate(day.year, day.month, day.day), "d MMM")
