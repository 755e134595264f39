"""The charts, one file each: `figure(history) -> Figure`, values only, no drawing. CHARTS is their order.

May import: domain, errors. To add one: a module with CHART and its name in CHARTS; Growth, the data table, the
pack, the terminal and the empty-History test follow.
"""

from workjournal.charts import confidence, difficulty
from workjournal.charts.chart import Chart, UnknownChart

CHARTS: tuple[Chart, ...] = (confidence.CHART, difficulty.CHART)


def chart(key: str) -> Chart:
    """The chart of that key.

    Raises:
        UnknownChart: names those there are.
    """
    for known in CHARTS:
        if known.key == key:
            return known
    raise UnknownChart(key=key, known=", ".join(known.key for known in CHARTS))
