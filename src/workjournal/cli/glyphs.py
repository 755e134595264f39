"""The characters a figure is drawn with: one set for a terminal that has them, one of plain ASCII for one that has not."""

from dataclasses import dataclass
from functools import cached_property

from workjournal.charts.figure import Figure, Series

CROWD = 40
"""From so many points without a line on, a series is drawn as small dots, so that it does not bury the others."""


@dataclass(frozen=True)
class Glyphs:
    """Each a single column wide. `markers` has small, middle and large of each shape; the large one is the usual."""

    markers: dict[str, str]
    spare: str
    bars: str
    solid: str
    dash: str
    heat: str
    dot: str
    upright: str
    flat: str
    corner: str
    edge: str
    side: str
    more: str

    @cached_property
    def all(self) -> str:
        """Every character of the set."""
        single = (self.dot, self.upright, self.flat, self.corner, self.edge, self.side, self.more)
        groups = (self.spare, self.bars, self.solid, self.dash, self.heat)
        return "".join((*self.markers.values(), *groups, *single))

    def of(self, figure: Figure) -> list[str]:
        """The character of each series, no two names with the same as long as there are enough."""
        known: dict[str, str] = {}
        for series in figure.series:
            wanted = self._wanted(series)
            free = (glyph for glyph in wanted if glyph not in known.values())
            known.setdefault(_meaning(series), next(free, wanted[0]))
        return [known[_meaning(series)] for series in figure.series]

    def sized(self, series: Series, glyph: str, place: int) -> str:
        """The character of one point, after its size where the series has sizes and its shape comes in several."""
        shape = self.markers.get(series.marker, "")
        if not series.sizes or not shape or glyph != shape[-1]:
            return glyph
        return shape[min(len(shape) - 1, max(0, int(series.sizes[place] * len(shape))))]

    def _wanted(self, series: Series) -> str:
        if series.form == "bars":
            return self.bars
        if series.marker == "none":
            return self.dash if series.line == "dash" else self.solid
        if series.line == "none" and not series.sizes and len(series.points) >= CROWD:
            return self.dot + self.markers[series.marker][-1] + self.spare
        return self.markers[series.marker][-1] + self.spare


def _meaning(series: Series) -> str:
    """What is the same for pieces of one line, such as the centre before and after a change."""
    return f"{series.name} {series.form} {series.marker} {series.line}"


UNICODE = Glyphs(
    markers={"circle": "∘•●", "square": "▫▪■", "triangle": "▵▴▲", "diamond": "⋄◇◆"},
    spare="○□△×+abcdefgh",
    bars="█▒░▓▚",
    solid="─═━~",
    dash="╌┄┉╍",
    heat="·░▒▓█",
    dot="·",
    upright="│",
    flat="─",
    corner="└",
    edge="┈",
    side="┊",
    more="…",
)
ASCII = Glyphs(
    markers={"circle": ".oO", "square": ":=#", "triangle": "'^A", "diamond": "+xX"},
    spare="@%&abcdefgh",
    bars="#=+:%",
    solid="-_=*",
    dash="~-_*",
    heat=".:+x#",
    dot=".",
    upright="|",
    flat="-",
    corner="+",
    edge=".",
    side=":",
    more="~",
)


def glyphs(encoding: str, kind: str) -> Glyphs:
    """The drawn characters, or plain ASCII where the system's encoding lacks one or the terminal is of the kind "dumb".

    What is printed is UTF-8 whatever the system has (see cli/program.py), so the streams do not tell.
    """
    try:
        UNICODE.all.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return ASCII if kind == "dumb" else UNICODE
