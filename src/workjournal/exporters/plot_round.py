"""A figure whose rows stand around a middle, on the unit square: where its points, rings and names at the rim are."""

import math
from typing import Any

from workjournal.charts.figure import Figure
from workjournal.exporters.letters import short
from workjournal.exporters.plot_axis import Scale

RINGS = (0.25, 0.5, 0.75, 1.0)
"""Parts of the way from the middle to the rim."""
LONGEST_NAME = 44
"""Letters of a name at the rim: of so many, twelve names have room around it even where each letter is a wide one."""
_CENTRAL = 1e-9

Place = tuple[float, float]


def place(point: Place, figure: Figure, across: Scale) -> Place:
    """Where a point (value, row) of the figure is: the topmost row at twelve o'clock, the others clockwise from there."""
    value, row = point
    return _around(across.held(value), _turn(row, figure))


def outline(figure: Figure) -> dict[str, Any] | None:
    """The rings, each closed, and the names at the rim with the side they are on; None for a figure that is not round.

    `foot` is where the lowest corner of the rim is.
    """
    if not figure.outlines:
        return None
    rows = range(len(figure.y.labels) - 1, -1, -1)
    turns = [_turn(row, figure) for row in rows]
    rim = [_around(1.0, turn) for turn in turns]
    return {
        "rings": [[_around(part, turn) for turn in (*turns, *turns[:1])] for part in RINGS],
        "foot": min((up for _, up in rim), default=0.0),
        "names": [
            {"at": at, "label": short(figure.y.labels[row], LONGEST_NAME), "side": _side(turn)}
            for row, at, turn in zip(rows, rim, turns, strict=True)
        ],
    }


def _turn(row: float, figure: Figure) -> float:
    """Radians clockwise from the top."""
    many = max(1, len(figure.y.labels))
    return math.tau * (many - 1 - row) / many


def _around(part: float, turn: float) -> Place:
    return 0.5 + part / 2 * math.sin(turn), 0.5 + part / 2 * math.cos(turn)


def _side(turn: float) -> str:
    aside = math.sin(turn)
    return "middle" if abs(aside) < _CENTRAL else "right" if aside > 0 else "left"
