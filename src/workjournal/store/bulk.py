"""Many new things at once, by one statement for all of a kind: each one as an entity would be saved with one session.

Rules and stamps are those of a single save; texts have no earlier wordings yet, and the index follows by its triggers.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import Dialect, Table, insert, inspect
from sqlalchemy.orm import Session
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from workjournal.domain.day_span import check_days
from workjournal.domain.entity import Base, Entity, new_id
from workjournal.domain.keeping import Revision, TextDigest
from workjournal.store.digests import digest_of_long
from workjournal.store.store import also_changed

Row = dict[str, Any]
Thing = TypeVar("Thing", bound=Entity)
_Column = tuple[str, Any, Callable[[Any], Any] | None]
"""Its name, what it holds where nothing is said, and what makes of a value what the database has."""
FIRST_VERSION = 1
BATCH = 500
"""Rows that are made at a time, so that memory holds no more of them."""


def unwatched(noun: type[Thing], values: Row) -> Thing:
    """A new thing for `insert_new`, made past the watchers of each attribute, which take most of the time.

    Only of a class whose columns have constants for defaults, such as Episode.
    """
    thing = cast("Thing", inspect(noun).class_manager.new_instance())
    vars(thing).update(_defaults(noun), id=new_id())
    vars(thing).update(values)
    return thing


def insert_new(session: Session, things: Sequence[Entity], now: datetime) -> None:
    """Save new things of one class, without labels: `insert_links` gives them those.

    Raises:
        JournalError: what `check` of one raises; nothing is saved then, as with any failed `writing`.
    """
    for first in range(0, len(things), BATCH):
        batch = things[first : first + BATCH]
        for thing in batch:
            thing.check()
            check_days(thing)
        noun = type(batch[0])
        insert_rows(session, noun, [_row(thing, _defaults(noun), now) for thing in batch])


def insert_links(session: Session, table: Table, pairs: Iterable[tuple[UUID, UUID]]) -> None:
    """Save links between things that are saved: in the order of the table's first two columns, which are its key."""
    one, other = (column.key for column in table.primary_key.columns)
    rows = [{one: mine, other: theirs} for mine, theirs in pairs]
    for first in range(0, len(rows), BATCH):
        _insert(session, table, rows[first : first + BATCH])


def insert_rows(session: Session, noun: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Save rows as they are, with the digests of their long texts, and have their class announced."""
    if not rows:
        return
    _insert(session, _table(noun), rows)
    texts = noun.TEXTS if issubclass(noun, Entity) else ("text",) if noun is Revision else ()
    if texts:
        digests = [
            {"thing": noun.__tablename__, "thing_id": row["id"], "field": field, "sha256": sha256}
            for row in rows
            for field in texts
            if (sha256 := digest_of_long(row.get(field)))
        ]
        _insert(session, _table(TextDigest), digests)
    also_changed(session, noun)


def _insert(session: Session, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Each row with every column. SQLAlchemy's own way looks at each value of each row four times."""
    if not rows:
        return
    connection = session.connection()
    statement, columns = _statement(table, connection.dialect)
    values = [
        tuple(
            row.get(name, default) if convert is None else convert(row.get(name, default))
            for name, default, convert in columns
        )
        for row in rows
    ]
    connection.exec_driver_sql(statement, values)


@cache
def _statement(table: Table, dialect: Dialect) -> tuple[str, tuple[_Column, ...]]:
    columns = tuple(
        (column.key, _default(column), column.type.dialect_impl(dialect).bind_processor(dialect))
        for column in table.columns
    )
    return str(insert(table).compile(dialect=dialect)), columns


def _default(column: Any) -> Any:
    return column.default.arg if isinstance(column.default, ScalarElementColumnDefault) else None


def _table(noun: type[Base]) -> Table:
    table = noun.__table__
    assert isinstance(table, Table)
    return table


def _row(thing: Entity, defaults: Row, now: datetime) -> Row:
    """A new thing's columns: its own dictionary holds what was set, read there past the watchers of each attribute."""
    values = vars(thing)
    row = {name: values.get(name, default) for name, default in defaults.items()}
    row["created_at"] = row["created_at"] or now
    row["changed_at"] = row["changed_at"] or now
    row["version"] = FIRST_VERSION
    return row


@cache
def _defaults(noun: type[Base]) -> Row:
    """What the columns of a new thing hold that was not said."""
    return {each.key: _default(each.columns[0]) for each in inspect(noun).column_attrs}
