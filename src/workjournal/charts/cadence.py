"""On which days something was written down. No streaks: a gap is blank, and the score comes back."""

import datetime as dt
from collections import Counter, defaultdict

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Axis, Cell, DataTable, Figure
from workjournal.charts.wording import counted
from workjournal.domain.habit import scores
from workjournal.domain.history import History

KEY = "cadence"
TITLE = "Cadence"
MOST_WEEKS = 106
"""Two years of weeks; in more the squares would be too small to tell apart, and a square is a month."""
FEW_WEEKS = 9
"""So few are each named; of more, only where a month begins."""
MOST_STEP = 4
FEWEST = 8
"""Days below which the reading has no score: of one day it would say little, and sound like a verdict."""
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

Counts = Counter[dt.date]


def figure(history: History) -> Figure:
    """A square a day, warmer with more episodes; a square a month, warmer with more days, where the period is long.

    There is no square where nothing was written down.
    """
    counts = Counter(episode.date for episode in history.episodes)
    score = _scores(history, counts)
    weeks = (_monday(history.end) - _monday(history.start)).days // 7 + 1
    by_day = weeks <= MOST_WEEKS
    x, y, cells = _by_day(history, counts, weeks) if by_day else _by_month(history, counts)
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle=f"{'Episodes by day' if by_day else 'Days with an episode by month'}; a blank is just a blank",
        reading=_reading(len(counts), score.get(history.end)),
        claims=("written",) if counts else (),
        n=len(history.episodes),
        x=x,
        y=y,
        series=(),
        cells=cells,
        table=DataTable(
            ("Week of", *DAYS, "Habit score"),
            tuple(
                _row(monday, days, score.get(min(monday + 6 * _DAY, history.end)))
                for monday, days in _weekly(counts)
            ),
        ),
    )


_DAY = dt.timedelta(days=1)


def _by_day(history: History, counts: Counts, weeks: int) -> tuple[Axis, Axis, tuple[Cell, ...]]:
    """Weeks from left to right, Monday on top."""
    first = _monday(history.start)
    cells = tuple(
        Cell(
            (day - first).days // 7,
            6 - day.weekday(),
            min(count, MOST_STEP),
            _day_told(day, count),
            day.isoformat(),
        )
        for day, count in sorted(counts.items())
    )
    return (
        Axis("category", "", -0.5, weeks - 0.5, _week_names(history, weeks)),
        Axis("category", "", -0.5, 6.5, DAYS[::-1]),
        cells,
    )


def _week_names(history: History, weeks: int) -> tuple[str, ...]:
    """Of few weeks each one's Monday; else the month, or in January the year, that begins in a week."""
    mondays = [_monday(history.start) + week * 7 * _DAY for week in range(weeks)]
    if weeks <= FEW_WEEKS:
        return tuple(f"{monday.day} {MONTHS[monday.month - 1]}" for monday in mondays)
    firsts = (
        next((day for day in (monday + gone * _DAY for gone in range(7)) if day.day == 1), None)
        for monday in mondays
    )
    return tuple(
        "" if first is None or not history.start <= first <= history.end else _month_name(first)
        for first in firsts
    )


def _month_name(first: dt.date) -> str:
    return str(first.year) if first.month == 1 else MONTHS[first.month - 1]


def _day_told(day: dt.date, count: int) -> str:
    return f"{_day_name(day)}: {counted(count, 'episode')}"


def _day_name(day: dt.date) -> str:
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def _by_month(history: History, counts: Counts) -> tuple[Axis, Axis, tuple[Cell, ...]]:
    """Months from left to right, the latest year on top; a step for about every six days."""
    days = Counter((day.year, day.month) for day in counts)
    first, last = history.start.year, history.end.year
    cells = tuple(
        Cell(month - 1, year - first, min((count + 5) // 6, MOST_STEP), _month_told(year, month, count))
        for (year, month), count in sorted(days.items())
    )
    years = tuple(str(year) for year in range(first, last + 1))
    return (
        Axis("category", "", -0.5, 11.5, MONTHS),
        Axis("category", "", -0.5, len(years) - 0.5, years),
        cells,
    )


def _month_told(year: int, month: int, count: int) -> str:
    return f"{MONTHS[month - 1]} {year}: {counted(count, 'day')} with an episode"


def _scores(history: History, counts: Counts) -> dict[dt.date, float]:
    """By day; what was written in the twelve weeks before the period is remembered."""
    return dict(scores([*history.days_before, *counts], history.start, history.end))


def _weekly(counts: Counts) -> list[tuple[dt.date, dict[int, int]]]:
    """Monday of each week with an episode, and its episodes by weekday."""
    weeks: dict[dt.date, dict[int, int]] = defaultdict(dict)
    for day, count in sorted(counts.items()):
        weeks[_monday(day)][day.weekday()] = count
    return list(weeks.items())


def _row(monday: dt.date, days: dict[int, int], score: float | None) -> tuple[str, ...]:
    by_day = (str(days[day]) if day in days else "" for day in range(7))
    return (monday.isoformat(), *by_day, "–" if score is None else f"{100 * score:.0f}")


def _monday(day: dt.date) -> dt.date:
    return day - day.weekday() * _DAY


def _reading(days: int, score: float | None) -> str:
    if not days:
        return "Nothing is written down in this period yet."
    written = f"Something is written down on {counted(days, 'day')} of this period"
    if score is None or days < FEWEST:
        return f"{written}."
    return f"{written}; the habit score, which fades in a gap and comes back, is {100 * score:.0f} of 100 at its end."


CHART = Chart(KEY, TITLE, figure, private=True)
"""Private since it counts activity: a number shown to a manager becomes a target (shared/product.md)."""
