"""The rows of a journal as JSON has them, table by table, read while they are written."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, not_, or_, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from workjournal.domain.attachment import Attachment
from workjournal.domain.entity import Base
from workjournal.domain.intake import OURS, Intake, Origin
from workjournal.domain.keeping import Preference
from workjournal.domain.portable import FOLDERS, OF_VAULT, Form, fields, portable
from workjournal.domain.references import Listing, listings, table_of
from workjournal.exporters.journal_json import Content, Contents, Row
from workjournal.journal.attachments import segments_of
from workjournal.journal.exporting.choice import OF_THINGS, Choice
from workjournal.journal.exporting.matching import among
from workjournal.journal.exporting.reach import chosen
from workjournal.journal.exporting.telling import telling
from workjournal.journal.exporting.values import CONVERTERS, stored
from workjournal.store.store import Store

_AT_ONCE = {"yield_per": 1000}
"""Rows that are in memory at a time."""


@contextmanager
def contents(store: Store, choice: Choice, made: dt.datetime) -> Iterator[Contents]:
    """What is exported: read from one state of the journal, as long as it is being written.

    Raises:
        NoSuchTag
    """
    with store.reading() as session:
        reader = _Reader(store, session, choice)
        yield Contents(
            made=made,
            choice=_as_json(choice),
            files=list(reader.files()),
            tables=((noun.__tablename__, reader.rows(noun)) for noun in portable()),
            count=reader.count(),
        )


class _Reader:
    def __init__(self, store: Store, session: Session, choice: Choice) -> None:
        self._store, self._session, self._choice = store, session, choice
        self._ids = chosen(session, choice)
        self._telling = telling(session, choice)

    def rows(self, noun: type[Base]) -> Iterator[Row]:
        """The chosen rows of a class, in the order of their keys."""
        if self._is_left_out(noun):
            return
        every = [each for each in fields(noun) if each.form is not Form.CONTENT or self._choice.attachments]
        converters = [(each.name, CONVERTERS[each.form]) for each in every if each.form in CONVERTERS]
        content = next((each.name for each in every if each.form is Form.CONTENT), None)
        lists = [(each.key, _Lists(self._pairs(noun, each))) for each in listings(noun)]
        names = [each.name for each in every]
        query = select(*map(stored, every)).where(*self._conditions(noun))
        query = query.order_by(*(each.column for each in every if each.column.primary_key))
        for found in self._session.execute(query, execution_options=_AT_ONCE):
            row = dict(zip(names, found, strict=True))
            for name, convert in converters:
                if (value := row[name]) is not None:
                    row[name] = convert(value)
            if content and row[content] is not None:
                row[content] = self._content(noun, row["id"], row[content])
            for key, listed in lists:
                row[key] = listed.of(found[0])
            yield self._as_told(noun, row)

    def files(self) -> Iterator[Content]:
        """Every content, table by table."""
        for noun in portable():
            content = next((each for each in fields(noun) if each.form is Form.CONTENT), None)
            if content and self._choice.attachments and not self._is_left_out(noun):
                key, size = table_of(noun).c.id, stored(content)
                query = select(key, size).where(*self._conditions(noun), size.is_not(None)).order_by(key)
                for thing_id, length in self._session.execute(query):
                    yield self._content(noun, str(thing_id), length)

    def count(self) -> int:
        """How many rows there are."""
        nouns = [noun for noun in portable() if not self._is_left_out(noun)]
        counts = (
            select(func.count()).select_from(table_of(noun)).where(*self._conditions(noun)) for noun in nouns
        )
        return sum(self._session.scalar(query) or 0 for query in counts)

    def _is_left_out(self, noun: type[Base]) -> bool:
        return self._ids[noun.__tablename__] == frozenset()

    def _conditions(self, noun: type[Base]) -> list[ColumnElement[bool]]:
        table, ids = table_of(noun), self._ids[noun.__tablename__]
        conditions: list[ColumnElement[bool]] = []
        if ids is not None:
            conditions.append(among(table.c.thing_id if table.name in OF_THINGS else table.c.id, ids))
        if noun in {Intake, Origin}:  # what came from a journal of this program is this one's own
            conditions.append(table.c.source != OURS)
        if noun is Preference:
            conditions.append(not_(or_(*(table.c.key.startswith(begin) for begin in OF_VAULT))))
        return conditions

    def _pairs(self, noun: type[Base], listing: Listing) -> Iterable[Any]:
        ids = self._ids[noun.__tablename__]
        query = select(type_coerce(listing.owner, NullType()), type_coerce(listing.listed, NullType()))
        if ids is not None:
            query = query.where(among(listing.owner, ids))
        query = query.order_by(listing.owner, listing.listed)
        return self._session.execute(query, execution_options=_AT_ONCE)

    def _content(self, noun: type[Base], thing_id: str, size: int) -> Content:
        return Content(
            f"{FOLDERS[noun.__tablename__]}/{thing_id}", size, partial(self._pieces, noun, UUID(thing_id))
        )

    def _pieces(self, noun: type[Base], thing_id: UUID) -> Iterator[bytes]:
        if noun is Attachment:
            yield from segments_of(self._store, thing_id)
            return
        (content,) = (each.column for each in fields(noun) if each.form is Form.CONTENT)
        yield self._session.scalar(select(content).where(table_of(noun).c.id == thing_id)) or b""

    def _as_told(self, noun: type[Base], row: Row) -> Row:
        if self._telling is None:
            return row
        told = self._telling.told(noun.__tablename__, {**row, "id": UUID(row["id"])})
        if "audiences" in told:
            told["audiences"] = sorted(told["audiences"])
        return {**told, "id": row["id"]}


class _Lists:
    """The lists of things that come in the order of their ids, each read when it is asked for."""

    def __init__(self, pairs: Iterable[Any]) -> None:
        self._groups = groupby(pairs, key=itemgetter(0))
        self._owner, self._group = self._next()

    def of(self, owner: str) -> list[str]:
        """The ids that it lists; `owner` as the database has it."""
        while self._owner and self._owner < owner:
            self._owner, self._group = self._next()
        return [CONVERTERS[Form.ID](listed) for _, listed in self._group] if self._owner == owner else []

    def _next(self) -> tuple[str, Iterator[Any]]:
        return next(self._groups, ("", iter(())))


def _as_json(choice: Choice) -> Mapping[str, Any]:
    return {
        "whole": choice.is_whole,
        "start": choice.start and choice.start.isoformat(),
        "end": choice.end and choice.end.isoformat(),
        "tags": sorted(choice.tags),
        "audience": choice.shared_with and choice.shared_with.value,
        "ids": sorted(map(str, choice.ids)),
        "attachments": choice.attachments,
        "drafts": choice.drafts,
    }
