"""The order of the Tab key: that of the layouts, whenever and by whom the fields were made.

Qt's own is the order of making. `<tabstops>` in a form cannot mend it: what a class adds later (chips, cards, parts)
is not there yet, and moving a field that hands its focus on to a child can cut whole pages off.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QPushButton, QScrollArea, QWidget


def chain(*parts: QWidget) -> None:
    """Let Tab walk through the parts in this order, and within each as it is laid out; Enter presses every button."""
    stops = [stop for part in parts for stop in _stops(part)]
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)
    for stop in stops:
        if isinstance(stop, QPushButton):
            stop.setAutoDefault(True)  # Qt's own choice in a dialog; elsewhere only Space would press it


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QScrollArea) and (page := widget.widget()) is not None:
        yield from _stops(page)
        if page.layout() is None:  # it places what is on it by hand, made in reading order
            yield from _placed(page)
    elif widget.property("placed_by_hand"):
        yield from _placed(widget)
    elif (layout := widget.layout()) is not None:
        yield from _laid_out(layout)


def _placed(page: QWidget) -> Iterator[QWidget]:
    placed = page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    yield from (stop for child in placed for stop in _stops(child))


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from _stops(widget)
        elif (inner := item.layout()) is not None:
            yield from _laid_out(inner)
