"""The verbs of the list of episodes, and of what is done with many of them at once."""

import datetime as dt
from typing import Any

from service_examples import Verbs
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.label import Tag
from workjournal.journal.chosen import Chosen, Stretch
from workjournal.journal.episode_bulk import Done
from workjournal.journal.episode_filter import EpisodeFilter, Order
from workjournal.journal.journal import Journal

DAY = dt.date(2026, 11, 19)
ANY = EpisodeFilter()
NOBODY: frozenset[Audience] = frozenset()
NEXT = frozenset({Audience.NEXT_JOB})


def all_of(journal: Journal, wanted: EpisodeFilter = ANY, order: Order = Order.NEWEST) -> Chosen:
    """Everything in a list, as Ctrl+A chooses it."""
    outline = journal.timeline.outline(wanted, order)
    ends = [journal.timeline.page(wanted, outline, place, 1)[0].id for place in (0, len(outline) - 1)]
    return Chosen(wanted, order, (Stretch(ends[0], ends[1], len(outline)),))


def _page(journal: Journal, _: Any) -> object:
    return [
        journal.timeline.page(ANY, journal.timeline.outline(ANY, order), 0, 10)
        for order in (Order.NEWEST, Order.OLDEST, Order.HARDEST)
    ]


LISTING: Verbs = {
    "timeline.outline": (
        lambda journal, _: [journal.timeline.outline(ANY, order) for order in Order],
        set(),
    ),
    "timeline.begin": (lambda journal, _: [journal.timeline.begin(ANY, order) for order in Order], set()),
    "timeline.page": (_page, set()),
    "timeline.place": (
        lambda journal, one: journal.timeline.place(ANY, journal.timeline.outline(ANY), one.episode.id),
        set(),
    ),
    "timeline.days": (lambda journal, _: journal.timeline.days(ANY, DAY, DAY), set()),
    "timeline.day_without": (
        lambda journal, _: journal.timeline.day_without(DAY, DAY, range(1, 8)),
        set(),
    ),
    "episode_bulk.ids": (lambda journal, _: journal.episode_bulk.ids(all_of(journal)), set()),
    "episode_bulk.tag": (
        lambda journal, _: journal.episode_bulk.tag(all_of(journal), add=["Many"], remove=["depot"]),
        {Episode, Tag},
    ),
    "episode_bulk.share": (
        lambda journal, _: journal.episode_bulk.share(all_of(journal), Audience.NEXT_JOB, ticked=True),
        {Episode},
    ),
    "episode_bulk.trash": (lambda journal, _: journal.episode_bulk.trash(all_of(journal)), {Episode}),
    "episode_bulk.undo": (
        lambda journal, one: journal.episode_bulk.undo(Done(1, ticked={(NOBODY, NEXT): [one.episode.id]})),
        {Episode},
    ),
}
