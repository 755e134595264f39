"""What the store keeps beside the things: earlier wordings, unfinished writing, settings of this journal."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from workjournal.domain.entity import Base, new_id


class Revision(Base, kw_only=True, repr=False, eq=False):
    """A text as it was before a change: of which thing, which field, until when."""

    __tablename__ = "revision"
    __table_args__ = (Index("ix_revision_of", "thing_id", "field", "until"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default_factory=new_id)
    thing: Mapped[str]
    thing_id: Mapped[UUID]
    field: Mapped[str]
    text: Mapped[str]
    until: Mapped[datetime]


class Draft(Base, kw_only=True, repr=False, eq=False):
    """Something being written: where (such as "capture" or "episode:ID") and the fields' values so far."""

    __tablename__ = "draft"

    place: Mapped[str] = mapped_column(primary_key=True)
    fields: Mapped[dict[str, Any]] = mapped_column(JSON)
    changed_at: Mapped[datetime]


class Preference(Base, kw_only=True, repr=False, eq=False):
    """A setting of this journal, which travels with it."""

    __tablename__ = "preference"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class TextDigest(Base, kw_only=True, repr=False, eq=False):
    """SHA-256 (hex) of a long text as the database holds it: of which thing (its table) and which field."""

    __tablename__ = "text_digest"

    thing_id: Mapped[UUID] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    thing: Mapped[str]
    sha256: Mapped[str]


class VaultState(Base, kw_only=True, repr=False, eq=False):
    """One row: how many master keys and how many writing sessions this database has seen."""

    __tablename__ = "vault_state"

    id: Mapped[int] = mapped_column(primary_key=True)
    generation: Mapped[int]
    session: Mapped[int]
