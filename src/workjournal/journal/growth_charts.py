"""Which charts Growth shows, and in which order: a preference of the journal, chosen in its window."""

import json
from collections.abc import Iterable

from workjournal import charts
from workjournal.journal.preferences import GROWTH_CHARTS, Preferences


def chosen(preferences: Preferences) -> tuple[str, ...]:
    """The keys of the charts that are shown, in their order; one that nobody put away comes last."""
    known = [chart.key for chart in charts.CHARTS]
    kept = preferences.get(GROWTH_CHARTS)
    order = json.loads(kept) if kept else {"shown": [], "away": []}
    shown = [key for key in order["shown"] if key in known]
    return (*shown, *(key for key in known if key not in shown and key not in order["away"]))


def choose(preferences: Preferences, keys: Iterable[str]) -> None:
    """Show these in this order, and put all others away.

    Raises:
        UnknownChart
    """
    shown = [charts.chart(key).key for key in keys]
    away = [chart.key for chart in charts.CHARTS if chart.key not in shown]
    preferences.set(GROWTH_CHARTS, json.dumps({"shown": shown, "away": away}))
