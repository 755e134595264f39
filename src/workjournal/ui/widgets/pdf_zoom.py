"""How large the pages of a PDF are: so that they fit, or so many per cent of their size on paper."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QSizeF

ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
"""The steps; 1.0 is the size on paper."""
_POINTS_AN_INCH = 72


class Fit(Enum):
    """What the size of the pages follows while the window changes."""

    WIDTH = "width"
    PAGE = "page"


Zoom = Fit | float


def scale(zoom: Zoom, room: QSizeF, pages: Sequence[tuple[float, float]], dots_an_inch: float) -> float:
    """Logical pixels a point, such that the widest and the highest page fit the room in logical pixels; 1.0 without pages.

    What fits is within the steps too.
    """
    real = dots_an_inch / _POINTS_AN_INCH
    if isinstance(zoom, float) or not pages:
        return real * (zoom if isinstance(zoom, float) else 1.0)
    fits = room.width() / max(wide for wide, _ in pages)
    if zoom is Fit.PAGE:
        fits = min(fits, room.height() / max(high for _, high in pages))
    return min(max(fits, real * ZOOMS[0]), real * ZOOMS[-1])


def stepped(now: float, steps: int) -> float:
    """The next zoom that is larger (1) or smaller (-1) than now, up to the last."""
    close = 0.005
    if steps > 0:
        return next((zoom for zoom in ZOOMS if zoom > now + close), ZOOMS[-1])
    return next((zoom for zoom in reversed(ZOOMS) if zoom < now - close), ZOOMS[0])
