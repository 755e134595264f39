"""Tags, skills and people: the names by which work is found again."""

import enum

from sqlalchemy.orm import Mapped, mapped_column

from workjournal.domain.entity import Entity, check_text


class Relation(enum.StrEnum):
    """Who a person is to the worker."""

    MANAGER = "manager"
    PEER = "peer"
    REPORT = "report"
    CUSTOMER = "customer"
    SUPPLIER = "supplier"
    MENTOR = "mentor"
    OTHER = "other"


class Named:
    """The one rule of a label: it has a name, and the name is one line without spaces around it."""

    name: Mapped[str]

    def check(self) -> None:
        """Raises: Missing."""
        self.name = " ".join(self.name.split())
        check_text("The name", self.name, "Type one or more letters.")


class Tag(Named, Entity, kw_only=True, repr=False, eq=False):
    """A word the user files work under."""

    __tablename__ = "tag"

    name: Mapped[str] = mapped_column(unique=True)


class Skill(Named, Entity, kw_only=True, repr=False, eq=False):
    """Something the worker gets better at."""

    __tablename__ = "skill"
    TEXTS = ("description",)

    name: Mapped[str] = mapped_column(unique=True)
    description: Mapped[str] = mapped_column(default="")


class Person(Named, Entity, kw_only=True, repr=False, eq=False):
    """Somebody at work. `pseudonym` stands for the name in every pack; empty means one made from the relation."""

    __tablename__ = "person"

    name: Mapped[str] = mapped_column(unique=True)
    relation: Mapped[Relation] = mapped_column(default=Relation.OTHER)
    pseudonym: Mapped[str] = mapped_column(default="")
