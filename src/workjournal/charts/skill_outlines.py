"""What each skill was rated at the start of a period and at its end: two outlines, one over the other."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Axis, DataTable, Figure, Series
from workjournal.charts.wording import counted, day, joined
from workjournal.domain.history import History

KEY = "skill_outlines"
TITLE = "Skills, then and now"
FEWEST = 3
"""Fewer points around a middle are no outline."""
MOST = 12
"""So many names have room around one; all skills are in the table."""

_Rating = tuple[dt.date, int]


@dataclass(frozen=True)
class _Compared:
    """A skill with the rating it had at the start, or its first one since, and a later one that it has at the end."""

    id: UUID
    name: str
    then: _Rating
    now: _Rating
    ratings: int
    """How often it was rated in all, up to the end."""


def figure(history: History) -> Figure:
    """The ratings as they were known on the first and on the last day of the period, by skill.

    Only a skill that was rated again can be compared: one that has had no rating since is not "the same". Of more
    than MOST skills those rated most often are drawn, in the order of their names.
    """
    compared = _compared(history)
    drawn = _most_rated(compared) if len(compared) >= FEWEST else []
    # The first name stands on top, and rows are counted from below.
    labels = tuple(skill.name for skill in reversed(drawn))
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle="Own ratings, 0 in the middle, 100 at the rim",
        reading=_reading(compared, history),
        claims=tuple(_changes(compared)) if drawn else (),
        n=len(compared) if drawn else 0,
        x=Axis("number", "Rating", 0, 100),
        y=Axis("category", "", -0.5, max(len(drawn), 1) - 0.5, labels),
        series=_series(drawn, _since(compared, history.start), history.end),
        table=DataTable(
            ("Skill", "Rated then", "Then", "Rated now", "Now"),
            tuple(map(_row, compared)) if drawn else (),
        ),
        outlines=True,
    )


def _compared(history: History) -> list[_Compared]:
    """Skills with both ratings, by name."""
    both = []
    for skill in history.skills:
        known = [rating for rating in skill.ratings if rating[0] <= history.end]
        then = _then(known, history.start)
        if then and known[-1][0] > max(then[0], history.start):
            both.append(_Compared(skill.id, skill.name, then, known[-1], len(known)))
    return both


def _then(known: list[_Rating], start: dt.date) -> _Rating | None:
    """The rating in force on that day; without one the first since, which is the last of its day."""
    if not known:
        return None
    first = max(start, known[0][0])
    return [rating for rating in known if rating[0] <= first][-1]


def _most_rated(compared: list[_Compared]) -> list[_Compared]:
    """At most MOST of them, in the order they came in."""
    chosen = {skill.id for skill in sorted(compared, key=lambda skill: -skill.ratings)[:MOST]}
    return [skill for skill in compared if skill.id in chosen]


def _since(compared: list[_Compared], start: dt.date) -> dt.date:
    """The day of the first outline: the first of the period, or, if nothing was rated by then, that of the first rating."""
    return max(start, min((skill.then[0] for skill in compared), default=start))


def _series(drawn: list[_Compared], since: dt.date, end: dt.date) -> tuple[Series, ...]:
    if not drawn:
        return ()
    ids = tuple(str(skill.id) for skill in drawn)
    ratings = [skill.then for skill in drawn], [skill.now for skill in drawn]
    points, told = map(_points, ratings), map(_told, ratings, (since, end))
    then = f"{day(since)} or later" if _late(drawn, since) else day(since)
    return (
        Series(then, next(points), 1, "square", "dash", ids=ids, told=next(told)),
        Series(day(end), next(points), 0, "circle", "solid", ids=ids, told=next(told)),
    )


def _points(ratings: list[_Rating]) -> tuple[tuple[float, float], ...]:
    """From the topmost row to the lowest, which is once around."""
    last = len(ratings) - 1
    return tuple((float(level), float(last - place)) for place, (_, level) in enumerate(ratings))


def _told(ratings: list[_Rating], known_on: dt.date) -> tuple[str, ...]:
    """Each level, and when it was given if that was another day: in short, for it stands beside the outline's own day."""
    return tuple(
        f"{level}" if rated == known_on else f"{level}, rated {rated.day} {rated:%b} {rated.year}"
        for rated, level in ratings
    )


def _row(skill: _Compared) -> tuple[str, ...]:
    (rated, level), (again, now) = skill.then, skill.now
    return skill.name, rated.isoformat(), str(level), again.isoformat(), str(now)


def _late(compared: list[_Compared], since: dt.date) -> list[_Compared]:
    """Those that were first rated after the day of the first outline."""
    return [skill for skill in compared if skill.then[0] > since]


def _reading(compared: list[_Compared], history: History) -> str:
    n, since = len(compared), _since(compared, history.start)
    if n < FEWEST:
        so_far = f"{n or 'none'} {'were' if n > 1 else 'was'}"
        rated = f"{FEWEST} skills that were rated again after {day(history.start)}"
        return f"An outline takes {rated}, and so far {so_far}."
    late = _late(compared, since)
    which = f"rated again after {day(since)}"
    if since > history.start:
        which = f"first rated on {day(since)}{' or later' if late else ''} and again since"
        late = []
    parts = [f"Of {n} skills {which}, {_said(_changes(compared))}"]
    if len(late) == 1:
        parts.append(f"{late[0].name} is compared with its first rating on {day(late[0].then[0])}")
    elif late:
        parts.append(f"{len(late)} are compared with their first rating after that day")
    if n > MOST:
        parts.append(f"drawn are the {MOST} rated most often, {counted(n - MOST, 'other')} left out")
    return f"{'; '.join([*parts, 'these are own ratings'])}."


def _changes(compared: list[_Compared]) -> dict[str, int]:
    """How many are rated higher, lower and the same as then, without what there is none of."""
    steps = [skill.now[1] - skill.then[1] for skill in compared]
    counts = {
        "higher": sum(step > 0 for step in steps),
        "lower": sum(step < 0 for step in steps),
        "the same": steps.count(0),
    }
    return {change: count for change, count in counts.items() if count}


def _said(changes: dict[str, int]) -> str:
    """As in "4 are rated higher, 1 lower and 1 the same": what was said at two times, not what became of the skill."""
    (first, many), *rest = changes.items()
    every = "" if rest else "all "
    said = f"{every}{many} {'is' if many == 1 else 'are'} rated {first}"
    return joined([said, *(f"{count} {change}" for change, count in rest)])


CHART = Chart(KEY, TITLE, figure)
