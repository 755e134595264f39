"""What was in a pack that was shared, in the words the journal has for it today."""

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, raiseload

from workjournal.domain.action import Action, ActionKind, Owner
from workjournal.domain.entity import Audience, Entity
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Lesson
from workjournal.domain.pack import SECTIONS, Pack
from workjournal.domain.skill_record import Credential
from workjournal.journal.pack_items import EPISODES
from workjournal.journal.service import called

BATCH = 500
"""The driver takes only so many parameters."""
ELSEWHERE = "elsewhere"
"""For what cannot be placed: a thing that was destroyed, or one of which no section is known."""
_SINCE, _ASKS, _COMMITMENTS, _EVIDENCE = "since-last-time", "asks", "commitments", "evidence"
_NOUNS: tuple[type[Entity], ...] = (Episode, Goal, Lesson, Action, Credential)


class Presence(enum.StrEnum):
    """Where a thing is now."""

    HERE = "here"
    TRASHED = "trashed"
    GONE = "gone"
    """Destroyed with the trash: nothing is known of it but that it was told."""


@dataclass(frozen=True)
class ToldThing:
    """A thing that was in a pack, with its present title; `shown_by` is what one goes to to see it.

    `noun` is what its kind is called ("episode"); it and the title are empty of a thing that is gone.
    """

    id: UUID
    noun: str
    title: str
    presence: Presence
    shown_by: UUID


@dataclass(frozen=True)
class ToldSection:
    """A section with its things, the titles of its charts and its typed lines; of ELSEWHERE the heading is empty."""

    key: str
    heading: str
    things: tuple[ToldThing, ...] = ()
    charts: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.things or self.charts or self.lines)


def told(session: Session, pack: Pack) -> tuple[ToldSection, ...]:
    """Its sections in their order, those without content left out; within one, things by their age."""
    placed: dict[str, list[ToldThing]] = {key: [] for key in (*pack.sections, ELSEWHERE)}
    wanted = [UUID(item) for item in pack.items]
    found = {thing.id: thing for thing in _things(session, wanted)}
    for thing in sorted(found.values(), key=lambda thing: thing.id):
        section = _section(thing, pack)
        if section not in pack.sections and isinstance(thing, Episode) and _EVIDENCE in pack.sections:
            section = _EVIDENCE
        placed[section if section in placed else ELSEWHERE].append(_told(thing))
    gone = [thing_id for thing_id in wanted if thing_id not in found]
    placed[ELSEWHERE] += [ToldThing(thing_id, "", "", Presence.GONE, thing_id) for thing_id in gone]
    headings = {section.key: section.heading for sections in SECTIONS.values() for section in sections}
    headings |= {section.key: section.heading for section in SECTIONS[pack.audience]}
    lines = {_ASKS: tuple(pack.asks), _COMMITMENTS: tuple(pack.commitments)}
    sections = (
        ToldSection(
            key,
            headings.get(key, ""),
            tuple(things),
            _charts(pack.charts) if key == "growth" else (),
            lines.get(key, ()),
        )
        for key, things in placed.items()
    )
    return tuple(section for section in sections if section)


def _things(session: Session, wanted: list[UUID]) -> Iterable[Entity]:
    """Those of these ids that are still in the journal, in the trash or not; without what hangs on them."""
    for first in range(0, len(wanted), BATCH):
        batch = wanted[first : first + BATCH]
        for noun in _NOUNS:
            yield from session.scalars(select(noun).where(noun.id.in_(batch)).options(raiseload("*")))


def _section(thing: Entity, pack: Pack) -> str:
    """In which section it stood: as when the pack was made, as far as the journal still knows."""
    if isinstance(thing, Episode):
        heard_before = pack.audience is Audience.MANAGER and thing.pack_id not in {None, pack.id}
        return _SINCE if heard_before else EPISODES[pack.audience]
    if isinstance(thing, Action):
        return _section_of(thing, pack)
    return {Goal: "goals", Lesson: "lessons", Credential: "credentials"}[type(thing)]


def _section_of(action: Action, pack: Pack) -> str:
    ended = action.ended is not None and action.ended <= pack.date
    if ended or action.date < pack.period_start or action.pack_id not in {None, pack.id}:
        return _SINCE
    asked = action.kind is not ActionKind.ACTION or action.owner is Owner.MANAGER
    return _ASKS if asked else _COMMITMENTS


def _told(thing: Entity) -> ToldThing:
    presence = Presence.HERE if thing.trashed_at is None else Presence.TRASHED
    shown_by = thing.skill_id if isinstance(thing, Credential) else thing.id
    return ToldThing(thing.id, called(type(thing)), _title(thing), presence, shown_by)


def _title(thing: Entity) -> str:
    if isinstance(thing, Lesson | Action):
        return " ".join(thing.text.split())
    if isinstance(thing, Credential):
        return thing.name
    assert isinstance(thing, Episode | Goal)
    return thing.title


def _charts(keys: Iterable[str]) -> tuple[str, ...]:
    """Their titles; the key of one that a later program has no more."""
    from workjournal.charts import CHARTS  # loads NumPy

    titles = {chart.key: chart.title for chart in CHARTS}
    return tuple(titles.get(key, key) for key in keys)
