"""Small multiples: a grid of charts with the same axes, as many beside each other as can be read. Import it late."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from workjournal.charts.figure import Axis, Figure, Series
from workjournal.ui import theme
from workjournal.ui.widgets.chart_axis import ticks
from workjournal.ui.widgets.chart_frame import Keyed, Trim
from workjournal.ui.widgets.chart_key import heat_room, keyed, paint_heat, paint_key
from workjournal.ui.widgets.chart_layout import WIDEST_NAME, foot, gutter
from workjournal.ui.widgets.chart_marks import line_of
from workjournal.ui.widgets.chart_plot import Plot
from workjournal.ui.widgets.chart_shapes import axes
from workjournal.ui.widgets.chart_view import ChartView
from workjournal.ui.widgets.painting import painting

_NARROWEST, _LOWEST, _SQUARE = 176, 88, 14
_ACROSS, _DOWN = 12, 14
_PANEL = Trim(titled=True)


class ChartPanels(QScrollArea):
    """The panels of a Figure in reading order; where there is no room for all of them they scroll.

    Names at the axes stand at the leading and the lowest panels only where all panels have the same axis.
    """

    opened = Signal(str)
    """The id of the thing behind a point."""

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.grid = _Grid(self)
        self.setWidget(self.grid)
        self.show_figure(figure)

    def show_figure(self, figure: Figure) -> None:
        """Show other values of the same chart."""
        self.setAccessibleName(figure.title)
        self.setAccessibleDescription(figure.reading)
        for view in self.grid.set_panels(shared(figure.panels)):
            view.opened.connect(self.opened)
        self.grid.arrange(self.viewport().size())

    def views(self) -> list[ChartView]:
        """The panels, in reading order."""
        return self.grid.views

    def sizeHint(self) -> QSize:
        return QSize(theme.px(420), theme.px(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.grid.arrange(self.viewport().size())


class _Grid(QWidget):
    """The panels themselves, and above them what is the same for all: the key and the title of the heights."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.views: list[ChartView] = []
        self._panels: tuple[Figure, ...] = ()
        self._plot = Plot(self)
        self._key: tuple[Keyed, ...] = ()
        self._same: tuple[bool, ...] = (False, False)
        self._arranged_for: object = None

    def set_panels(self, panels: tuple[Figure, ...]) -> list[ChartView]:
        """Show these; those views that are new are returned."""
        self._panels, self._arranged_for = panels, None
        for view in self.views[len(panels) :]:
            view.hide()
            view.deleteLater()
        del self.views[len(panels) :]
        for view, panel in zip(self.views, panels, strict=False):
            view.show_figure(panel)
        new = [ChartView(panel, self, plot=self._plot, trim=_PANEL) for panel in panels[len(self.views) :]]
        self.views += new
        for view in new:
            view.setVisible(True)
        return new

    def arrange(self, room: QSize) -> None:
        """Share the room out; nothing is done where that is as it was."""
        wanted = (room, theme.px(100), self.layoutDirection())
        if not self.views or wanted == self._arranged_for:
            return
        self._arranged_for = wanted
        self._same = tuple(_same([axis(panel) for panel in self._panels]) for axis in (_x, _y))
        width, first = room.width(), self._panels[0]
        columns = self._columns(width)
        rows = -(-len(self.views) // columns)
        heat = width - heat_room(width).left() if any(panel.cells for panel in self._panels) else 0.0
        self._key = keyed(_named(self._panels), self._titles()[1], 0, width - heat)
        head, title = self._head(heat), round(self._line() * 1.2) if self._titles()[0] else 0
        side = self._side(first, (width - _gaps(columns)) / columns) if self._same[1] else 0
        wide = (width - side - _gaps(columns)) // columns
        below = round(foot(first, wide, self.locale(), _PANEL)) - theme.px(10) if self._same[0] else 0
        spare = room.height() - head - below - title - theme.px(_DOWN) * (rows - 1)
        high = max(spare // rows, theme.px(_LOWEST) + (0 if self._same[0] else theme.px(16)))
        self.setMinimumHeight(head + rows * high + (rows - 1) * theme.px(_DOWN) + below + title)
        self._place(columns, QRect(side, head, wide, high), below)
        self.update()

    def _place(self, columns: int, first: QRect, below: int) -> None:
        """Put the panels beside and below the place of the first; names go into what is left of and below them.

        Time runs from left to right in every script, so the names of heights are at the left in each.
        """
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for place, view in enumerate(self.views):
            row, column = divmod(place, columns)
            seen = columns - 1 - column if mirrored else column
            rect = first.translated(
                seen * (first.width() + theme.px(_ACROSS)), row * (first.height() + theme.px(_DOWN))
            )
            outer = seen == 0 or (mirrored and place == len(self.views) - 1)
            lowest = place + columns >= len(self.views)
            view.set_trim(Trim(True, outer or not self._same[1], lowest or not self._same[0]))
            view.setGeometry(rect.adjusted(-first.left() if outer else 0, 0, 0, below if lowest else 0))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - a few words
        font, ink, (below, aside) = theme.font(theme.CAPTION), theme.current().text3, self._titles()
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme.color("surface"))
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            paint_key(painter, self._key)
            if any(panel.cells for panel in self._panels):
                paint_heat(painter, heat_room(self.width()))
            top = QRectF(0, 0, self.width(), self._line())
            line_of(painter, top, aside, font, ink, Qt.AlignmentFlag.AlignLeft)
            foot_line = top.translated(0, self.height() - self._line())
            line_of(painter, foot_line, below, font, ink, Qt.AlignmentFlag.AlignHCenter)

    def _titles(self) -> tuple[str, str]:
        """Of the x and the y axis, where it is the same for all."""
        titles = [{axis(panel).title for panel in self._panels} for axis in (_x, _y)]
        first, second = (next(iter(found)) if len(found) == 1 else "" for found in titles)
        return first, second

    def _columns(self, width: int) -> int:
        """As many as can be read beside each other, and no more than fill their rows."""
        least = float(theme.px(_NARROWEST))
        for panel in self._panels:
            if panel.cells:
                x, _ = axes(panel)
                least = max(least, (x.high - x.low) * theme.px(_SQUARE) + theme.px(_NARROWEST) / 3)
        most = max(1, int((width + theme.px(_ACROSS)) / (least + theme.px(_ACROSS))))
        rows = -(-len(self.views) // most)
        return -(-len(self.views) // rows)

    def _head(self, heat: float) -> int:
        if self._key:
            return round(self._key[-1].rect.bottom() + self._line() * 0.6)
        return round(self._line() * 1.6) if heat or self._titles()[1] else 0

    def _side(self, panel: Figure, wide: float) -> int:
        """The room for the names of heights, beyond what every panel has left of its plot."""
        named = gutter(ticks(panel.y, theme.px(_LOWEST), self.locale()), wide / (1 - WIDEST_NAME))
        return max(0, round(named) - theme.px(10))

    def _line(self) -> float:
        return QFontMetricsF(theme.font(theme.CAPTION)).height()


def shared(panels: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The panels with one x and one y axis wide enough for all, where all were given the same; measures keep their own."""
    pairs = zip(panels, _common(panels, _x, 0), _common(panels, _y, 1), strict=True)
    return tuple(replace(panel, x=x, y=y) for panel, x, y in pairs)


def _common(panels: tuple[Figure, ...], given: Callable[[Figure], Axis], place: int) -> list[Axis]:
    own = [axes(panel)[place] for panel in panels]
    if len({given(panel) for panel in panels}) != 1:
        return own
    low, high = min(axis.low for axis in own), max(axis.high for axis in own)
    return [replace(axis, low=low, high=high) for axis in own]


def _x(panel: Figure) -> Axis:
    return panel.x


def _y(panel: Figure) -> Axis:
    return panel.y


def _same(axes_of: list[Axis]) -> bool:
    """Whether one of them tells the places of all."""
    return len(set(axes_of)) == 1


def _named(panels: tuple[Figure, ...]) -> tuple[Series, ...]:
    """One series of each name and look, if there are several of them; a panel's title names a single one."""
    found = {
        (series.name, series.place, series.marker, series.line, series.form): series
        for panel in panels
        for series in panel.series
    }
    return tuple(found.values()) if len(found) > 1 else ()


def _gaps(columns: int) -> int:
    return theme.px(_ACROSS) * (columns - 1)
