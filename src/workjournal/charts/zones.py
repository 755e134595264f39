"""How safe it felt to speak up, and how much was expected: for the writer alone, in no pack."""

from collections import Counter
from collections.abc import Sequence

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Axis, DataTable, Figure, Series, Zone
from workjournal.charts.wording import day
from workjournal.domain.history import History, PulsePoint
from workjournal.domain.pulse import HIGH

KEY = "zones"
TITLE = "Safety and accountability"
MOST_JOINED = 24
"""The newest months that a line joins; earlier ones are points alone, since a longer path is a knot."""
NAMES = {
    (True, True): "Learning",
    (False, True): "Anxiety",
    (True, False): "Comfort",
    (False, False): "Apathy",
}
"""Whether safety and accountability are high: the zones of Edmondson, "The Competitive Imperative of Learning"
(Harvard Business Review, July 2008)."""


def figure(history: History) -> Figure:
    """The months as a path through the plane of the two ratings, with the four zones behind it.

    A month with one of the two alone has no place in the plane; it is in the table.
    """
    placed = [pulse for pulse in history.pulses if _zone(pulse)]
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle="As it felt to you, month by month; for you alone",
        reading=_reading(placed),
        claims=tuple(map(_zone, placed[-1:])),
        n=len(placed),
        x=Axis("number", "Safe to speak up", 0, 100),
        y=Axis("number", "Much is expected", 0, 100),
        series=_series(placed),
        table=DataTable(
            ("Date", "Safety", "Accountability", "Zone"),
            tuple(_row(pulse) for pulse in reversed(history.pulses)) if placed else (),
        ),
        zones=tuple(_zones()),
    )


def _zone(pulse: PulsePoint) -> str:
    """Its zone's name, "" without both; the middle of a scale counts as high."""
    if pulse.safety is None or pulse.accountability is None:
        return ""
    return NAMES[pulse.safety >= HIGH, pulse.accountability >= HIGH]


def _zones() -> list[Zone]:
    low, high = (0.0, float(HIGH)), (float(HIGH), 100.0)
    made = []
    for (safe, expected), name in NAMES.items():
        (left, right), (bottom, top) = high if safe else low, high if expected else low
        made.append(Zone(left, right, bottom, top, name, "plain" if safe is expected else "quiet"))
    return made


def _series(placed: Sequence[PulsePoint]) -> tuple[Series, ...]:
    path = placed[-MOST_JOINED:]
    earlier = placed[: len(placed) - len(path)]
    made = []
    if earlier:
        made.append(Series("Earlier months", _points(earlier), 1, "square", told=_told(earlier)))
    if path:
        beside = f"{path[-1].date:%b} {path[-1].date.year}"
        made.append(Series("Months", _points(path), 0, "circle", "solid", beside, told=_told(path)))
    if len(path) > 1:
        beside = f"{path[0].date:%b} {path[0].date.year}"
        made.append(
            Series("First of them", _points(path[:1]), 2, "triangle", label=beside, told=_told(path[:1]))
        )
    return tuple(made)


def _points(pulses: Sequence[PulsePoint]) -> tuple[tuple[float, float], ...]:
    return tuple((float(each.safety or 0), float(each.accountability or 0)) for each in pulses)


def _told(pulses: Sequence[PulsePoint]) -> tuple[str, ...]:
    return tuple(f"{each.accountability}, {_zone(each).lower()}, {day(each.date)}" for each in pulses)


def _row(pulse: PulsePoint) -> tuple[str, ...]:
    levels = ("–" if level is None else str(level) for level in (pulse.safety, pulse.accountability))
    return (pulse.date.isoformat(), *levels, _zone(pulse) or "–")


def _reading(placed: Sequence[PulsePoint]) -> str:
    if not placed:
        return "No month of this period has both ratings yet."
    last = _zone(placed[-1])
    when = f"{placed[-1].date:%B} {placed[-1].date.year}"
    if len(placed) == 1:
        return f"The one month there is, {when}, felt like the {last.lower()} zone."
    before = Counter(map(_zone, placed[:-1]))[last]
    rest = f"as did {_of(before, len(placed) - 1)} before it" if before else "as none before it did"
    return f"The latest month, {when}, felt like the {last.lower()} zone, {rest}."


def _of(some: int, every: int) -> str:
    return "the one" if every == 1 else f"{some} of the {every}"


CHART = Chart(KEY, TITLE, figure, private=True)
