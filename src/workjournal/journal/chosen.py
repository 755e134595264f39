"""Which episodes of a list were chosen: a few stretches of it, told by their ends, never by all that lies between."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workjournal.domain.episode import Episode
from workjournal.errors import JournalError
from workjournal.journal.episode_filter import UNRATED, EpisodeFilter, Order, key_of, walk


class ChosenChanged(JournalError):
    """The list has changed since the episodes were chosen, so nothing was done. Choose them again."""


@dataclass(frozen=True)
class Stretch:
    """Neighbours in a list: the first, the last, and how many they are with all between."""

    first: UUID
    last: UUID
    count: int


@dataclass(frozen=True)
class Chosen:
    """Stretches of the list of these episodes in this order; all of it is one stretch, however long."""

    wanted: EpisodeFilter
    order: Order
    stretches: tuple[Stretch, ...]

    def __len__(self) -> int:
        """How many episodes were chosen."""
        return sum(stretch.count for stretch in self.stretches)


def ids_of(session: Session, chosen: Chosen) -> list[UUID]:
    """The ids of what was chosen, read from an index alone.

    Raises:
        ChosenChanged: between the ends of a stretch there are more or fewer than there were, or an end has gone.
    """
    return [each for stretch in chosen.stretches for each in _between(session, chosen, stretch)]


def _between(session: Session, chosen: Chosen, stretch: Stretch) -> Iterator[UUID]:
    way = walk(chosen.wanted)
    ends = select(Episode.id, Episode.date, Episode.difficulty)
    found = list(session.execute(ends.where(Episode.id.in_({stretch.first, stretch.last}))))
    keys: list[dt.date | int]
    if chosen.order is Order.HARDEST:
        keys = [UNRATED if difficulty is None else difficulty for _, _, difficulty in found]
    else:
        keys = [day for _, day, _ in found]
    if not keys:
        raise ChosenChanged
    key = key_of(way, chosen.order)
    ids = list(session.scalars(way.sorted(chosen.order).where(key.between(min(keys), max(keys)))))
    if stretch.first not in ids or stretch.last not in ids:
        raise ChosenChanged
    between = ids[ids.index(stretch.first) : ids.index(stretch.last) + 1]
    if len(between) != stretch.count:
        raise ChosenChanged
    yield from between
