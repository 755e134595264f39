"""Fields of many episodes at once, by statements over ids: an episode that is loaded decrypts all its texts.

No text is written so, and no rule is passed by: what is written here needs none.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Table, update
from sqlalchemy.orm import Session

from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.store.label_links import BATCH
from workjournal.store.store import also_changed

Audiences = frozenset[Audience]


def touch(session: Session, ids: Sequence[UUID], now: datetime) -> None:
    """They were changed otherwise: whoever has one of them open must not save over that."""
    _write(session, ids, now, {})


def set_audiences(
    session: Session,
    ids: Sequence[UUID],
    now: datetime,
    audiences: Audiences,
    *,
    only: Audiences | None = None,
) -> None:
    """For whom they are ticked; `only` those that are ticked for just these now."""
    _write(
        session, ids, now, {"audiences": audiences}, *(() if only is None else (Episode.audiences == only,))
    )


def set_trashed(
    session: Session, ids: Sequence[UUID], now: datetime, since: datetime | None, *, only: datetime | None
) -> None:
    """Since when they are in the trash; only those that are there since `only`, or are not where that is None."""
    _write(session, ids, now, {"trashed_at": since}, Episode.trashed_at.is_not_distinct_from(only))


def batches(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    """As many at once as the driver takes."""
    return (ids[first : first + BATCH] for first in range(0, len(ids), BATCH))


def _write(
    session: Session,
    ids: Sequence[UUID],
    now: datetime,
    values: Mapping[str, object],
    *conditions: ColumnElement[bool],
) -> None:
    table = Episode.__table__
    assert isinstance(table, Table)
    fields = {**values, "changed_at": now, "version": Episode.version + 1}
    for batch in batches(ids):
        session.execute(update(table).where(Episode.id.in_(batch), *conditions).values(fields))
    if ids:
        also_changed(session, Episode)
