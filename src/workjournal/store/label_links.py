"""The links between labels and things, many at once: a label may be on ten thousand episodes, none of which is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table, delete, func, insert, inspect, select
from sqlalchemy.orm import Session

from workjournal.domain.entity import Entity
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.mapped import MAPPED
from workjournal.store.store import also_changed

AnyLabel = Tag | Person | Skill
BATCH = 400
"""The driver takes only so many parameters."""


@dataclass(frozen=True)
class Link:
    """A table between the things of a noun and labels; what is changed in it is announced as a change of the noun."""

    noun: type[Entity]
    table: Table
    thing: Column[Any]
    label: Column[Any]

    def things(self, session: Session, label_id: UUID) -> list[UUID]:
        """The things that have a label, those in the trash too."""
        return list(session.scalars(select(self.thing).where(self.label == label_id)))

    def count(self, session: Session, label_id: UUID) -> int:
        """How many things have a label; those in the trash are left out."""
        query = select(func.count()).select_from(self.table).join(self.noun, self.noun.id == self.thing)
        return session.scalar(query.where(self.label == label_id, self.noun.trashed_at.is_(None))) or 0

    def counts(self, session: Session) -> dict[UUID, int]:
        """How many things have each label; things in the trash are left out, and so are labels that none has."""
        query = select(self.label, func.count()).join(self.noun, self.noun.id == self.thing)
        query = query.where(self.noun.trashed_at.is_(None)).group_by(self.label)
        return dict(iter(session.execute(query)))

    def cut(self, session: Session, label_id: UUID, things: Sequence[UUID]) -> None:
        """Take a label off these things."""
        for batch in _batches(things):
            session.execute(delete(self.table).where(self.label == label_id, self.thing.in_(batch)))
        if things:
            also_changed(session, self.noun)

    def tie(self, session: Session, label_id: UUID, things: Sequence[UUID]) -> list[UUID]:
        """Put a label on those of these things that are still there and do not have it; returns which."""
        has = set(self.things(session, label_id))
        there: list[UUID] = []
        for batch in _batches([each for each in things if each not in has]):
            there += session.scalars(select(self.noun.id).where(self.noun.id.in_(batch)))
        if there:
            rows = [{self.thing.key: thing_id, self.label.key: label_id} for thing_id in there]
            session.execute(insert(self.table), rows)
            also_changed(session, self.noun)
        return there


def links_of(kind: type[AnyLabel]) -> Iterator[Link]:
    """Every table that ties things to labels of that kind."""
    for noun in MAPPED:
        if not issubclass(noun, Entity):
            continue
        for relation in inspect(noun).relationships:
            table = relation.secondary
            if relation.mapper.class_ is kind and isinstance(table, Table):
                columns = (f"{noun.__tablename__}_id", f"{kind.__tablename__}_id")
                yield Link(noun, table, *(table.c[name] for name in columns))


def _batches(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    return (ids[first : first + BATCH] for first in range(0, len(ids), BATCH))
