"""Small multiples: whole panels only, those of the first rows at first and all of them on demand. Import it late."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workjournal.charts.figure import Figure
from workjournal.ui import theme
from workjournal.ui.widgets.chart_grid import ChartGrid, shared
from workjournal.ui.widgets.chart_view import ChartView

_LAID_OUT_ANEW = {
    QEvent.Type.LayoutDirectionChange,
    QEvent.Type.LocaleChange,
    QEvent.Type.StyleChange,
    QEvent.Type.FontChange,
}


class ChartPanels(QWidget):
    """The panels of a Figure in reading order, none cut through: those that have no room are away until `show_all`.

    Names at the axes stand at the leading and the lowest panels only where all panels have the same axis.
    """

    opened = Signal(str)
    """The id of the thing behind a point."""
    shared_out = Signal()
    """`first` has changed."""

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = 0
        """How many panels have room as long as not all are asked for: all of them, where it is as many as there are."""
        self._all, self._whole = False, False
        self._usual = 0
        """The height there is while not all are asked for."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.grid = ChartGrid(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        self.show_figure(figure)

    def show_figure(self, figure: Figure) -> None:
        """Show other values of the same chart."""
        self.setAccessibleName(figure.title)
        self.setAccessibleDescription(figure.reading)
        for view in self.grid.set_panels(shared(figure.panels)):
            view.opened.connect(self.opened)
        self._arrange()
        self.updateGeometry()

    def show_all(self, wanted: bool) -> None:
        """Ask for the height of all panels, or be content with the room there is."""
        self._all = wanted
        self._arrange()
        self.updateGeometry()

    def views(self) -> list[ChartView]:
        """The panels, in reading order."""
        return self.grid.views

    @contextmanager
    def in_full(self) -> Iterator[None]:
        """All panels, for a picture; it has to have the height that is then asked for."""
        for self._whole in (True, False):
            self._arrange()
            self.updateGeometry()
            if self._whole:
                yield

    def sizeHint(self) -> QSize:
        return QSize(theme.px(420), max(theme.px(240), self.minimumSizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """The first row, or all where they were asked for."""
        plan = self.grid.plan(self.width(), self._usual)
        high = plan.height(plan.rows if self._all or self._whole else 1)
        return QSize(theme.px(200), max(theme.px(160), high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if event.oldSize().width() != self.width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _LAID_OUT_ANEW:
            self._arrange()

    def _arrange(self) -> None:
        """Show whole rows, as many as there is room for."""
        if not (self._all or self._whole):
            self._usual = self.height()
        plan = self.grid.plan(self.width(), self._usual)
        first = plan.rows_in(self._usual)
        self.grid.place(plan, plan.rows if self._all or self._whole else first, self.height())
        panels = min(len(self.views()), first * plan.columns)
        if panels != self.first:
            self.first = panels
            self.shared_out.emit()
