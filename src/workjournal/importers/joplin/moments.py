"""When a note with front matter was made, by the writer's clock.

Joplin writes "2024-04-13 22:23:00Z". Its first versions with front matter wrote days as the person had set them
("28/09/2021 20:57"), and other programs write what they like ("01-01-2024 01:23 AM").
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from workjournal.importers.days.written import Order, order_of, when
from workjournal.importers.item import Note
from workjournal.importers.texts import NotReadable
from workjournal.importers.trees import shown
from workjournal.importers.zones import local

_MADE, _CHANGED = ("created", "date", "created_at"), ("updated", "updated_at")


@dataclass(frozen=True)
class Made:
    """What the clock showed; and why not, where that cannot be read."""

    date: dt.date | None = None
    time: dt.time | None = None
    zone: str = ""
    faults: tuple[str, ...] = ()


class Moments:
    """Reads them; what of day and month stands first is seen by all notes, which are asked for where one needs it."""

    def __init__(self, all_said: Callable[[], Iterable[Mapping[str, Any]]]) -> None:
        self._all_said = all_said
        self.notes: list[Note] = []

    def of(self, said: Mapping[str, Any]) -> Made:
        """When the note with these fields was made."""
        for value in (said.get(name) for name in _MADE):
            if isinstance(value, str) and value.strip():
                return self._read(value.strip())
        return Made()

    def _read(self, value: str) -> Made:
        try:
            return _as_joplin(value)
        except (ValueError, OverflowError, OSError):
            pass
        try:
            found = when(value, self._order)
        except NotReadable:
            return Made(faults=(f"When it was made cannot be read: {shown(value)}.",))
        return Made(found.date, found.time, found.zone)

    @cached_property
    def _order(self) -> Order | None:
        written = [
            value
            for said in self._all_said()
            for name in (*_MADE, *_CHANGED)
            if isinstance(value := said.get(name), str)
        ]
        found = order_of(written)
        if found is None:
            return None
        first = "the day" if found[0] is Order.DAY else "the month"
        self.notes.append(Note(f"In dates such as 03/04/2024, {first} was read first."))
        return found[0]


def _as_joplin(value: str) -> Made:
    """Raises: ValueError, OverflowError, OSError."""
    if len(value) <= 10:
        return Made(dt.date.fromisoformat(value))
    moment, zone = dt.datetime.fromisoformat(value), ""
    if moment.tzinfo is not None:
        moment, zone = local(moment, str(moment.tzinfo).removeprefix("UTC"))
    return Made(moment.date(), moment.time().replace(microsecond=0), zone)
