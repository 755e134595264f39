"""Things of which no two in use have the same name, so that a file or a command can name them."""

from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workjournal.domain.entity import one_line
from workjournal.domain.measure import Measure
from workjournal.domain.role_profile import RoleProfile
from workjournal.errors import JournalError
from workjournal.journal.service import Service, called, fetch

Thing = TypeVar("Thing", Measure, RoleProfile)


class NameExists(JournalError):
    """There is a {noun} called {name} already. Choose a name that differs."""


class Distinct(Service[Thing]):
    """Names that differ only in capitals or spaces are one name; what lies in the trash keeps none from use."""

    def save(self, thing: Thing) -> Thing:
        """Keep a new or changed thing.

        Raises:
            NameExists, Missing, NotFinite, EditedElsewhere
        """
        with self.store.writing() as session:
            refuse_name(session, thing)
            session.add(thing)
        return thing

    def restore(self, thing_id: UUID) -> Thing:
        """Take it out of the trash.

        Raises:
            NameExists: its name was given to another one meanwhile; rename that one first.
        """
        with self.store.writing() as session:
            thing = fetch(session, self.noun, thing_id)
            refuse_name(session, thing)
            thing.trashed_at = None
        return thing

    def all(self) -> list[Thing]:
        """Those in use, by name."""
        noun = self.noun
        with self.store.reading() as session:
            query = select(noun).where(noun.trashed_at.is_(None))
            return list(session.scalars(query.order_by(func.casefold(noun.name), noun.id)))


def refuse_name(session: Session, thing: Measure | RoleProfile) -> None:
    """Let no second thing in use have its name.

    Raises:
        NameExists
    """
    noun, name = type(thing), one_line(thing.name)
    # The id alone: another thing would lie in the session into which this one is to come.
    query = select(noun.id).where(noun.trashed_at.is_(None), noun.id != thing.id)
    if session.scalar(query.where(func.casefold(noun.name) == name.casefold()).limit(1)) is not None:
        raise NameExists(noun=called(noun), name=name)
