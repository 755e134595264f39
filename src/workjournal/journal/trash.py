"""The trash: things by id alone, as the terminal knows them."""

from uuid import UUID

from workjournal.domain.action import Action
from workjournal.domain.entity import Entity
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Lesson
from workjournal.domain.reflection import Reflection
from workjournal.journal.service import NoSuchThing, identified
from workjournal.store.store import Store

KINDS: tuple[type[Entity], ...] = (Episode, Reflection, Lesson, Goal, Action)


class Trash:
    """Puts away and takes out whatever has the id."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def identify(self, words: str) -> UUID:
        """The id a person means by `words`: all of it, or its end.

        Raises:
            NoSuchThing, AmbiguousId
        """
        with self.store.reading() as session:
            return identified(session, KINDS, words)

    def put(self, thing_id: UUID) -> Entity:
        """Into the trash.

        Raises:
            NoSuchThing
        """
        return self._mark(thing_id, trashed=True)

    def restore(self, thing_id: UUID) -> Entity:
        """Out of the trash.

        Raises:
            NoSuchThing
        """
        return self._mark(thing_id, trashed=False)

    def _mark(self, thing_id: UUID, *, trashed: bool) -> Entity:
        with self.store.writing() as session:
            for kind in KINDS:
                thing = session.get(kind, thing_id)
                if thing is not None:
                    thing.trashed_at = (thing.trashed_at or self.store.clock()) if trashed else None
                    return thing
        raise NoSuchThing(noun="thing", id=thing_id)
