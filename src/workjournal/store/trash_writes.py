"""Many things put into the trash and taken out at once, by statements over ids: none of them is read."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Table, update
from sqlalchemy.orm import Session

from workjournal.domain.entity import Entity
from workjournal.store.episode_writes import batches
from workjournal.store.store import also_changed


def put_away(session: Session, noun: type[Entity], ids: Sequence[UUID], now: datetime) -> None:
    """Put these into the trash, of which none is there."""
    _mark(session, noun, ids, None, now)


def take_out(session: Session, noun: type[Entity], ids: Sequence[UUID], since: datetime) -> int:
    """Take out those of these that are in the trash since just then; returns how many."""
    return _mark(session, noun, ids, since, None)


def _mark(
    session: Session, noun: type[Entity], ids: Sequence[UUID], before: datetime | None, after: datetime | None
) -> int:
    table, count = noun.__table__, 0
    assert isinstance(table, Table)
    for batch in batches(ids):
        marked = update(table).where(noun.id.in_(batch), noun.trashed_at.is_not_distinct_from(before))
        done = session.execute(marked.values(trashed_at=after, version=noun.version + 1))
        count += done.rowcount  # type: ignore[attr-defined] # of an update
    if ids:
        also_changed(session, noun)
    return count
