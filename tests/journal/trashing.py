"""What tests of the trash share: the examples by their nouns, and the rows of every table counted."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from examples import Examples
from workjournal.domain.entity import Base, Entity
from workjournal.domain.label import Person, Skill, Tag
from workjournal.journal.journal import Journal

NOUNS = [
    *("episode", "reflection", "lesson", "goal", "action", "attachment", "tag", "skill", "person", "pack"),
    "method",
]
RECORDS = ["measure", "reading", "change", "rating", "credential", "profile", "pulse", "check_in"]


def rows(journal: Journal) -> dict[str, int]:
    """How many rows each table has."""
    with journal._store.reading() as session:
        tables = Base.metadata.sorted_tables
        return {
            table.name: session.scalar(select(func.count()).select_from(table)) or 0
            for table in tables
            if table.name != "vault_state"
        }


def lost(journal: Journal, before: dict[str, int]) -> dict[str, int]:
    """How many rows each table has lost; a table that lost none is absent."""
    after = rows(journal)
    return {name: count - after[name] for name, count in before.items() if count != after[name]}


def example(one: Examples, noun: str) -> Any:
    return getattr(one.records if noun in RECORDS else one, noun)


def put(journal: Journal, thing: Entity) -> None:
    """Into the trash; what is in use only after it was taken off."""
    service: Any = {Tag: journal.tags, Skill: journal.skills, Person: journal.people}.get(type(thing))
    (service.put_away if service else journal.trash.put)(thing.id)


def found(journal: Journal, noun: type[Entity], thing_id: UUID) -> Any:
    with journal._store.reading() as session:
        return session.get(noun, thing_id)
