"""A chart one can look at, point at and walk through with the arrow keys. Loads pyqtgraph: import it late."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workjournal.charts.figure import Figure
from workjournal.ui import theme
from workjournal.ui.widgets.chart_frame import WHOLE, Frame, Trim
from workjournal.ui.widgets.chart_layout import frame
from workjournal.ui.widgets.chart_pace import PACE
from workjournal.ui.widgets.chart_plot import Plot, area
from workjournal.ui.widgets.chart_read_out import ReadOut, paint_chosen, paint_read_out, read_out
from workjournal.ui.widgets.chart_spots import CELL, Spots, spots
from workjournal.ui.widgets.chart_words import paint_words
from workjournal.ui.widgets.painting import focus_ring, painting

_REACH = 28
_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


class ChartView(QLabel):
    """Shows a Figure. Pointing or the arrow keys choose a point; a click or Enter opens what is behind it.

    The drawing is kept as a picture until size, resolution or theme change; only the read-out is painted anew.
    """

    opened = Signal(str)
    """The id of the thing behind a point."""

    def __init__(
        self,
        figure: Figure,
        parent: QWidget | None = None,
        *,
        plot: Plot | None = None,
        trim: Trim = WHOLE,
    ) -> None:
        """Panels beside each other share one `plot`, and differ from a chart of its own by their `trim`."""
        super().__init__(parent)
        self._figure, self._trim = figure, trim
        self._plot = plot or Plot(self)
        self._frame: Frame | None = None
        self._spots: Spots | None = None
        self._picture = QPixmap()
        self._drawn_for: object = None
        self._at, self._pointed = -1, -1
        self._told: tuple[int, ReadOut] | None = None
        # Time runs from left to right in every script.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(figure.title)
        self.setAccessibleDescription(figure.reading)
        # A label with a picture is a graphic to a screen reader; what is seen is painted below.
        graphic = QPixmap(1, 1)
        graphic.fill(Qt.GlobalColor.transparent)
        self.setPixmap(graphic)

    def show_figure(self, figure: Figure) -> None:
        """Show other values of the same chart; the chosen point stays where its number is still there."""
        self._figure, self._drawn_for = figure, None
        self.setAccessibleName(figure.title)
        self.setAccessibleDescription(figure.reading)
        self.update()

    def set_trim(self, trim: Trim) -> None:
        """Leave out what a neighbour says."""
        self._trim = trim
        self.update()

    def drawing(self) -> QPixmap:
        """The chart as it is, without read-out."""
        self._draw()
        return self._picture

    def sizeHint(self) -> QSize:
        return QSize(theme.px(420), theme.px(240))

    def minimumSizeHint(self) -> QSize:
        return (
            QSize(theme.px(160), theme.px(96)) if self._trim.titled else QSize(theme.px(200), theme.px(160))
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - a picture and a read-out
        if not self._is_drawn():
            if PACE.has_room():
                with PACE.taken():
                    self._draw()
            else:
                PACE.later(self)
        with painting(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            if self.hasFocus():
                focus_ring(painter, self.rect(), theme.RADIUS_S)
            chosen = self._pointed if self._pointed >= 0 else self._at if self.hasFocus() else -1
            if chosen >= 0 and self._is_drawn() and self._frame is not None and self._spots is not None:
                at = QPointF(*self._spots.places[chosen])
                paint_chosen(painter, self._figure, self._frame, self._spots, chosen)
                paint_read_out(painter, self._read_out(chosen), at, self.rect())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._point(event.position())
            self._at = self._pointed if self._pointed >= 0 else self._at
            self._open(self._pointed)

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002 - that it left is all there is to know
        self._pointed = -1
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._draw()
        if self._spots is not None and self._at < 0 < len(self._spots.places):
            self._choose(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        self._draw()
        if self._spots is None or not len(self._spots.places):
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self._choose(self._spots.step(max(self._at, 0), key))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._choose(self._spots.end(max(self._at, 0), first=key == Qt.Key.Key_Home))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self._at)
        else:
            super().keyPressEvent(event)

    def _wanted(self) -> object:
        return self.size(), self.devicePixelRatioF(), theme.current().name, theme.px(100), self._trim

    def _is_drawn(self) -> bool:
        return self._drawn_for == self._wanted()

    def _draw(self) -> None:
        """Draw anew if anything it depends on has changed."""
        if self._is_drawn():
            return
        self._drawn_for, ratio = self._wanted(), self.devicePixelRatioF()
        self._frame = frame(self._figure, self.size(), self.locale(), self._trim)
        self._spots = spots(self._figure, self._frame)
        self._at = min(self._at, len(self._spots.places) - 1)
        self._pointed, self._told = -1, None
        drawing = self._plot.draw(self._figure, self._frame, self._spots)
        self._picture = QPixmap(self.size() * ratio)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(theme.color("surface"))
        with painting(self._picture) as painter:
            painter.drawPixmap(area(self._frame).topLeft(), drawing)
            paint_words(painter, self._figure, self._frame, self._spots, self.width())

    def _point(self, where: QPointF) -> None:
        self._draw()
        assert self._spots is not None
        found = self._spots.nearest(where, theme.px(_REACH))
        if found != self._pointed:
            self._pointed = found
            opens = self._id(found) != ""
            self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
            self.update()

    def _choose(self, spot: int) -> None:
        self._at, self._pointed = spot, -1
        self.update()
        words = self._read_out(spot).spoken()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _read_out(self, spot: int) -> ReadOut:
        if self._told is None or self._told[0] != spot:
            self._told = (spot, read_out(self._figure, *self._which(spot), self.locale()))
        return self._told[1]

    def _open(self, spot: int) -> None:
        if found := self._id(spot):
            self.opened.emit(found)

    def _which(self, spot: int) -> tuple[int, int]:
        assert self._spots is not None
        return int(self._spots.series[spot]), int(self._spots.points[spot])

    def _id(self, spot: int) -> str:
        if spot < 0:
            return ""
        series, point = self._which(spot)
        if series == CELL:
            return self._figure.cells[point].id
        ids = self._figure.series[series].ids
        return ids[point] if point < len(ids) else ""
