"""The rows of an exported journal as they came: by their class, each with typed values; those that cannot be, told."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from workjournal.domain.entity import Base, Entity
from workjournal.domain.intake import Intake
from workjournal.domain.portable import portable
from workjournal.importers.item import File, Note, Trouble, Weight
from workjournal.journal.importing import values
from workjournal.journal.importing.reading import Reading

MOST_TOLD = 10_000
"""Troubles that are told one by one; a file of nothing else may have a million."""
_TOLD_EVERY = 500


@dataclass
class Arrival:
    """One row: its values by column, the ids in its lists, its content, and what no field holds."""

    noun: type[Base]
    place: str
    row: dict[str, Any]
    lists: dict[str, list[UUID]]
    unknown: dict[str, Any]
    file: File | None
    whole: bool

    @property
    def is_thing(self) -> bool:
        """Whether it is counted: no earlier wording, preference or the like."""
        return issubclass(self.noun, Entity) and self.noun is not Intake


Arrivals = dict[type[Base], list[Arrival]]


@dataclass
class Troubles:
    """What goes wrong with rows, told in the reading they came from."""

    reading: Reading
    untold: int = field(default=0)

    def fail(self, place: str, what: str, *, counted: bool) -> None:
        """A row cannot be kept; `counted` says that it was counted as found."""
        self.reading.found += not counted
        self.reading.failed += 1
        self.tell(place, what, Weight.FAILED)

    def tell(self, place: str, what: str, weight: Weight = Weight.PARTLY) -> None:
        """Something of a row cannot be kept."""
        if len(self.reading.troubles) < MOST_TOLD:
            self.reading.troubles.append(Trouble(place, what, weight))
        else:
            self.untold += 1

    def conclude(self) -> None:
        """Say how many more there are."""
        if self.untold:
            self.reading.notes.append(Note(f"{self.untold:,} more problems are not listed."))


def arrived(reading: Reading, troubles: Troubles) -> Arrivals:
    """Every row that can be one.

    Raises:
        JournalError: where the file is none of ours, or damaged.
    """
    arrivals: Arrivals = {noun: [] for noun in portable()}
    by_table = {noun.__tablename__: noun for noun in portable()}
    for number, given in enumerate(reading.rows()):
        noun = by_table[given.table]
        try:
            row, lists, unknown = values.read(noun, given.values)
        except values.Wrong as error:
            troubles.fail(given.place, str(error), counted=False)
            continue
        arrival = Arrival(noun, given.place, row, lists, unknown, given.file, given.whole)
        reading.found += arrival.is_thing
        arrivals[noun].append(arrival)
        if number % _TOLD_EVERY == 0:
            share = min(1.0, reading.found / reading.expected) if reading.expected else 0.0
            reading.report(share, f"{reading.found:,} things read")
    return arrivals


def of_things(arrivals: Iterable[Arrival]) -> list[Arrival]:
    """Those that are counted."""
    return [arrival for arrival in arrivals if arrival.is_thing]
