"""The days and times of a table, read as all of its rows together show."""

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from workjournal.importers.days.formats import DayFormat, day_format
from workjournal.importers.days.times import time_of
from workjournal.importers.days.written import Order, When, order_of, when
from workjournal.importers.importer import SettingRefused
from workjournal.importers.item import Note
from workjournal.importers.texts import NotReadable

_EXAMPLE = {Order.DAY: "3 April 2024", Order.MONTH: "4 March 2024"}


@dataclass(frozen=True)
class Days:
    """How days are read: by a format that was set, else by the order that the rows show."""

    format: DayFormat | None = None
    order: Order | None = None
    notes: tuple[Note, ...] = ()

    def read(self, cell: str, zone: str) -> When | None:
        """The moment of a row; None where it has no day.

        Raises:
            NotReadable
        """
        if not cell or self.format is None:
            return when(cell, self.order, zone) if cell else None
        found = self.format.read(cell)
        if found is None:
            raise NotReadable(f"“{cell[:40]}” is not written as {self.format.written}")
        return replace(found, zone=zone)

    def time(self, cell: str) -> dt.time:
        """A time of day, also where a day stands before it.

        Raises:
            NotReadable
        """
        try:
            return time_of(cell)
        except NotReadable:
            with suppress(NotReadable):
                if found := when(cell, Order.DAY).time:
                    return found
            raise


def days(said: str, cells: Sequence[str]) -> Days:
    """How the days in these cells are read, and what there is to tell of it.

    Args:
        said: a format (DD/MM/YYYY), "day first", "month first", or "" to see by the cells.

    Raises:
        SettingRefused
    """
    if said.casefold() in set(Order):
        return Days(order=Order(said.casefold()))
    if said:
        try:
            return Days(format=day_format(said))
        except NotReadable as error:
            raise SettingRefused(setting="The form of dates", value=said, reason=error) from error
    found = order_of(cells)
    if found is None:
        return Days()
    order, is_certain = found
    told = f"Dates are read with the {order.removesuffix(' first')} first: 03/04/2024 is {_EXAMPLE[order]}."
    doubt = "" if is_certain else " The file leaves it open; say so if it is otherwise."
    return Days(order=order, notes=(Note(told + doubt),))
