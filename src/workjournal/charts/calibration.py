"""How far one can trust one's own forecasts: how likely goals were held to be, and how many came true."""

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Axis, DataTable, Figure, Series
from workjournal.charts.wording import counted
from workjournal.domain.calibration import Bin, Judged, Stage, bins, brier, stage
from workjournal.domain.history import History

KEY = "calibration"
TITLE = "Forecasts"


def figure(history: History) -> Figure:
    """Forecasts in bins against the diagonal, each with Wilson's interval and larger the more goals it stands on.

    Only the sealed first forecast of a goal counts; given up and overdue goals count as not come true.
    """
    judged = [
        Judged(goal.id, goal.forecast, goal.came_true)
        for goal in history.goals
        if goal.forecast is not None
        and goal.came_true is not None
        and (goal.closed is None or goal.closed <= history.end)
    ]
    found = bins(judged)
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle="Sealed forecasts and how many came true; given up and overdue count as not",
        reading=_reading(judged, found),
        claims=_claims(judged, found),
        n=len(judged),
        x=Axis("number", "Forecast, per cent", 0, 100),
        y=Axis("number", "Came true, per cent", 0, 100),
        series=_series(found),
        table=DataTable(
            ("Forecast", "Goals", "Mean forecast", "Came true", "May as well be"),
            tuple(_row(each) for each in found),
        ),
    )


def _series(found: list[Bin]) -> tuple[Series, ...]:
    if not found:
        return ()
    most = max(each.n for each in found)
    return (
        Series("As often as said", ((0.0, 0.0), (100.0, 100.0)), 4, "none", "dash"),
        Series(
            "Came true",
            tuple((100 * each.mean_forecast, 100 * each.share) for each in found),
            0,
            told=tuple(_told(each) for each in found),
            spans=tuple((100 * each.wilson_low, 100 * each.wilson_high) for each in found),
            sizes=tuple(each.n / most for each in found),
        ),
    )


def _told(each: Bin) -> str:
    true = round(each.share * each.n)
    low, high = 100 * each.wilson_low, 100 * each.wilson_high
    return f"{true} of {each.n} came true, which may as well be {low:.0f} to {high:.0f} %"


def _row(each: Bin) -> tuple[str, ...]:
    return (
        f"{100 * each.low:g} to {100 * each.high:g} %",
        str(each.n),
        f"{100 * each.mean_forecast:.0f} %",
        str(round(each.share * each.n)),
        f"{100 * each.wilson_low:.0f} to {100 * each.wilson_high:.0f} %",
    )


def _off(found: list[Bin]) -> list[Bin]:
    """Those of which even the span is off the line."""
    return [each for each in found if not each.wilson_low <= each.mean_forecast <= each.wilson_high]


def _claims(judged: list[Judged], found: list[Bin]) -> tuple[str, ...]:
    """How far it can be trusted, and whether goals came true more often than said, less often, or as said."""
    known = stage(len(judged))
    if known is Stage.EARLY:
        return ()
    ways = {"more" if each.share > each.mean_forecast else "less" for each in _off(found)}
    return (known.value, *sorted(ways))


def _reading(judged: list[Judged], found: list[Bin]) -> str:
    if not judged:
        return "No sealed forecast can be judged in this period yet."
    n = len(judged)
    score = brier([each.probability / 100 for each in judged], [each.came_true for each in judged])
    scale = "0 is perfect, 0.25 is always saying 50 %"
    forecasts = f"{counted(n, 'forecast')} judged, Brier score {score:.2f} ({scale})"
    known = stage(n)
    if known is Stage.EARLY:
        return f"Early, so can't tell yet: {forecasts}."
    off = _off(found)
    if not off:
        return f"{known.value.capitalize()}: {forecasts}; no bin is clearly off the line."
    more = sum(each.share > each.mean_forecast for each in off)
    words = ((more, "more often"), (len(off) - more, "less often"))
    said = " and ".join(f"in {count} of {len(found)} bins {word}" for count, word in words if count)
    return (
        f"{known.value.capitalize()}: {forecasts}; goals came true {said} than said, outside the 95 % span."
    )


CHART = Chart(KEY, TITLE, figure, private=True)
"""Private since a sealed forecast is never for a pack, and a bin of one goal would tell it."""
