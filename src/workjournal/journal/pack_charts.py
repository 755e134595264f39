"""Which charts are ticked for the review pack: a preference of the journal, set in Growth and in the pack."""

import json
from collections.abc import Iterable

from workjournal.charts import FOR_PACKS
from workjournal.errors import JournalError
from workjournal.journal.packs import MOST_CHARTS, for_pack
from workjournal.journal.preferences import PACK_CHARTS, Preferences

USUAL = ("confidence", "difficulty")
"""What a pack shows unless something else was ticked: neither ratings of oneself by skill nor figures by name."""


class TooManyCharts(JournalError):
    """A pack shows at most {most} charts; untick one first."""


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
