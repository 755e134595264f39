"""Names below an axis, none over another: in one line, in two, aslant, or only some of them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from workjournal.ui import theme
from workjournal.ui.widgets.chart_axis import Tick

SLOPE = 35.0
"""Degrees by which a name that is longer than its column rises to the right."""
_GAP = 8
_BREAKABLE, _MOST_ASLANT, _LONGEST_ASLANT = 52, 16, 96

Way = Literal["line", "broken", "aslant", "some"]


@dataclass(frozen=True)
class Name:
    """A name below the axis: its tick's place, its lines, how wide the widest is, and whether it is written aslant."""

    middle: float
    lines: tuple[str, ...]
    wide: float
    aslant: bool = False


def way(labels: Sequence[str], column: float, metrics: QFontMetricsF) -> Way:
    """How names of categories fit into columns of that many pixels.

    Some of them only where there are too many to be read, such as the weeks of a year: the read-out tells the others.
    """
    widest = max((metrics.horizontalAdvance(text) for text in labels), default=0.0)
    if widest <= column - _GAP:
        return "line"
    if "" in labels or len(labels) > _MOST_ASLANT:
        return "some"
    longest = max((metrics.horizontalAdvance(word) for text in labels for word in text.split()), default=0.0)
    return "broken" if column >= theme.px(_BREAKABLE) and longest <= column - _GAP else "aslant"


def depth(labels: Sequence[str], how: Way, metrics: QFontMetricsF) -> float:
    """The height that names written in that way take."""
    if how == "broken":
        return 2 * metrics.height()
    if how == "aslant":
        widest = max(metrics.horizontalAdvance(text) for text in labels)
        return min(widest, theme.px(_LONGEST_ASLANT)) * math.sin(math.radians(SLOPE)) + metrics.height()
    return metrics.height()


def names(
    ticks: Sequence[Tick], middles: Sequence[float], how: Way, column: float, metrics: QFontMetricsF
) -> tuple[Name, ...]:
    """The names of the ticks at those places, the leftmost first."""
    if how == "some":
        return _some(ticks, middles, metrics)
    made = []
    for tick, middle in zip(ticks, middles, strict=True):
        if how == "aslant":
            most = min(theme.px(_LONGEST_ASLANT), middle / math.cos(math.radians(SLOPE)))
            lines: tuple[str, ...] = (_short(tick.label, most, metrics),)
        else:
            lines = _broken(tick.label, column - _GAP, metrics) if how == "broken" else (tick.label,)
        wide = max(metrics.horizontalAdvance(line) for line in lines) + 2
        made.append(Name(middle, lines, wide, how == "aslant"))
    return tuple(made)


def _some(ticks: Sequence[Tick], middles: Sequence[float], metrics: QFontMetricsF) -> tuple[Name, ...]:
    """As many as there is room for, evenly where they stand evenly."""
    made: list[Name] = []
    widest = max((metrics.horizontalAdvance(tick.label) for tick in ticks), default=0.0)
    end = -math.inf
    for tick, middle in zip(ticks, middles, strict=True):
        if tick.label and middle >= end:
            made.append(Name(middle, (tick.label,), metrics.horizontalAdvance(tick.label) + 2))
            end = middle + widest + _GAP
    return tuple(made)


def _broken(text: str, width: float, metrics: QFontMetricsF) -> tuple[str, ...]:
    """Two lines at most, broken between words; the second is shortened where there is more."""
    first, *rest = text.split() or [""]
    while rest and metrics.horizontalAdvance(f"{first} {rest[0]}") <= width:
        first = f"{first} {rest.pop(0)}"
    return (first, _short(" ".join(rest), width, metrics)) if rest else (first,)


def _short(text: str, width: float, metrics: QFontMetricsF) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
