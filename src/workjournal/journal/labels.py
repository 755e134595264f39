"""Tags, skills and people."""

from collections.abc import Sequence
from typing import Generic
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workjournal.domain.entity import one_line
from workjournal.domain.label import Person, Skill, Tag
from workjournal.errors import JournalError
from workjournal.journal import label_use
from workjournal.journal.label_use import LabelInUse, PutAway, Usage
from workjournal.journal.service import Label, Service, fetch, named


class NameTaken(JournalError):
    """There is another {noun} called {name} already, in use or in the trash. Choose a name that differs."""


class Labels(Service[Label], Generic[Label]):
    """The verbs for one sort of label. Names that differ only in capitals are one name."""

    def save(self, thing: Label) -> Label:
        """Keep a new or changed label.

        Raises:
            NameTaken, EditedElsewhere, Missing
        """
        noun, name = self.noun, one_line(thing.name)
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

    def usage(self, label_id: UUID) -> Usage:
        """How many things of each noun have the label."""
        with self.store.reading() as session:
            return label_use.usage(session, fetch(session, self.noun, label_id))

    def counts(self) -> dict[UUID, int]:
        """How many episodes, goals and lessons have each label; those that nothing has are left out."""
        with self.store.reading() as session:
            return label_use.counts(session, self.noun)

    def trash(self, thing_id: UUID) -> Label:
        """Put a label that nothing has into the trash.

        Raises:
            LabelInUse: say what is to be done by `put_away`.
        """
        with self.store.writing() as session:
            label = fetch(session, self.noun, thing_id)
            refuse_in_use(session, label)
            label.trashed_at = label.trashed_at or self.store.clock()
        return label

    def put_away(self, label_id: UUID, into: UUID | None = None) -> PutAway:
        """Put a label into the trash, off all that has it, or with the label `into` in its place.

        No text is touched, and it remembers what it was on. A skill's ratings, credentials and levels that roles need
        stay with it, or go over to `into`.

        Raises:
            SameLabel, LabelPutAway, NoSuchThing
        """
        with self.store.writing() as session:
            label = fetch(session, self.noun, label_id)
            other = fetch(session, self.noun, into) if into is not None else None
            done = label_use.put_away(session, label, other)
            label.trashed_at = label.trashed_at or self.store.clock()
        return done

    def restore(self, thing_id: UUID) -> Label:
        """Take a label out of the trash and put it on all that it was on."""
        with self.store.writing() as session:
            label = fetch(session, self.noun, thing_id)
            label.trashed_at = None
            label_use.put_back(session, label)
        return label

    def undo(self, done: PutAway) -> Label:
        """Take a putting away back, just as it was before."""
        with self.store.writing() as session:
            label = fetch(session, self.noun, done.label)
            label.trashed_at = None
            label_use.undo(session, label, done)
        return label


def refuse_in_use(session: Session, label: Tag | Person | Skill) -> None:
    """Let nobody put away by accident what is in use.

    Raises:
        LabelInUse
    """
    found = {} if label.trashed_at else label_use.usage(session, label)
    if found:
        uses = ", ".join(f"{number} {noun}{'' if number == 1 else 's'}" for noun, number in found.items())
        raise LabelInUse(name=label.name, uses=uses)


class Tags(Labels[Tag]):
    """The words work is filed under."""

    noun = Tag


class Skills(Labels[Skill]):
    """What the worker gets better at."""

    noun = Skill


class People(Labels[Person]):
    """Who was there, and what they are called in a pack."""

    noun = Person
