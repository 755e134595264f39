"""The review pack's rules: its sections by audience, what is suggested for it, what was shared and what came of it."""

import datetime as dt
import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from workjournal.domain.entity import Audience, Base, Entity
from workjournal.domain.said import said

Item = TypeVar("Item")
MOST_SUGGESTED = 8
"""Highlights a reader takes in on one page."""


class Paper(enum.StrEnum):
    """The size of the sheets."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True)
class Section:
    """A part of the pack: its key, its heading, and what it holds in a few words."""

    key: str
    heading: str
    holds: str


_AGREED = Section("since-last-time", "Since last time", "Agreed actions that were done or carried over")
_GROWTH = Section("growth", "Growth", "Ticked charts with their sentence")
_CREDENTIALS = Section("credentials", "Credentials", "What others certified")
_EVIDENCE = Section("evidence", "Evidence", "Links and pictures of the chosen episodes")

SECTIONS: dict[Audience, tuple[Section, ...]] = {
    Audience.MANAGER: (
        _AGREED,
        Section("highlights", "Highlights and lowlights", "Chosen episodes with their results"),
        Section("goals", "Stretch goals", "Target, status and the feedback needed"),
        Section("lessons", "What I learned and where I applied it", "Chosen lessons"),
        Section("asks", "What I ask for", "Decisions, resources, exposure, protection, feedback"),
        _GROWTH,
        Section("commitments", "Next period", "One to three commitments"),
        _EVIDENCE,
    ),
    Audience.NEXT_JOB: (
        Section("stories", "Stories by skill", "Situation, task, action and result of chosen episodes"),
        Section("goals", "Stretch goals", "What was reached for, and how it ended"),
        Section("lessons", "How I work", "Chosen lessons and where they were applied"),
        _CREDENTIALS,
        _GROWTH,
        _EVIDENCE,
    ),
    Audience.OWN: (
        Section("months", "Month by month", "Chosen episodes with their results"),
        Section("goals", "Stretch goals", "What was reached for, and how it ended"),
        Section("lessons", "What I learned and where I applied it", "Chosen lessons"),
        Section("skills", "Skills", "Own ratings at the beginning and at the end"),
        _CREDENTIALS,
        _AGREED,
        _GROWTH,
        Section("commitments", "Next year", "One to three commitments"),
        _EVIDENCE,
    ),
}
"""What a pack for each audience can hold, in the usual order: a review pack, a portfolio, a year in review."""


class Pack(Entity, kw_only=True, repr=False, eq=False):
    """A pack that was exported: the ledger of what was shared with whom, and what came of the meeting.

    `sha256` is the file's as it was written, in hex; `items` are the ids of the chosen things. `protected` says that
    the file has a password; the copy that may be kept in `pdf` never has. `met` is the day of the meeting; its `notes`
    are Markdown and for the worker alone. `said` is asks and commitments as one text.
    """

    __tablename__ = "pack"
    TEXTS = ("notes",)

    date: Mapped[dt.date] = mapped_column(index=True)
    audience: Mapped[Audience]
    period_start: Mapped[dt.date]
    period_end: Mapped[dt.date]
    sections: Mapped[list[str]] = mapped_column(default_factory=list)
    items: Mapped[list[str]] = mapped_column(default_factory=list)
    sha256: Mapped[str] = mapped_column(default="")
    recipient: Mapped[str] = mapped_column(default="")
    charts: Mapped[list[str]] = mapped_column(default_factory=list)
    asks: Mapped[list[str]] = mapped_column(default_factory=list)
    commitments: Mapped[list[str]] = mapped_column(default_factory=list)
    protected: Mapped[bool] = mapped_column(default=False)
    met: Mapped[dt.date | None] = mapped_column(default=None)
    notes: Mapped[str] = mapped_column(default="")
    said: Mapped[str] = mapped_column(default="", init=False)
    pdf: Mapped[bytes | None] = mapped_column(
        LargeBinary, default=None, deferred=True, deferred_raiseload=True
    )

    def check(self) -> None:
        """Raises: nothing; what it says is set."""
        self.said = said(self.asks, self.commitments)


class Rewording(Base, kw_only=True, repr=False, eq=False):
    """A text as it is told to an audience, instead of the journal's own: of which thing and field.

    An empty text leaves the field out. `of` is the SHA-256 (hex) of the journal's text when it was reworded, so that a
    later change of that text can be told.
    """

    __tablename__ = "rewording"

    thing_id: Mapped[UUID] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    audience: Mapped[Audience] = mapped_column(primary_key=True)
    text: Mapped[str]
    of: Mapped[str]


def evenly(items: Sequence[Item], most: int = MOST_SUGGESTED) -> list[Item]:
    """At most `most` of `items`, spread over all of them, so that the last week does not crowd out the first."""
    if len(items) <= most or most <= 0:
        return list(items)[: max(most, 0)]
    step = (len(items) - 1) / (most - 1) if most > 1 else 0
    return [items[round(place * step)] for place in range(most)]
