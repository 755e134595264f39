"""The index over everything that was written (migrations/versions/0006_finding.py): what a query finds in it.

A place is a row of `search_place`; its number says the day, so that the newest come first by walking the index back.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from workjournal.domain.folding import FIRST_SPACELESS
from workjournal.domain.query import Query
from workjournal.store.search_filters import condition
from workjournal.store.search_words import MixedWords, Wanted, wanted

DAY = 1 << 20
"""Places a day has."""
BATCH = 500
"""The driver takes only so many parameters."""
_JULIAN = 1_721_424
"""The Julian day of the day before 1 January 1, from noon on, as SQLite counts it."""
_RANK = "bm25(search_words, 4.0, 1.0, 1.0)"
"""Of title, body and private note the title weighs most."""
_PLACES = "SELECT id, kind, thing_id FROM search_place WHERE id IN"
_TEXTS = "SELECT id, title, body, note FROM search_text WHERE id IN"

# What is put into these statements are pieces of our own; values are bound by name.
# ruff: noqa: S608


@dataclass(frozen=True)
class Place:
    """Where something was found: its number, the table and the id of the thing."""

    number: int
    table: str
    thing_id: UUID

    @property
    def day(self) -> dt.date:
        """The thing's day."""
        return dt.date.fromordinal(max(1, self.number // DAY - _JULIAN))


@dataclass(frozen=True)
class Texts:
    """What a thing says: its title (may be empty), its other texts, its private note."""

    title: str
    body: str
    note: str


@dataclass(frozen=True)
class Results:
    """Where it was found, in order; the texts by number of place; how many there are, or one more than were counted."""

    places: tuple[Place, ...]
    texts: dict[int, Texts]
    total: int


@dataclass
class _Statement:
    """The pieces of a query in SQL; `nothing` tells that none can match."""

    where: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    matching: bool = False
    nothing: bool = False

    @property
    def key(self) -> str:
        """The number of a place."""
        return "w.rowid" if self.matching else "p.id"

    @property
    def source(self) -> str:
        """Tables and conditions: the index of words leads where words are looked for."""
        where, tables = " AND ".join(self.where), "search_place p"
        if self.matching:
            tables = "search_words w" + " CROSS JOIN search_place p ON p.id = w.rowid" * ("p." in where)
        return f"FROM {tables} WHERE {where}"


def results(
    session: Session, query: Query, most: int, counted: int, *, ranked: bool = False, mixed: MixedWords
) -> Results:
    """Up to `most`, the newest first or, with `ranked`, the best fitting, by BM25 as FTS5 has it; `counted` at most.

    Where only letters of a script without spaces are looked for, there is no ranking, and the newest come first.
    """
    statement = _statement(session, query, mixed)
    if statement.nothing:
        return Results((), {}, 0)
    if statement.matching and not ranked and not any(term.is_open for term in query.terms):
        return _newest(session, statement, most, counted)
    key = statement.key
    if ranked and statement.matching:
        numbers = _numbers(session, statement, f"{_RANK}, {key} DESC", most)
        total = len(numbers) if len(numbers) < most else _count(session, statement, counted)
    else:  # one walk for both: to begin one is what takes time
        numbers = _numbers(session, statement, f"{key} DESC", max(most, counted + 1))
        total = min(len(numbers), counted + 1)
    places = {
        number: Place(number, table, UUID(thing_id))
        for number, table, thing_id in _looked_up(session, _PLACES, numbers[:most])
    }
    texts = {number: _said(row) for number, *row in _looked_up(session, _TEXTS, numbers[:most])}
    return Results(tuple(places[number] for number in numbers[:most] if number in places), texts, total)


def _newest(session: Session, statement: _Statement, most: int, counted: int) -> Results:
    """The same as below in a single walk along the words; another one counts."""
    sql = (
        "SELECT p.id, p.kind, p.thing_id, w.title, w.body, w.note FROM search_words w CROSS JOIN search_place p"
        f" ON p.id = w.rowid WHERE {' AND '.join(statement.where)} ORDER BY w.rowid DESC LIMIT :most"
    )
    found = session.execute(text(sql), statement.values | {"most": most}).all()
    places = tuple(Place(number, table, UUID(thing_id)) for number, table, thing_id, *_ in found)
    total = len(found) if len(found) < most else _count(session, statement, counted)
    return Results(places, {row[0]: _said(row[3:]) for row in found}, total)


def _numbers(session: Session, statement: _Statement, order: str, most: int) -> list[int]:
    sql = f"SELECT {statement.key} {statement.source} ORDER BY {order} LIMIT :most"
    return [row[0] for row in session.execute(text(sql), statement.values | {"most": most}).all()]


def _count(session: Session, statement: _Statement, most: int) -> int:
    sql = f"SELECT count(*) FROM (SELECT 1 {statement.source} LIMIT :counted)"
    return int(session.execute(text(sql), statement.values | {"counted": most + 1}).scalar_one())


def _looked_up(session: Session, sql: str, numbers: Sequence[int]) -> Iterator[Any]:
    """What a query gives for these places; by the driver alone, since there are many parameters."""
    for first in range(0, len(numbers), BATCH):
        some = numbers[first : first + BATCH]
        marks = ", ".join("?" * len(some))
        yield from session.connection().exec_driver_sql(f"{sql} ({marks})", tuple(some)).all()


def _said(row: Sequence[str | None]) -> Texts:
    title, body, note = (each or "" for each in row)
    return Texts(title, body, note)


def first_number(day: dt.date) -> int:
    """Below every place of a day, and above those of the day before."""
    return (day.toordinal() + _JULIAN) * DAY


def _statement(session: Session, query: Query, mixed: MixedWords) -> _Statement:
    statement = _Statement()
    _words(statement, wanted(session, query.terms, mixed))
    _days(statement, query)
    kinds = list[str]()
    for number, each in enumerate(query.filters):
        name = f"f{number}"
        sql = condition(each.name, each.value, name)
        statement.values[name] = each.value
        if each.name == "kind" and not each.left_out:
            kinds.append(sql)
        else:
            statement.where.append(f"NOT ({sql})" if each.left_out else f"({sql})")
    if kinds:
        statement.where.append(f"({' OR '.join(kinds)})")
    statement.nothing |= not statement.where
    return statement


def _words(statement: _Statement, asked: Wanted) -> None:
    statement.nothing = asked.nothing
    if asked.match:
        statement.matching = True
        without = f" NOT ({asked.without})" if asked.without else ""
        statement.where.append("search_words MATCH :match")
        statement.values["match"] = f"({asked.match}){without}"
    elif asked.without:
        statement.where.append(
            "p.id NOT IN (SELECT rowid FROM search_words WHERE search_words MATCH :without)"
        )
        statement.values["without"] = asked.without
    for number, inside in enumerate(asked.inside):
        sql = _inside(statement.values, inside.forms, inside.mixed, f"i{number}")
        statement.where.append(f"NOT ({sql})" if inside.left_out else sql)


def _inside(values: dict[str, Any], forms: Sequence[str], mixed: str, name: str) -> str:
    """That some word of a script without spaces has these letters in it; a word that begins otherwise is in `mixed`."""
    values |= {f"{name}_{number}": form for number, form in enumerate(forms)}
    values[f"{name}_from"] = FIRST_SPACELESS
    either = " OR ".join(f"instr(term, :{name}_{number})" for number in range(len(forms)))
    found = f"SELECT doc FROM search_instances WHERE term >= :{name}_from AND ({either})"
    if mixed:
        values[f"{name}_mixed"] = mixed
        found += f" UNION ALL SELECT rowid FROM search_words WHERE search_words MATCH :{name}_mixed"
    return f"p.id IN ({found})"


def _days(statement: _Statement, query: Query) -> None:
    for number, days in enumerate(query.days):
        ends = []
        if days.start is not None:
            ends.append(f"{statement.key} >= :from{number}")
            statement.values[f"from{number}"] = first_number(days.start)
        if days.end is not None:
            ends.append(f"{statement.key} < :to{number}")
            statement.values[f"to{number}"] = first_number(days.end) + DAY
        both = " AND ".join(ends)
        statement.where.append(f"NOT ({both})" if days.left_out else both)
