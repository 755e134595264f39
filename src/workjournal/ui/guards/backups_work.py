"""What runs in a thread for the page of backups: looking at what there is, and making one as a day's tending does."""

from dataclasses import dataclass, field
from pathlib import Path

from workjournal.journal.backups import Backups, Copy, Reach, Reason
from workjournal.ui.tasks import Report

MAKING = 0.6
"""The share of a backup that is copying and comparing; the rest is bringing it to the second place."""


@dataclass(frozen=True)
class Seen:
    """The backups as they were found, and how it is about them."""

    copies: list[Copy] = field(default_factory=list)
    trouble: str = ""
    place: Path | None = None
    reach: Reach = Reach.NONE
    unlike: int = 0
    """How many open otherwise than the journal does now."""


def look(backups: Backups) -> Seen:
    """Look at everything; a second place may be slow."""
    return Seen(backups.all(), backups.trouble(), backups.second_place(), backups.reach(), backups.unlike())


def make(backups: Backups, report: Report) -> Copy:
    """One made by hand, brought to the second place; what goes wrong after it was made is remembered as trouble."""

    def first(fraction: float, text: str = "") -> None:
        report(MAKING * fraction, text)

    def then(fraction: float, text: str = "") -> None:
        report(MAKING + (1 - MAKING) * fraction, text)

    made = backups.make(Reason.BY_HAND, first)
    backups.tend(then)
    return made
