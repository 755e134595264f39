"""The grid of small multiples: where each panel stands, and what is told once for all of them. Import it late."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QWidget

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

_ROOMY, _NARROWEST, _LOWEST, _SQUARE = 176, 156, 80, 14
_ACROSS, _DOWN = 12, 14
_PANEL = Trim(titled=True)


@dataclass(frozen=True)
class Plan:
    """How panels stand in a width: in so many columns and rows, each at least as large as `first`, with what is above it.

    `below` is for the names below the last row, `title` for the title below those; all in pixels.
    """

    columns: int
    rows: int
    first: QRect
    below: int
    title: int
    gap: int

    def height(self, rows: int) -> int:
        """What so many rows need, with what is above and below them."""
        high = self.first.height() + self.gap
        return self.first.top() + rows * high - self.gap + self.below + self.title

    def rows_in(self, height: int) -> int:
        """How many rows stand whole in a height; one in any case."""
        return next((rows for rows in range(self.rows, 1, -1) if self.height(rows) <= height), 1)


class ChartGrid(QWidget):
    """The panels themselves, and above them what is the same for all: the key and the title of the heights."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("placed_by_hand", True)  # so that Tab finds the panels
        self.views: list[ChartView] = []
        self._panels: tuple[Figure, ...] = ()
        self._plot = Plot(self)
        self._key: tuple[Keyed, ...] = ()
        self._same: tuple[bool, ...] = (False, False)
        self._planned: tuple[object, tuple[Plan, ...]] | None = None

    def set_panels(self, panels: tuple[Figure, ...]) -> list[ChartView]:
        """Show these; those views that are new are returned."""
        self._panels, self._planned = panels, None
        for view in self.views[len(panels) :]:
            view.hide()
            view.deleteLater()
        del self.views[len(panels) :]
        for view, panel in zip(self.views, panels, strict=False):
            view.show_figure(panel)
        new = [ChartView(panel, self, plot=self._plot, trim=_PANEL) for panel in panels[len(self.views) :]]
        self.views += new
        return new

    def plan(self, width: int, height: int) -> Plan:
        """Where the panels stand in a width: wide ones if all of them are then seen in that height, else more in a row."""
        wanted = (width, theme.px(100), self.locale())
        if self._planned is None or self._planned[0] != wanted:
            self._planned = (wanted, tuple(self._plan(width, least) for least in (_ROOMY, _NARROWEST)))
        roomy, close = self._planned[1]
        return roomy if roomy.height(roomy.rows) <= height else close

    def place(self, plan: Plan, rows: int, height: int) -> None:
        """Put the panels of the first rows beside and below each other, all of that height; the others are hidden.

        Time runs from left to right in every script, so the names of heights are at the left in each.
        """
        shown = min(len(self.views), rows * plan.columns)
        first = QRect(plan.first)
        first.setHeight(first.height() + max(0, height - plan.height(rows)) // rows)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for place, view in enumerate(self.views[:shown]):
            row, column = divmod(place, plan.columns)
            seen = plan.columns - 1 - column if mirrored else column
            rect = first.translated(
                seen * (first.width() + theme.px(_ACROSS)), row * (first.height() + plan.gap)
            )
            outer = seen == 0 or (mirrored and place == shown - 1)
            lowest = place + plan.columns >= shown
            view.set_trim(Trim(True, outer or not self._same[1], lowest or not self._same[0]))
            view.setGeometry(rect.adjusted(-first.left() if outer else 0, 0, 0, plan.below if lowest else 0))
        for place, view in enumerate(self.views):
            view.setVisible(place < shown)
        self.update()

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

    def _plan(self, width: int, narrowest: int) -> Plan:
        """Measured anew: the key and the room for names are of that width too."""
        self._same = tuple(_same([axis(panel) for panel in self._panels]) for axis in (_x, _y))
        first, gap = self._panels[0], theme.px(_DOWN)
        columns = self._columns(width, narrowest)
        rows = -(-len(self.views) // columns)
        heat = width - heat_room(width).left() if any(panel.cells for panel in self._panels) else 0.0
        self._key = keyed(_named(self._panels), self._titles()[1], 0, width - heat)
        head, title = self._head(heat), round(self._line() * 1.2) if self._titles()[0] else 0
        side = self._side(first, (width - _gaps(columns)) / columns) if self._same[1] else 0
        wide = (width - side - _gaps(columns)) // columns
        below = round(foot(first, wide, self.locale(), _PANEL)) - theme.px(10) if self._same[0] else 0
        least = theme.px(_LOWEST) + (0 if self._same[0] else theme.px(16))
        return Plan(columns, rows, QRect(side, head, wide, least), below, title, gap)

    def _titles(self) -> tuple[str, str]:
        """Of the x and the y axis, where it is the same for all."""
        titles = [{axis(panel).title for panel in self._panels} for axis in (_x, _y)]
        first, second = (next(iter(found)) if len(found) == 1 else "" for found in titles)
        return first, second

    def _columns(self, width: int, narrowest: int) -> int:
        """As many as stand beside each other, each that wide, and no more than fill their rows."""
        least = float(theme.px(narrowest))
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
