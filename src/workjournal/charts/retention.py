"""What a model expects to be remembered of a lesson, and what was remembered."""

import datetime as dt
import math
import statistics
from collections.abc import Sequence

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Axis, DataTable, Figure, Series
from workjournal.charts.wording import counted, share_of, some_of
from workjournal.domain.calibration import wilson
from workjournal.domain.history import History, RecallPoint
from workjournal.domain.spacing import Grade, Memory, retrievability

KEY = "retention"
TITLE = "What stays of lessons"
BINS = (1, 3, 7, 14, 30, 60, 120, 365)
"""Days since the last recall that each bin ends with, about double each time, as FSRS spaces them; then the rest."""
SHORTEST = 14
"""Days that are drawn at least."""
_STEPS = 60
_ANY_DAY = dt.date(2000, 1, 1)
_ANY_DIFFICULTY = 5.0
"""The forgetting curve does not depend on it."""


def figure(history: History) -> Figure:
    """FSRS-6's forgetting curve for the median stability, and the share recalled by days since the recall before.

    R(t) = (1 + (0.9^(1/d) − 1) · t/S)^d with d = −0.1542, FSRS-6's own exponent (Ye 2025, "The Algorithm" in the wiki of
    open-spaced-repetition/fsrs4anki): 90 % after S days. The recalls are of lessons of many stabilities, so they need
    not lie on it. "Again" is not recalled; hard, good and easy are.
    """
    recalls = history.recalls
    bins = _bins(recalls)
    stability = statistics.median(each.stability for each in recalls) if recalls else 0.0
    longest = max([SHORTEST, *(each.days for each in recalls)])
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle="Own recalls by days since the one before, and what the model FSRS-6 expects",
        reading=_reading(recalls, stability),
        claims=some_of(map(is_recalled, recalls)),
        n=len(recalls),
        counts_entries=True,
        x=Axis("number", "Days since the last recall", 0, longest),
        y=Axis("number", "Recalled (%)", 0, 100),
        series=(_curve(stability, longest), _own(bins)) if recalls else (),
        table=DataTable(
            ("Days since the last recall", "Recalls", "Recalled", "Likely range", "Model"),
            tuple(_row(each, stability) for each in bins),
        ),
    )


def expected(stability: float, days: int) -> float:
    """What FSRS expects to be recalled after so many days, in per cent."""
    memory = Memory(stability, _ANY_DIFFICULTY, _ANY_DAY, _ANY_DAY)
    return 100 * retrievability(memory, _ANY_DAY + dt.timedelta(days=days))


def is_recalled(recall: RecallPoint) -> bool:
    """Whether it came to mind, with however much trouble."""
    return recall.grade is not Grade.AGAIN


def _bins(recalls: Sequence[RecallPoint]) -> list[list[RecallPoint]]:
    """The recalls by BINS, without empty bins."""
    found: list[list[RecallPoint]] = [[] for _ in (*BINS, math.inf)]
    for recall in recalls:
        found[sum(recall.days > end for end in BINS)].append(recall)
    return [each for each in found if each]


def _mean_days(recalls: Sequence[RecallPoint]) -> float:
    return statistics.fmean(each.days for each in recalls)


def _curve(stability: float, longest: int) -> Series:
    days = sorted({round(longest * step / _STEPS) for step in range(_STEPS + 1)})
    points = tuple((float(day), expected(stability, day)) for day in days)
    return Series("Model (FSRS-6)", points, 1, "none", "dash")


def _own(bins: Sequence[Sequence[RecallPoint]]) -> Series:
    """A point a bin at the mean of its days, with Wilson's interval."""
    made = [(each, sum(map(is_recalled, each)), len(each)) for each in bins]
    return Series(
        "Recalled",
        tuple((_mean_days(each), 100 * right / n) for each, right, n in made),
        told=tuple(f"{right} of {n}" for _, right, n in made),
        spans=tuple(_span(right, n) for _, right, n in made),
    )


def _span(right: int, n: int) -> tuple[float, float]:
    low, high = wilson(right, n)
    return 100 * low, 100 * high


def _row(recalls: Sequence[RecallPoint], stability: float) -> tuple[str, ...]:
    n, right = len(recalls), sum(map(is_recalled, recalls))
    first, last = min(each.days for each in recalls), max(each.days for each in recalls)
    low, high = _span(right, n)
    return (
        str(first) if first == last else f"{first}–{last}",
        str(n),
        str(right),
        f"{low:.0f}–{high:.0f} %",
        f"{expected(stability, round(_mean_days(recalls))):.0f} %",
    )


def _reading(recalls: Sequence[RecallPoint], stability: float) -> str:
    if not recalls:
        return "No lesson has come back a second time in this period, so there is nothing to compare the model with yet."
    n, right = len(recalls), sum(map(is_recalled, recalls))
    if n == 1:
        own = f"The one lesson that came back was {'recalled' if right else 'not recalled'}"
    else:
        own = f"A lesson that came back was recalled {share_of(right, n, 'times')}"
    days = "a day" if stability < 1.5 else counted(round(stability), "day")
    return f"{own}; the curve is a model (FSRS-6) for one that stays 90 % sure for {days}, not a measurement."


CHART = Chart(KEY, TITLE, figure)
