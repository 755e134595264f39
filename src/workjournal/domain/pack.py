"""The review pack's rules: its sections, what is suggested for it, what was shared."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy.orm import Mapped, mapped_column

from workjournal.domain.entity import Audience, Entity

Item = TypeVar("Item")
MOST_SUGGESTED = 8
"""Highlights a reader takes in on one page."""


@dataclass(frozen=True)
class Section:
    """A part of the pack: its key, its heading, and what it holds in a few words."""

    key: str
    heading: str
    holds: str


SECTIONS = (
    Section("since-last-time", "Since last time", "Agreed actions that were done or carried over"),
    Section("highlights", "Highlights and lowlights", "Chosen episodes with their results"),
    Section("goals", "Stretch goals", "Target, status and the feedback needed"),
    Section("lessons", "What I learned and where I applied it", "Chosen lessons"),
    Section("asks", "What I ask for", "Decisions, resources, exposure, protection, feedback"),
    Section("growth", "Growth", "Ticked charts with their sentence"),
    Section("commitments", "Next period", "One to three commitments"),
    Section("evidence", "Evidence", "Links named by the chosen episodes"),
)


class Pack(Entity, kw_only=True, repr=False, eq=False):
    """A pack that was exported: the ledger of what was shared with whom. `sha256` is the file's, in hex."""

    __tablename__ = "pack"

    date: Mapped[dt.date] = mapped_column(index=True)
    audience: Mapped[Audience]
    period_start: Mapped[dt.date]
    period_end: Mapped[dt.date]
    sections: Mapped[list[str]] = mapped_column(default_factory=list)
    items: Mapped[list[str]] = mapped_column(default_factory=list)
    sha256: Mapped[str] = mapped_column(default="")


def evenly(items: Sequence[Item], most: int = MOST_SUGGESTED) -> list[Item]:
    """At most `most` of `items`, spread over all of them, so that the last week does not crowd out the first."""
    if len(items) <= most:
        return list(items)
    step = (len(items) - 1) / (most - 1) if most > 1 else 0
    return [items[round(place * step)] for place in range(most)]
