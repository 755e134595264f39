"""Tags, skills and people."""

from collections.abc import Sequence
from typing import Generic

from sqlalchemy import select

from workjournal.domain.label import Person, Skill, Tag
from workjournal.journal.service import Label, Service, named


class Labels(Service[Label], Generic[Label]):
    """The verbs for one sort of label."""

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
