"""Tags, skills and people."""

from collections.abc import Sequence
from typing import Generic

from sqlalchemy import func, select

from workjournal.domain.label import Person, Skill, Tag
from workjournal.errors import JournalError
from workjournal.journal.service import Label, Service, named


class NameTaken(JournalError):
    """There is another {noun} called {name} already, in use or in the trash. Choose a name that differs."""


class Labels(Service[Label], Generic[Label]):
    """The verbs for one sort of label. Names that differ only in capitals are one name."""

    def save(self, thing: Label) -> Label:
        """Keep a new or changed label.

        Raises:
            NameTaken, EditedElsewhere, Missing
        """
        noun, name = self.noun, " ".join(thing.name.split())
        taken = select(noun.id).where(func.casefold(noun.name) == name.casefold(), noun.id != thing.id)
        with self.store.writing() as session:
            if session.scalar(taken):
                raise NameTaken(noun=noun.__name__.lower(), name=name)
            session.add(thing)
        return thing

    def all(self) -> Sequence[Label]:
        """Those in use, by name."""
        with self.store.reading() as session:
            noun = self.noun
            return session.scalars(select(noun).where(noun.trashed_at.is_(None)).order_by(noun.name)).all()

    def names(self) -> list[str]:
        """Their names, for completion."""
        return [label.name for label in self.all()]

    def named(self, *names: str) -> list[Label]:
        """The labels of those names, made where there is none."""
        with self.store.writing() as session:
            return named(session, self.noun, names)


class Tags(Labels[Tag]):
    """The words work is filed under."""

    noun = Tag


class Skills(Labels[Skill]):
    """What the worker gets better at."""

    noun = Skill


class People(Labels[Person]):
    """Who was there, and what they are called in a pack."""

    noun = Person
