"""Figures, what changed the work, and the pulse as records of an export."""

from collections.abc import Collection, Iterator
from uuid import UUID

from workjournal.domain.measure import MarkedChange, Measure, Reading
from workjournal.domain.pulse import Pulse
from workjournal.exporters.record import Noun, Record
from workjournal.journal.exporting.index import PAGES
from workjournal.journal.exporting.things import Things, one, passage

Ids = Collection[UUID]
READING = Noun("reading", "readings", dated=True)


def measures(of: Things, ids: Ids) -> Iterator[Record]:
    """With their dated values."""
    readings = of.parts(Reading, Reading.measure_id, ids, Reading.date)
    for each in of.load(Measure, ids):
        yield Record(
            noun=PAGES[Measure],
            id=each.id,
            title=each.name,
            values={
                "unit": each.unit,
                "better": each.direction.value,
                "baseline": each.baseline,
                "target": each.target,
            },
            passages=(passage("description", each.description, ""),),
            parts=tuple(
                Record(
                    noun=READING,
                    id=reading.id,
                    title="",
                    date=reading.date,
                    values={"value": reading.value},
                    passages=(passage("note", reading.note, ""),),
                )
                for reading in readings.get(each.id, ())
            ),
        )


def changes(of: Things, ids: Ids) -> Iterator[Record]:
    """What changed the work on a day."""
    for each in of.load(MarkedChange, ids):
        noun, links = PAGES[MarkedChange], {"measure": one(each.measure_id)}
        yield Record(noun=noun, id=each.id, title=each.text, date=each.date, links=links)


def pulses(of: Things, ids: Ids) -> Iterator[Record]:
    """For the writer alone."""
    for each in of.load(Pulse, ids):
        yield Record(
            noun=PAGES[Pulse],
            id=each.id,
            title=of.title(each.id),
            date=each.date,
            values={"safety": each.safety, "accountability": each.accountability},
            passages=(passage("note", each.note, ""),),
        )
