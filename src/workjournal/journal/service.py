"""What every service does with its noun: get, save, trash, restore."""

from collections.abc import Iterable
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, String, func, select, type_coerce
from sqlalchemy.orm import Session

from workjournal.domain.entity import Entity, one_line
from workjournal.domain.label import Person, Skill, Tag
from workjournal.errors import JournalError
from workjournal.store.store import Store

Thing = TypeVar("Thing", bound=Entity)
Label = TypeVar("Label", Tag, Person, Skill)


class NoSuchThing(JournalError):
    """There is no {noun} with the id {id} in this journal."""


class AmbiguousId(JournalError):
    """More than one {noun} has an id that ends in {id}: {found}. Type more of it."""


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

    def identify(self, words: str) -> UUID:
        """The id a person means by `words`: all of it, or its end.

        Raises:
            NoSuchThing, AmbiguousId
        """
        with self.store.reading() as session:
            return identified(session, (self.noun,), words)

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


def called(noun: type[Entity]) -> str:
    """What a kind of thing is called in a sentence: "own method"."""
    return str(noun.__tablename__).replace("_", " ")


def fetch(session: Session, noun: type[Thing], thing_id: UUID) -> Thing:
    """The thing in this session.

    Raises:
        NoSuchThing
    """
    thing = session.get(noun, thing_id)
    if thing is None:
        raise NoSuchThing(noun=called(noun), id=thing_id)
    return thing


SHORTEST_ENDING, WHOLE_ID = 4, 32
MOST_SHOWN = 40


def identified(session: Session, nouns: Iterable[type[Entity]], words: str) -> UUID:
    """The one id among things of these kinds that is `words` or ends in it; the ends differ, the beginnings are times.

    Raises:
        NoSuchThing, AmbiguousId
    """
    nouns = tuple(nouns)
    noun = called(nouns[0]) if len(nouns) == 1 else "thing"
    ending = words.strip().lower().replace("-", "")
    found: list[UUID] = []
    if SHORTEST_ENDING <= len(ending) <= WHOLE_ID and set(ending) <= set("0123456789abcdef"):
        for kind in nouns:
            found += session.scalars(select(kind.id).where(type_coerce(kind.id, String).endswith(ending)))
    shown = words if len(words) <= MOST_SHOWN else words[: MOST_SHOWN - 1] + "…"
    if len(found) > 1:
        raise AmbiguousId(noun=noun, id=shown, found=", ".join(map(str, found)))
    if not found:
        raise NoSuchThing(noun=noun, id=shown)
    return found[0]


def label_id(label: type[Tag | Person | Skill], name: str) -> ColumnElement[Any]:
    """The id of the label of that name as written, else of one that differs only in capitals; for use in a query."""
    exact = select(label.id).where(label.name == name).scalar_subquery()
    alike = select(label.id).where(func.casefold(label.name) == name.casefold()).limit(1).scalar_subquery()
    return func.coalesce(exact, alike)


def named(session: Session, label: type[Label], names: Iterable[str]) -> list[Label]:
    """The labels of those names, in that order; new ones are made, one in the trash is taken out again."""
    wanted = list(dict.fromkeys(one_line(name) for name in names if name.strip()))
    query = select(label).where(func.casefold(label.name).in_([name.casefold() for name in wanted]))
    # Labels that a failed save made come back with its thing; they are used, or left out.
    waiting = {known.name.casefold(): known for known in session.new if isinstance(known, label)}
    found = waiting | {known.name.casefold(): known for known in session.scalars(query)}
    labels = []
    for name in wanted:
        known = found.get(name.casefold())
        if known is None:
            known = found[name.casefold()] = label(name=name)
            session.add(known)
        known.trashed_at = None
        labels.append(known)
    for known in waiting.values():
        if known not in labels:
            session.expunge(known)
    return list(dict.fromkeys(labels))
