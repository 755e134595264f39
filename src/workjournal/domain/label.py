"""Tags, skills and people: the names by which work is found again."""

import enum
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from workjournal.domain.entity import Entity, check_text, one_line
from workjournal.domain.levels import check_levels
from workjournal.domain.said import said


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
    """The one rule of a label: it has a name, and the name is one line without spaces around it.

    `used_on` is what it was taken off when it was put away (ids by table), so that it can come back to all of that.
    """

    name: Mapped[str]
    used_on: Mapped[dict[str, Any] | None]

    def check(self) -> None:
        """Raises: Missing."""
        self.name = one_line(self.name)
        check_text("The name", self.name, "Type one or more letters.")


class Tag(Named, Entity, kw_only=True, repr=False, eq=False):
    """A word the user files work under."""

    __tablename__ = "tag"

    name: Mapped[str] = mapped_column(unique=True)
    used_on: Mapped[dict[str, Any] | None] = mapped_column(default=None)


class Skill(Named, Entity, kw_only=True, repr=False, eq=False):
    """Something the worker gets better at. `levels` say in the worker's own words what a rating means (domain/levels.py).

    `said` is those words as one text.
    """

    __tablename__ = "skill"
    TEXTS = ("description", "levels")

    name: Mapped[str] = mapped_column(unique=True)
    description: Mapped[str] = mapped_column(default="")
    levels: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list)
    said: Mapped[str] = mapped_column(default="", init=False)
    used_on: Mapped[dict[str, Any] | None] = mapped_column(default=None)

    def check(self) -> None:
        """Raises: Missing, OutOfRange, SameLevel."""
        super().check()
        self.levels = check_levels(self.levels)
        self.said = said(self.levels)


class Person(Named, Entity, kw_only=True, repr=False, eq=False):
    """Somebody at work. `pseudonym` stands for the name in every pack; empty means one made from the relation."""

    __tablename__ = "person"

    name: Mapped[str] = mapped_column(unique=True)
    relation: Mapped[Relation] = mapped_column(default=Relation.OTHER)
    pseudonym: Mapped[str] = mapped_column(default="")
    used_on: Mapped[dict[str, Any] | None] = mapped_column(default=None)
