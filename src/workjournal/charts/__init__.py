"""The charts, one file each: `figure(history) -> Figure`, values only, no drawing. CHARTS is their order.

May import: domain, errors. To add one: a module with CHART and its name in CHARTS; Growth, the data table, the
pack, the terminal and the empty-History test follow.
"""

from workjournal.charts import (
    around_change,
    cadence,
    calibration,
    challenges,
    confidence,
    difficulty,
    energy,
    lesson_funnel,
    measures,
    plans,
    reflection_lag,
    retention,
    skill_outlines,
    skills,
    sources,
    stretch_map,
    zones,
)
from workjournal.charts.chart import Chart, UnknownChart

CHARTS: tuple[Chart, ...] = (
    confidence.CHART,
    difficulty.CHART,
    skills.CHART,
    stretch_map.CHART,
    calibration.CHART,
    sources.CHART,
    challenges.CHART,
    cadence.CHART,
    skill_outlines.CHART,
    measures.CHART,
    around_change.CHART,
    lesson_funnel.CHART,
    retention.CHART,
    reflection_lag.CHART,
    plans.CHART,
    energy.CHART,
    zones.CHART,
)
FOR_PACKS: tuple[Chart, ...] = tuple(known for known in CHARTS if not known.private)
"""Those that a review pack may show."""


def chart(key: str) -> Chart:
    """The chart of that key.

    Raises:
        UnknownChart: names those there are.
    """
    for known in CHARTS:
        if known.key == key:
            return known
    raise UnknownChart(key=key, known=", ".join(known.key for known in CHARTS))
