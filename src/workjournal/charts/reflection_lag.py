"""How long an episode that is worth a reflection waits for one."""

from collections import Counter, defaultdict
from dataclasses import replace
from uuid import UUID

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Axis, DataTable, Figure, Series, only_id
from workjournal.charts.wording import counted, some_of
from workjournal.domain.history import History
from workjournal.domain.survival import Step, waiting

KEY = "reflection_lag"
TITLE = "How long work waits for a reflection"
CAP = 60
"""Days. What has waited as long waits on, as far as this chart can tell; later ones would only stretch its axis."""
FEWEST = 8
"""Episodes under which no usual wait is told: each of them would move it by more than a tenth of all."""

Waits = list[tuple[int, bool]]
"""Days of waiting up to CAP, and whether a reflection ended them."""
Groups = dict[int, list[UUID]]
"""The episodes that waited so many days."""


def figure(history: History) -> Figure:
    """The Kaplan–Meier curve of those who still wait, so that what has no reflection yet counts too.

    A reflection after the period's last day is not known of on that day: its episode still waits then.
    """
    waits = _waits(history)
    curve = waiting(
        [day if over else None for day, over in waits], [0 if over else day for day, over in waits]
    )
    steps = {step.day: step.share_still_waiting for step in curve}
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle="Challenges, decisions and difficult episodes of this period; an estimate (Kaplan–Meier)",
        reading=_reading(waits, curve),
        claims=_claims(waits, curve),
        n=len(waits),
        x=Axis("number", "Days since the episode", 0, CAP),
        y=Axis("number", "Still waiting (%)", 0, 100),
        series=_series(history, waits, curve),
        table=DataTable(
            ("Days", "Reflected on that day", "Seen to wait no longer than that", "Still waiting"),
            tuple(_rows(waits, steps)),
        ),
    )


def _waits(history: History) -> Waits:
    found: Waits = []
    for lag in history.lags:
        watched = min(max(0, (history.end - lag.date).days), CAP)
        over = lag.days is not None and lag.days <= watched
        found.append((lag.days if over and lag.days is not None else watched, over))
    return found


def _share(curve: list[Step], day: int) -> float:
    """The share that still waits on that day, 0–1."""
    return next((step.share_still_waiting for step in reversed(curve) if step.day <= day), 1.0)


def _series(history: History, waits: Waits, curve: list[Step]) -> tuple[Series, ...]:
    """The steps as a line, a point for each day on which one was reflected on, and one where others were still waiting."""
    if not waits:
        return ()
    corners: list[tuple[float, float]] = [(0.0, 100.0)]
    for step in curve:
        corners += [(float(step.day), corners[-1][1]), (float(step.day), 100 * step.share_still_waiting)]
    steps = Series("Still waiting", tuple(dict.fromkeys(corners)), 0, "none", "solid")
    over: Groups = defaultdict(list)
    open_: Groups = defaultdict(list)
    for lag, (day, ended) in zip(history.lags, waits, strict=True):
        (over if ended else open_)[day].append(lag.episode)
    points = (
        _points(over, curve, Series("Reflected on", (), 0)),
        _points(open_, curve, Series("Watched no longer", (), 2, "diamond")),
    )
    return (steps, *(series for series in points if series.points))


def _points(groups: Groups, curve: list[Step], bare: Series) -> Series:
    """A point on the curve for each of the days, which says how many episodes it stands for."""
    waited = sorted(groups.items())
    points = tuple((float(day), 100 * _share(curve, day)) for day, _ in waited)
    told = tuple(
        f"{counted(len(episodes), 'episode')}, {share:.0f} % still waiting"
        for (_, episodes), (_, share) in zip(waited, points, strict=True)
    )
    return replace(bare, points=points, told=told, ids=tuple(only_id(episodes) for _, episodes in waited))


def _rows(waits: Waits, steps: dict[int, float]) -> list[tuple[str, ...]]:
    """A row for each day on which a reflection came or watching ended."""
    over, open_ = (Counter(day for day, ended in waits if ended is which) for which in (True, False))
    rows: list[tuple[str, ...]] = []
    share = 1.0
    for day in sorted(over.keys() | open_.keys()):
        share = steps.get(day, share)
        rows.append((str(day), str(over[day]), str(open_[day]), f"{100 * share:.0f} %"))
    return rows


def _half(curve: list[Step]) -> int | None:
    """In how many days half of them have one; None where it cannot be told."""
    return next((step.day for step in curve if step.share_still_waiting <= 0.5), None)


def _claims(waits: Waits, curve: list[Step]) -> tuple[str, ...]:
    """Whether half come on the same day, and whether any still waits; how many days it takes is a figure."""
    half = _half(curve)
    if len(waits) < FEWEST or half is None:
        return ()
    return ("at once" if half == 0 else "later", *some_of(over for _, over in waits))


def _reading(waits: Waits, curve: list[Step]) -> str:
    n, open_ = len(waits), sum(not over for _, over in waits)
    if not n:
        return "No episode of this period was worth a reflection of its own yet."
    if n < FEWEST:
        have = f"{n - open_} of {counted(n, 'episode')} worth a reflection had one within {CAP} days"
        return f"Too few to tell how long they usually wait: {have}."
    half = _half(curve)
    waited = f"{open_} of {n} still waited after {CAP} days or at the period's end"
    rest = waited if open_ else f"all {n} have one"
    if half is None:
        return f"Can't tell within how many days half of the episodes worth a reflection have one; {rest}."
    when = "on the same day" if half == 0 else f"within {counted(half, 'day')}"
    return f"About half of the episodes worth a reflection had one {when}; {rest}."


CHART = Chart(KEY, TITLE, figure, private=True)
"""Private since it tells how soon one reflects: a number shown to a manager becomes a target (shared/product.md)."""
