"""How far the lessons of a period came: written, recalled, applied, shared."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Axis, DataTable, Figure, Series, only_id
from workjournal.charts.wording import joined
from workjournal.domain.history import History, LessonPoint

KEY = "lesson_funnel"
TITLE = "What became of lessons"
STAGES = ("Written", "Recalled", "Applied", "Shared")


def figure(history: History) -> Figure:
    """A bar a stage, of the lessons written in the period, as they stood on its last day.

    Each bar counts for itself: a lesson can be applied without ever having been recalled.
    """
    lessons = history.lessons
    n = len(lessons)
    stages = _stages(history)
    counts = [len(stage) for stage in stages]
    points = tuple((float(place), float(count)) for place, count in enumerate(counts))
    told = tuple(f"{count} of {n}" for count in counts)
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle="Lessons of this period, as they stood at its end; each bar counts for itself",
        reading=_reading(n, counts),
        claims=tuple(stage for stage, count in zip(STAGES, counts, strict=True) if count),
        n=n,
        x=Axis("category", "", -0.5, len(STAGES) - 0.5, STAGES),
        y=Axis("number", "Lessons", 0, max(n, 1), whole=True),
        series=(Series("Lessons", points, ids=tuple(map(only_id, stages)), told=told, form="bars"),)
        if n
        else (),
        table=DataTable(
            ("Stage", "Lessons", "Of those written"),
            tuple(
                (stage, str(count), f"{100 * count / n:.0f} %")
                for stage, count in zip(STAGES, counts, strict=True)
            )
            if n
            else (),
        ),
    )


def _stages(history: History) -> tuple[list[UUID], ...]:
    """The lessons of each of STAGES."""

    def reached(first: Callable[[LessonPoint], dt.date | None]) -> list[UUID]:
        return [lesson.id for lesson in history.lessons if (first(lesson) or dt.date.max) <= history.end]

    return (
        reached(lambda lesson: lesson.date),
        reached(lambda lesson: lesson.recalled),
        reached(lambda lesson: lesson.applied),
        reached(lambda lesson: lesson.shared),
    )


def _reading(n: int, counts: list[int]) -> str:
    if not n:
        return "No lesson was written in this period yet."
    _, *later = counts
    words = ("recalled", "applied", "shared")
    if n == 1:
        been = [word for word, count in zip(words, later, strict=True) if count]
        came = f"was {joined(been)}" if been else "was not recalled, applied or shared"
        return f"The one lesson written in this period {came} by its end."
    (first, count), *rest = zip(words, later, strict=True)
    told = [f"{count} {'was' if count == 1 else 'were'} {first}", *(f"{n} {word}" for word, n in rest)]
    return f"Of {n} lessons written in this period, by its end {joined(told)}."


CHART = Chart(KEY, TITLE, figure, private=True)
"""Private since it tells how much is written: a number shown to a manager becomes a target (shared/product.md)."""
