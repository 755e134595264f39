"""The order of the Tab key, for pages whose parts are not made in the order in which they are read."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def chain(*parts: QWidget) -> None:
    """Let Tab walk through the parts in this order, and within each as its form is laid out."""
    stops = [stop for part in parts for stop in (part, *part.findChildren(QWidget)) if _stops(stop)]
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)


def _stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
