"""Taking an import back: what it brought goes into the trash, but for what has become the user's own since."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Table, or_, select
from sqlalchemy.orm import Session

from workjournal.domain.entity import Base, Entity
from workjournal.domain.intake import Intake, Origin
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.mapped import MAPPED
from workjournal.errors import JournalError
from workjournal.journal.importing.wishes import Undone
from workjournal.store.label_links import links_of
from workjournal.store.trash_writes import put_away, take_out

BATCH = 400
"""The driver takes only so many parameters."""
LABELS = (Tag, Person, Skill)
Noun = type[Entity]


class UndoneAlready(JournalError):
    """This import was taken back already. Its things are in the trash."""


def take_back(session: Session, intake: Intake, now: datetime, *, changed: bool) -> Undone:
    """Put the things of an import into the trash.

    Raises:
        UndoneAlready
    """
    if intake.undone_at is not None:
        raise UndoneAlready
    intake.undone_at = now
    brought = _brought(session, intake)
    every = {thing_id for ids in brought.values() for thing_id in ids}
    taken, kept = 0, 0
    for noun, ids in sorted(
        brought.items(), key=lambda each: each[0] in LABELS
    ):  # labels once nothing has them
        since = None if changed or noun in LABELS else intake.created_at
        there = _untrashed(session, noun, ids, since)
        used = _used(session, noun, there, every, now, of_others=not changed or noun in LABELS)
        going = [thing_id for thing_id in there if thing_id not in used]
        put_away(session, noun, going, now)
        taken += 0 if noun in LABELS else len(going)
        kept += 0 if noun in LABELS else len(_untrashed(session, noun, ids, None))
    return Undone(taken, kept)


def bring_back(session: Session, intake: Intake) -> int:
    """Take out of the trash what `take_back` put there, and nothing that came anew by another import meanwhile."""
    since, intake.undone_at = intake.undone_at, None
    if since is None:
        return 0
    count = 0
    for noun, ids in _brought(session, intake).items():
        again = _came_again(session, intake, ids)
        back = take_out(session, noun, [each for each in ids if each not in again], since)
        count += 0 if noun in LABELS else back
    return count


def _brought(session: Session, intake: Intake) -> dict[Noun, list[UUID]]:
    nouns = {noun.__tablename__: noun for noun in MAPPED if issubclass(noun, Entity)}
    brought: dict[Noun, list[UUID]] = {}
    for thing_id, table in session.execute(
        select(Origin.thing_id, Origin.thing).where(Origin.intake_id == intake.id)
    ):
        if table in nouns:
            brought.setdefault(nouns[table], []).append(thing_id)
    return brought


def _untrashed(
    session: Session, noun: Noun, ids: Sequence[UUID], unchanged_since: datetime | None
) -> list[UUID]:
    found: list[UUID] = []
    for batch in _batches(ids):
        query = select(noun.id).where(noun.id.in_(batch), noun.trashed_at.is_(None))
        if unchanged_since is not None:
            query = query.where(noun.changed_at <= unchanged_since)
        found += session.scalars(query)
    return found


def _used(
    session: Session,
    noun: Noun,
    ids: Sequence[UUID],
    own: Collection[UUID],
    now: datetime,
    *,
    of_others: bool,
) -> set[UUID]:
    """Those that something refers to which is no part of the import, such as a reflection on an episode."""
    used: set[UUID] = set()
    if not of_others:
        return used
    if noun in LABELS:
        for link in links_of(noun):
            for batch in _batches(ids):
                query = (
                    select(link.label)
                    .join(link.noun, link.noun.id == link.thing)
                    .where(link.label.in_(batch))
                )
                live = or_(link.noun.trashed_at.is_(None), link.noun.trashed_at != now)
                used.update(session.scalars(query.where(live)))
    for table, column in _references(noun):
        for batch in _batches(ids):
            rows = session.execute(select(column, *_owner(table, column)).where(column.in_(batch)))
            used.update(row[0] for row in rows if len(row) < 2 or row[1] not in own)
    return used


def _references(noun: Noun) -> Iterator[tuple[Table, Any]]:
    """Columns of other tables that point at things of a noun; labels' links are looked at by `links_of`."""
    labels = {link.table for kind in LABELS for link in links_of(kind)}
    bookkeeping = {"attachment", "origin"}  # a file goes where its episode goes
    for table in Base.metadata.sorted_tables:
        if table in labels or table.name in bookkeeping:
            continue
        for column in table.columns:
            if any(each.column.table is noun.__table__ for each in column.foreign_keys):
                yield table, column


def _owner(table: Table, column: Any) -> tuple[Any, ...]:
    """Of a row that refers: its id, or in a table of links the other end."""
    if "id" in table.columns:
        return (table.columns["id"],)
    return tuple(other for other in table.columns if other is not column and other.foreign_keys)[:1]


def _came_again(session: Session, intake: Intake, ids: Sequence[UUID]) -> set[UUID]:
    again: set[UUID] = set()
    other = Origin.__table__.alias()
    for batch in _batches(ids):
        query = select(Origin.thing_id).join(
            other, (other.c.source == Origin.source) & (other.c.key == Origin.key)
        )
        query = query.where(Origin.thing_id.in_(batch), Origin.key != "", other.c.intake_id != intake.id)
        again.update(session.scalars(query))
    return again


def _batches(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    return (ids[first : first + BATCH] for first in range(0, len(ids), BATCH))
