"""Which charts are ticked for the review pack: a preference of the journal, set in Growth and in the pack."""

import json
from collections.abc import Iterable

from workjournal.charts import CHARTS
from workjournal.errors import JournalError
from workjournal.journal.packs import MOST_CHARTS
from workjournal.journal.preferences import PACK_CHARTS, Preferences


class TooManyCharts(JournalError):
    """A pack shows at most {most} charts; untick one first."""


def ticked(preferences: Preferences) -> tuple[str, ...]:
    """The keys of the ticked charts in their usual order; the first few of all until somebody ticked."""
    kept = preferences.get(PACK_CHARTS)
    known = [chart.key for chart in CHARTS]
    wanted = json.loads(kept) if kept else known[:MOST_CHARTS]
    return tuple(key for key in known if key in wanted)


def tick(preferences: Preferences, keys: Iterable[str]) -> None:
    """Remember these and no others.

    Raises:
        TooManyCharts
    """
    wanted = list(keys)
    if len(wanted) > MOST_CHARTS:
        raise TooManyCharts(most=MOST_CHARTS)
    preferences.set(PACK_CHARTS, json.dumps(wanted))
