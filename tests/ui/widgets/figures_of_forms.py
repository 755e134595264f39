"""A sample of each form a figure can have, with the awkward in it: long names, missing days, many of one thing."""

import datetime as dt
import random

from workjournal.charts.figure import Axis, Cell, DataTable, Figure, Series, Zone, on_axis

START = on_axis(dt.date(2026, 6, 1))
TABLE = DataTable(("What", "n"), (("One", "1"),))
SOURCES = ("Experience", "Exposure to others", "Education", "Environment", "Expectation")
KINDS = (
    "Managing people you lead",
    "New role",
    "Cross-functional work",
    "External pressure",
    "Making change",
)


def made(key: str, title: str, x: Axis, y: Axis, **parts: object) -> Figure:
    """A figure of 12 with a reading that takes two lines on a narrow card."""
    reading = f"A sentence about {title.lower()} that says no more than the numbers of this period can carry."
    return Figure(
        key,
        title,
        "By quarter",
        reading,
        12,
        x,
        y,
        series=parts.pop("series", ()),  # type: ignore[arg-type] # of any form
        table=TABLE,
        **parts,  # type: ignore[arg-type] # of any form
    )


def bars() -> Figure:
    """Five series beside each other at four quarters; the third has no bar in the second."""
    quarters = ("2026 Q1", "2026 Q2", "2026 Q3", "2026 Q4")
    series = tuple(
        Series(
            name,
            tuple((float(x), 8.0 + (place * 13 + x * 17) % 45) for x in range(4) if (place, x) != (2, 1)),
            place,
            ids=tuple(f"{place}-{x}" for x in range(4) if (place, x) != (2, 1)),
            form="bars",
        )
        for place, name in enumerate(SOURCES)
    )
    return made(
        "sources",
        "Sources of learning",
        Axis("category", "", -0.5, 3.5, quarters),
        Axis("number", "Per cent", 0, 100),
        series=series,
    )


def stages() -> Figure:
    """One series at categories with names of several words."""
    names = ("Written down", "Recalled at least once", "Applied in an episode", "Shared")
    points = ((0.0, 24.0), (1.0, 17.0), (2.0, 9.0), (3.0, 0.0))
    return made(
        "funnel",
        "What became of lessons",
        Axis("category", "", -0.5, 3.5, names),
        Axis("number", "Lessons", 0, 24),
        series=(Series("Lessons", points, told=("24 of 24", "17 of 24", "9 of 24", "0 of 24"), form="bars"),),
    )


def lying() -> Figure:
    """Two series of bars in rows."""
    return made(
        "plans",
        "If-then plans by place",
        Axis("number", "Plans", 0, 12),
        Axis("category", "", -0.5, len(KINDS) - 0.5, KINDS),
        series=tuple(
            Series(
                name,
                tuple((3.0 + (row * 5 + place * 3) % 9, float(row)) for row in range(len(KINDS))),
                place,
                form="bars",
            )
            for place, name in enumerate(("Fired", "Did not fire"))
        ),
    )


def spans() -> Figure:
    """Points with Wilson intervals, bins of unlike number."""
    points = ((20.0, 14.0), (40.0, 50.0), (62.0, 55.0), (88.0, 71.0))
    return made(
        "calibration",
        "Forecasts",
        Axis("number", "Forecast", 0, 100),
        Axis("number", "Came true", 0, 100),
        series=(
            Series("As often as said", ((0.0, 0.0), (100.0, 100.0)), 1, "none", "dash"),
            Series("Forecasts", points, 0, spans=((3.0, 48.0), (21.0, 79.0), (34.0, 74.0), (45.0, 104.0))),
        ),
    )


def sizes() -> Figure:
    """Points of different sizes in four rows of outcome."""
    rows = ("abandoned", "missed", "partly", "achieved")
    drawn = random.Random(6)
    markers = ("circle", "square", "triangle", "diamond", "circle")
    return made(
        "stretch",
        "Stretch map",
        Axis("number", "Difficulty", 0, 100),
        Axis("category", "", -0.5, 3.5, rows),
        series=tuple(
            Series(
                kind,
                tuple((float(drawn.randrange(15, 98)), float(drawn.randrange(4))) for _ in range(5)),
                place,
                markers[place],  # type: ignore[arg-type] # each is one of the markers
                ids=tuple(f"{place}-{n}" for n in range(5)),
                sizes=(0.0, 0.25, 0.5, 0.75, 1.0),
            )
            for place, kind in enumerate(KINDS)
        ),
    )


def rhythm(weeks: int = 26) -> Figure:
    """Days of half a year, some of them missing; months are named at their first week only."""
    first = dt.date(2026, 6, 1)
    mondays = [first + dt.timedelta(days=7 * week) for week in range(weeks)]
    labels = tuple(day.strftime("%b") if day.day <= 7 else "" for day in mondays)
    cells = tuple(
        Cell(week, 6 - day, step, f"{day_of:%a %d %b %Y}: {step} episodes")
        for week, monday in enumerate(mondays)
        for day in range(7)
        if (step := (week * 7 + day * day) % 9) < 5
        for day_of in (monday + dt.timedelta(days=day),)
    )
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[::-1]
    return made(
        "cadence",
        "Capture rhythm",
        Axis("category", "", -0.5, weeks - 0.5, labels),
        Axis("category", "", -0.5, 6.5, days),
        cells=cells,
    )


def blanks() -> Figure:
    """Few columns with long rows; what is missing is blank."""
    quarters = ("2026 Q1", "2026 Q2", "2026 Q3", "2026 Q4")
    cells = tuple(
        Cell(x, y, min(4, x + y), f"{x + y} goals") for x in range(4) for y in range(5) if (x * y) % 3 != 2
    )
    return made(
        "challenges",
        "Kinds of challenge",
        Axis("category", "", -0.5, 3.5, quarters),
        Axis("category", "", -0.5, 4.5, KINDS),
        cells=cells,
    )


def zones() -> Figure:
    """The plane in four named parts with a path through it."""
    names = (("Anxiety", 0, 50), ("Learning", 50, 50), ("Apathy", 0, 0), ("Comfort", 50, 0))
    return made(
        "zones",
        "Safety and accountability",
        Axis("number", "Safety", 0, 100),
        Axis("number", "Accountability", 0, 100),
        zones=tuple(
            Zone(left, left + 50, bottom, bottom + 50, name, "quiet" if name == "Learning" else "plain")
            for name, left, bottom in names
        ),
        series=(Series("Pulse", ((30.0, 70.0), (42.0, 66.0), (58.0, 71.0), (55.0, 84.0), (72.0, 80.0)), 0),),
    )


def limits() -> Figure:
    """Natural limits on either side of a change, as quiet grounds behind the values."""
    days = [START + 7 * week for week in range(24)]
    values = [20 + (week * 7) % 9 - (6 if week > 12 else 0) for week in range(24)]
    return made(
        "measure",
        "Days late",
        Axis("date", "", days[0], days[-1]),
        Axis("number", "days", 0, 30),
        zones=(
            Zone(days[0], days[12], 15.0, 33.0, "natural limits"),
            Zone(days[13], days[-1], 8.0, 27.0, "natural limits since the new tool"),
        ),
        series=(
            Series("Logged", tuple(zip(days, map(float, values), strict=True)), 0, line="solid"),
            Series("Centre", ((days[0], 24.0), (days[12], 24.0)), 2, "none", "dash"),
        ),
    )


def weekly() -> Figure:
    """Bars on a date axis, a week each."""
    weeks = tuple((START + 7 * week, float((week * 5) % 7)) for week in range(14))
    return made(
        "weekly",
        "Episodes per week",
        Axis("date", "", START, START + 98),
        Axis("number", "Episodes", 0, 8),
        series=(
            Series("Episodes", weeks, 0, form="bars"),
            Series("Reflected", tuple((day, value / 2) for day, value in weeks), 1, form="bars"),
        ),
    )


def panel(name: str, place: int, **changes: object) -> Figure:
    """One skill of several."""
    days = [START + 14 * step for step in range(10)]
    points = tuple((day, float(20 + (place * 11 + step * 5) % 60)) for step, day in enumerate(days))
    parts: dict[str, object] = {
        "series": (
            Series("Rating", points, 0, line="solid", ids=tuple(f"{name}-{n}" for n in range(10))),
            Series("Trend", (points[0], points[-1]), 1, "none", "dash", label="rising" if place % 2 else ""),
        )
    }
    return made(
        f"skill-{place}",
        name,
        Axis("date", "", days[0], days[-1]),
        Axis("number", "Level", 0, 100),
        **{**parts, **changes},
    )


def panels(count: int = 6) -> Figure:
    """Skills as small multiples."""
    names = (
        "Delegation",
        "Hard conversations with people I lead",
        "Strategy",
        "Coaching",
        "Focus",
        "Influence",
    )
    return made(
        "skills",
        "Skills over time",
        Axis("date", "", START, START + 126),
        Axis("number", "Level", 0, 100),
        panels=tuple(panel(names[place % 6] + " again" * (place // 6), place) for place in range(count)),
    )


def mixed() -> Figure:
    """A heat map and a line: panels whose axes differ."""
    return made(
        "cadence",
        "Capture rhythm",
        Axis("date", "", START, START + 126),
        Axis("number"),
        panels=(rhythm(), panel("Cadence score", 3)),
    )


FORMS = (bars, stages, lying, spans, sizes, rhythm, blanks, zones, limits, weekly, panels, mixed)
