"""How a long list of episodes is divided: so many on each day, or of each difficulty; arithmetic, and no text."""

import datetime as dt
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from workjournal.journal.episode_filter import Order

DIFFICULTIES = 101


class Outline:
    """The keys of a list in its order and how many episodes each has, in a few bytes a key.

    A key is the ordinal of a day (`date.toordinal`), or the difficulty in a list by that. A place is an episode's
    number in the list, from 0.
    """

    def __init__(self, order: Order, counts: Iterable[tuple[int, int]]) -> None:
        self.order = order
        pairs = sorted(counts, reverse=order is not Order.OLDEST)
        self.keys = array("l", (key for key, _ in pairs))
        self.starts = array("l", [0])
        """The place of the first episode of each key; at the end, of all."""
        for _, number in pairs:
            self.starts.append(self.starts[-1] + number)

    def __len__(self) -> int:
        """How many episodes there are in all."""
        return self.starts[-1]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Outline):
            return NotImplemented
        return (self.order, self.keys, self.starts) == (other.order, other.keys, other.starts)

    __hash__ = None  # type: ignore[assignment] # it is compared, and kept nowhere by its value

    def index_at(self, place: int) -> int:
        """Which of the keys the episode at a place is under."""
        return bisect_right(self.starts, place) - 1

    def day_at(self, place: int) -> dt.date:
        """The day at a place of a list by days."""
        return dt.date.fromordinal(self.keys[self.index_at(place)])

    def place_of_key(self, key: int) -> int:
        """The place of the first episode under a key; of what follows in the list where there is none, else the last."""
        down = self.order is not Order.OLDEST
        place = bisect_left(self.keys, -key if down else key, key=(lambda each: -each) if down else None)
        return self.starts[place] if place < len(self.keys) else max(0, len(self) - 1)

    def has(self, key: int) -> bool:
        """Whether any episode is under that key."""
        place = self.place_of_key(key)
        return place < len(self) and self.keys[self.index_at(place)] == key
