"""What may be told to somebody else, as records of an export: each ticked thing in the words a pack would have for it."""

import datetime as dt
import enum
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from workjournal.domain.entity import Entity
from workjournal.domain.label import Skill
from workjournal.exporters.record import Entry, Record, Value
from workjournal.journal.exporting.choice import Ids
from workjournal.journal.exporting.index import PAGES, TOLD
from workjournal.journal.exporting.matching import among
from workjournal.journal.exporting.telling import Telling
from workjournal.journal.exporting.things import passage

_PLACED = ("id", "title", "text", "date", "time", "audiences", "skills")
"""What is no value of a record, or stands at its head."""
_PROSE = {
    "story": "",
    "why": "",
    "detail": "",
    "result": "Result",
    "criterion": "Criterion",
    "reason": "Reason",
}


def told_records(session: Session, telling: Telling, chosen: Mapping[str, Ids | None]) -> Iterator[Record]:
    """All that was chosen and may be told: things that were ticked are few, and read at once."""
    for kind in TOLD:
        ids = chosen[kind.__tablename__] or frozenset()
        found = session.scalars(select(kind).where(kind.trashed_at.is_(None), among(kind.id, ids)))
        made = [_record(thing, telling) for thing in found]
        yield from sorted(
            made, key=lambda each: (each.date or dt.date.min, each.time or dt.time.min, each.id)
        )


def entry(record: Record) -> Entry:
    """What names it: the title as it is told, not as the journal has it."""
    return Entry(record.noun, record.id, record.title, record.date, record.time)


def _record(thing: Any, telling: Telling) -> Record:
    told = telling.told(thing.__tablename__, _row(thing))
    values: dict[str, Value] = {
        key: _value(value) for key, value in told.items() if key not in {*_PLACED, *_PROSE}
    }
    if "skills" in told:
        values["skills"] = tuple(_skill(skill, telling) for skill in thing.skills)
    return Record(
        noun=PAGES[type(thing)],
        id=thing.id,
        title=told.get("title", told.get("text", "")),
        date=told.get("date"),
        time=told.get("time"),
        values=values,
        passages=tuple(passage(key, told[key], heading) for key, heading in _PROSE.items() if key in told),
    )


def _row(thing: Entity) -> dict[str, Any]:
    row = {column.key: getattr(thing, column.key) for column in inspect(type(thing)).column_attrs}
    return {**row, "skills": getattr(thing, "skills", ())}


def _skill(skill: Skill, telling: Telling) -> str:
    return str(telling.told("skill", {"id": skill.id, "name": skill.name})["name"])


def _value(value: Any) -> Value:
    kept: Value = value.value if isinstance(value, enum.Enum) else value
    return kept
