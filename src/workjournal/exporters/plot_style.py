"""How series look on paper: by colour, and where that is not enough by marker, dash and hatching."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from workjournal.charts.figure import Series

COLOURS = ("#0F6B63", "#C77700", "#6B45C6", "#8C1D2B", "#5596D8")
"""The light chart palette of shared/look/look.md, by a series' place."""
HEAT = ("#ECE9E3", "#B4DAD1", "#76BDB0", "#3A9386", "#0F6B63")
"""The light heat steps of shared/look/look.md."""

DASHES: tuple[tuple[float, ...], ...] = ((), (4, 2.5), (1.2, 2), (7, 2, 1.2, 2), (2.5, 1.2))
"""Points of line and gap; nothing is a whole line."""
MARKERS = ("circle", "square", "triangle", "diamond")
HATCHES = ("full", "rising", "outline", "dots", "falling")

Look = tuple[str, tuple[float, ...] | None, str]
"""Marker, dash and hatch."""


@dataclass(frozen=True)
class Style:
    """`marker` may be "none"; `dash` is None where no line is drawn; `hatch` is that of bars, or empty."""

    colour: str
    marker: str
    dash: tuple[float, ...] | None
    hatch: str


def styles(series: Sequence[Series]) -> list[Style]:
    """A look for each, as the figure asks for it, so that no two are alike without their colours.

    The first that asks for a look has it; a later one gets the next dash, or the next marker where it has no line.
    """
    looks: dict[tuple[str, str, str, str], Look] = {}
    for one in series:
        wanted = list(_wanted(one))
        free = (look for look in wanted if look not in looks.values())
        looks.setdefault(_meaning(one), next(free, wanted[0]))
    return [Style(COLOURS[one.place % len(COLOURS)], *looks[_meaning(one)]) for one in series]


def _meaning(one: Series) -> tuple[str, str, str, str]:
    """What is the same for pieces of one line, such as the centre before and after a change."""
    return one.name, one.form, one.marker, one.line


def _wanted(one: Series) -> Sequence[Look]:
    """Every look that would do, the best first."""
    if one.form == "bars":
        first = one.place % len(HATCHES)
        return [("none", None, hatch) for hatch in (*HATCHES[first:], *HATCHES[:first])]
    markers = [one.marker, *(known for known in MARKERS if known != one.marker)]
    if one.marker == "none":
        markers = ["none"]
    if one.line == "none":
        return [(marker, None, "") for marker in markers]
    dashes = DASHES if one.line == "solid" else DASHES[1:]
    return [(marker, dash, "") for marker, dash in product(markers, dashes)]
