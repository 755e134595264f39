"""What every service does with its noun: get, save, trash, restore."""

from collections.abc import Iterable
from typing import Generic, TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workjournal.domain.entity import Entity
from workjournal.domain.label import Person, Skill, Tag
from workjournal.errors import JournalError
from workjournal.store.store import Store

Thing = TypeVar("Thing", bound=Entity)
Label = TypeVar("Label", Tag, Person, Skill)


class NoSuchThing(JournalError):
    """There is no {noun} with the id {id} in this journal."""


class Service(Generic[Thing]):
    """The verbs for one class of things. Entities leave it detached and come back by `save`."""

    noun: type[Thing]

    def __init__(self, store: Store) -> None:
        self.store = store

    def get(self, thing_id: UUID) -> Thing:
        """The thing of that id, in the trash or not.

        Raises:
            NoSuchThing
        """
        with self.store.reading() as session:
            return fetch(session, self.noun, thing_id)

    def save(self, thing: Thing) -> Thing:
        """Keep a new or changed thing.

        Raises:
            EditedElsewhere: it was changed by someone else since it was read. Otherwise what its `check` raises.
        """
        with self.store.writing() as session:
            session.add(thing)
        return thing

    def trash(self, thing_id: UUID) -> Thing:
        """Put it into the trash; nothing of it is lost."""
        with self.store.writing() as session:
            thing = fetch(session, self.noun, thing_id)
            thing.trashed_at = thing.trashed_at or self.store.clock()
        return thing

    def restore(self, thing_id: UUID) -> Thing:
        """Take it out of the trash."""
        with self.store.writing() as session:
            thing = fetch(session, self.noun, thing_id)
            thing.trashed_at = None
        return thing


def fetch(session: Session, noun: type[Thing], thing_id: UUID) -> Thing:
    """The thing in this session.

    Raises:
        NoSuchThing
    """
    thing = session.get(noun, thing_id)
    if thing is None:
        raise NoSuchThing(noun=noun.__name__.lower(), id=thing_id)
    return thing


def named(session: Session, label: type[Label], names: Iterable[str]) -> list[Label]:
    """The labels of those names, in that order; new ones are made, one in the trash is taken out again."""
    wanted = list(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
    lowered = [name.lower() for name in wanted]
    found = {
        known.name.lower(): known
        for known in session.scalars(select(label).where(func.lower(label.name).in_(lowered)))
    }
    labels = []
    for name in wanted:
        known = found.get(name.lower())
        if known is None:
            known = found[name.lower()] = label(name=name)
            session.add(known)
        known.trashed_at = None
        labels.append(known)
    return list(dict.fromkeys(labels))
