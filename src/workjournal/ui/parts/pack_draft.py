"""A review pack in the making: what was ticked, ordered and typed so far, apart from any widget."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any
from uuid import UUID

from workjournal.domain.entity import Audience
from workjournal.domain.pack import SECTIONS, Paper, Section
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.pack_items import MOST, PackItem
from workjournal.journal.packs import PackOffer

Period = tuple[dt.date, dt.date]


@dataclass(frozen=True, kw_only=True)
class OnePack:
    """What was chosen for one audience. Things, pictures and people are ids as texts.

    `order` has the keys of sections as they were moved, and may lack some; `ticks` hold what differs from the offer;
    `asks` and `commitments` are texts, one line each.
    """

    start: dt.date
    end: dt.date
    order: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()
    ticks: Mapping[str, bool] = field(default_factory=dict)
    pictures: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    recipient: str = ""
    asks: str = ""
    commitments: str = ""

    def fields(self) -> dict[str, Any]:
        """As JSON values."""
        sets = {name: sorted(getattr(self, name)) for name in ("left_out", "pictures", "named")}
        days = {"start": self.start.isoformat(), "end": self.end.isoformat()}
        return {**asdict(self), **sets, **days, "order": list(self.order), "ticks": dict(self.ticks)}

    @classmethod
    def read(cls, fields: Mapping[str, Any]) -> "OnePack":
        """From what `fields` gave, or from a draft that an earlier program kept and that lacks some."""
        return cls(
            start=dt.date.fromisoformat(fields["start"]),
            end=dt.date.fromisoformat(fields["end"]),
            order=tuple(fields.get("order", ())),
            left_out=frozenset(fields.get("left_out", ())),
            ticks=dict(fields.get("ticks", {})),
            pictures=frozenset(fields.get("pictures", ())),
            named=frozenset(fields.get("named", ())),
            recipient=fields.get("recipient", ""),
            asks=fields.get("asks", ""),
            commitments=fields.get("commitments", ""),
        )


@dataclass(frozen=True, kw_only=True)
class PackDraft:
    """The packs begun, by audience, and the audience that is composed for now.

    Frozen, so that a Task can read it while the next one is made.
    """

    audience: Audience
    packs: Mapping[Audience, OnePack]

    @classmethod
    def begin(cls, period: Period, audience: Audience = Audience.MANAGER) -> "PackDraft":
        """A pack in which nothing was changed yet."""
        return cls(audience=audience, packs={audience: OnePack(start=period[0], end=period[1])})

    @property
    def one(self) -> OnePack:
        """The pack for its audience."""
        return self.packs[self.audience]

    def changed(self, **fields: Any) -> "PackDraft":
        """The draft with other fields in the pack for its audience."""
        return replace(self, packs={**self.packs, self.audience: replace(self.one, **fields)})

    def turned_to(self, audience: Audience, usual: Period) -> "PackDraft":
        """The draft for another audience, as it was left; one never begun is about the usual period."""
        packs = self.packs if audience in self.packs else {**self.packs, **self.begin(usual, audience).packs}
        return PackDraft(audience=audience, packs=packs)

    def without_this(self) -> "PackDraft | None":
        """What is left once the pack for its audience was shared; None where that is nothing."""
        rest = {audience: one for audience, one in self.packs.items() if audience is not self.audience}
        return PackDraft(audience=next(iter(rest)), packs=rest) if rest else None

    def has(self, item: PackItem) -> bool:
        """Whether an offered thing goes into the pack."""
        return self.one.ticks.get(str(item.id), item.ticked)

    def ticking(self, thing: str, on: bool) -> "PackDraft":
        """The draft with one thing ticked or not."""
        return self.changed(ticks={**self.one.ticks, thing: on})

    def including(self, section: str, on: bool) -> "PackDraft":
        """The draft with a section in it or left out."""
        left_out = self.one.left_out - {section} if on else self.one.left_out | {section}
        return self.changed(left_out=left_out)

    def sections(self) -> tuple[Section, ...]:
        """All sections of the paper, those left out too, in the order they were moved to."""
        usual = SECTIONS[self.audience]
        known = {section.key: section for section in usual}
        moved = [key for key in dict.fromkeys(self.one.order) if key in known]
        rest = [key for key in known if key not in moved]
        return tuple(known[key] for key in (*moved, *rest))

    def moving(self, section: str, place: int) -> "PackDraft":
        """The draft with a section moved to a place among all of them, counted from 0."""
        others = [known.key for known in self.sections() if known.key != section]
        place = max(0, min(place, len(others)))
        return self.changed(order=(*others[:place], section, *others[place:]))

    def ask_lines(self) -> tuple[str, ...]:
        """The typed asks."""
        return _lines(self.one.asks)

    def commitment_lines(self) -> tuple[str, ...]:
        """The typed commitments that go into the pack: more than a few are none."""
        return _lines(self.one.commitments)[: MOST["commitments"]]

    def choice(
        self, offer: PackOffer, charts: tuple[str, ...], paper: Paper = Paper.A4, language: str = "en"
    ) -> PackChoice:
        """What the pack is made of."""
        one = self.one
        sections = tuple(section.key for section in self.sections() if section.key not in one.left_out)
        chosen = [item for item in offer.items if item.section in sections and self.has(item)]
        shown = {str(picture) for item in chosen for picture, _ in item.pictures} & one.pictures
        return PackChoice(
            start=one.start,
            end=one.end,
            audience=self.audience,
            sections=sections,
            # A thing of a section left out is not chosen: its texts are then looked for in the finished file.
            items=frozenset(item.id for item in chosen),
            charts=charts if "growth" in sections else (),
            asks=self.ask_lines() if "asks" in sections else (),
            commitments=self.commitment_lines() if "commitments" in sections else (),
            # Pictures are shown with the evidence; without it they stay, and are looked for too.
            pictures=frozenset(map(UUID, shown)) if "evidence" in sections else frozenset(),
            named=frozenset(map(UUID, one.named)),
            paper=paper,
            language=language,
        )

    def fields(self) -> dict[str, Any]:
        """As JSON values."""
        packs = {audience.value: one.fields() for audience, one in self.packs.items()}
        return {"audience": self.audience.value, "packs": packs}

    @classmethod
    def read(cls, fields: Mapping[str, Any]) -> "PackDraft":
        """From what `fields` gave, or from a draft that an earlier program kept for all audiences in one."""
        kept = fields.get("packs")
        if kept is not None:
            packs = {Audience(audience): OnePack.read(one) for audience, one in kept.items()}
        else:
            ticks = fields.get("ticks", {})
            wanted = {fields["audience"], *ticks}
            packs = {
                Audience(each): OnePack.read({**fields, "ticks": ticks.get(each, {})}) for each in wanted
            }
        return cls(audience=Audience(fields["audience"]), packs=packs)


def too_many(commitments: str) -> bool:
    """Whether more commitments were typed than a pack holds."""
    return len(_lines(commitments)) > MOST["commitments"]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
