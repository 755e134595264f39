"""The rows of the list of episodes, in words."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QObject

from workjournal.journal.episode_filter import Order
from workjournal.journal.timeline import Line
from workjournal.ui import words
from workjournal.ui.parts.episode_groups import Grouping, Groups
from workjournal.ui.widgets.row_list import Row, RowChip

MOST_TAGS = 2


class EpisodeRows(QObject):
    """Makes rows of lines, and headings of groups."""

    def row(self, line: Line, groups: Groups) -> Row:
        """An episode: with its time under the heading of its day, with its day under any other."""
        by_day = groups.outline.order is not Order.HARDEST and groups.grouping is Grouping.DAY
        kind = RowChip(words.kind_word(line.kind), words.kind_tone(line.kind), words.kind_icon(line.kind))
        return Row(
            id=line.id,
            lead=(words.clock(line.time) or "–") if by_day else "",
            block=None if by_day else self._block(line.date, groups),
            title=line.title,
            second=self._second(line, groups),
            chips=(*(RowChip(tag) for tag in line.tags[:MOST_TAGS]), kind),
            number=self.tr("Reflected") if line.reflected else "",
            action=self.tr("Reflect") if not line.reflected and line.deserves_reflection() else "",
        )

    def heading(self, groups: Groups, row: int, today: dt.date) -> str:
        """What the group of a row is called."""
        key = groups.key_of(row)
        if groups.outline.order is Order.HARDEST:
            return (
                self.tr("Difficulty not rated")
                if key < 0
                else self.tr("Difficulty {level}").format(level=key)
            )
        day = dt.date.fromordinal(key)
        if groups.grouping is Grouping.DAY:
            return words.day(day, today)
        if groups.grouping is Grouping.MONTH:
            return words.dated(day, "MMMM yyyy")
        first = day - dt.timedelta(days=(day.isoweekday() - groups.first_weekday) % 7)
        last = first + dt.timedelta(days=6)
        begins = "d MMMM" if first.year == last.year else "d MMMM yyyy"
        return f"{words.dated(first, begins)} – {words.dated(last, 'd MMMM yyyy')}"

    def rows(
        self, groups: Groups, first: int, places: Sequence[int | None], lines: Sequence[Line], today: dt.date
    ) -> list[Row]:
        """The rows from one on: `places` says which are headings (None), `lines` are those of the others, in order.

        Where another program took a line away just now, the last rows are missing.
        """
        left = iter(lines)
        made: list[Row] = []
        for number, place in enumerate(places):
            if place is None:
                made.append(Row(id=None, title=self.heading(groups, first + number, today)))
            elif (line := next(left, None)) is not None:
                made.append(self.row(line, groups))
        return made

    def _second(self, line: Line, groups: Groups) -> str:
        """What it says, after the whole date where years are mixed."""
        told = words.excerpt(line)
        if groups.outline.order is not Order.HARDEST:
            return told
        return " · ".join(part for part in (words.dated(line.date, "d MMMM yyyy"), told) if part)

    def _block(self, day: dt.date, groups: Groups) -> tuple[str, str]:
        """A small word above the number: the weekday in a week or a month, else the month."""
        form = "MMM" if groups.outline.order is Order.HARDEST else "ddd"
        return words.dated(day, form).rstrip(".").upper(), str(day.day)
