"""What the levels of a skill mean, in the worker's own words: from 40 on, "Leads a small one alone"."""

import itertools
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from workjournal.domain.entity import check_ratings, check_text
from workjournal.errors import JournalError


class SameLevel(JournalError):
    """Two descriptions begin at {at}. Give each level a beginning of its own."""


class Level(NamedTuple):
    """The words for ratings from `at` (0–100) up to the next level."""

    at: int
    text: str


def levels(kept: Iterable[dict[str, Any]]) -> list[Level]:
    """The levels as a skill keeps them, the lowest first."""
    return sorted(Level(int(each["at"]), str(each["text"])) for each in kept)


def as_kept(described: Iterable[Level]) -> list[dict[str, Any]]:
    """The levels as JSON values."""
    return [level._asdict() for level in sorted(described)]


def meaning(described: Sequence[Level], rating: int | None) -> str:
    """The words for a rating; "" where none reach down to it."""
    fitting = [level.text for level in sorted(described) if rating is not None and level.at <= rating]
    return fitting[-1] if fitting else ""


def check_levels(kept: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The levels in order.

    Raises:
        OutOfRange, Missing, SameLevel
    """
    described = levels(kept)
    for level in described:
        check_ratings(level=level.at)
        check_text("A level", level.text, "Say what one can do there, or take it away.")
    for lower, higher in itertools.pairwise(described):
        if lower.at == higher.at:
            raise SameLevel(at=lower.at)
    ordered = as_kept(described)
    return kept if ordered == kept else ordered
