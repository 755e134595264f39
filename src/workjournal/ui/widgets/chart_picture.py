"""The picture of a chart's card, to be copied. Loads pyqtgraph: import it late."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QStackedWidget, QWidget

from workjournal.ui.widgets.chart_pace import PACE
from workjournal.ui.widgets.chart_panels import ChartPanels


def picture_of(card: QWidget, stack: QStackedWidget, buttons: Sequence[QWidget]) -> QPixmap:
    """The whole card with all panels of the chart on its stack, without its buttons and the mark of the keyboard.

    It is as it was before anyone sees it.
    """
    with PACE.at_once(), _bare(card, buttons):
        shown = stack.currentWidget()
        if isinstance(shown, ChartPanels):
            with _as_high_as_its_panels(card, stack, shown):
                return card.grab()
        return card.grab()


@contextmanager
def _bare(card: QWidget, buttons: Sequence[QWidget]) -> Iterator[None]:
    focused = card.window().focusWidget()
    within = focused if focused is not None and card.isAncestorOf(focused) else None
    seen = [button for button in buttons if not button.isHidden()]
    if within is not None:
        within.clearFocus()  # a button that is hidden would hand it on
    for button in seen:
        button.hide()
    yield
    for button in seen:
        button.show()
    if within is not None:
        within.setFocus()


@contextmanager
def _as_high_as_its_panels(card: QWidget, stack: QStackedWidget, panels: ChartPanels) -> Iterator[None]:
    size, least, most, layout = card.size(), card.minimumHeight(), card.maximumHeight(), card.layout()
    assert layout is not None
    with panels.in_full():
        stack.updateGeometry()  # by itself it would be told of it later
        card.setFixedHeight(max(size.height(), layout.totalMinimumHeightForWidth(size.width())))
        yield
        card.setMinimumHeight(least)
        card.setMaximumHeight(most)
        card.resize(size)
