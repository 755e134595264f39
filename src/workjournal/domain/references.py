"""Who refers to whom, read from the mapped tables: by a column of its own, or by a list in a table between them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from typing import Any

from sqlalchemy import Column, Table, inspect

from workjournal.domain.entity import GOES_WITH, Base, Entity
from workjournal.domain.mapped import MAPPED


@dataclass(frozen=True)
class Reference:
    """A column that holds the id of a thing of `target`; `needed` says that a row cannot be without that."""

    column: Column[Any]
    target: type[Entity]
    needed: bool


@dataclass(frozen=True)
class Listing:
    """A list of things of `target`, under `key`: rows of a table between them."""

    key: str
    target: type[Entity]
    table: Table
    owner: Column[Any]
    listed: Column[Any]


@cache
def references(noun: type[Base]) -> tuple[Reference, ...]:
    """The columns in which a noun refers to another."""
    return tuple(
        Reference(column, _by_table()[link.column.table.name], _is_needed(column))
        for column in table_of(noun).columns
        for link in column.foreign_keys
    )


@cache
def listings(noun: type[Base]) -> tuple[Listing, ...]:
    """The lists that a noun has of others."""
    found = []
    for relation in inspect(noun).relationships:
        between, target = relation.secondary, relation.mapper.class_
        if isinstance(between, Table):
            columns = (between.c[f"{each.__tablename__}_id"] for each in (noun, target))
            found.append(Listing(relation.key, target, between, *columns))
    return tuple(found)


def table_of(noun: type[Base]) -> Table:
    """Its table."""
    table = noun.__table__
    assert isinstance(table, Table)
    return table


@cache
def in_order() -> tuple[type[Base], ...]:
    """Every mapped class, each after those it refers to or lists."""
    order: TopologicalSorter[type[Base]] = TopologicalSorter()
    for noun in MAPPED:
        order.add(
            noun, *(link.target for link in references(noun)), *(each.target for each in listings(noun))
        )
    return tuple(order.static_order())


@cache
def _by_table() -> Mapping[str, type[Entity]]:
    return {noun.__tablename__: noun for noun in MAPPED if issubclass(noun, Entity)}


def _is_needed(column: Column[Any]) -> bool:
    return not column.nullable or column.info == GOES_WITH
