"""A small made-up figure of each form, for whatever draws figures."""

import datetime as dt
from typing import Any

from workjournal.charts.figure import Axis, Cell, DataTable, Figure, Mark, Series, Zone, on_axis

START, END = dt.date(2026, 1, 5), dt.date(2026, 3, 30)
DAYS = Axis("date", "", on_axis(START), on_axis(END))
SHARE = Axis("number", "Share", 0, 100)
PLAIN = Axis("number", "", 0, 100)
WEEK = Axis("category", "", -0.5, 6.5, ("Sun", "Sat", "Fri", "Thu", "Wed", "Tue", "Mon"))


def figure(x: Axis, y: Axis, *series: Series, **others: Any) -> Figure:
    return Figure("k", "Title", "", "A reading.", 3, x, y, series, DataTable(("A",), ()), **others)


def categories(*names: str) -> Axis:
    return Axis("category", "", -0.5, len(names) - 0.5, names)


def weekly(*values: float) -> tuple[tuple[float, float], ...]:
    return tuple((on_axis(START + dt.timedelta(weeks=week)), value) for week, value in enumerate(values))


POINTS = figure(
    DAYS,
    SHARE,
    Series("Weekly median", weekly(*range(0, 91, 9)), 0, "square", "solid"),
    Series("Trend", (weekly(0)[0], (DAYS.high, 100.0)), 0, "none", "dash", label="rising"),
    marks=(Mark(on_axis(dt.date(2026, 2, 10)), "new role", "coincides with a new role"),),
)
BARS = figure(
    categories("Autumn", "Winter"),
    PLAIN,
    Series("Work", ((0, 100), (1, 0)), form="bars"),
    Series("Learning", ((0, 50), (1, 25)), 1, form="bars"),
)
LYING = figure(PLAIN, categories("Applied", "Written"), Series("Lessons", ((100, 1), (50, 0)), form="bars"))
SPANS = figure(PLAIN, PLAIN, Series("Came true", ((20, 50), (80, 75)), spans=((25, 75), (50, 100))))
SIZES = figure(
    PLAIN,
    PLAIN,
    Series("Win", ((0, 0), (50, 50), (100, 100)), sizes=(0, 0.5, 1)),
    Series("Miss", ((0, 100),), 1, "triangle", sizes=(1,)),
)
ZONES = figure(
    PLAIN,
    PLAIN,
    Series("Weeks", ((90, 90),)),
    zones=(
        Zone(0, 50, 0, 50, "Calm"),
        Zone(50, 100, 50, 100, "Learning", "plain"),
        Zone(0, 4, 0, 4, "Too small"),
    ),
)
HEAT = figure(
    Axis("date", "", DAYS.low, DAYS.low + 7 * 9),
    WEEK,
    cells=tuple(
        Cell(round(DAYS.low) + 7 * week, day, (week + day) % 5, "told")
        for week in range(10)
        for day in range(7)
        if (week, day) != (1, 6)
    ),
)
OUTLINES = figure(
    SHARE,
    categories("Safety", "Planning", "Delegating", "Coaching"),
    Series("3 March 2026", ((20, 3), (40, 2), (60, 1), (0, 0)), 1, "square", "dash"),
    Series("20 November 2026", ((50, 3), (40, 2), (100, 1), (80, 0)), 0, "circle", "solid"),
    outlines=True,
)
"""Clockwise from the top: Coaching, Delegating, Planning, Safety."""
PANELS = figure(DAYS, PLAIN, panels=(POINTS, figure(DAYS, PLAIN), POINTS))
ALL = {
    "points": POINTS,
    "bars": BARS,
    "lying": LYING,
    "spans": SPANS,
    "sizes": SIZES,
    "zones": ZONES,
    "heat": HEAT,
    "outlines": OUTLINES,
    "panels": PANELS,
}
