"""Where things came from that were not written here: one import, and for each thing what its source said of it."""

import datetime as dt
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from workjournal.domain.entity import Base, Entity

OURS = "workjournal"
"""The source of what another journal of this program exported."""


class Intake(Entity, kw_only=True, repr=False, eq=False):
    """One import: from a file called `name` in the format `source` (the importer's key).

    `found`, `imported`, `skipped` (here already) and `failed` are counts of its items; `troubles` are what went wrong,
    with "place", "what" and "weight". `undone_at` is when its things were put into the trash again.
    """

    __tablename__ = "intake"

    source: Mapped[str]
    name: Mapped[str]
    found: Mapped[int] = mapped_column(default=0)
    imported: Mapped[int] = mapped_column(default=0)
    skipped: Mapped[int] = mapped_column(default=0)
    failed: Mapped[int] = mapped_column(default=0)
    troubles: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list)
    undone_at: Mapped[dt.datetime | None] = mapped_column(default=None)


class Origin(Base, kw_only=True, repr=False, eq=False):
    """Where one thing came from: `key` is its id, or a fingerprint, in the `source`; by it, it comes only once.

    `thing` is its table. `zone` is that of the clock by which its time was written, where that is known. `unknown` is
    what the source says of it and no field here holds, by the source's own names. A thing has two where it came into
    another journal first, and from there into this one.
    """

    __tablename__ = "origin"
    __table_args__ = (Index("ix_origin_source", "source", "key"),)

    thing_id: Mapped[UUID] = mapped_column(primary_key=True)
    thing: Mapped[str]
    intake_id: Mapped[UUID] = mapped_column(ForeignKey("intake.id"), primary_key=True, index=True)
    source: Mapped[str]
    key: Mapped[str] = mapped_column(default="")
    zone: Mapped[str] = mapped_column(default="")
    unknown: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
