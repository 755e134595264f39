"""The review pack's rules: its sections, whom names are hidden behind, what was shared."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy.orm import Mapped, mapped_column

from workjournal.domain.entity import Audience, Entity
from workjournal.domain.label import Person

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


class Pseudonyms:
    """Replaces the names of people by what the worker calls them in a pack.

    Whole words, any case; a person of several names is also replaced where only the first or last is used.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_name: dict[str, str] = {}
        self._whole: dict[str, str] = {}
        for person in people:
            pseudonym = person.pseudonym.strip() or _from_relation(person)
            names = [person.name, *(part for part in person.name.split() if len(part) > 1)]
            for name in names:
                self._by_name.setdefault(name.casefold(), pseudonym)
                self._whole.setdefault(name.casefold(), person.name)
        # The longest first, so that a full name is one pseudonym and not two.
        alternatives = "|".join(re.escape(name) for name in sorted(self._by_name, key=len, reverse=True))
        self._pattern = (
            re.compile(rf"(?<![^\W_])(?:{alternatives})(?![^\W_])", re.IGNORECASE) if alternatives else None
        )

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that must not be found in a pack, casefolded."""
        return tuple(self._by_name)

    def met(self, words: str) -> dict[str, str]:
        """The people that `words` name, in the order they come: whole name and pseudonym."""
        found = self._pattern.findall(words) if self._pattern else []
        return {self._whole[name.casefold()]: self._by_name[name.casefold()] for name in found}

    def hide(self, words: str) -> str:
        """`words` with each name replaced; a pseudonym that begins a sentence gets its capital."""
        if self._pattern is None:
            return words

        def pseudonym(found: re.Match[str]) -> str:
            stand_in = self._by_name[found.group().casefold()]
            before = words[: found.start()].rstrip(" \t*_\"“‘'(")
            return stand_in[:1].upper() + stand_in[1:] if not before or before[-1] in ".!?\n:" else stand_in

        return self._pattern.sub(pseudonym, words)


def _from_relation(person: Person) -> str:
    stand_ins = {
        "manager": "my manager",
        "peer": "a colleague",
        "report": "a team member",
        "customer": "a customer",
        "supplier": "a supplier",
        "mentor": "my mentor",
    }
    return stand_ins.get(person.relation.value, "someone at work")


def evenly(items: Sequence[Item], most: int = MOST_SUGGESTED) -> list[Item]:
    """At most `most` of `items`, spread over all of them, so that the last week does not crowd out the first."""
    if len(items) <= most:
        return list(items)
    step = (len(items) - 1) / (most - 1) if most > 1 else 0
    return [items[round(place * step)] for place in range(most)]
