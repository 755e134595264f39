"""A review pack in the making: what was ticked and typed so far, apart from any widget."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from workjournal.domain.entity import Audience
from workjournal.domain.pack import SECTIONS
from workjournal.journal.pack_composing import PackChoice
from workjournal.journal.pack_items import MOST, PackItem
from workjournal.journal.packs import PackOffer

Ticks = Mapping[str, Mapping[str, bool]]


@dataclass(frozen=True, kw_only=True)
class PackDraft:
    """Frozen, so that a Task can read it while the next one is made.

    `ticks` holds what differs from the offer, by audience and id; `asks` and `commitments` are texts, one line each.
    """

    start: dt.date
    end: dt.date
    audience: Audience = Audience.MANAGER
    left_out: frozenset[str] = frozenset()
    ticks: Ticks = field(default_factory=dict)
    asks: str = ""
    commitments: str = ""

    def has(self, item: PackItem) -> bool:
        """Whether an offered thing goes into the pack."""
        return bool(self.ticks.get(self.audience, {}).get(str(item.id), item.ticked))

    def ticking(self, thing: str, on: bool) -> "PackDraft":
        """The draft with one thing ticked or not, for this audience."""
        mine = {**self.ticks.get(self.audience, {}), thing: on}
        return replace(self, ticks={**self.ticks, self.audience.value: mine})

    def including(self, section: str, on: bool) -> "PackDraft":
        """The draft with a section in it or left out."""
        return replace(self, left_out=self.left_out - {section} if on else self.left_out | {section})

    def ask_lines(self) -> tuple[str, ...]:
        """The typed asks."""
        return _lines(self.asks)

    def commitment_lines(self) -> tuple[str, ...]:
        """The typed commitments that go into the pack: more than a few are none."""
        return _lines(self.commitments)[: MOST["commitments"]]

    def choice(self, offer: PackOffer, charts: tuple[str, ...]) -> PackChoice:
        """What the pack is made of."""
        sections = tuple(section.key for section in SECTIONS if section.key not in self.left_out)
        return PackChoice(
            start=self.start,
            end=self.end,
            audience=self.audience,
            sections=sections,
            # A thing of a section left out is not chosen: its texts are then looked for in the finished file.
            items=frozenset(item.id for item in offer.items if item.section in sections and self.has(item)),
            charts=charts if "growth" in sections else (),
            asks=self.ask_lines() if "asks" in sections else (),
            commitments=self.commitment_lines() if "commitments" in sections else (),
        )

    def fields(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "audience": self.audience.value,
            "left_out": sorted(self.left_out),
            "ticks": {audience: dict(ticks) for audience, ticks in self.ticks.items()},
            "asks": self.asks,
            "commitments": self.commitments,
        }

    @classmethod
    def read(cls, fields: Mapping[str, Any]) -> "PackDraft":
        """From what `fields` gave."""
        return cls(
            start=dt.date.fromisoformat(fields["start"]),
            end=dt.date.fromisoformat(fields["end"]),
            audience=Audience(fields["audience"]),
            left_out=frozenset(fields["left_out"]),
            ticks=fields["ticks"],
            asks=fields["asks"],
            commitments=fields["commitments"],
        )


def too_many(commitments: str) -> bool:
    """Whether more commitments were typed than a pack holds."""
    return len(_lines(commitments)) > MOST["commitments"]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
