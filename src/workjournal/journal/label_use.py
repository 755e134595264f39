"""Where a label is used; taking it off all that, or putting another one in its place; and the way back."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workjournal.domain.label import Skill
from workjournal.domain.role_profile import RoleTarget
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.errors import JournalError
from workjournal.journal.service import called
from workjournal.store.label_links import AnyLabel, links_of

RECORDS: tuple[type[SkillRating | Credential | RoleTarget], ...] = (SkillRating, Credential, RoleTarget)
"""What hangs on a skill: it stays with one that is put away, and goes over to one that takes its place."""


class LabelInUse(JournalError):
    """{name} is in use: {uses}. Say what is to stand in its place, or that it is to be taken off."""


class SameLabel(JournalError):
    """{name} cannot stand in its own place. Choose another one."""


class LabelPutAway(JournalError):
    """{name} is in the trash and can take nobody's place. Take it out of there first."""


Usage = dict[str, int]
"""How many things of each noun ("episode", "skill rating") have the label; nouns with none are left out."""


@dataclass(frozen=True)
class PutAway:
    """What is needed to bring a label back just as it was: what was tied to the one in its place, what went over to it."""

    label: UUID
    into: UUID | None = None
    added: dict[str, list[UUID]] = field(default_factory=dict)
    moved: list[UUID] = field(default_factory=list)


def usage(session: Session, label: AnyLabel) -> Usage:
    """Where a label is used; things in the trash are not counted."""
    found = {called(link.noun): link.count(session, label.id) for link in links_of(type(label))}
    if isinstance(label, Skill):
        for record in RECORDS:
            query = select(func.count()).select_from(record)
            found[called(record)] = (
                session.scalar(query.where(record.skill_id == label.id, record.trashed_at.is_(None))) or 0
            )
    return {noun: number for noun, number in found.items() if number}


def counts(session: Session, kind: type[AnyLabel]) -> dict[UUID, int]:
    """How many things have each label of a kind; things in the trash are not counted, nor what hangs on a skill."""
    found: Counter[UUID] = Counter()
    for link in links_of(kind):
        found.update(link.counts(session))
    return dict(found)


def put_away(session: Session, label: AnyLabel, into: AnyLabel | None = None) -> PutAway:
    """Take a label off everything, put `into` in its place where given; the caller puts it into the trash.

    It remembers what it was taken off. Texts that mention its name are never touched.

    Raises:
        SameLabel, LabelPutAway
    """
    if into is not None and into.id == label.id:
        raise SameLabel(name=label.name)
    if into is not None and into.trashed_at:
        raise LabelPutAway(name=into.name)
    before = label.used_on or {}
    used_on: dict[str, list[str]] = {}
    added: dict[str, list[UUID]] = {}
    for link in links_of(type(label)):
        things = link.things(session, label.id)
        noun = link.noun.__tablename__
        if into is not None:
            added[noun] = link.tie(session, into.id, things)
        link.cut(session, label.id, things)
        used_on[noun] = list(dict.fromkeys([*before.get(noun, ()), *(each.hex for each in things)]))
    label.used_on = {noun: things for noun, things in used_on.items() if things} or None
    moved = list(_move(session, label, into)) if isinstance(label, Skill) and isinstance(into, Skill) else []
    return PutAway(label.id, into.id if into else None, added, moved)


def put_back(session: Session, label: AnyLabel) -> None:
    """Put a label on all that it was taken off, as far as that is still there."""
    for link in links_of(type(label)):
        things = [UUID(each) for each in (label.used_on or {}).get(link.noun.__tablename__, ())]
        link.tie(session, label.id, things)
    label.used_on = None


def undo(session: Session, label: AnyLabel, done: PutAway) -> None:
    """Bring a label back just as it was, and take the one in its place off what it was put on."""
    for link in links_of(type(label)):
        added = done.added.get(link.noun.__tablename__)
        if done.into is not None and added:
            link.cut(session, done.into, added)
    for record in RECORDS:
        for thing in session.scalars(select(record).where(record.id.in_(done.moved))):
            thing.skill_id = label.id  # type: ignore[attr-defined] # each of RECORDS has it
    put_back(session, label)


def _move(session: Session, skill: Skill, into: Skill) -> Iterator[UUID]:
    """What hangs on a skill goes over to another; a level that a role needs of both stays with the one that goes."""
    there = select(RoleTarget.profile_id).where(
        RoleTarget.skill_id == into.id, RoleTarget.trashed_at.is_(None)
    )
    needed = set(session.scalars(there))
    for record in RECORDS:
        for thing in session.scalars(select(record).where(record.skill_id == skill.id)):
            if not (isinstance(thing, RoleTarget) and thing.profile_id in needed):
                thing.skill_id = into.id  # type: ignore[attr-defined] # each of RECORDS has it
                yield thing.id
