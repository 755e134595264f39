"""The rows of the list of episodes: which are headings, and which episode is in which row; arithmetic on an outline."""

import datetime as dt
import enum
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from workjournal.journal.episode_filter import Order
from workjournal.journal.outline import Outline


class Grouping(enum.StrEnum):
    """What stands together under a heading."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Groups:
    """Rows over an outline: a heading before each group, then its episodes.

    Args:
        outline: the list.
        grouping: by what it is divided; a list by difficulty is divided by that.
        first_weekday: on which day a week begins, 1 Monday to 7 Sunday.
    """

    def __init__(self, outline: Outline, grouping: Grouping, first_weekday: int) -> None:
        self.outline, self.grouping, self.first_weekday = outline, grouping, first_weekday
        self._heads = array("l")
        """The row of each heading."""
        self._firsts = array("l")
        """The place of the first episode of each group."""
        self._keys = array("l")
        """The first key of each group."""
        group: int | None = None
        for number, key in enumerate(outline.keys):
            under = self._group_of(key)
            if under != group:
                group = under
                first = outline.starts[number]
                self._heads.append(first + len(self._heads))
                self._firsts.append(first)
                self._keys.append(key)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.outline) + len(self._heads)

    def is_heading(self, row: int) -> bool:
        at = bisect_left(self._heads, row)
        return at < len(self._heads) and self._heads[at] == row

    def key_of(self, row: int) -> int:
        """The first key of the group a row is in: the ordinal of a day, or a difficulty."""
        return self._keys[bisect_right(self._heads, row) - 1]

    def place(self, row: int) -> int:
        """The place of the episode in a row; of the first one below it where it is a heading."""
        at = bisect_right(self._heads, row) - 1
        return max(self._firsts[at], self._firsts[at] + row - self._heads[at] - 1)

    def row(self, place: int) -> int:
        """The row in which the episode at a place is."""
        return place + bisect_right(self._firsts, place)

    def day_at(self, row: int) -> dt.date | None:
        """The day of the episode in a row, in a list by days."""
        if self.outline.order is Order.HARDEST or not len(self.outline):
            return None
        return self.outline.day_at(min(self.place(row), len(self.outline) - 1))

    def row_of_day(self, day: dt.date) -> int:
        """The row where a day begins, its heading if there is one; where it has none, where the next in the list does."""
        row = self.row(self.outline.place_of_key(day.toordinal()))
        return row - 1 if row and self.is_heading(row - 1) else row

    def places(self, first: int, last: int) -> tuple[int, int]:
        """The places of the episodes in the rows from one to another: the first, and the one after the last."""
        end = self.place(last) + (0 if self.is_heading(last) else 1)
        return self.place(first), end

    def rows(self, first: int, count: int) -> Iterator[int | None]:
        """The places of so many rows from one on; None for a heading."""
        for row in range(first, min(first + count, len(self))):
            yield None if self.is_heading(row) else self.place(row)

    def _group_of(self, key: int) -> int:
        if self.outline.order is Order.HARDEST or self.grouping is Grouping.DAY:
            return key
        if self.grouping is Grouping.WEEK:
            return key - (key - self.first_weekday) % 7  # the ordinal 1 was a Monday
        day = dt.date.fromordinal(key)
        return day.year * 12 + day.month
