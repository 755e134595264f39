"""Which charts are ticked for the review pack: a preference of the journal, set in Growth and in the pack."""

import json
from collections.abc import Iterable

from workjournal.charts import FOR_PACKS, chart
from workjournal.charts.chart import Chart
from workjournal.journal.pack_choice import MOST_CHARTS, TooManyCharts
from workjournal.journal.pack_errors import PrivateChart
from workjournal.journal.preferences import PACK_CHARTS, Preferences

USUAL = ("confidence", "difficulty")
"""What a pack shows unless something else was ticked: neither ratings of oneself by skill nor figures by name."""


def for_pack(key: str) -> Chart:
    """The chart of that key.

    Raises:
        UnknownChart, PrivateChart
    """
    found = chart(key)
    if found.private:
        raise PrivateChart(title=found.title)
    return found


def ticked(preferences: Preferences) -> tuple[str, ...]:
    """The keys of the ticked charts in their usual order; USUAL until somebody ticked. No private one."""
    kept = preferences.get(PACK_CHARTS)
    wanted = json.loads(kept) if kept else USUAL
    return tuple(each.key for each in FOR_PACKS if each.key in wanted)


def tick(preferences: Preferences, keys: Iterable[str]) -> None:
    """Remember these and no others.

    Raises:
        TooManyCharts, UnknownChart, PrivateChart
    """
    wanted = list(keys)
    if len(wanted) > MOST_CHARTS:
        raise TooManyCharts(most=MOST_CHARTS)
    for key in wanted:
        for_pack(key)
    preferences.set(PACK_CHARTS, json.dumps(wanted))
